package dev.headroom.format.vmstat;

import dev.headroom.capture.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A row of the table without its header, as {@code vmstat 1 2 | tail -1} leaves it. It is known by
 * its many whole numbers and by four of them, the shares of processor time, that sum to 100:
 *
 * <pre> 1  0 685577 63910   0   0   0   4   12   0  31  981  456  3  2 95  0  0.07  14.0</pre>
 */
final class LoneRow {
  /** The fewest columns that a table has. */
  private static final int FEWEST = 17;

  private static final int LONGEST = 240;

  /**
   * Where the shares begin in a table of all columns, of I/O ({@code -I}), of waits ({@code -W}).
   */
  private static final int[] SHARES = {13, 14, 15};

  private LoneRow() {}

  /** Whether a line is such a row. */
  static boolean is(Line line) {
    int indent = line.indent();
    if (line.length() > LONGEST || line.length() < 2 * FEWEST || !beginsWithDigit(line, indent)) {
      return false;
    }
    List<String> cells = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(line.text(), " \t");
    while (tokens.hasMoreTokens()) {
      String cell = tokens.nextToken();
      if (!cell.matches(cells.size() < FEWEST ? "\\d{1,12}" : "\\d{1,12}(\\.\\d*)?|[\\d:]{7,8}")) {
        return false;
      }
      cells.add(cell);
    }
    return cells.size() >= FEWEST && hasShares(cells);
  }

  private static boolean beginsWithDigit(Line line, int indent) {
    byte first = indent < line.length() ? line.bytes()[line.start() + indent] : 0;
    return first >= '0' && first <= '9';
  }

  private static boolean hasShares(List<String> cells) {
    // Linux has 17 columns too, and its shares one place before
    if (cells.size() == FEWEST && isWhole(cells, SHARES[0] - 1)) {
      return false;
    }
    for (int from : SHARES) {
      if (isWhole(cells, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWhole(List<String> cells, int from) {
    double sum = 0;
    for (int i = from; i < from + 4; i++) {
      if (i >= cells.size() || cells.get(i).indexOf(':') >= 0) {
        return false;
      }
      sum += Double.parseDouble(cells.get(i));
    }
    return sum >= 98 && sum <= 102;
  }
}
