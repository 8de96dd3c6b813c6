package dev.headroom.cli;

import dev.headroom.report.BacktestReport;
import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.report.html.BacktestPage;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.report.json.JsonReport;
import dev.headroom.report.samples.SampleCsv;
import dev.headroom.series.Table;
import dev.headroom.sizing.ams.ExitPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code -o} names: the folder that pages, {@code report.json} and, where it is asked for,
 * {@code series.csv.gz}, or those of a backtest, are written into. Whatever keeps them from being
 * written is a wrong call.
 */
final class ReportFolder implements AutoCloseable {
  private static final Pattern PAGES = Pattern.compile("pool[a-z0-9-]*\\.html|whatif\\.html");
  private static final String INDEX = "index.html";
  private static final String JSON = "report.json";
  private static final String SERIES = "series.csv.gz";

  /** What only the report before may have had: samples, as this program wrote them once too. */
  private static final Set<String> SAMPLES = Set.of(SERIES, "series.csv");

  private static final String BACKTEST = "backtest.html";
  private static final String BACKTEST_JSON = "backtest.json";

  private final Path out;
  private final ReadingOptions reading;
  private final OutputFolder folder;

  private ReportFolder(Path out, ReadingOptions reading, List<String> names) {
    this.out = out;
    this.reading = reading;
    try {
      folder = OutputFolder.open(out, names);
    } catch (IOException e) {
      throw wrong(e);
    }
  }

  /** A folder for a report, ready to be written before anything is read. */
  static ReportFolder of(Path out, ReadingOptions reading) {
    return new ReportFolder(out, reading, List.of(INDEX, JSON));
  }

  /** The same for a report with all samples beside it. */
  static ReportFolder withSeries(Path out, ReadingOptions reading) {
    return new ReportFolder(out, reading, List.of(INDEX, JSON, SERIES));
  }

  /** A folder for a report if one is named. */
  static @Nullable ReportFolder ifNamed(@Nullable Path out, ReadingOptions reading) {
    return out == null ? null : of(out, reading);
  }

  /** A folder for a backtest if one is named. */
  static @Nullable ReportFolder ofBacktest(@Nullable Path out, ReadingOptions reading) {
    return out == null ? null : new ReportFolder(out, reading, List.of(BACKTEST, BACKTEST_JSON));
  }

  /** Whether a folder is the one beside a report in which the next one is written. */
  static boolean isStage(Path folder) {
    Path name = folder.getFileName();
    return name != null && name.toString().equals(OutputFolder.WORK);
  }

  /** Writes a report, and takes the files away that only the report before it had. */
  void write(Report report, List<WhatIf> whatIfs) {
    write(report, whatIfs, List.of());
  }

  /**
   * Writes a report, and takes the files away that only the report before it had.
   *
   * @param samples tables whose samples are written too; none where they were not asked for
   */
  void write(Report report, List<WhatIf> whatIfs, List<Table> samples) {
    try {
      Path stage = folder.stage();
      HtmlReport.write(report, whatIfs, stage, reading.jobs());
      try (OutputStream json =
          new BufferedOutputStream(Files.newOutputStream(stage.resolve(JSON)))) {
        JsonReport.write(report, exits(whatIfs), json);
      }
      if (!samples.isEmpty()) {
        write(samples, stage.resolve(SERIES));
      }
      folder.publish(name -> PAGES.matcher(name).matches() || SAMPLES.contains(name));
    } catch (IOException e) {
      throw wrong(e);
    }
  }

  private static void write(List<Table> samples, Path file) throws IOException {
    try (OutputStream csv = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
        SampleCsv sink = SampleCsv.series(csv)) {
      for (Table table : samples) {
        sink.write(table);
      }
    }
  }

  /** Writes a backtest. */
  void write(BacktestReport report) {
    try {
      BacktestPage.write(report, folder.stage());
      try (OutputStream file =
          new BufferedOutputStream(Files.newOutputStream(folder.stage().resolve(BACKTEST_JSON)))) {
        BacktestJson.write(report, file);
      }
      folder.publish(name -> false);
    } catch (IOException e) {
      throw wrong(e);
    }
  }

  private RuntimeException wrong(IOException e) {
    return reading.wrong("-o: " + WriteFailure.of(out, e));
  }

  @Override
  public void close() {
    folder.close();
  }

  /** What partitions need without their pool, by the pool's name, where that was asked for. */
  static Map<String, ExitPlan> exits(List<WhatIf> whatIfs) {
    Map<String, ExitPlan> exits = new LinkedHashMap<>();
    for (WhatIf whatIf : whatIfs) {
      whatIf.exit().ifPresent(exit -> exits.put(whatIf.after().name(), exit));
    }
    return exits;
  }
}
