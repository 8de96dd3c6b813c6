package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Gathered;
import dev.headroom.report.NextStep;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WorstFirst;
import dev.headroom.series.Host;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
          "The folder for the report: index.html, one page for each pool or system, report.json,"
              + " series.csv.")
  private Path out = Path.of("out");

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
    PrintWriter err = spec.commandLine().getErr();
    Site site = reading.site();
    AnalysisOptions options = reading.analysis(goal.goal());
    CaptureReading captures = new CaptureReading(reading, err);
    Gathered gathered = captures.read(site, options);
    if (captures.leftNothing(gathered)) {
      return captures.nothing(gathered);
    }
    Analysis analysis = Analysis.of(gathered, site, options.goal());
    captures.tell(analysis.contradictions());
    Report report = analysis.report();
    new ReportFolder(out, reading).write(report, List.of(), gathered.tables());
    if (skeleton != null) {
      write(analysis.siteSkeleton(report), skeleton);
    }
    tell(report, gathered.tables());
    if (reading.strict() && gathered.rejectedAny()) {
      return Headroom.NOTHING_USABLE;
    }
    return grades.reached(report.pools(), err) ? Headroom.GRADE_REACHED : Headroom.DONE;
  }

  private void write(String text, Path file) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw reading.wrong("--site-skeleton: cannot write " + file);
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
    return "No pool or z/VM system was found: " + why + " The samples are in series.csv.";
  }

  private void tell(Report report, List<Table> tables) {
    PrintWriter terminal = spec.commandLine().getOut();
    if (report.pools().isEmpty()) {
      terminal.println(nothingFound(tables));
    } else {
      List<PoolReport> pools = report.pools().stream().sorted(WorstFirst.ORDER).toList();
      SummaryTable.lines(pools).forEach(terminal::println);
      terminal.println();
      for (PoolReport pool : pools) {
        terminal.println(pool.judgement().verdict());
        NextStep.of(pool).ifPresent(step -> terminal.println("  What to do: " + step.first()));
      }
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
