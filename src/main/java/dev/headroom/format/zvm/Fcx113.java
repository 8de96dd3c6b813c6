package dev.headroom.format.zvm;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX113 (UPAGE), user paging activity and storage utilization: what every guest holds in real,
 * expanded and auxiliary storage, and what moves between them. A line that it reads:
 *
 * <pre>LNX00080      0     .0    .0     .0     .0    .0   .0   .0  4212      0    812  3411 …</pre>
 */
public final class Fcx113 extends FcxFormat {
  private static final String PAGES = "Number of Pages";
  private static final String RATES = "Paging Activity/s";
  private static final String MIGRATION = "Page Migration";

  static final FcxReport REPORT =
      new FcxReport(
          "fcx113",
          Kind.GUEST,
          List.of("userid"),
          List.of(
              FcxColumn.of("userid", FcxUnit.WORD, "Userid", FcxColumn.ANY),
              FcxColumn.of("spaces", FcxUnit.PLAIN, "Data Spaces Owned", FcxColumn.ANY)
                  .mayBeBlank(),
              FcxColumn.of("reads", FcxUnit.PLAIN, "Reads", RATES, "Page Rate"),
              FcxColumn.of("writes", FcxUnit.PLAIN, "Write|Writes", RATES, "Page Rate"),
              FcxColumn.of("steals", FcxUnit.PLAIN, "Page Steals", RATES),
              FcxColumn.of("down", FcxUnit.PLAIN, ">2GB>", RATES, MIGRATION),
              FcxColumn.of("in", FcxUnit.PLAIN, "X>MS", RATES, MIGRATION),
              FcxColumn.of("out", FcxUnit.PLAIN, "MS>X", RATES, MIGRATION),
              FcxColumn.of("migrated", FcxUnit.PLAIN, "X>DS", RATES, MIGRATION),
              FcxColumn.of("wss", FcxUnit.PAGES, "WSS", PAGES),
              FcxColumn.of("reserved", FcxUnit.PAGES, "Resrvd|Reserved", PAGES),
              FcxColumn.of("resident.below", FcxUnit.PAGES, "R<2GB", PAGES, "Resident"),
              FcxColumn.of("resident.above", FcxUnit.PAGES, "R>2GB", PAGES, "Resident"),
              FcxColumn.of("resident", FcxUnit.PAGES, "Resident|Resid|Res", PAGES),
              FcxColumn.of("locked.below", FcxUnit.PAGES, "L<2GB", PAGES, "Locked"),
              FcxColumn.of("locked.above", FcxUnit.PAGES, "L>2GB", PAGES, "Locked"),
              FcxColumn.of("locked", FcxUnit.PAGES, "Locked|Lockd", PAGES),
              FcxColumn.of("xstore", FcxUnit.PAGES, "XSTOR|XSTORE", PAGES),
              FcxColumn.of("auxiliary", FcxUnit.PAGES, "DASD", PAGES),
              FcxColumn.of("size", FcxUnit.BYTES, "Stor Size"),
              FcxColumn.of("users", FcxUnit.PLAIN, "Nr of Users", FcxColumn.ANY).mayBeBlank()),
          List.of(
              FcxFigure.of(Metric.PAGING_READS, "reads"),
              FcxFigure.of(Metric.PAGING_WRITES, "writes"),
              FcxFigure.of(Metric.PAGE_STEALS, "steals"),
              FcxFigure.of(Metric.XSTORE_IN, "in"),
              FcxFigure.of(Metric.XSTORE_OUT, "out"),
              FcxFigure.of(Metric.XSTORE_MIGRATED, "migrated"),
              FcxFigure.of(Metric.MEMORY_WORKINGSET, "wss"),
              FcxFigure.of(Metric.MEMORY_RESERVED, "reserved"),
              FcxFigure.of(Metric.MEMORY_RESIDENT, "resident.below+resident.above", "resident"),
              FcxFigure.of(Metric.MEMORY_LOCKED, "locked.below+locked.above", "locked"),
              FcxFigure.of(Metric.MEMORY_XSTORE, "xstore"),
              FcxFigure.of(Metric.MEMORY_AUXILIARY, "auxiliary"),
              FcxFigure.of(Metric.MEMORY_LOGICAL, "size")));

  /** The format. */
  public Fcx113() {
    super(REPORT.format(), "FcxReport.g4");
  }
}
