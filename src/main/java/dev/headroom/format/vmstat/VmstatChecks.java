package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.ColumnLayout;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.RowWatch;
import dev.headroom.format.SectionContext;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of one row must satisfy among themselves. A row that does not is kept as read,
 * and a diagnostic says that it contradicts itself.
 */
final class VmstatChecks implements RowWatch {
  /** Printed figures have two decimals of a GB each. */
  private static final double ROUNDING = 0.015 * Size.GB;

  private static final double MOST_MAGNIFIED = 10_000;

  private final SectionContext context;
  private final ConfigurationLine configuration;
  private int user = -1;
  private int system = -1;
  private int idle = -1;
  private int wait = -1;
  private int virtual = -1;
  private int physical = -1;
  private int loaned = -1;

  VmstatChecks(SectionContext context, ConfigurationLine configuration) {
    this.context = context;
    this.configuration = configuration;
  }

  @Override
  public void use(ColumnLayout layout) {
    user = layout.place(Metric.CPU_USER);
    system = layout.place(Metric.CPU_SYSTEM);
    idle = layout.place(Metric.CPU_IDLE);
    wait = layout.place(Metric.CPU_WAIT);
    virtual = layout.place(Metric.MEMORY_VIRTUAL);
    physical = layout.place(Metric.MEMORY_PHYSICAL);
    loaned = layout.place(Metric.MEMORY_LOANED);
  }

  @Override
  public boolean suspicious(double[] values) {
    if (isComplete()) {
      if (isOff(shares(values[user], values[system], values[idle], values[wait]))) {
        return true;
      }
    } else if (hasMore(values)) {
      return true;
    }
    if (physical < 0) {
      return false;
    }
    double pmem = values[physical];
    return (pmem == 0 && virtual >= 0 && values[virtual] > 0)
        || isMore(pmem + (loaned < 0 ? 0 : values[loaned]));
  }

  /** Whether a share is more than all of the processor's time. */
  private boolean hasMore(double[] row) {
    return (user >= 0 && row[user] > 100)
        || (system >= 0 && row[system] > 100)
        || (idle >= 0 && row[idle] > 100)
        || (wait >= 0 && row[wait] > 100);
  }

  private boolean isComplete() {
    return user >= 0 && system >= 0 && idle >= 0 && wait >= 0;
  }

  private static double shares(double user, double system, double idle, double wait) {
    return user + system + idle + wait;
  }

  private static boolean isOff(double shares) {
    return shares < 98 || shares > 102;
  }

  private boolean isMore(double memory) {
    return memory > configuration.logical() + ROUNDING;
  }

  @Override
  public void check(Line line, double[] row) {
    report(line, processorFault(row));
    report(line, memoryFault(row));
    leaveOutShares(line, row);
  }

  /** A share of more than all is of a damaged row, or of one that was multiplied. */
  private void leaveOutShares(Line line, double[] row) {
    if (!hasMore(row)) {
      return;
    }
    for (int place : List.of(user, system, idle, wait)) {
      if (place >= 0) {
        row[place] = Double.NaN;
      }
    }
    context.report(
        line,
        0,
        DiagnosticCode.INCONSISTENT,
        "a share of processor time is more than 100 %; all four are left out");
  }

  @Override
  public void rowSeen(double time) {
    configuration.rowSeen(time);
  }

  private void report(Line line, @Nullable String fault) {
    if (fault != null) {
      context.report(line, 0, DiagnosticCode.INCONSISTENT, fault + "; kept as read");
    }
  }

  /** The four shares of processor time are rounded to whole per cents: 98 to 102 in all. */
  private @Nullable String processorFault(double[] row) {
    if (!isComplete()) {
      return null;
    }
    double sum = shares(row[user], row[system], row[idle], row[wait]);
    return isOff(sum) && !hasMore(row)
        ? "us + sy + id + wa is " + Decimal.fixed(sum, 0) + ", not 100"
        : null;
  }

  /** pmem + loan cannot pass the logical memory; a partition that runs has memory behind it. */
  private @Nullable String memoryFault(double[] row) {
    if (physical < 0) {
      return null;
    }
    double pmem = row[physical];
    if (pmem == 0 && virtual >= 0 && row[virtual] > 0) {
      return "pmem is 0, though the partition has pages in memory";
    }
    double sum = pmem + (loaned < 0 ? 0 : row[loaned]);
    return isMore(sum)
        ? "pmem + loan is "
            + Size.gb(sum)
            + ", more than the "
            + Size.gb(configuration.logical())
            + " of mem"
        : null;
  }

  /** Whether a row has all four shares of processor time. */
  static boolean hasShares(ColumnLayout layout) {
    return VmstatLayout.SHARES.stream().allMatch(share -> layout.place(share) >= 0);
  }

  /** Whether a mended layout gives shares of processor time that sum to about 100. */
  static boolean provesSystemTime(ColumnLayout mended, List<String> cells) {
    double sum = shares(mended, cells);
    return sum >= 95 && sum <= 105;
  }

  /**
   * Whether the cells of a row can only stand where a layout has them: its shares of processor time
   * are whole and sum to 100, and what always has decimals has them.
   */
  static boolean provesPlaces(ColumnLayout layout, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      int decimals = layout.cells().get(i).decimals();
      boolean share =
          layout.cells().get(i).metric().filter(VmstatLayout.SHARES::contains).isPresent();
      if (!cells
          .get(i)
          .matches(decimals > 0 ? "\\d+\\.\\d{" + decimals + "}" : share ? "\\d+" : ".*")) {
        return false;
      }
    }
    return !isOff(shares(layout, cells));
  }

  /**
   * How many times as large as they are the shares of processor time were printed ({@code -S}): a
   * power of ten, which their sum proves; 1 where it does not, and not a number where a share is
   * absent, or more than 100 without that proof.
   */
  static double magnified(ColumnLayout layout, List<String> cells) {
    double sum = shares(layout, cells);
    if (Double.isNaN(sum)) {
      return sum;
    }
    for (double times = 10; times <= MOST_MAGNIFIED; times *= 10) {
      if (Math.abs(sum - 100 * times) <= 2) {
        return times;
      }
    }
    boolean more =
        VmstatLayout.SHARES.stream()
            .anyMatch(share -> Double.parseDouble(cells.get(layout.place(share))) > 100);
    return more ? Double.NaN : 1;
  }

  /** The sum of the four shares; not a number where one is absent. */
  private static double shares(ColumnLayout layout, List<String> cells) {
    double sum = 0;
    for (Metric metric : VmstatLayout.SHARES) {
      int place = layout.place(metric);
      if (place < 0 || !cells.get(place).matches("\\d{1,7}(\\.\\d{0,4})?")) {
        return Double.NaN;
      }
      sum += Double.parseDouble(cells.get(place));
    }
    return sum;
  }
}
