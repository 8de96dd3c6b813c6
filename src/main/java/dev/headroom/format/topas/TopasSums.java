package dev.headroom.format.topas;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.unit.Decimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sums of one screen, set against the figures above its table: all memory against {@code Mon},
 * what is used of it against {@code InUse}, what the partitions with shared processors consume and
 * are entitled to against {@code Shr_PhysB} and the second {@code Shr}. Each figure is rounded, so
 * that a sum may be off by half a last digit for each of its terms.
 */
final class TopasSums {
  private final SectionContext context;
  private final Map<String, TopasFigure> sums = new HashMap<>();
  private int shared;
  private int dedicated;

  TopasSums(SectionContext context) {
    this.context = context;
  }

  void clear() {
    sums.clear();
    shared = 0;
    dedicated = 0;
  }

  /** Adds the row of a partition. */
  void add(TopasRow row, boolean dedicatedProcessors) {
    dedicated += dedicatedProcessors ? 1 : 0;
    shared += dedicatedProcessors ? 0 : 1;
    for (String heading : List.of("mem", "inu", "physb", "ent")) {
      if (!dedicatedProcessors || heading.equals("mem") || heading.equals("inu")) {
        sums.merge(heading, row.figure(heading), TopasFigure::plus);
      }
    }
  }

  /** Compares, where every partition that the screen counts was read. */
  void check(TopasSummary summary) {
    Line line = summary.line();
    if (line == null || shared + dedicated == 0) {
      return;
    }
    boolean all =
        summary.figure("shr/1").value() == shared && summary.figure("ded/1").value() == dedicated;
    if (all) {
      compare(line, "Mem", "Mon", summary.figure("mon/1"));
      compare(line, "InU", "InUse", summary.figure("inuse/1"));
      compare(line, "PhysB", "Shr_PhysB", summary.figure("shr_physb/1"));
      compare(line, "Ent", "the second Shr", summary.figure("shr/2"));
    }
  }

  private void compare(Line line, String column, String name, TopasFigure figure) {
    TopasFigure sum = sums.getOrDefault(column.toLowerCase(Locale.ROOT), TopasFigure.ABSENT);
    if (!sum.agrees(figure)) {
      context.report(
          line,
          0,
          DiagnosticCode.INCONSISTENT,
          String.format(
              Locale.ROOT,
              "%s of all partitions sums to %s, but %s is %s; kept as read",
              column,
              shown(sum),
              name,
              shown(figure)));
    }
  }

  private static String shown(TopasFigure figure) {
    return Decimal.fixed(figure.value(), 2).replaceFirst("0$", "");
  }

  /** The four shares of processor time are cut or rounded to whole per cents. */
  void checkShares(TopasRow row, Line line) {
    double least = 0;
    double sum = 0;
    boolean more = false;
    for (String share : TopasRow.SHARES) {
      double value = row.figure(share).value();
      sum += value;
      least += Double.isNaN(value) ? 0 : value;
      more |= value > 100;
    }
    if (more || (Double.isNaN(sum) && least > TopasRow.MOST_SHARES)) {
      row.leaveOutShares();
      context.report(
          line,
          0,
          DiagnosticCode.INCONSISTENT,
          "Us + Sy + Wa + Id is at least "
              + Decimal.fixed(least, 0)
              + ", not 100; all four are left out");
    } else if (sum < TopasRow.LEAST_SHARES || sum > TopasRow.MOST_SHARES) {
      context.report(
          line,
          0,
          DiagnosticCode.INCONSISTENT,
          "Us + Sy + Wa + Id is " + Decimal.fixed(sum, 0) + ", not 100; kept as read");
    }
  }
}
