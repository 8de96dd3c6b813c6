package dev.headroom.format.perfkit;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Holds the row of means of a report against the sum of its users. The row {@code >System<} is the
 * mean of as many users as it says, so that its figures times that number are what all users
 * together have.
 */
final class Means {
  private final SectionContext context;
  private final ReportKind report;
  private final double[] sums;
  private final double[] slack;
  private final double[] mean;
  private final double[] meanQuantum;
  private final int[] columns;
  private long users;
  private long rejected;
  private @Nullable Line lastLine;
  private double claimed = Double.NaN;
  private @Nullable Line line;

  Means(SectionContext context, ReportKind report) {
    this.context = context;
    this.report = report;
    int figures = report.figures().size();
    sums = new double[figures];
    slack = new double[figures];
    mean = new double[figures];
    meanQuantum = new double[figures];
    columns = new int[figures];
    Arrays.fill(mean, Double.NaN);
  }

  /** Notes a row that was left out. */
  void reject(PrintedLine at) {
    rejected++;
    lastLine = at.original().copy();
  }

  /** Notes a user's row. */
  void add(PrintedLine at, TableRow row) {
    users++;
    lastLine = at.original().copy();
    for (int i = 0; i < sums.length; i++) {
      PrintedNumber figure = row.summed(report.figures().get(i));
      sums[i] += figure.value();
      slack[i] += figure.quantum() / 2;
    }
  }

  /** Notes a row of means; the first of a report counts. */
  void mean(PrintedLine at, TableRow row, PrintedNumber ofUsers) {
    if (line != null || !row.word("userid").equals(">System<")) {
      return;
    }
    line = at.original().copy();
    claimed = ofUsers.value();
    for (int i = 0; i < mean.length; i++) {
      PrintedFigure figure = report.figures().get(i);
      PrintedNumber printed = row.summed(figure);
      mean[i] = printed.value();
      meanQuantum[i] = printed.quantum();
      columns[i] =
          figure.sums().stream().mapToInt(sum -> row.column(sum.get(0))).findFirst().orElse(0);
    }
  }

  /** Says where the means and the users contradict each other by more than rounding explains. */
  void check() {
    Line at = line;
    checkCount();
    if (at == null || !(claimed > 0) || users == 0 || users > claimed) {
      return;
    }
    for (int i = 0; i < mean.length; i++) {
      double total = mean[i] * claimed;
      double tolerance = slack[i] + claimed * meanQuantum[i] / 2 + 1e-6 * Math.abs(total);
      boolean tooMany = sums[i] > total + tolerance;
      boolean tooFew = users == (long) claimed && sums[i] < total - tolerance;
      boolean isSum = Math.abs(sums[i] - mean[i]) <= slack[i] + meanQuantum[i] / 2;
      if ((tooMany || tooFew) && !isSum) {
        context.report(
            at,
            columns[i],
            DiagnosticCode.INCONSISTENT,
            report.figures().get(i).metric().label()
                + " of "
                + users
                + " users sums to "
                + shown(sums[i])
                + ", but >System< has "
                + shown(mean[i])
                + " for each of "
                + shown(claimed)
                + "; kept as read");
      }
    }
  }

  /** Says where fewer users stand in the report than it counts. */
  private void checkCount() {
    Line at = lastLine == null ? line : lastLine;
    if (at != null && claimed > users + rejected) {
      context.report(
          at,
          at.length() + 1,
          DiagnosticCode.TRUNCATED,
          "the report ends after "
              + users
              + " of the "
              + shown(claimed)
              + " users that >System< counts; what stands before is read");
    }
  }

  /** A figure in as many digits as a person needs. */
  static String shown(double value) {
    return BigDecimal.valueOf(value)
        .round(new MathContext(12))
        .stripTrailingZeros()
        .toPlainString();
  }
}
