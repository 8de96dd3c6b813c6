package dev.headroom.format.hmc;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.unit.Size;
import java.util.regex.Pattern;

/** The numbers of an answer: memory in MB of 2^20 bytes, capacities, counts and counters. */
final class HmcFigures {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,6})?");

  /** More MB than any server has. */
  private static final double MOST_MB = 1 << 28;

  private final SectionContext context;

  HmcFigures(SectionContext context) {
    this.context = context;
  }

  /** The number of a key; {@link Double#NaN} where it is absent, or, which is told, no number. */
  double number(Line line, HmcRecord record, String key) {
    return record.cell(key).map(cell -> number(line, cell)).orElse(Double.NaN);
  }

  private double number(Line line, HmcRecord.Cell cell) {
    return NUMBER.matcher(cell.text()).matches()
        ? Double.parseDouble(cell.text())
        : bad(line, cell, "is not a number");
  }

  /** A number that is not below zero. */
  double amount(Line line, HmcRecord record, String key) {
    double value = number(line, record, key);
    return value < 0 ? bad(line, record, key, "is below zero, which this cannot be") : value;
  }

  /** Memory, printed in MB, in bytes. */
  double memory(Line line, HmcRecord record, String key) {
    double value = amount(line, record, key);
    return value > MOST_MB
        ? bad(line, record, key, "MB is more than any server has")
        : value * Size.MB;
  }

  private double bad(Line line, HmcRecord record, String key, String why) {
    return record.cell(key).map(cell -> bad(line, cell, why)).orElse(Double.NaN);
  }

  private double bad(Line line, HmcRecord.Cell cell, String why) {
    context.report(
        line,
        cell.column(),
        DiagnosticCode.BAD_NUMBER,
        "'" + cell.text() + "' " + why + "; it counts as absent");
    return Double.NaN;
  }
}
