package dev.headroom.format;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/**
 * The configuration line that AIX tools print above a table, and its changes below: {@code System
 * configuration: lcpu=8 mem=6144MB ent=0.40 mmode=shared mpsz=12.00GB}. {@code
 * grammars/imports/SystemConfiguration.g4} is its grammar. Its values are sampled once, and again
 * where they change; they take the time of the row that follows them.
 */
public final class ConfigurationLine {
  /** How far below a configuration line the header of its table may stand. */
  private static final int REACH = 8;

  private static final int LONGEST = 400;

  /** This number of lines of words may be strange, such as the halves of a broken one. */
  private static final int MOST_STRANGE = 3;

  /** Two words that begin as figures do. */
  private static final Pattern FIGURES = Pattern.compile("(?:^|\\s)[.\\d]\\S*\\s(?:.*\\s)?[.\\d]");

  /** Three words one after another, which no heading has and no row. */
  private static final Pattern PROSE =
      Pattern.compile("(?:^| )[A-Za-z]{2,}[,:]? [A-Za-z]{2,}[,:]? [A-Za-z]{2,}\\b");

  /** What may have been typed: then another call begins. */
  private static final Pattern PROMPT = Pattern.compile("[^|]{0,40}[$#>%\\]][ \t]*[A-Za-z/.].*");

  /** What is read; where a key has a size, its unit stands behind it. */
  private static final Map<String, Metric> KEYS =
      Map.of(
          "mem", Metric.MEMORY_LOGICAL,
          "mpsz", Metric.POOL_MEMORY,
          "ent", Metric.CPU_ENTITLEMENT,
          "iome", Metric.MEMORY_ENTITLEMENT_IO);

  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{0,4})?)[ \\t]*([kKMGT]B)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");

  private final SectionContext context;
  private final Predicate<Set<String>> owns;
  private final boolean onlyOfPools;
  private final TableBuilder rows;
  private final Map<Metric, Double> values = new EnumMap<>(Metric.class);
  private final Map<Metric, Double> sampled = new EnumMap<>(Metric.class);
  private final List<Double> processors = new ArrayList<>();
  private double logical = Double.NaN;
  private long line;

  /**
   * The configuration lines of one section.
   *
   * @param metrics what is sampled: of logical memory, pool, entitlements of processors and of I/O
   * @param onlyOfPools whether it is sampled only where it says that the partition is in a pool
   * @param owns whether a line with these keys is the tool's own, and not a sister's
   */
  public ConfigurationLine(
      SectionContext context,
      List<Metric> metrics,
      boolean onlyOfPools,
      Predicate<Set<String>> owns) {
    this.context = context;
    this.owns = owns;
    this.onlyOfPools = onlyOfPools;
    this.rows = new TableBuilder(metrics);
  }

  /**
   * Whether a line is a configuration line, and the first line below it that is neither blank nor a
   * ruler is such as the tool prints: sister tools print the same line. Lines of another kind may
   * stand between, which the tool did not print: prose, what is too long for any tool, some lines
   * of words, and one line of figures, since a sister's table has headings and figures.
   */
  public static boolean stands(Line line, Lines lines, Predicate<Line> above) {
    if (!line.startsWith("System configuration:")) {
      return false;
    }
    int strange = 0;
    int figures = 0;
    for (int ahead = 1; ahead <= REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null) {
        return false;
      }
      if (above.test(next)) {
        return true;
      }
      if (next.isBlank() || next.startsWith("---") || next.length() > LONGEST) {
        continue;
      }
      String text = next.text().strip();
      boolean prose = PROSE.matcher(text).find();
      strange += prose ? 0 : 1;
      figures += !prose && FIGURES.matcher(text).find() ? 1 : 0;
      if (strange > (figures > 0 ? 1 : MOST_STRANGE) || !isStrange(text)) {
        return false;
      }
    }
    return false;
  }

  /** Whether a line is neither a configuration nor typed: it may stand where it does not belong. */
  private static boolean isStrange(String text) {
    return !text.startsWith("System configuration") && !PROMPT.matcher(text).matches();
  }

  /** The value that the last line gave, in the metric's unit; {@link Double#NaN} for none. */
  public double value(Metric metric) {
    return values.getOrDefault(metric, Double.NaN);
  }

  /** Logical memory in bytes, as {@link #value} gives it; for hot loops. */
  public double logical() {
    return logical;
  }

  /**
   * Reads the settings of a line, {@code key=value} each.
   *
   * @param unended whether the input ends inside the line, so that its last figure may have been
   *     cut
   */
  public Outcome read(Line text, List<Token> settings, boolean unended) {
    Set<String> keys = new HashSet<>();
    settings.forEach(setting -> keys.add(key(setting)));
    if (!owns.test(keys)) {
      return Outcome.FOREIGN;
    }
    finish(Double.NaN);
    line = text.number();
    values.clear();
    boolean shared = false;
    for (Token setting : settings) {
      String key = key(setting);
      String value = setting.getText().substring(setting.getText().indexOf('=') + 1);
      Metric metric = KEYS.get(key);
      if (unended && isCut(text, setting)) {
        report(text, setting, DiagnosticCode.TRUNCATED, "may have been cut; it counts as absent");
        continue;
      }
      if (key.equals("lcpu")) {
        processors(value);
      }
      if (metric != null) {
        values.put(
            metric, key.equals("ent") ? number(text, setting, value) : size(text, setting, value));
      } else if (key.equals("mmode") || key.equals("mode")) {
        shared = value.toLowerCase(Locale.ROOT).startsWith("shared");
      } else if (shared && value.endsWith("GB") && key.startsWith("mp")) {
        values.put(Metric.POOL_MEMORY, size(text, setting, value));
        report(text, setting, DiagnosticCode.REPAIRED_COLUMN, "is read as mpsz, the pool's size");
      }
    }
    logical = value(Metric.MEMORY_LOGICAL);
    return Outcome.UNDERSTOOD;
  }

  /** Whether a line ends with a figure: a size whose unit stands behind it is whole. */
  private static boolean isCut(Line text, Token setting) {
    String printed = setting.getText();
    return setting.getStopIndex() + 1 == text.length()
        && Character.isDigit(printed.charAt(printed.length() - 1));
  }

  private void processors(String value) {
    if (NUMBER.matcher(value).matches()) {
      double now = Double.parseDouble(value);
      if (processors.isEmpty() || processors.get(processors.size() - 1) != now) {
        processors.add(now);
      }
    }
  }

  private static String key(Token setting) {
    String text = setting.getText();
    int equals = text.indexOf('=');
    return equals < 0 ? "" : text.substring(0, equals);
  }

  private double size(Line text, Token setting, String value) {
    Matcher size = SIZE.matcher(value);
    if (!size.matches()) {
      report(text, setting, DiagnosticCode.BAD_NUMBER, "has no size; it counts as absent");
      return Double.NaN;
    }
    return Size.bytes(size.group(1), size.group(2));
  }

  private double number(Line text, Token setting, String value) {
    if (!NUMBER.matcher(value).matches()) {
      report(text, setting, DiagnosticCode.BAD_NUMBER, "has no number; it counts as absent");
      return Double.NaN;
    }
    return Double.parseDouble(value);
  }

  private void report(Line text, Token setting, DiagnosticCode code, String what) {
    context.report(text, LineGrammar.column(setting), code, "'" + setting.getText() + "' " + what);
  }

  /** A row follows the line: its values are sampled at that row's time. */
  public void rowSeen(double time) {
    if (line > 0) {
      finish(time);
    }
  }

  private void finish(double time) {
    if (line > 0 && (!onlyOfPools || value(Metric.POOL_MEMORY) > 0)) {
      for (Metric metric : rows.metrics()) {
        double now = value(metric);
        rows.set(metric, sampled.getOrDefault(metric, Double.NaN) == now ? Double.NaN : now);
        sampled.put(metric, now);
      }
      rows.endRow(line, time);
    }
    line = 0;
  }

  /** Ends the section: the samples. */
  public Draft close() {
    finish(context.clock().atRow(0));
    return Draft.ofSettings(rows, processors);
  }
}
