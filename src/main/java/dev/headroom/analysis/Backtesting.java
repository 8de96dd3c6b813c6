package dev.headroom.analysis;

import dev.headroom.backtest.Assignment;
import dev.headroom.backtest.Backtest;
import dev.headroom.backtest.BacktestPlan;
import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.BacktestWish;
import dev.headroom.backtest.Draws;
import dev.headroom.backtest.LeftOut;
import dev.headroom.backtest.Trial;
import dev.headroom.backtest.Window;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Would the advice have held? Recommends from the past of the user's own data, judges by the rest.
 */
public final class Backtesting {
  private static final double HISTORY_DAYS = 28;
  private static final double WEEK = 7;
  private static final double HAIR = 1e-9;

  private final BacktestPlan plan;
  private final Optional<Draws> drawn;
  private final List<Job> jobs = new ArrayList<>();
  private final Map<LeftOut, Integer> without = new EnumMap<>(LeftOut.class);
  private int people;

  private Backtesting(BacktestPlan plan, Optional<Draws> drawn) {
    this.plan = plan;
    this.drawn = drawn;
  }

  /** A pool in a period, and what judges advice on it. */
  private record Job(Backtest backtest, Assignment assignment) {
    Trial judge() {
      return backtest.judge(assignment);
    }
  }

  /**
   * Lays out what is to be judged.
   *
   * @param estates the pools and members of every platform
   * @throws NothingToJudgeException where there is too little data
   */
  public static Backtesting of(List<Estate> estates, BacktestWish wish)
      throws NothingToJudgeException {
    if (wish.draws().isPresent()) {
      return drawn(estates, wish, wish.draws().get());
    }
    List<Estate.Pool> pools = estates.stream().flatMap(e -> e.pools().stream()).toList();
    if (pools.isEmpty()) {
      throw new NothingToJudgeException(
          "no pool was found: no capture reports one, and no site file names one; --draws judges"
              + " random pools of all partitions");
    }
    Backtesting backtesting = new Backtesting(fitted(data(pools), wish), Optional.empty());
    for (Estate.Pool pool : pools) {
      List<Assignment> of = Assignment.of(pool.system(), pool.history(), backtesting.plan);
      backtesting.add(pool, of);
      if (of.isEmpty()) {
        backtesting.without.merge(LeftOut.TOO_SHORT, 1, Integer::sum);
      }
    }
    return backtesting;
  }

  private static Backtesting drawn(List<Estate> estates, BacktestWish wish, Draws draws)
      throws NothingToJudgeException {
    Estate estate =
        estates.stream()
            .filter(each -> each.whole().isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no platform has members to draw"));
    Estate.Pool all = estate.whole().orElseThrow();
    Backtesting backtesting = new Backtesting(fitted(data(List.of(all)), wish), Optional.of(draws));
    List<Assignment> of = Assignment.drawn(all.history(), backtesting.plan, draws, estate::some);
    backtesting.add(all, of);
    int undrawn = Window.over(all.history(), backtesting.plan).size() * draws.pools() - of.size();
    if (undrawn > 0) {
      backtesting.without.put(LeftOut.FEW_MEMBERS, undrawn);
    }
    return backtesting;
  }

  private void add(Estate.Pool pool, List<Assignment> assignments) {
    people += pool.history().members().size();
    Backtest backtest = Backtest.of(pool.recommender(), plan.goal());
    assignments.forEach(assignment -> jobs.add(new Job(backtest, assignment)));
  }

  /** How many pools in how many periods are to be judged, together. */
  public int assignments() {
    return jobs.size();
  }

  /**
   * Judges them.
   *
   * @param threads how many work
   * @param listener hears of every one that was judged, in their order
   * @throws NothingToJudgeException where none could be
   */
  public BacktestResult run(int threads, Consumer<Trial> listener) throws NothingToJudgeException {
    List<Trial> trials = new ArrayList<>();
    InParallel.each(
        jobs,
        Job::judge,
        threads,
        (Trial trial) -> {
          trials.add(trial);
          listener.accept(trial);
        });
    BacktestResult result = new BacktestResult(plan, drawn, people, trials, without);
    if (result.judged().isEmpty()) {
      List<String> reasons = new ArrayList<>();
      result.leftOut().forEach((why, count) -> reasons.add(count + " times " + why.reason()));
      throw new NothingToJudgeException(
          "nothing can be judged: "
              + (reasons.isEmpty() ? "no period has a sample in it" : String.join("; ", reasons)));
    }
    return result;
  }

  private static Extent data(List<Estate.Pool> pools) throws NothingToJudgeException {
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
    return new Extent(days, interval);
  }

  /**
   * How much there is.
   *
   * @param days the longest history
   * @param interval the longest interval, in days; 0 where none is known
   */
  private record Extent(double days, double interval) {
    /** In whole intervals, or a period would end within one. */
    double whole(double span) {
      return interval > 0 ? Math.floor(span / interval + HAIR) * interval : span;
    }

    boolean holds(double span) {
      // captures seldom end at the very interval: one may be missing
      return days + interval >= span;
    }
  }

  /** The plan, with a shorter known part where the data are shorter and no option sets it. */
  private static BacktestPlan fitted(Extent data, BacktestWish wish)
      throws NothingToJudgeException {
    double horizon = horizon(data, wish);
    if (wish.historyDays().isPresent()) {
      double known = wish.historyDays().getAsDouble();
      if (!data.holds(known + horizon)) {
        throw missing(data, span(known), horizon, known + horizon, "");
      }
      return wish.plan(known, horizon);
    }
    if (!wish.goal().fixed() && horizon < WEEK) {
      return wish.plan(horizon, horizon);
    }
    double before = data.days() - horizon;
    double least = Math.min(1, horizon);
    if (before < least - HAIR) {
      throw missing(
          data,
          least == 1 ? "one day at least" : span(least) + " at least",
          horizon,
          least + horizon,
          ": gather more, or give a shorter --horizon");
    }
    return wish.plan(
        data.holds(HISTORY_DAYS + horizon)
            ? HISTORY_DAYS
            : before < 1 ? data.whole(before) : Math.floor(before),
        horizon);
  }

  /**
   * How long advice has to hold: as asked for; else a week where there are two, a day where there
   * are two, or half of what there is. It is no longer than what is known.
   */
  private static double horizon(Extent data, BacktestWish wish) throws NothingToJudgeException {
    if (wish.goal().fixed()) {
      return wish.goal().horizonDays();
    }
    if (wish.historyDays().isPresent()) {
      return Math.min(WEEK, wish.historyDays().getAsDouble());
    }
    if (data.holds(2 * WEEK)) {
      return WEEK;
    }
    double horizon = data.holds(2) ? 1 : data.whole(data.days() / 2);
    if (!(horizon > 0)) {
      throw new NothingToJudgeException(
          "there is one interval: to know one and to judge by another, two are needed");
    }
    return horizon;
  }

  private static NothingToJudgeException missing(
      Extent data, String known, double horizon, double needed, String advice) {
    return new NothingToJudgeException(
        "the data span "
            + span(data.days())
            + "; to know "
            + known
            + " and to judge by "
            + span(horizon)
            + ", "
            + span(needed)
            + " are needed"
            + advice);
  }

  private static String span(double days) {
    return Span.exact(Span.ofDays(days));
  }
}
