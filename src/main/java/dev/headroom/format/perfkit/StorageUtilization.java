package dev.headroom.format.perfkit;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX103 (STORAGE), storage utilization of the system: real storage, the dynamic paging area, and
 * expanded storage. A line that it reads:
 *
 * <pre>Total real storage      28'672MB     Total available          2'048MB</pre>
 */
public final class StorageUtilization extends ReportFormat {
  static final ReportKind REPORT =
      new ReportKind(
          "fcx103",
          Kind.SYSTEM,
          List.of(),
          List.of(),
          List.of(
              PrintedFigure.of(Metric.MEMORY_REAL),
              PrintedFigure.of(Metric.MEMORY_DYNAMIC),
              PrintedFigure.of(Metric.MEMORY_PAGEABLE),
              PrintedFigure.of(Metric.XSTORE_SIZE),
              PrintedFigure.of(Metric.XSTORE_INUSE)));

  /** The format. */
  public StorageUtilization() {
    super(REPORT.format(), "STORAGE", "FcxStorage.g4");
  }
}
