package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.SectionContext;

/** Holds the figures of one row against each other. */
final class RowChecks {
  private static final double BUSY_SLACK = 0.2;

  private RowChecks() {}

  /** What a processor did is what it did for users and for the system. */
  static void busy(SectionContext context, PrintedLine line, TableRow row) {
    if (!isBusy(row)) {
      double sum = row.number("user").value() + row.number("system").value();
      report(
          context,
          line,
          row.column("total"),
          "Total is "
              + Means.shown(row.number("total").value())
              + ", User + Syst is "
              + Means.shown(sum));
    }
  }

  /** Whether what a processor did may be what it did for users and for the system. */
  static boolean isBusy(TableRow row) {
    PrintedNumber total = row.number("total");
    PrintedNumber user = row.number("user");
    PrintedNumber system = row.number("system");
    double rounding = (total.quantum() + user.quantum() + system.quantum()) / 2;
    double off = Math.abs(total.value() - user.value() - system.value());
    return !(off > Math.max(BUSY_SLACK, rounding) + 1e-9);
  }

  /** The T/V ratio must follow from the two times beside it, each of them rounded. */
  static void ratio(SectionContext context, PrintedLine line, TableRow row) {
    if (!isRatio(row)) {
      double quotient = row.number("total").value() / row.number("virtual").value();
      report(
          context,
          line,
          row.column("ratio"),
          "T/V is "
              + Means.shown(row.number("ratio").value())
              + ", TCPU / VCPU is "
              + Means.shown(Math.rint(quotient * 100) / 100));
    }
  }

  /** Whether the T/V ratio may follow from the two times. */
  static boolean isRatio(TableRow row) {
    PrintedNumber total = row.number("total");
    PrintedNumber virtual = row.number("virtual");
    PrintedNumber ratio = row.number("ratio");
    double least = virtual.value() - virtual.quantum() / 2;
    if (!(least > 0)) {
      return true;
    }
    double low = (total.value() - total.quantum() / 2) / (virtual.value() + virtual.quantum() / 2);
    double high = (total.value() + total.quantum() / 2) / least;
    return !(ratio.value() < low - ratio.quantum() || ratio.value() > high + ratio.quantum());
  }

  private static void report(SectionContext context, PrintedLine line, int column, String what) {
    context.report(line.original(), column, DiagnosticCode.INCONSISTENT, what + "; kept as read");
  }
}
