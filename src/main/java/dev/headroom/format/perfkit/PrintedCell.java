package dev.headroom.format.perfkit;

/**
 * What stands in a row under one heading.
 *
 * @param text what is printed there, without blanks around it; empty where nothing is
 * @param start where it stands, from 0
 * @param certain whether it stands there without doubt
 */
record PrintedCell(String text, int start, boolean certain) {
  static final PrintedCell BLANK = new PrintedCell("", 0, true);

  /** One past its last place. */
  int end() {
    return start + text.length();
  }

  /** The same text, in doubt. */
  PrintedCell doubted() {
    return new PrintedCell(text, start, false);
  }
}
