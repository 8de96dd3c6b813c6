package dev.headroom.analysis;

import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.Trial;
import dev.headroom.backtest.Window;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Would the advice have held? Recommends from the past of the user's own data, judges by the rest.
 */
public final class Backtesting {
  private final BacktestPlan plan;
  private final Optional<Draws> drawn;
  private final List<Assignment> assignments = new ArrayList<>();
  private int people;
  private int undrawn;

  private Backtesting(BacktestPlan plan, Optional<Draws> drawn) {
    this.plan = plan;
    this.drawn = drawn;
  }

  /**
   * Lays out what is to be judged.
   *
   * @throws NothingToJudgeException where there is too little data
   */
  public static Backtesting of(Estate estate, BacktestWish wish) throws NothingToJudgeException {
    List<Estate.Pool> pools = wish.draws().isPresent() ? List.of(estate.whole()) : estate.pools();
    Backtesting backtesting = new Backtesting(fitted(pools, wish), wish.draws());
    pools.forEach(pool -> backtesting.add(pool, estate));
    return backtesting;
  }

  private void add(Estate.Pool pool, Estate estate) {
    people += pool.history().members().size();
    if (drawn.isPresent()) {
      Draws draw = drawn.get();
      assignments.addAll(Assignment.drawn(pool.history(), plan, draw, estate::some));
      undrawn = Window.over(pool.history(), plan).size() * draw.pools() - assignments.size();
    } else {
      assignments.addAll(Assignment.of(pool.system(), pool.history(), plan));
    }
  }

  /** How many pools in how many periods are to be judged, together. */
  public int assignments() {
    return assignments.size();
  }

  /**
   * Judges them.
   *
   * @param jobs how many threads work
   * @param listener hears of every one that was judged, in their order
   * @throws NothingToJudgeException where none could be
   */
  public BacktestResult run(int jobs, Consumer<Trial> listener) throws NothingToJudgeException {
    List<Trial> trials = new ArrayList<>();
    Backtest backtest = Backtest.of(AmsPlatform.RECOMMENDER, plan.goal());
    InParallel.each(
        assignments,
        backtest::judge,
        jobs,
        (Trial trial) -> {
          trials.add(trial);
          listener.accept(trial);
        });
    BacktestResult result = new BacktestResult(plan, drawn, people, trials, undrawn);
    if (result.judged().isEmpty()) {
      List<String> reasons = new ArrayList<>();
      result.leftOut().forEach((why, count) -> reasons.add(count + " times " + why.reason()));
      throw new NothingToJudgeException(
          "nothing can be judged: "
              + (reasons.isEmpty() ? "no period has a sample in it" : String.join("; ", reasons)));
    }
    return result;
  }

  /** The plan, with a shorter known part where the data are shorter and no option sets it. */
  private static BacktestPlan fitted(List<Estate.Pool> pools, BacktestWish wish)
      throws NothingToJudgeException {
    BacktestPlan wanted = wish.plan();
    if (pools.isEmpty()) {
      throw new NothingToJudgeException(
          "no pool was found: no capture reports one, and no site file names one; --draws judges"
              + " random pools of all members");
    }
    double days = 0;
    double interval = 0;
    boolean reported = false;
    for (Estate.Pool pool : pools) {
      double span = pool.history().days();
      days = Double.isNaN(span) ? days : Math.max(days, span);
      double step = Span.inDays(pool.history().intervalMillis());
      interval = Double.isNaN(step) ? interval : Math.max(interval, step);
      reported |= pool.reports();
    }
    if (!reported) {
      throw new NothingToJudgeException(
          "the demand of no member is known: the captures lack its memory in use or its logical"
              + " memory; a site file can give logical memory");
    }
    if (days == 0) {
      throw new NothingToJudgeException(
          "the captures carry no times; a site file can give the start and the interval of each");
    }
    double horizon = wanted.horizonDays();
    // captures seldom end at the very interval: one may be missing
    if (wish.historyDays().isPresent() && days + interval < wanted.historyDays() + horizon) {
      throw new NothingToJudgeException(
          String.format(
              Locale.ROOT,
              "the data span %s; to know %s and to judge by %s, %s are needed",
              Span.days(days),
              Span.days(wanted.historyDays()),
              Span.days(horizon),
              Span.days(wanted.historyDays() + horizon)));
    }
    if (wish.historyDays().isPresent()) {
      return wanted;
    }
    if (days < 2 || days - horizon < 1) {
      throw new NothingToJudgeException(
          String.format(
              Locale.ROOT,
              "the data span %s; to know one day at least and to judge by %s, %s are needed:"
                  + " gather more, or give a shorter --horizon (and a shorter --history, if there"
                  + " are less than two days)",
              Span.days(days),
              Span.days(horizon),
              Span.days(Math.max(2, horizon + 1))));
    }
    return days < wanted.historyDays() + horizon ? wish.plan(Math.floor(days - horizon)) : wanted;
  }
}
