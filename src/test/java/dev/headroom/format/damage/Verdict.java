package dev.headroom.format.damage;

/** What may come of a damaged capture. The first five are faults. */
enum Verdict {
  /** Something was thrown. */
  THREW("exceptions"),
  /** Lines were counted twice, or not at all. */
  NOT_COUNTED("lines do not add up"),
  /** A value that the undamaged capture does not have there, and no diagnostic at its line. */
  SILENT("wrong in silence"),
  /** The same, with a diagnostic at its line. */
  TOLD("wrong and told"),
  /** A line that was not damaged, and that no heading governs, lost samples. */
  LOST_NEIGHBOUR("lost neighbours"),
  /** A wrong value, and the text is as sound as the undamaged one. */
  UNTELLABLE("cannot be told");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
