package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.BacktestWish;
import dev.headroom.analysis.Backtesting;
import dev.headroom.analysis.Gathered;
import dev.headroom.analysis.NothingToJudgeException;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.html.BacktestPage;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.site.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/**
 * Would the advice have held? Recommends from the past of the user's own data, judges by the rest.
 */
@Command(
    name = "backtest",
    description =
        "Goes through the data: it recommends a size from the days that are known, and judges it"
            + " by the days that follow.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private static final int DRAWN_MEMBERS = 16;

  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      description =
          "How many days are known when a size is recommended. Default: 28, or all there are.")
  private @Nullable String history;

  @Option(
      names = "--step",
      paramLabel = "DAYS",
      description = "How far to move on between two judged periods. Default: the horizon.")
  private @Nullable String step;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description =
          "Judge N random pools in each period, drawn from all members of the data, instead of the"
              + " pools as they are.")
  private @Nullable Integer draws;

  @Option(
      names = "--members",
      paramLabel = "K",
      description = "How many members a drawn pool has. Default: 16.")
  private @Nullable Integer members;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the random draws. Default: 1.")
  private long seed = 1;

  @Option(names = "--json", description = "Print the result as a JSON object, headroom-backtest/1.")
  private boolean json;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Also write backtest.html and backtest.json there.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Optional<Draws> drawn = draws();
    BacktestWish wish = wish(drawn);
    PrintWriter err = spec.commandLine().getErr();
    Site site = reading.site();
    AnalysisOptions options = reading.analysis(goal.goal());
    CaptureReading captures = new CaptureReading(reading, err);
    Gathered gathered = captures.read(site, options);
    if (captures.leftNothing(gathered)) {
      return captures.nothing(gathered);
    }
    try {
      Analysis analysis = Analysis.of(gathered, site, options.goal());
      captures.tell(analysis.contradictions());
      analysis.untestable().forEach(reason -> err.println("headroom: " + reason));
      BacktestResult result = result(Backtesting.of(analysis.estate(), wish), err);
      tell(new BacktestReport(Analysis.VERSION, result));
    } catch (NothingToJudgeException e) {
      err.println("headroom: " + e.getMessage());
      err.flush();
      return Headroom.NOTHING_USABLE;
    }
    return reading.strict() && gathered.rejectedAny() ? Headroom.NOTHING_USABLE : Headroom.DONE;
  }

  private Optional<Draws> draws() {
    if (draws == null) {
      if (members != null) {
        throw reading.wrong("--members needs --draws");
      }
      return Optional.empty();
    }
    int size = members == null ? DRAWN_MEMBERS : members;
    if (draws < 1 || size < 1) {
      throw reading.wrong("--draws and --members must be 1 or more");
    }
    return Optional.of(new Draws(draws, size, seed));
  }

  private BacktestWish wish(Optional<Draws> drawn) {
    return new BacktestWish(
        goal.optionalDays("--history", history),
        goal.optionalDays("--step", step),
        goal.goal(),
        drawn);
  }

  private BacktestResult result(Backtesting backtesting, PrintWriter err)
      throws NothingToJudgeException {
    try (Progress progress =
        new Progress(
            err, "judging %d of %d pools", backtesting.assignments(), reading.progress())) {
      return backtesting.run(reading.jobs(), trial -> progress.step());
    }
  }

  private void tell(BacktestReport report) throws IOException {
    if (out != null) {
      write(report, out);
    }
    if (json) {
      OutputStream data = new BufferedOutputStream(program.data());
      BacktestJson.write(report, data);
      data.flush();
      return;
    }
    PrintWriter terminal = spec.commandLine().getOut();
    BacktestTable.lines(report.result()).forEach(terminal::println);
    if (out != null) {
      terminal.println();
      terminal.println("report: " + out.resolve("backtest.html"));
    }
    terminal.flush();
  }

  private void write(BacktestReport report, Path folder) {
    try {
      ReportFolder.refuseOthers(folder.resolve("backtest.html"));
      ReportFolder.refuseOthers(folder.resolve("backtest.json"));
      BacktestPage.write(report, folder);
      try (OutputStream file =
          new BufferedOutputStream(Files.newOutputStream(folder.resolve("backtest.json")))) {
        BacktestJson.write(report, file);
      }
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "it is in the way" : e.getReason();
      throw reading.wrong("-o: cannot write " + e.getFile() + ": " + reason);
    } catch (IOException e) {
      throw reading.wrong("-o: cannot write to " + folder + ": " + e.getMessage());
    }
  }
}
