package dev.headroom.report;

import dev.headroom.identity.Claim;
import java.util.List;
import java.util.Optional;

/**
 * Whose some captures are, and what says so.
 *
 * @param name the subject's name
 * @param kind what it is, as a sample calls it
 * @param system the z/VM system that a guest runs in; empty for all else
 * @param sources the captures, in the order in which they were read
 * @param claim what the name rests on
 */
public record SubjectSummary(
    String name, String kind, Optional<String> system, List<String> sources, Claim claim) {
  /** Copies the list. */
  public SubjectSummary {
    sources = List.copyOf(sources);
  }
}
