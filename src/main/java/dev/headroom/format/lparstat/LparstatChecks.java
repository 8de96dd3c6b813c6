package dev.headroom.format.lparstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.ColumnLayout;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.RowWatch;
import dev.headroom.format.SectionContext;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.Arrays;
import java.util.List;

/** What the figures of a row must satisfy among themselves. */
final class LparstatChecks implements RowWatch {
  /** Four figures of one decimal each; the rest is the noise of doubles. */
  private static final double TOLERANCE = 0.2 + 1e-6;

  /** Printed with two decimals of a GB. */
  private static final double ROUNDING = 0.015 * (1L << 30);

  /** No server has more: a larger figure has lost its point. */
  private static final double MOST_PROCESSORS = 1024;

  private static final List<Metric> SHARES =
      List.of(Metric.CPU_USER, Metric.CPU_SYSTEM, Metric.CPU_WAIT, Metric.CPU_IDLE);

  private final SectionContext context;
  private final ConfigurationLine configuration;
  private int[] shares = {};
  private int physical = -1;
  private int consumed = -1;

  LparstatChecks(SectionContext context, ConfigurationLine configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  @Override
  public void use(ColumnLayout layout) {
    shares = SHARES.stream().mapToInt(layout::place).toArray();
    if (Arrays.stream(shares).anyMatch(place -> place < 0)) {
      shares = new int[0];
    }
    physical = layout.place(Metric.MEMORY_PHYSICAL);
    consumed = layout.place(Metric.CPU_PHYSICAL);
  }

  @Override
  public boolean suspicious(double[] values) {
    double sum = shares.length == 0 ? 100 : 0;
    for (int place : shares) {
      sum += values[place];
    }
    return isOff(sum)
        || (consumed >= 0 && values[consumed] > MOST_PROCESSORS)
        || (physical >= 0 && isMore(values[physical]));
  }

  private static boolean isOff(double sum) {
    return Math.abs(sum - 100) > TOLERANCE;
  }

  private boolean isMore(double bytes) {
    return bytes > configuration.logical() + ROUNDING;
  }

  @Override
  public void check(Line line, double[] values) {
    double sum = Arrays.stream(shares).mapToDouble(place -> values[place]).sum();
    if (shares.length > 0 && isOff(sum)) {
      report(line, "%user + %sys + %wait + %idle is " + Decimal.fixed(sum, 1) + ", not 100");
    }
    if (consumed >= 0 && values[consumed] > MOST_PROCESSORS) {
      context.report(
          line,
          0,
          DiagnosticCode.BAD_NUMBER,
          "no partition uses "
              + Decimal.fixed(values[consumed], 0)
              + " processors; physc counts as absent");
      values[consumed] = Double.NaN;
    }
    double pmem = physical < 0 ? Double.NaN : values[physical];
    if (isMore(pmem)) {
      report(
          line,
          "pmem is "
              + Size.gb(pmem)
              + ", more than the "
              + Size.gb(configuration.logical())
              + " of mem");
    }
  }

  private void report(Line line, String fault) {
    context.report(line, 0, DiagnosticCode.INCONSISTENT, fault + "; kept as read");
  }

  @Override
  public void rowSeen(double time) {
    configuration.rowSeen(time);
  }
}
