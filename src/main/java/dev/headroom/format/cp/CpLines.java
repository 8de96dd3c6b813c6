package dev.headroom.format.cp;

/** What the answers of CP have in common. */
final class CpLines {
  /** Longer lines are no answer, not even one that was run together on a line. */
  static final int LONGEST = 8000;

  private CpLines() {}
}
