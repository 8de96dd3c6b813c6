package dev.headroom.format.svmon;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The report of {@code svmon -G} in pages or any unit, once or again and again ({@code -i}), on
 * dedicated, shared and expanded memory. A line that it reads:
 *
 * <pre>memory         5.00G       2.96G       1.52G     493.43M       2.79G       1.52G     801.29M
 * </pre>
 */
public final class Svmon implements Format {
  /** How far below a {@code Unit:} line the header may stand, rules and blank lines between. */
  private static final int REACH = 8;

  /** Unit mode draws rules of 72 and 86 dashes; what a collector draws is shorter as a rule. */
  private static final int RULER = 70;

  private static final Set<String> CORE = Set.of("size", "inuse", "free", "pin", "virtual");
  private static final String OLD = "size inuse free pin work pers clnt work pers clnt size inuse";

  private static final Set<String> MORE = Set.of("available", "loaned", "mmode", "pgsp");

  @Override
  public String name() {
    return "svmon";
  }

  @Override
  public String tool() {
    return "svmon";
  }

  @Override
  public String grammar() {
    return "Svmon.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (isHeader(line) || isOldHeader(line)) {
      return true;
    }
    if (line.startsWith("Unit:") || line.startsWith("Timestamp:")) {
      return below(lines);
    }
    if (isLongRuler(line)) {
      // the Unit line above was damaged: the figures below it are in a unit that is not known
      return belowRule(lines);
    }
    if (isMemoryRow(line)) {
      Line next = afterBlanks(lines, 1);
      return next != null && next.startsWith("pg space");
    }
    return false;
  }

  /** Whether a report stands below a {@code Unit:} line. */
  private static boolean below(Lines lines) {
    for (int ahead = 1; ahead <= REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null) {
        return false;
      }
      if (isHeader(next) || isMemoryRow(next)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a header of unit mode stands below a rule; one title and its rule may be between. */
  private static boolean belowRule(Lines lines) {
    int others = 0;
    for (int ahead = 1; ahead <= REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null || others > 1) {
        return false;
      }
      if (isHeader(next)) {
        return next.text().toLowerCase(Locale.ROOT).contains("available");
      }
      others += next.isBlank() || isLongRuler(next) ? 0 : 1;
    }
    return false;
  }

  private static @Nullable Line afterBlanks(Lines lines, int from) {
    Line next = lines.ahead(from);
    for (int ahead = from + 1; next != null && next.isBlank() && ahead < REACH; ahead++) {
      next = lines.ahead(ahead);
    }
    return next;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new SvmonReader(context);
  }

  /** Whether a line is the report's first header: one of its five headings may be damaged. */
  static boolean isHeader(Line line) {
    if (line.length() > 400 || !(line.contains("inuse") || line.contains("virtual"))) {
      return false;
    }
    int words = 0;
    int core = 0;
    int known = 0;
    StringTokenizer tokens = new StringTokenizer(line.text(), " \t");
    while (tokens.hasMoreTokens()) {
      String word = tokens.nextToken().toLowerCase(Locale.ROOT);
      words++;
      core += CORE.contains(word) ? 1 : 0;
      known += CORE.contains(word) || MORE.contains(word) ? 1 : 0;
    }
    return core >= CORE.size() - 1 && known * 10 >= words * 6;
  }

  /** Whether a line is the one header of AIX 4.3, above its one row. */
  private static boolean isOldHeader(Line line) {
    return line.length() <= 160
        && line.startsWith("size")
        && line.text().strip().replaceAll("[ \t]+", " ").equals(OLD);
  }

  /** Whether a line is the memory row: its label and at least four figures. */
  static boolean isMemoryRow(Line line) {
    if (line.length() > 400 || !line.startsWith("memory")) {
      return false;
    }
    StringTokenizer tokens = new StringTokenizer(line.text(), " \t");
    int figures = 0;
    int first = tokens.nextToken().length();
    while (tokens.hasMoreTokens()) {
      char c = tokens.nextToken().charAt(0);
      figures += c >= '0' && c <= '9' ? 1 : 0;
    }
    return first == "memory".length() && figures >= 4;
  }

  /** Whether a line is a rule as unit mode draws it. */
  static boolean isLongRuler(Line line) {
    if (line.length() < RULER || line.length() > 400) {
      return false;
    }
    return line.text().strip().chars().allMatch(c -> c == '-');
  }
}
