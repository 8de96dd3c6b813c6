package dev.headroom.memory.ams;

import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.unit.Size;
import org.jspecify.annotations.Nullable;

/**
 * What the print may hide of a figure: half of its last digit. Tools print pages, whole MB, or GB
 * with one or two decimals.
 */
final class Rounding {
  private static final double PAGE = 4096;
  private static final double A_BYTE = 1;

  private Rounding() {}

  /**
   * What the print may hide of logical less physical and loaned memory, bytes.
   *
   * @param logical the row that each is from; null where it is configured, and exact
   */
  static double of(@Nullable Row logical, @Nullable Row physical, @Nullable Row loaned) {
    double shares = of(physical, Metric.MEMORY_PHYSICAL) + of(loaned, Metric.MEMORY_LOANED);
    // of a tool's two decimals one may be round, and seem exact where the tool is not known
    boolean both = shares == half(2) && ofOneFormat(physical, loaned);
    return of(logical, Metric.MEMORY_LOGICAL) + (both ? 2 * shares : shares);
  }

  private static boolean ofOneFormat(@Nullable Row one, @Nullable Row other) {
    return one != null && other != null && one.table().format().equals(other.table().format());
  }

  private static double of(@Nullable Row row, Metric metric) {
    if (row == null) {
      return 0;
    }
    double value = row.value(metric);
    return switch (row.table().format()) {
      // pmem and loan stand beside a size in whole MB
      case "vmstat", "lparstat" -> metric == Metric.MEMORY_LOGICAL ? 0 : half(2);
      case "topas-cec" -> decimals(value, 1) ? half(1) : half(2);
      // pages, unless another unit was asked for
      case "svmon", "series", "nmon" -> value % PAGE != 0 && decimals(value, 2) ? half(2) : 0;
      default -> 0;
    };
  }

  private static boolean decimals(double value, int decimals) {
    double digits = Size.GB * Math.pow(10, -decimals);
    return Math.abs(value - Math.rint(value / digits) * digits) < A_BYTE;
  }

  private static double half(int decimals) {
    return 0.5 * Size.GB * Math.pow(10, -decimals);
  }
}
