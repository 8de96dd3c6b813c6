package dev.headroom.format.perfkit;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX113 (UPAGE), user paging activity and storage utilization: what every guest holds in real,
 * expanded and auxiliary storage, and what moves between them. A line that it reads:
 *
 * <pre>LNX00080      0     .0    .0     .0     .0    .0   .0   .0  4212      0    812  3411 …</pre>
 */
public final class UserPaging extends ReportFormat {
  private static final String PAGES = "Number of Pages";
  private static final String RATES = "Paging Activity/s";
  private static final String MIGRATION = "Page Migration";

  static final ReportKind REPORT =
      new ReportKind(
          "fcx113",
          Kind.GUEST,
          List.of("userid"),
          List.of(
              PrintedColumn.of("userid", PrintedUnit.WORD, "Userid", PrintedColumn.ANY),
              PrintedColumn.of("spaces", PrintedUnit.PLAIN, "Data Spaces Owned", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("reads", PrintedUnit.PLAIN, "Reads", RATES, "Page Rate"),
              PrintedColumn.of("writes", PrintedUnit.PLAIN, "Write|Writes", RATES, "Page Rate"),
              PrintedColumn.of("steals", PrintedUnit.PLAIN, "Page Steals", RATES),
              PrintedColumn.of("down", PrintedUnit.PLAIN, ">2GB>", RATES, MIGRATION),
              PrintedColumn.of("in", PrintedUnit.PLAIN, "X>MS", RATES, MIGRATION),
              PrintedColumn.of("out", PrintedUnit.PLAIN, "MS>X", RATES, MIGRATION),
              PrintedColumn.of("migrated", PrintedUnit.PLAIN, "X>DS", RATES, MIGRATION),
              PrintedColumn.of("wss", PrintedUnit.PAGES, "WSS", PAGES),
              PrintedColumn.of("reserved", PrintedUnit.PAGES, "Resrvd|Reserved", PAGES),
              PrintedColumn.of("resident.below", PrintedUnit.PAGES, "R<2GB", PAGES, "Resident"),
              PrintedColumn.of("resident.above", PrintedUnit.PAGES, "R>2GB", PAGES, "Resident"),
              PrintedColumn.of("resident", PrintedUnit.PAGES, "Resident|Resid|Res", PAGES),
              PrintedColumn.of("locked.below", PrintedUnit.PAGES, "L<2GB", PAGES, "Locked"),
              PrintedColumn.of("locked.above", PrintedUnit.PAGES, "L>2GB", PAGES, "Locked"),
              PrintedColumn.of("locked", PrintedUnit.PAGES, "Locked|Lockd", PAGES),
              PrintedColumn.of("xstore", PrintedUnit.PAGES, "XSTOR|XSTORE", PAGES),
              PrintedColumn.of("auxiliary", PrintedUnit.PAGES, "DASD", PAGES),
              PrintedColumn.of("size", PrintedUnit.BYTES, "Stor Size"),
              PrintedColumn.of("users", PrintedUnit.PLAIN, "Nr of Users", PrintedColumn.ANY)
                  .mayBeBlank()),
          List.of(
              PrintedFigure.of(Metric.PAGING_READS, "reads"),
              PrintedFigure.of(Metric.PAGING_WRITES, "writes"),
              PrintedFigure.of(Metric.PAGE_STEALS, "steals"),
              PrintedFigure.of(Metric.XSTORE_IN, "in"),
              PrintedFigure.of(Metric.XSTORE_OUT, "out"),
              PrintedFigure.of(Metric.XSTORE_MIGRATED, "migrated"),
              PrintedFigure.of(Metric.MEMORY_WORKINGSET, "wss"),
              PrintedFigure.of(Metric.MEMORY_RESERVED, "reserved"),
              PrintedFigure.of(Metric.MEMORY_RESIDENT, "resident.below+resident.above", "resident"),
              PrintedFigure.of(Metric.MEMORY_LOCKED, "locked.below+locked.above", "locked"),
              PrintedFigure.of(Metric.MEMORY_XSTORE, "xstore"),
              PrintedFigure.of(Metric.MEMORY_AUXILIARY, "auxiliary"),
              PrintedFigure.of(Metric.MEMORY_LOGICAL, "size")));

  /** The format. */
  public UserPaging() {
    super(REPORT.format(), "UPAGE", "FcxReport.g4");
  }
}
