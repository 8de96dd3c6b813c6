package dev.headroom.cli;

import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.JsonReport;
import dev.headroom.report.samples.SampleCsv;
import dev.headroom.series.Table;
import dev.headroom.sizing.ams.ExitPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder that a report is written into: pages, {@code report.json}, {@code series.csv}. */
record ReportFolder(Path out, ReadingOptions reading) {

  /** Writes all of it; what cannot be written is a wrong call. */
  void write(Report report, List<WhatIf> whatIfs, List<Table> tables) {
    try {
      Files.createDirectories(out);
      HtmlReport.write(report, whatIfs, out);
      writeData(report, whatIfs, tables);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "it is in the way" : e.getReason();
      throw reading.wrong("-o: cannot write " + e.getFile() + ": " + reason);
    } catch (IOException e) {
      throw reading.wrong("-o: cannot write to " + out + ": " + e.getMessage());
    }
  }

  /** What partitions need without their pool, by the pool's name, where that was asked for. */
  static Map<String, ExitPlan> exits(List<WhatIf> whatIfs) {
    Map<String, ExitPlan> exits = new LinkedHashMap<>();
    for (WhatIf whatIf : whatIfs) {
      whatIf.exit().ifPresent(exit -> exits.put(whatIf.after().name(), exit));
    }
    return exits;
  }

  private void writeData(Report report, List<WhatIf> whatIfs, List<Table> tables)
      throws IOException {
    try (OutputStream json =
        new BufferedOutputStream(Files.newOutputStream(out.resolve("report.json")))) {
      JsonReport.write(report, exits(whatIfs), json);
    }
    try (OutputStream csv =
            new BufferedOutputStream(Files.newOutputStream(out.resolve("series.csv")), 1 << 16);
        SampleCsv sink = SampleCsv.series(csv)) {
      for (Table table : tables) {
        sink.write(table);
      }
    }
  }
}
