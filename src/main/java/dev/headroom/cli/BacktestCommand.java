package dev.headroom.cli;

import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.Trial;
import dev.headroom.backtest.Window;
import dev.headroom.report.BacktestReport;
import dev.headroom.report.html.BacktestPage;
import dev.headroom.report.json.BacktestJson;
import dev.headroom.site.Site;
import dev.headroom.unit.Span;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
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
        "Goes through the data, recommends from what was known at each time, and judges by what"
            + " followed.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
  private static final double HISTORY_DAYS = 28;
  private static final int DRAWN_MEMBERS = 16;
  private static final double MILLIS_A_DAY = 86_400_000;

  @Spec private CommandSpec spec;
  @ParentCommand private Headroom program;
  @Mixin private ReadingOptions reading;
  @Mixin private GoalOptions goal;

  @Option(
      names = "--history",
      paramLabel = "DAYS",
      description = "How much is known when advice is given. Default: 28, or as much as there is.")
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
      description = "Where the random numbers of the draws begin. Default: 1.")
  private long seed = 1;

  @Option(names = "--json", description = "Print the object headroom-backtest/1.")
  private boolean json;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Also write backtest.html and backtest.json there.")
  private @Nullable Path out;

  /** The data cannot judge; the message says what is missing. */
  private static final class NothingToJudge extends Exception {
    private static final long serialVersionUID = 1L;

    NothingToJudge(String message) {
      super(message);
    }
  }

  @Override
  public Integer call() throws IOException {
    Optional<Draws> drawn = draws();
    BacktestPlan wanted = plan(HISTORY_DAYS);
    PrintWriter err = spec.commandLine().getErr();
    Site site = reading.site();
    Gathered gathered = Gathered.of(reading, site, err);
    if (gathered.tables().isEmpty()) {
      return gathered.nothing(err);
    }
    try {
      BacktestResult result = result(new Estate(site, gathered), drawn, wanted, err);
      tell(new BacktestReport(Analysis.VERSION, result));
    } catch (NothingToJudge e) {
      err.println("headroom: " + e.getMessage());
      err.flush();
      return Headroom.NOTHING_USABLE;
    }
    return reading.strict() && gathered.rejectedAny() ? Headroom.NOTHING_USABLE : Headroom.DONE;
  }

  private Optional<Draws> draws() {
    if (draws == null) {
      if (members != null) {
        throw reading.wrong("--members goes with --draws");
      }
      return Optional.empty();
    }
    int size = members == null ? DRAWN_MEMBERS : members;
    if (draws < 1 || size < 1) {
      throw reading.wrong("--draws and --members are 1 or more");
    }
    return Optional.of(new Draws(draws, size, seed));
  }

  private BacktestPlan plan(double knownDays) {
    OptionalDouble moving = goal.optionalDays("--step", step);
    double known = goal.optionalDays("--history", history).orElse(knownDays);
    return new BacktestPlan(known, known, moving.orElse(goal.goal().horizonDays()), goal.goal());
  }

  private BacktestResult result(
      Estate estate, Optional<Draws> drawn, BacktestPlan wanted, PrintWriter err)
      throws NothingToJudge {
    List<Estate.Pool> pools = drawn.isPresent() ? List.of(estate.whole()) : estate.pools();
    if (estate.hasGuests()) {
      err.println(
          "headroom: z/VM systems are not judged: their sizes rest on what guests are given, and say"
              + " no chance that what follows could test");
    }
    BacktestPlan plan = fitted(pools, wanted);
    List<Assignment> assignments = new ArrayList<>();
    int undrawn = 0;
    int people = 0;
    for (Estate.Pool pool : pools) {
      people += pool.history().members().size();
      if (drawn.isPresent()) {
        Draws draw = drawn.get();
        assignments.addAll(Assignment.drawn(pool.history(), plan, draw, estate::some));
        undrawn = Window.over(pool.history(), plan).size() * draw.pools() - assignments.size();
      } else {
        assignments.addAll(Assignment.of(pool.system(), pool.history(), plan));
      }
    }
    List<Trial> trials;
    try (Progress progress =
        new Progress(err, "judging %d of %d pools", assignments.size(), reading.progress())) {
      Backtest backtest = Backtest.of(Analysis.recommender(), plan.goal());
      trials = InParallel.map(assignments, backtest::judge, reading.jobs(), progress);
    }
    BacktestResult result = new BacktestResult(plan, drawn, people, trials, undrawn);
    if (result.judged().isEmpty()) {
      List<String> reasons = new ArrayList<>();
      result.leftOut().forEach((why, count) -> reasons.add(count + " times " + why.reason()));
      throw new NothingToJudge(
          "nothing can be judged: "
              + (reasons.isEmpty() ? "no period has a sample in it" : String.join("; ", reasons)));
    }
    return result;
  }

  /** The plan, with less known where the data are shorter and nobody said how much is to be. */
  private BacktestPlan fitted(List<Estate.Pool> pools, BacktestPlan wanted) throws NothingToJudge {
    if (pools.isEmpty()) {
      throw new NothingToJudge(
          "no pool was found: no capture reports one, and no site file names one; --draws judges"
              + " random pools of all members");
    }
    double days = 0;
    double interval = 0;
    boolean reported = false;
    for (Estate.Pool pool : pools) {
      double span = pool.history().days();
      days = Double.isNaN(span) ? days : Math.max(days, span);
      double step = pool.history().intervalMillis() / MILLIS_A_DAY;
      interval = Double.isNaN(step) ? interval : Math.max(interval, step);
      reported |= pool.reports();
    }
    if (!reported) {
      throw new NothingToJudge(
          "no member's demand is known: what shows memory in use is missing, or the logical memory,"
              + " which a site file can give");
    }
    if (days == 0) {
      throw new NothingToJudge(
          "the captures carry no times; a site file can give start and interval of each");
    }
    double horizon = wanted.horizonDays();
    // captures seldom end at the very interval: one may be missing
    if (history != null && days + interval < wanted.historyDays() + horizon) {
      throw new NothingToJudge(
          String.format(
              Locale.ROOT,
              "the data span %s; to know %s and to judge by %s, %s are needed",
              Span.days(days),
              Span.days(wanted.historyDays()),
              Span.days(horizon),
              Span.days(wanted.historyDays() + horizon)));
    }
    if (history != null) {
      return wanted;
    }
    if (days < 2 || days - horizon < 1) {
      throw new NothingToJudge(
          String.format(
              Locale.ROOT,
              "the data span %s; to know one day at least and to judge by %s, %s are needed:"
                  + " gather more, or say a shorter --horizon (and --history, where there are less"
                  + " than two days)",
              Span.days(days),
              Span.days(horizon),
              Span.days(Math.max(2, horizon + 1))));
    }
    return days < wanted.historyDays() + horizon ? plan(Math.floor(days - horizon)) : wanted;
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
