package dev.headroom.risk;

import java.util.List;

/**
 * What a rule found.
 *
 * @param rule the rule's stable id, such as {@code physical-overcommitment}
 * @param severity how much it matters
 * @param subject the pool or member that it is about
 * @param title one sentence: what is the case, with its figures
 * @param advice one or two sentences: what to do about it
 * @param evidence the lines that it rests on, most telling first; empty only where it is about
 *     something that is missing
 */
public record Finding(
    String rule,
    Severity severity,
    String subject,
    String title,
    String advice,
    List<Evidence> evidence) {

  /** Copies the evidence. */
  public Finding {
    evidence = List.copyOf(evidence);
  }
}
