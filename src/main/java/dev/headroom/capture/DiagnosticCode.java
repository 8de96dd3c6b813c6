package dev.headroom.capture;

/** The stable words for what can be wrong with an input, and what each means. */
public enum DiagnosticCode {
  /** A cell that should be a number is not one, or not a plausible one. */
  BAD_NUMBER("bad-number", "a cell is not a number, or not a plausible one; it counts as absent"),
  /** A row has fewer cells than its header. */
  TRUNCATED("truncated", "a row or report ends too early; the row is left out"),
  /** A row has more cells than its header. */
  EXTRA_CELLS("extra-cells", "a row has more cells than its header; the row is left out"),
  /** A heading that the format does not know. */
  UNKNOWN_COLUMN("unknown-column", "a heading is not known; its column is left out"),
  /** A heading was damaged, and its place proves what it was. */
  REPAIRED_COLUMN("repaired-column", "a heading is damaged; its place proves which column it is"),
  /** Rows stand without a header above them. */
  NO_HEADER("no-header", "rows have no header that names their columns; they are left out"),
  /** A label or row that the format does not know. */
  UNKNOWN_LABEL("unknown-label", "a row's label is not known; the row is left out"),
  /** A line inside a capture that has none of the known forms. */
  UNEXPECTED_LINE(
      "unexpected-line", "a line inside a capture has none of the known forms; it is left out"),
  /** Nothing in the input has a known format. */
  UNKNOWN_FORMAT("unknown-format", "nothing in the input has a known format"),
  /** A report that is known by its number or name, and that no format reads. */
  UNREAD_REPORT(
      "unread-report", "headroom knows the report and does not read it; its lines count as noise"),
  /** Not text. */
  BINARY("binary", "the input or line is not text"),
  /** A line is longer than the limit. */
  TOO_LONG("too-long", "a line is longer than the limit; it is left out"),
  /** An archive is too large, too deep, or grows out of proportion. */
  ARCHIVE_LIMIT("archive-limit", "an archive passes a limit on size, ratio, depth or members"),
  /** A compressed stream or an archive is damaged. */
  CORRUPT(
      "corrupt",
      "a compressed stream or an archive is damaged; nothing of the damaged part is used"),
  /** The input cannot be read. */
  UNREADABLE("unreadable", "the input cannot be read, or may not be"),
  /** Figures contradict each other; they are kept as read. */
  INCONSISTENT("inconsistent", "figures contradict each other; they are kept as read"),
  /** A clock went back, or forward by more than the capture explains. */
  CLOCK_JUMP("clock-jump", "the capture's clock jumps; the times are kept as read"),
  /** A date or time that cannot be read. */
  BAD_TIME("bad-time", "a date or time cannot be read; the samples keep their order only"),
  /** What the site file says and what captures show contradict each other. */
  SITE_FILE("site-file", "the site file says what no capture shows, or what one contradicts"),
  /** Captures under one name cannot be of one machine. */
  AMBIGUOUS_SUBJECT(
      "ambiguous-subject",
      "captures under one name contradict each other; they count as two machines, name and name#2"),
  /** Two names are evidently one machine's. */
  SAME_MACHINE(
      "same-machine", "two names are evidently one machine's; a pool with both has no grade"),
  /** More diagnostics of one kind than are shown one by one. */
  MORE("more", "more diagnostics of one code were counted but not shown");

  private final String word;
  private final String meaning;

  DiagnosticCode(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** The code as printed. */
  public String word() {
    return word;
  }

  /** Whether something of the input was left out for it; the others keep what was read. */
  public boolean loses() {
    return this != INCONSISTENT
        && this != CLOCK_JUMP
        && this != REPAIRED_COLUMN
        && this != UNREAD_REPORT
        && this != SITE_FILE
        && this != AMBIGUOUS_SUBJECT
        && this != SAME_MACHINE
        && this != MORE;
  }

  /** One line on what it means and what became of the input. */
  public String meaning() {
    return meaning;
  }
}
