package dev.headroom.series;

/**
 * Keeps a spreadsheet from running a name as a formula. A cell that, after any number of
 * apostrophes, begins with {@code = + - @}, a tab or a carriage return gets one apostrophe more in
 * front; {@link #unguard} takes one away under the same condition, so every name survives, and a
 * normal one is never touched.
 */
public final class CellGuard {
  private CellGuard() {}

  /** The cell to write for a name. */
  public static String guard(String name) {
    return dangerous(name) ? "'" + name : name;
  }

  /** The name that a cell stands for. */
  public static String unguard(String cell) {
    return cell.startsWith("'") && dangerous(cell) ? cell.substring(1) : cell;
  }

  private static boolean dangerous(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == '\'') {
      first++;
    }
    return first < text.length() && "=+-@\t\r".indexOf(text.charAt(first)) >= 0;
  }
}
