package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.VmstatParser.ConfigurationContext;
import dev.headroom.format.grammar.VmstatParser.SettingContext;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The configuration line above a table, and its changes below: {@code System configuration: lcpu=8
 * mem=6144MB ent=0.40 mmode=shared mpsz=12.00GB}. Its values are sampled once, and again where they
 * change; they take the time of the row that follows them.
 */
final class VmstatConfiguration {
  private static final List<Metric> METRICS =
      List.of(Metric.MEMORY_LOGICAL, Metric.POOL_MEMORY, Metric.CPU_ENTITLEMENT);
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{0,4})?)(KB|MB|GB|TB)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}(?:\\.\\d{1,4})?");

  /** Keys that only sister tools print: lparstat, iostat, sar. */
  private static final Set<String> FOREIGN = Set.of("type", "drives", "iome", "iomp", "psize");

  private final SectionContext context;
  private final TableBuilder rows = new TableBuilder(METRICS);
  private double logical = Double.NaN;
  private double pool = Double.NaN;
  private double entitlement = Double.NaN;
  private double sampledLogical = Double.NaN;
  private double sampledPool = Double.NaN;
  private double sampledEntitlement = Double.NaN;
  private long line;

  VmstatConfiguration(SectionContext context) {
    this.context = context;
  }

  /** Logical memory in bytes; not a number where no line gave it. */
  double logical() {
    return logical;
  }

  Outcome read(Line text, ConfigurationContext found) {
    for (SettingContext setting : found.setting()) {
      String key = key(setting);
      if (FOREIGN.contains(key)) {
        return Outcome.FOREIGN;
      }
    }
    finish(Double.NaN);
    line = text.number();
    logical = Double.NaN;
    pool = Double.NaN;
    entitlement = Double.NaN;
    boolean shared = false;
    for (SettingContext setting : found.setting()) {
      String key = key(setting);
      String value = setting.getText().substring(setting.getText().indexOf('=') + 1);
      if (key.equals("mem")) {
        logical = size(text, setting, value);
      } else if (key.equals("mpsz")) {
        pool = size(text, setting, value);
      } else if (key.equals("ent")) {
        entitlement = number(text, setting, value);
      } else if (key.equals("mmode") || key.equals("mode")) {
        shared = value.toLowerCase(Locale.ROOT).startsWith("shared");
      } else if (shared && value.endsWith("GB") && key.startsWith("mp")) {
        pool = size(text, setting, value);
        report(text, setting, DiagnosticCode.REPAIRED_COLUMN, "is read as mpsz, the pool's size");
      }
    }
    return Outcome.UNDERSTOOD;
  }

  private static String key(SettingContext setting) {
    String text = setting.getText();
    int equals = text.indexOf('=');
    return equals < 0 ? "" : text.substring(0, equals);
  }

  private double size(Line text, SettingContext setting, String value) {
    Matcher size = SIZE.matcher(value);
    if (!size.matches()) {
      report(text, setting, DiagnosticCode.BAD_NUMBER, "has no size; it counts as absent");
      return Double.NaN;
    }
    return Size.bytes(size.group(1), size.group(2));
  }

  private double number(Line text, SettingContext setting, String value) {
    if (!NUMBER.matcher(value).matches()) {
      report(text, setting, DiagnosticCode.BAD_NUMBER, "has no number; it counts as absent");
      return Double.NaN;
    }
    return Double.parseDouble(value);
  }

  private void report(Line text, SettingContext setting, DiagnosticCode code, String what) {
    context.report(
        text, LineGrammar.column(setting.getStart()), code, "'" + setting.getText() + "' " + what);
  }

  /** A row follows the line: its values are sampled at that row's time. */
  void rowSeen(double time) {
    if (line > 0) {
      finish(time);
    }
  }

  private void finish(double time) {
    if (line == 0) {
      return;
    }
    rows.set(0, changed(sampledLogical, logical));
    rows.set(1, changed(sampledPool, pool));
    rows.set(2, changed(sampledEntitlement, entitlement));
    rows.endRow(line, time);
    sampledLogical = logical;
    sampledPool = pool;
    sampledEntitlement = entitlement;
    line = 0;
  }

  private static double changed(double before, double now) {
    return before == now ? Double.NaN : now;
  }

  TableBuilder close() {
    finish(context.clock().atRow(0));
    return rows;
  }
}
