package dev.headroom.risk;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether the members that are known of a memory system are all there are: section 5 of the
 * contract. A sum over some of the members is no sum of the system's.
 *
 * @param whole whether they are all
 * @param by who says so
 * @param reason a sentence: what shows it, or what would
 * @param contradiction a sentence where captures contradict each other about whose they are, so
 *     that the members are of several systems
 */
public record Completeness(Whole whole, By by, String reason, Optional<String> contradiction) {
  private Completeness(Whole whole, By by, String reason) {
    this(whole, by, reason, Optional.empty());
  }

  /** Whether the members are all there are. */
  public enum Whole {
    /** They are all. */
    YES,
    /** Some are missing. */
    NO,
    /** Nothing tells. */
    UNKNOWN;

    /** The word in {@code report.json}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who says whether the members are all. */
  public enum By {
    /** What captures show, or that they show too little. */
    CAPTURES,
    /** {@code complete: true} in the site file. */
    SITE;

    /** The word in {@code report.json}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Captures show that the members are all. */
  public static Completeness proven(String reason) {
    return new Completeness(Whole.YES, By.CAPTURES, reason);
  }

  /** Captures show that members are missing. */
  public static Completeness refuted(String reason) {
    return new Completeness(Whole.NO, By.CAPTURES, reason);
  }

  /** Captures show neither. */
  public static Completeness unknown(String reason) {
    return new Completeness(Whole.UNKNOWN, By.CAPTURES, reason);
  }

  /** Captures contradict each other about whose they are. */
  public static Completeness contradicted(String reason) {
    return new Completeness(Whole.UNKNOWN, By.CAPTURES, reason, Optional.of(reason));
  }

  /** The site file says that the members are all. */
  public static Completeness said(String reason) {
    return new Completeness(Whole.YES, By.SITE, reason);
  }

  /** Whether the members are known to be all: only then is memory spare. */
  public boolean known() {
    return whole == Whole.YES;
  }

  /** Whether members are known to be missing: then nothing is graded. */
  public boolean missing() {
    return whole == Whole.NO;
  }

  /**
   * A verdict under the condition that it holds on.
   *
   * @param members how many members are known
   */
  public String conditional(int members, String verdict) {
    return whole == Whole.UNKNOWN
        ? "If these " + members + " members are all: " + verdict
        : verdict;
  }
}
