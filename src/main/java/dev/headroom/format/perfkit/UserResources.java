package dev.headroom.format.perfkit;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX112 (USER), general user resource utilization: what every guest used of processors and
 * devices. A line that it reads:
 *
 * <pre>LNX00080   31.2   1123  1046.1   1.1   42.0  40.1    .5    1.4  .0  16.0 EME,CL3,DISP</pre>
 */
public final class UserResources extends ReportFormat {
  private static final String LOAD = "CPU Load";
  private static final String IO = "Virtual IO/s";

  static final ReportKind REPORT =
      new ReportKind(
          "fcx112",
          Kind.GUEST,
          List.of("userid"),
          List.of(
              PrintedColumn.of("userid", PrintedUnit.WORD, "Userid", PrintedColumn.ANY),
              PrintedColumn.of("busy", PrintedUnit.PLAIN, "%CPU", LOAD),
              PrintedColumn.of("total", PrintedUnit.PLAIN, "TCPU", LOAD, "Seconds"),
              PrintedColumn.of("virtual", PrintedUnit.PLAIN, "VCPU", LOAD, "Seconds"),
              PrintedColumn.of("ratio", PrintedUnit.PLAIN, "T/V Ratio", LOAD),
              PrintedColumn.of("io", PrintedUnit.PLAIN, "Total", IO),
              PrintedColumn.of("io.dasd", PrintedUnit.PLAIN, "DASD", PrintedColumn.ANY),
              PrintedColumn.of("io.avoided", PrintedUnit.PLAIN, "Avoid", PrintedColumn.ANY),
              PrintedColumn.of("io.diag98", PrintedUnit.PLAIN, "Diag98", PrintedColumn.ANY),
              PrintedColumn.of("io.ur", PrintedUnit.PLAIN, "UR", PrintedColumn.ANY),
              PrintedColumn.of("paging", PrintedUnit.PLAIN, "Pg/s"),
              PrintedColumn.of("status", PrintedUnit.FREE, "User Status", PrintedColumn.ANY),
              PrintedColumn.of("logged", PrintedUnit.PLAIN, "Logged", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("active", PrintedUnit.PLAIN, "Active", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("spool.pages", PrintedUnit.PLAIN, "Pages", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("spool.rate", PrintedUnit.PLAIN, "SPg/s", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of(
                      "mdc.inserts", PrintedUnit.PLAIN, "MDC Inserts|Inserts/s", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("mdc.share", PrintedUnit.PLAIN, "MDC Share", PrintedColumn.ANY)
                  .mayBeBlank(),
              PrintedColumn.of("users", PrintedUnit.PLAIN, "Nr of Users", PrintedColumn.ANY)
                  .mayBeBlank()),
          List.of(
              PrintedFigure.of(Metric.CPU_BUSY, "busy"),
              PrintedFigure.of(Metric.CPU_TOTAL, "total"),
              PrintedFigure.of(Metric.CPU_VIRTUAL_TIME, "virtual"),
              PrintedFigure.of(Metric.IO_VIRTUAL, "io"),
              PrintedFigure.of(Metric.PAGING_TOTAL, "paging")));

  /** The format. */
  public UserResources() {
    super(REPORT.format(), "USER", "FcxReport.g4");
  }
}
