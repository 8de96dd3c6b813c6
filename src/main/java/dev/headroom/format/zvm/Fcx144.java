package dev.headroom.format.zvm;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/**
 * FCX144 (PROCLOG), processor activity by time: how busy every processor of the LPAR was, interval
 * by interval. A line that it reads:
 *
 * <pre>09:10:00  00  CP    43.8  41.0   2.8  38.7   1204    61    12    88 …</pre>
 */
public final class Fcx144 extends FcxFormat {
  private static final String BUSY = "Percent Busy";

  static final FcxReport REPORT =
      new FcxReport(
          "fcx144",
          Kind.PROCESSOR,
          List.of("time", "cpu"),
          List.of(
              FcxColumn.of("time", FcxUnit.WORD, "Interval End Time", FcxColumn.ANY),
              FcxColumn.of("cpu", FcxUnit.WORD, "C P U|CPU", FcxColumn.ANY),
              FcxColumn.of("type", FcxUnit.WORD, "Type", FcxColumn.ANY),
              FcxColumn.of("total", FcxUnit.PLAIN, "Total", BUSY),
              FcxColumn.of("user", FcxUnit.PLAIN, "User", BUSY),
              FcxColumn.of("system", FcxUnit.PLAIN, "Syst", BUSY),
              FcxColumn.of("emulation", FcxUnit.PLAIN, "Emul", BUSY),
              FcxColumn.of("vector", FcxUnit.PLAIN, "Vect", FcxColumn.ANY).mayBeBlank(),
              FcxColumn.of("siml", FcxUnit.PLAIN, "Inst Siml", FcxColumn.ANY),
              FcxColumn.of("diag", FcxUnit.PLAIN, "DIAG", FcxColumn.ANY),
              FcxColumn.of("sigp", FcxUnit.PLAIN, "SIGP", FcxColumn.ANY),
              FcxColumn.of("ssch", FcxUnit.PLAIN, "SSCH", FcxColumn.ANY),
              FcxColumn.of(
                  "pldv.empty",
                  FcxUnit.PLAIN,
                  "%|% empty|% Empty|% Em- pty|Pct Em- pty|%Em- pty|Pct Empty|%Empty|%Mt",
                  FcxColumn.ANY),
              FcxColumn.of(
                  "pldv.mean",
                  FcxUnit.PLAIN,
                  "Mean when Non-0|Mean when not 0|Mean when|Mean Non-0|Mean",
                  FcxColumn.ANY),
              FcxColumn.of(
                  "pldv.master",
                  FcxUnit.PLAIN,
                  "VMDBK Mastr only|VMDBKs Mastr only|VMDBKs Master only|Mastr only|Master only",
                  FcxColumn.ANY),
              FcxColumn.of(
                  "pldv.stolen",
                  FcxUnit.PLAIN,
                  "VMDBK Stoln /s|VMDBKs Stoln /s|VMDBKs Stolen /s|VMDBKs stolen/s|Stoln/s"
                      + "|Stolen/s",
                  FcxColumn.ANY),
              FcxColumn.of("below", FcxUnit.PLAIN, "<2GB/s|<2GB /s", FcxColumn.ANY),
              FcxColumn.of("pgin", FcxUnit.PLAIN, "PGIN/s|PGIN /s", FcxColumn.ANY),
              FcxColumn.of(
                  "fast", FcxUnit.PLAIN, "Fast Path %|Fast Path%|Fast Path|Path %", FcxColumn.ANY),
              FcxColumn.of(
                  "read", FcxUnit.PLAIN, "Page Read/s|Page Read /s|Page Reads/s", FcxColumn.ANY),
              FcxColumn.of("messages", FcxUnit.PLAIN, "Msgs/s|Msgs /s", FcxColumn.ANY)),
          List.of(
              FcxFigure.of(Metric.CPU_BUSY, "total"),
              FcxFigure.of(Metric.CPU_USER, "user"),
              FcxFigure.of(Metric.CPU_SYSTEM, "system"),
              FcxFigure.of(Metric.CPU_EMULATION, "emulation")));

  /** The format. */
  public Fcx144() {
    super(REPORT.format(), "FcxReport.g4");
  }
}
