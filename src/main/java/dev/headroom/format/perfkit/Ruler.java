package dev.headroom.format.perfkit;

/**
 * A ruler of the headings, such as {@code <--Page Migration--->}, which groups what stands below.
 *
 * @param start its first place in the line, from 0
 * @param end past its last; beyond every line where the edge of a screen cut it
 * @param text what it says
 * @param cut whether the edge of a screen cut it, so that its text may go on
 */
record Ruler(int start, int end, String text, boolean cut) {

  /** The ruler that these characters are, from this place on. */
  static Ruler of(String printed, int start) {
    boolean cut = !printed.endsWith(">");
    int from = 1;
    int to = cut ? printed.length() : printed.length() - 1;
    while (from < to && isFill(printed.charAt(from))) {
      from++;
    }
    while (to > from && isFill(printed.charAt(to - 1))) {
      to--;
    }
    String text = printed.substring(from, to).replaceAll(" +", " ");
    return new Ruler(start, cut ? Integer.MAX_VALUE : start + printed.length(), text, cut);
  }

  private static boolean isFill(char c) {
    return c == '-' || c == ' ';
  }

  /** Whether it says this text, or as much of it as the screen's edge left. */
  boolean says(String group) {
    return cut ? group.startsWith(text) : group.equals(text);
  }

  /** Whether it stands over a span of places. */
  boolean covers(int from, int to) {
    int middle = (from + to) / 2;
    return start <= middle && middle < end;
  }
}
