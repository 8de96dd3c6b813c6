package dev.headroom.format.zvm;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX112 (USER), general user resource utilization: what every guest used of processors and
 * devices. A line that it reads:
 *
 * <pre>LNX00080   31.2   1123  1046.1   1.1   42.0  40.1    .5    1.4  .0  16.0 EME,CL3,DISP</pre>
 */
public final class Fcx112 extends FcxFormat {
  private static final String LOAD = "CPU Load";
  private static final String IO = "Virtual IO/s";

  static final FcxReport REPORT =
      new FcxReport(
          "fcx112",
          Kind.GUEST,
          List.of("userid"),
          List.of(
              FcxColumn.of("userid", FcxUnit.WORD, "Userid", FcxColumn.ANY),
              FcxColumn.of("busy", FcxUnit.PLAIN, "%CPU", LOAD),
              FcxColumn.of("total", FcxUnit.PLAIN, "TCPU", LOAD, "Seconds"),
              FcxColumn.of("virtual", FcxUnit.PLAIN, "VCPU", LOAD, "Seconds"),
              FcxColumn.of("ratio", FcxUnit.PLAIN, "T/V Ratio", LOAD),
              FcxColumn.of("io", FcxUnit.PLAIN, "Total", IO),
              FcxColumn.of("io.dasd", FcxUnit.PLAIN, "DASD", FcxColumn.ANY),
              FcxColumn.of("io.avoided", FcxUnit.PLAIN, "Avoid", FcxColumn.ANY),
              FcxColumn.of("io.diag98", FcxUnit.PLAIN, "Diag98", FcxColumn.ANY),
              FcxColumn.of("io.ur", FcxUnit.PLAIN, "UR", FcxColumn.ANY),
              FcxColumn.of("paging", FcxUnit.PLAIN, "Pg/s"),
              FcxColumn.of("status", FcxUnit.FREE, "User Status", FcxColumn.ANY),
              FcxColumn.of("logged", FcxUnit.PLAIN, "Logged", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("active", FcxUnit.PLAIN, "Active", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("spool.pages", FcxUnit.PLAIN, "Pages", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("spool.rate", FcxUnit.PLAIN, "SPg/s", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("mdc.inserts", FcxUnit.PLAIN, "MDC Inserts|Inserts/s", FcxColumn.ANY)
                  .mayBeBlank(),
              FcxColumn.of("mdc.share", FcxUnit.PLAIN, "MDC Share", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("users", FcxUnit.PLAIN, "Nr of Users", FcxColumn.ANY).mayBeBlank()),
          List.of(
              FcxFigure.of(Metric.CPU_BUSY, "busy"),
              FcxFigure.of(Metric.CPU_TOTAL, "total"),
              FcxFigure.of(Metric.CPU_VIRTUAL_TIME, "virtual"),
              FcxFigure.of(Metric.IO_VIRTUAL, "io"),
              FcxFigure.of(Metric.PAGING_TOTAL, "paging")));

  /** The format. */
  public Fcx112() {
    super(REPORT.format(), "FcxReport.g4");
  }
}
