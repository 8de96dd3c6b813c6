package dev.headroom.cli;

import dev.headroom.report.HtmlReport;
import dev.headroom.report.JsonReport;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.SampleCsv;
import dev.headroom.risk.Grade;
import dev.headroom.series.Table;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The main job: captures in, a risk report out. */
@Command(
    name = "analyze",
    description = "Reads captures, replays the memory model, and writes a risk report.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "DIR",
      description =
          "Where the report is written: index.html, a page a pool, report.json, series.csv.")
  private Path out = Path.of("out");

  @Option(
      names = "--fail-on",
      paramLabel = "GRADE",
      description = "End with 1 where a pool's grade is at or past this: yellow, amber or red.")
  private @Nullable String failOn;

  @Override
  public Integer call() throws IOException {
    Optional<Grade> limit = limit();
    PrintWriter err = spec.commandLine().getErr();
    Site site = reading.site();
    Gathered gathered = Gathered.of(reading, site, err);
    if (gathered.tables().isEmpty()) {
      return gathered.nothing(err);
    }
    Report report = new Analysis(site, gathered, goal.goal()).report();
    write(report, gathered);
    tell(report);
    if (reading.strict() && gathered.rejectedAny()) {
      return Headroom.NOTHING_USABLE;
    }
    boolean reached =
        limit.isPresent()
            && report.pools().stream()
                .flatMap(pool -> pool.grade().stream())
                .anyMatch(grade -> grade.compareTo(limit.get()) >= 0);
    return reached ? Headroom.GRADE_REACHED : Headroom.DONE;
  }

  private Optional<Grade> limit() {
    if (failOn == null) {
      return Optional.empty();
    }
    for (Grade grade : Grade.values()) {
      if (grade != Grade.GREEN && grade.label().equals(failOn.toLowerCase(Locale.ROOT))) {
        return Optional.of(grade);
      }
    }
    throw reading.wrong("--fail-on: '" + failOn + "' is none of yellow, amber, red");
  }

  private void write(Report report, Gathered gathered) {
    try {
      Files.createDirectories(out);
      HtmlReport.write(report, out);
      writeData(report, gathered);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "it is in the way" : e.getReason();
      throw reading.wrong("-o: cannot write " + e.getFile() + ": " + reason);
    } catch (IOException e) {
      throw reading.wrong("-o: cannot write to " + out + ": " + e.getMessage());
    }
  }

  private void writeData(Report report, Gathered gathered) throws IOException {
    try (OutputStream json =
        new BufferedOutputStream(Files.newOutputStream(out.resolve("report.json")))) {
      JsonReport.write(report, json);
    }
    try (OutputStream csv =
            new BufferedOutputStream(Files.newOutputStream(out.resolve("series.csv")), 1 << 16);
        SampleCsv sink = SampleCsv.series(csv)) {
      for (Table table : gathered.tables()) {
        sink.write(table);
      }
    }
  }

  private void tell(Report report) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (report.pools().isEmpty()) {
      terminal.println(
          "No pool was found: no capture reports one, and no site file names one. The samples are in"
              + " series.csv.");
    } else {
      SummaryTable.lines(report.pools()).forEach(terminal::println);
      terminal.println();
      report.pools().stream().map(PoolReport::verdict).forEach(terminal::println);
    }
    terminal.println(
        String.format(
            Locale.ROOT,
            "%nlines: %d understood, %d noise, %d rejected; report: %s",
            report.lines().understood(),
            report.lines().noise(),
            report.lines().rejected(),
            out.resolve("index.html")));
    terminal.flush();
  }
}
