package dev.headroom.format.damage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines that are damaged or out of their place and make a sound capture look like another one,
 * though they are no headings. Each is told where it stands, and costs lines below it.
 */
final class MisleadingLines {
  private static final Pattern UNIT = Pattern.compile("^Unit:");
  private static final Pattern REPORT = Pattern.compile("(?i)^\\s+size\\s+inuse");
  private static final Pattern LABEL = Pattern.compile("^([A-Z][\\w /]*?) *: .*");
  private static final Pattern NAME = Pattern.compile("^(Partition|Node) Name");
  private static final Pattern COMMAND = Pattern.compile("^(q|query|ind) ");

  private MisleadingLines() {}

  /** Marks the lines that they may cost. */
  static void mark(List<Row> rows, boolean[] governed) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (!row.isKept() && beheads(rows, i)) {
        mark(rows, governed, i, UNIT);
      }
      if (!row.isKept() && partsList(rows, i)) {
        mark(rows, governed, i, NAME);
      }
      if (row.standing() == Row.Standing.MOVED && beginsAnswer(row.from().get(0))) {
        mark(rows, governed, i, COMMAND);
      }
    }
  }

  private static void mark(List<Row> rows, boolean[] governed, int from, Pattern end) {
    for (int i = from; i < rows.size(); i++) {
      if (i > from && rows.get(i).isKept() && end.matcher(rows.get(i).text()).find()) {
        return;
      }
      governed[i] = true;
    }
  }

  /**
   * Whether a row of a report of svmon has come to stand between a unit and the heading of a
   * report: that is what a report looks like that has lost its heading, and whether the next is in
   * the same unit nothing tells.
   */
  private static boolean beheads(List<Row> rows, int at) {
    Row row = rows.get(at);
    boolean moved = row.standing() == Row.Standing.MOVED;
    if (!moved || row.from().get(0).specimen().at(row.from().get(0).line()).isEmpty()) {
      moved &= row.text().startsWith("pin ");
    }
    if (!moved) {
      return false;
    }
    int up = at - 1;
    while (up >= 0 && (rows.get(up).text().isBlank() || rows.get(up).text().startsWith("--"))) {
      up--;
    }
    int down = at + 1;
    while (down < rows.size()
        && (rows.get(down).text().isBlank() || rows.get(down).text().startsWith("--"))) {
      down++;
    }
    return up >= 0
        && UNIT.matcher(rows.get(up).text()).find()
        && down < rows.size()
        && REPORT.matcher(rows.get(down).text()).find();
  }

  /**
   * Whether a label of a list stands in two lines, one below the other, with different values: the
   * second may begin the list of another partition, whose name was lost.
   */
  private static boolean partsList(List<Row> rows, int at) {
    String label = label(rows.get(at));
    boolean above = at > 0 && label.equals(label(rows.get(at - 1)));
    boolean below = at + 1 < rows.size() && label.equals(label(rows.get(at + 1)));
    return !label.isEmpty() && (above || below);
  }

  private static String label(Row row) {
    Matcher found = LABEL.matcher(row.text());
    return found.matches() ? found.group(1) : "";
  }

  /**
   * Whether a line is the first below a command, and is known for what it is wherever it stands.
   */
  private static boolean beginsAnswer(Row.Place place) {
    return place.line() > 1
        && COMMAND.matcher(place.specimen().line(place.line() - 1)).find()
        && place.specimen().opensAlone(place.line());
  }
}
