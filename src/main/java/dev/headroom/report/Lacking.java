package dev.headroom.report;

import dev.headroom.risk.Completeness;

/** What is missing for the grade of a pool. */
public enum Lacking {
  /** Members are known to be missing. */
  MEMBERS(
      "members are missing, or their rows could not be read: capture those too, over the same time"),
  /** Captures contradict each other about whose they are. */
  NAMES("captures contradict each other about whose they are: settle it in a site file"),
  /** No capture shows what members need. */
  DEMAND("no capture shows what members need: capture each member over a busy week"),
  /** The size is not known. */
  SIZE("the size is not known: write it into the site file, or add a capture that reports it"),
  /** Members do not report, or too seldom. */
  REPORTS("members do not report: capture each of them, over the same time");

  private final String words;

  Lacking(String words) {
    this.words = words;
  }

  /** What is missing and what to do, as the end of a sentence on some pools. */
  public String words() {
    return words;
  }

  /** What is missing first for the grade of a pool that has no grade. */
  static Lacking of(PoolReport pool) {
    Completeness whole = pool.judgement().standing().completeness();
    if (whole.missing()) {
      return MEMBERS;
    }
    if (whole.contradiction().isPresent()) {
      return NAMES;
    }
    if (pool.memory().history().isEmpty()) {
      return DEMAND;
    }
    return pool.sizes().size().isEmpty() ? SIZE : REPORTS;
  }
}
