package dev.headroom.format.nmon;

/** The marks of snapshots: {@code T0001}, four digits or more. */
final class Marks {
  /** No recording has more snapshots. */
  private static final int MOST_DIGITS = 8;

  private Marks() {}

  /** The number of a mark; -1 where the text is no mark, or 0, which marks no snapshot. */
  static int of(String text) {
    if (text.length() < 2 || text.length() > 1 + MOST_DIGITS || text.charAt(0) != 'T') {
      return -1;
    }
    int number = 0;
    for (int at = 1; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number == 0 ? -1 : number;
  }

  /**
   * The number of the mark between two places of some bytes; -1 where none stands there.
   *
   * @param end of the cell
   */
  static int of(byte[] window, int from, int end) {
    if (end - from < 2 || end - from > 1 + MOST_DIGITS || window[from] != 'T') {
      return -1;
    }
    int number = 0;
    for (int at = from + 1; at < end; at++) {
      int digit = window[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number == 0 ? -1 : number;
  }
}
