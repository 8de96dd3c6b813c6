package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Gathered;
import dev.headroom.report.NextStep;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WorstFirst;
import dev.headroom.report.json.JsonReport;
import dev.headroom.series.Host;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The main job: captures in, a risk report out. */
@Command(
    name = "analyze",
    description = "Reads captures, replays the memory model, and writes a risk report.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description =
          "The folder for the report: index.html, one page for each pool or system, report.json."
              + " Default: headroom-report.")
  private Path out = Path.of("headroom-report");

  @Option(names = "--series", description = "Also write all samples there, as series.csv.gz.")
  private boolean series;

  @Option(names = "--json", description = "Print report.json in place of the table.")
  private boolean json;

  @Option(
      names = "--site-skeleton",
      paramLabel = "FILE",
      description =
          "Also write a new site file there, filled with what was found, with comments for what"
              + " captures cannot know.")
  private @Nullable Path skeleton;

  @Mixin private GradeLimit grades;

  @Override
  public Integer call() throws IOException {
    grades.limit();
    if (skeleton != null && Files.exists(skeleton, LinkOption.NOFOLLOW_LINKS)) {
      throw reading.wrong(
          "--site-skeleton: "
              + skeleton
              + " is there already and stays as it is; name a file that is not there");
    }
    AnalysisOptions options = reading.analysis(goal.goal());
    Site site = reading.site();
    try (ReportFolder folder =
        series ? ReportFolder.withSeries(out, reading) : ReportFolder.of(out, reading)) {
      return analyze(folder, site, options);
    }
  }

  private int analyze(ReportFolder folder, Site site, AnalysisOptions options) throws IOException {
    Terminal err = new Terminal(spec.commandLine().getErr());
    CaptureReading captures = new CaptureReading(reading, err);
    Gathered gathered = captures.read(site, options);
    if (captures.leftNothing(gathered)) {
      return captures.nothing(gathered);
    }
    Analysis analysis = Analysis.of(gathered, site, options);
    captures.tell(analysis.contradictions());
    Report report = analysis.report();
    folder.write(report, List.of(), series ? gathered.tables() : List.of());
    if (skeleton != null) {
      write(analysis.siteSkeleton(report), skeleton);
    }
    if (json) {
      OutputStream data = new BufferedOutputStream(program.data());
      JsonReport.write(report, data);
      data.flush();
    } else {
      tell(report, gathered.tables());
    }
    if (reading.strict() && gathered.rejectedAny()) {
      return Headroom.NOTHING_USABLE;
    }
    return grades.reached(report.pools(), err) ? Headroom.GRADE_REACHED : Headroom.DONE;
  }

  private void write(String text, Path file) {
    // written beside, so that a file that has the name is whole
    Path beside = file.resolveSibling("." + file.getFileName() + OutputFolder.WORK);
    try {
      Files.writeString(beside, text);
      Files.move(beside, file);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw reading.wrong("--site-skeleton: " + WriteFailure.of(file, e));
    }
  }

  /** Why there is no pool: of a z/VM system a listing of its guests' memory may be missing. */
  private static String nothingFound(List<Table> tables) {
    String systems =
        tables.stream()
            .flatMap(table -> table.host().stream())
            .map(Host::name)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String why =
        systems.isEmpty()
            ? "no capture reports one, and no site file names one."
            : "no capture gives the memory of guests of "
                + systems
                + ". The listing FCX113 (UPAGE) is missing, or INDICATE USER for each guest.";
    return "No pool or z/VM system was found: " + why + " headroom parse prints the samples.";
  }

  private void tell(Report report, List<Table> tables) {
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    if (report.pools().isEmpty()) {
      terminal.line(nothingFound(tables));
    } else {
      List<PoolReport> pools = report.pools().stream().sorted(WorstFirst.ORDER).toList();
      terminal.lines(SummaryTable.lines(pools));
      terminal.line("");
      for (PoolReport pool : pools) {
        terminal.line(pool.judgement().verdict());
        NextStep.of(pool).ifPresent(step -> terminal.line("  What to do: " + step.first()));
      }
    }
    terminal.line("");
    terminal.line(
        String.format(
            Locale.ROOT,
            "lines: %d understood, %d noise, %d rejected; report: %s",
            report.lines().understood(),
            report.lines().noise(),
            report.lines().rejected(),
            out.resolve("index.html")));
    terminal.flush();
  }
}
