package dev.headroom.format.damage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines that are damaged or out of their place and make a sound capture look like another one,
 * though they are no headings. Each is told where it stands, and costs lines below it.
 */
final class MisleadingLines {
  private static final Pattern UNIT = Pattern.compile("^Unit:");
  private static final Pattern REPORT = Pattern.compile("(?i)^\\s+size\\s+inuse");
  private static final Pattern NEXT_REPORT = Pattern.compile("(?i)^Unit:|^\\s+size\\s+inuse");
  private static final Pattern LABEL = Pattern.compile("^([A-Z][\\w /]*?) *: .*", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("^(Partition|Node) Name");
  private static final Pattern COMMAND = Pattern.compile("^(=+> )?(q|query|ind) ");

  private static final Pattern COUNTER = Pattern.compile("^ *[\\d.]+ +[A-Za-z]");
  private static final Pattern ANY = Pattern.compile("");
  private static final Pattern PAGE = Pattern.compile("^1?FCX\\d");

  private static final Pattern TITLE =
      Pattern.compile("^ {20,}(User Paging Activity and )?Storage Utilization *$");

  private static final Pattern ROW = Pattern.compile("^(memory|pg space|pin|in use) ");

  /** So far apart lines of one list are looked for. */
  private static final int REACH = 8;

  private MisleadingLines() {}

  /** Marks the lines that they may cost. */
  static void mark(List<Row> rows, boolean[] governed) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      governed[i] |= row.isKept() && isAlone(rows, i);
      if (!row.isKept() && beheadsNext(row)) {
        mark(rows, governed, i, UNIT);
      }
      if (row.standing() == Row.Standing.MOVED && Headings.isConfiguration(row.text())) {
        markToHeading(rows, governed, i);
      }
      if (!row.isKept() && beheads(rows, i)) {
        mark(rows, governed, i, UNIT);
      }
      if (!row.isKept() && partsList(rows, i)) {
        boolean named = NAME.matcher(row.text()).find() && i + 1 < rows.size();
        mark(rows, governed, named ? i + 1 : i, NAME);
      }
      if (!row.isKept() && standsTwice(rows, i)) {
        mark(rows, governed, i, NEXT_REPORT);
      }
      if (row.standing() == Row.Standing.MOVED && beginsAnswer(rows, i)) {
        mark(rows, governed, i, COMMAND);
      }
      if (row.isKept() && hasLostHeading(rows, i)) {
        mark(rows, governed, i + 1, UNIT);
      }
      if (row.standing() == Row.Standing.MOVED && entitles(rows, i)) {
        mark(rows, governed, i, PAGE);
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

  /** Marks the rows below a line down to the next heading. */
  private static void markToHeading(List<Row> rows, boolean[] governed, int from) {
    for (int i = from; i < rows.size(); i++) {
      if (i > from && rows.get(i).isKept() && Headings.holds(rows.get(i).text())) {
        return;
      }
      governed[i] = true;
    }
  }

  /**
   * Whether a line that gives something is all that is left of its list: one label and a figure are
   * no list, unless the line is known by itself.
   */
  private static boolean isAlone(List<Row> rows, int at) {
    Row.Place place = rows.get(at).from().get(0);
    if (place.specimen().at(place.line()).isEmpty() || place.specimen().opensAlone(place.line())) {
      return false;
    }
    return isAlone(rows, at, -1) && isAlone(rows, at, 1);
  }

  /** Whether no line of its kind that gives something is near in a direction. */
  private static boolean isAlone(List<Row> rows, int at, int step) {
    Pattern kind = kind(rows.get(at).text());
    for (int i = at + step; i >= 0 && i < rows.size() && Math.abs(i - at) <= REACH; i += step) {
      Row other = rows.get(i);
      boolean gives = other.isKept() && !other.from().get(0).gives().isEmpty();
      if (gives && kind.matcher(other.text()).find()) {
        return false;
      }
      if (isOfAnother(other, rows.get(at)) && Headings.holds(other.text())) {
        return true; // another capture begins or ends here
      }
    }
    return true;
  }

  private static boolean isOfAnother(Row row, Row than) {
    return !row.from().isEmpty() && row.from().get(0).specimen() != than.from().get(0).specimen();
  }

  /** What a line of the same list looks like. */
  private static Pattern kind(String line) {
    return Stream.of(LABEL, COUNTER)
        .filter(list -> list.matcher(line).find())
        .findFirst()
        .orElse(ANY);
  }

  /**
   * Whether a damaged line was the heading of a report of svmon below its unit: whether the next
   * report is in the same unit nothing tells.
   */
  private static boolean beheadsNext(Row row) {
    return row.from().stream()
        .anyMatch(
            place -> {
              if (!REPORT.matcher(place.specimen().line(place.line())).find()) {
                return false;
              }
              int up = place.line() - 1;
              while (up > 0 && isBlankOrRule(place.specimen().line(up))) {
                up--;
              }
              return up > 0 && UNIT.matcher(place.specimen().line(up)).find();
            });
  }

  /**
   * Whether a line is the unit of a report of svmon of which rows are left and the heading is lost:
   * whether the next report is in the same unit nothing tells.
   */
  private static boolean hasLostHeading(List<Row> rows, int at) {
    if (!UNIT.matcher(rows.get(at).text()).find()) {
      return false;
    }
    int down = at + 1;
    while (down < rows.size() && isBlankOrRule(rows.get(down).text())) {
      down++;
    }
    return down < rows.size()
        && rows.get(down).isKept()
        && ROW.matcher(rows.get(down).text()).find();
  }

  /**
   * Whether the title of a report of Performance Toolkit has come to stand below the header of a
   * page: a screen's header has a number and no name, and either may be the wrong one.
   */
  private static boolean entitles(List<Row> rows, int at) {
    int up = at - 1;
    while (up >= 0 && rows.get(up).text().isBlank()) {
      up--;
    }
    return up >= 0
        && TITLE.matcher(rows.get(at).text()).find()
        && PAGE.matcher(rows.get(up).text()).find();
  }

  private static boolean isBlankOrRule(String line) {
    return line.isBlank() || line.startsWith("--");
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
    while (up >= 0 && isBlankOrRule(rows.get(up).text())) {
      up--;
    }
    int down = at + 1;
    while (down < rows.size() && isBlankOrRule(rows.get(down).text())) {
      down++;
    }
    return up >= 0
        && UNIT.matcher(rows.get(up).text()).find()
        && down < rows.size()
        && REPORT.matcher(rows.get(down).text()).find();
  }

  /**
   * Whether a report of svmon has a row twice, with different figures: the second may be the first
   * of a report that has lost its heading.
   */
  private static boolean standsTwice(List<Row> rows, int at) {
    Matcher label = ROW.matcher(rows.get(at).text());
    if (!label.find()) {
      return false;
    }
    boolean twice = false;
    for (int step = -1; step <= 1; step += 2) {
      for (int i = at + step; i >= 0 && i < rows.size(); i += step) {
        String text = rows.get(i).text();
        if (REPORT.matcher(text).find() || UNIT.matcher(text).find()) {
          break;
        }
        twice |=
            text.startsWith(label.group())
                && !Headings.words(text).equals(Headings.words(rows.get(at).text()));
      }
    }
    return twice;
  }

  /**
   * Whether a label of a list stands in two lines, one below the other, with different values: the
   * second may begin the list of another partition, whose name was lost.
   */
  private static boolean partsList(List<Row> rows, int at) {
    String label = label(rows.get(at));
    boolean twice = !label.isEmpty() && isTwice(rows.get(at).text(), label);
    boolean above = at > 0 && label.equals(label(rows.get(at - 1)));
    boolean below = at + 1 < rows.size() && label.equals(label(rows.get(at + 1)));
    return !label.isEmpty() && (above || below || twice);
  }

  private static boolean isTwice(String text, String label) {
    return text.indexOf(label, label.length()) > 0;
  }

  private static String label(Row row) {
    Matcher found = LABEL.matcher(row.text());
    return found.matches() ? found.group(1) : "";
  }

  /**
   * Whether a line of an answer is known for what it is wherever it stands, and has come into
   * another answer.
   */
  private static boolean beginsAnswer(List<Row> rows, int at) {
    Row.Place place = rows.get(at).from().get(0);
    int up = at;
    while (up > 0 && !COMMAND.matcher(rows.get(up).text()).find()) {
      up--;
    }
    boolean within = at - up <= 2 * REACH && COMMAND.matcher(rows.get(up).text()).find();
    return within && place.specimen().opensAlone(place.line());
  }
}
