package dev.headroom.format.zvm;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX103 (STORAGE), storage utilization of the system: real storage, the dynamic paging area, and
 * expanded storage. A line that it reads:
 *
 * <pre>Total real storage      28'672MB     Total available          2'048MB</pre>
 */
public final class Fcx103 extends FcxFormat {
  static final FcxReport REPORT =
      new FcxReport(
          "fcx103",
          Kind.SYSTEM,
          List.of(),
          List.of(),
          List.of(
              FcxFigure.of(Metric.MEMORY_REAL),
              FcxFigure.of(Metric.MEMORY_DYNAMIC),
              FcxFigure.of(Metric.MEMORY_PAGEABLE),
              FcxFigure.of(Metric.XSTORE_SIZE),
              FcxFigure.of(Metric.XSTORE_INUSE)));

  /** The format. */
  public Fcx103() {
    super(REPORT.format(), "FcxStorage.g4");
  }
}
