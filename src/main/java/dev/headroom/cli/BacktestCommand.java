package dev.headroom.cli;

import dev.headroom.analysis.Analysis;
import dev.headroom.analysis.AnalysisOptions;
import dev.headroom.analysis.Backtesting;
import dev.headroom.analysis.Gathered;
import dev.headroom.analysis.NothingToJudgeException;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.BacktestWish;
import dev.headroom.backtest.Draws;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.site.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
  private static final int MOST_DRAWS = 1_000_000;
  private static final long MOST_SEEDS = 999_999_999_999_999_999L;

  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      description =
          "How many days are known when a size is recommended. Default: 28, or all there are; as long"
              + " as the horizon where the data are shorter than two weeks.")
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
  private @Nullable String draws;

  @Option(
      names = "--members",
      paramLabel = "K",
      description = "How many members a drawn pool has. Default: 16.")
  private @Nullable String members;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of the random draws. Default: 1.")
  private String seed = "1";

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
    AnalysisOptions options = reading.analysis(goal.goal());
    Site site = reading.site();
    try (ReportFolder folder = ReportFolder.ofBacktest(out, reading)) {
      return judge(folder, wish, site, options);
    }
  }

  private int judge(
      @Nullable ReportFolder folder, BacktestWish wish, Site site, AnalysisOptions options)
      throws IOException {
    Terminal err = new Terminal(spec.commandLine().getErr());
    CaptureReading captures = new CaptureReading(reading, err);
    Gathered gathered = captures.read(site, options);
    if (captures.leftNothing(gathered)) {
      return captures.nothing(gathered);
    }
    try {
      Analysis analysis = Analysis.of(gathered, site, options);
      captures.tell(analysis.contradictions());
      BacktestResult result = result(Backtesting.of(analysis.estates(), wish), err);
      BacktestReport report = new BacktestReport(Analysis.VERSION, result);
      if (folder != null) {
        folder.write(report);
      }
      tell(report);
    } catch (NothingToJudgeException e) {
      err.line("headroom: " + e.getMessage());
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
    return Optional.of(
        new Draws(
            (int) reading.whole("--draws", draws, 1, MOST_DRAWS),
            members == null
                ? DRAWN_MEMBERS
                : (int) reading.whole("--members", members, 1, MOST_DRAWS),
            reading.whole("--seed", seed, 0, MOST_SEEDS)));
  }

  private BacktestWish wish(Optional<Draws> drawn) {
    return new BacktestWish(
        goal.optionalDays("--history", history),
        goal.optionalDays("--step", step),
        goal.goal(),
        drawn);
  }

  private BacktestResult result(Backtesting backtesting, Terminal err)
      throws NothingToJudgeException {
    try (Progress progress =
        new Progress(
            err.writer(),
            "judging %d of %d pools",
            backtesting.assignments(),
            reading.progress())) {
      return backtesting.run(reading.jobs(), trial -> progress.step());
    }
  }

  private void tell(BacktestReport report) throws IOException {
    if (json) {
      OutputStream data = new BufferedOutputStream(program.data());
      BacktestJson.write(report, data);
      data.flush();
      return;
    }
    Terminal terminal = new Terminal(spec.commandLine().getOut());
    terminal.lines(BacktestTable.lines(report.result()));
    if (out != null) {
      terminal.line("");
      terminal.line("report: " + out.resolve("backtest.html"));
    }
    terminal.flush();
  }
}
