package dev.headroom.format.perfkit;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX144 (PROCLOG), processor activity by time: how busy every processor of the LPAR was, interval
 * by interval. A line that it reads:
 *
 * <pre>09:10:00  00  CP    43.8  41.0   2.8  38.7   1204    61    12    88 …</pre>
 */
public final class ProcessorLog extends ReportFormat {
  private static final String BUSY = "Percent Busy";

  static final ReportKind REPORT =
      new ReportKind(
          "fcx144",
          Kind.PROCESSOR,
          List.of("time", "cpu"),
          List.of(
              PrintedColumn.of("time", PrintedUnit.WORD, "Interval End Time", PrintedColumn.ANY),
              PrintedColumn.of("cpu", PrintedUnit.WORD, "C P U|CPU", PrintedColumn.ANY),
              PrintedColumn.of("type", PrintedUnit.WORD, "Type", PrintedColumn.ANY),
              PrintedColumn.of("total", PrintedUnit.PLAIN, "Total", BUSY),
              PrintedColumn.of("user", PrintedUnit.PLAIN, "User", BUSY),
              PrintedColumn.of("system", PrintedUnit.PLAIN, "Syst", BUSY),
              PrintedColumn.of("emulation", PrintedUnit.PLAIN, "Emul", BUSY),
              PrintedColumn.of("vector", PrintedUnit.PLAIN, "Vect", PrintedColumn.ANY).mayBeBlank(),
              PrintedColumn.of("siml", PrintedUnit.PLAIN, "Inst Siml", PrintedColumn.ANY),
              PrintedColumn.of("diag", PrintedUnit.PLAIN, "DIAG", PrintedColumn.ANY),
              PrintedColumn.of("sigp", PrintedUnit.PLAIN, "SIGP", PrintedColumn.ANY),
              PrintedColumn.of("ssch", PrintedUnit.PLAIN, "SSCH", PrintedColumn.ANY),
              PrintedColumn.of(
                  "pldv.empty",
                  PrintedUnit.PLAIN,
                  "% empty|% Empty|% Em- pty|Pct Em- pty|%Em- pty|Pct Empty|%Empty|%Mt",
                  PrintedColumn.ANY),
              PrintedColumn.of(
                  "pldv.mean",
                  PrintedUnit.PLAIN,
                  "Mean when Non-0|Mean when not 0|Mean when|Mean Non-0|Mean",
                  PrintedColumn.ANY),
              PrintedColumn.of(
                  "pldv.master",
                  PrintedUnit.PLAIN,
                  "VMDBK Mastr only|VMDBKs Mastr only|VMDBKs Master only|Mastr only|Master only",
                  PrintedColumn.ANY),
              PrintedColumn.of(
                  "pldv.stolen",
                  PrintedUnit.PLAIN,
                  "VMDBK Stoln /s|VMDBKs Stoln /s|VMDBKs Stolen /s|VMDBKs stolen/s|Stoln/s"
                      + "|Stolen/s",
                  PrintedColumn.ANY),
              PrintedColumn.of("below", PrintedUnit.PLAIN, "<2GB/s|<2GB /s", PrintedColumn.ANY),
              PrintedColumn.of("pgin", PrintedUnit.PLAIN, "PGIN/s|PGIN /s", PrintedColumn.ANY),
              PrintedColumn.of(
                  "fast",
                  PrintedUnit.PLAIN,
                  "Fast Path %|Fast Path%|Fast Path|Path %",
                  PrintedColumn.ANY),
              PrintedColumn.of(
                  "read",
                  PrintedUnit.PLAIN,
                  "Page Read/s|Page Read /s|Page Reads/s",
                  PrintedColumn.ANY),
              PrintedColumn.of("messages", PrintedUnit.PLAIN, "Msgs/s|Msgs /s", PrintedColumn.ANY)),
          List.of(
              PrintedFigure.of(Metric.CPU_BUSY, "total"),
              PrintedFigure.of(Metric.CPU_USER, "user"),
              PrintedFigure.of(Metric.CPU_SYSTEM, "system"),
              PrintedFigure.of(Metric.CPU_EMULATION, "emulation")));

  /** The format. */
  public ProcessorLog() {
    super(REPORT.format(), "PROCLOG", "FcxReport.g4");
  }
}
