package dev.headroom.backtest;

import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recommends from the past and judges by what followed. */
public final class Backtest {
  /** What is known, and what judges, must be there in at least this share of the intervals. */
  private static final double ENOUGH = 0.5;

  private final Recommender recommender;
  private final Goal goal;
  private final double[] asked;

  private Backtest(Recommender recommender, Goal goal, double[] asked) {
    this.recommender = recommender;
    this.goal = goal;
    this.asked = asked;
  }

  /** A backtest of advice with this goal, and of advice at 1, 5, 10 and 20 % beside it. */
  public static Backtest of(Recommender recommender, Goal goal) {
    return new Backtest(recommender, goal, BacktestPlan.ASKED.clone());
  }

  /** A backtest of advice with this goal alone. */
  public static Backtest ofOne(Recommender recommender, Goal goal) {
    return new Backtest(recommender, goal, new double[0]);
  }

  /** Judges one pool in one period. */
  public Trial judge(Assignment assignment) {
    Window window = assignment.window();
    PoolHistory whole = assignment.history().get().between(window.from(), window.until());
    int cut = whole.firstNotBefore(window.cut());
    CarriedDemand carried = CarriedDemand.of(whole);
    CarriedDemand known = carried.part(0, cut);
    Judge judge = new Judge(carried.part(cut, whole.size()), whole.intervalMillis());
    Optional<LeftOut> thin = thin(window, known, judge);
    if (thin.isPresent()) {
      return left(assignment, thin.get());
    }
    PoolHistory past = whole.between(window.from(), window.cut());
    Optional<Trial.Advised> advice = advised(past, assignment.system(), goal, judge);
    List<Trial.Advised> others = new ArrayList<>();
    for (double probability : asked) {
      Goal other = new Goal(goal.horizonDays(), probability, goal.fixed());
      (other.equals(goal) ? advice : advised(past, assignment.system(), other, judge))
          .ifPresent(others::add);
    }
    if (advice.isEmpty() || others.size() < asked.length) {
      return left(assignment, LeftOut.NO_ADVICE);
    }
    Past seen = Past.of(known);
    Map<Baseline, Score> baselines = new EnumMap<>(Baseline.class);
    for (Baseline baseline : Baseline.values()) {
      baselines.put(baseline, judge.of(baseline.size(seen)));
    }
    return new Trial(
        assignment.pool(),
        assignment.members(),
        window,
        Optional.empty(),
        Optional.of(
            new Trial.Judgement(
                advice.get(),
                others,
                baselines,
                new Trial.Yardsticks(
                    seen.sumOfPeaks(),
                    PoolTotals.of(past, assignment.system()).promised(),
                    judge.oracle()))));
  }

  private static Trial left(Assignment assignment, LeftOut why) {
    return Trial.leftOut(assignment.pool(), assignment.members(), assignment.window(), why);
  }

  private static Optional<LeftOut> thin(Window window, CarriedDemand known, Judge judge) {
    double before = (window.cut() - window.from()) / judge.intervalMillis();
    double after = (window.until() - window.cut()) / judge.intervalMillis();
    if (!(known.counted().length >= Math.max(1, ENOUGH * before))) {
      return Optional.of(LeftOut.LITTLE_KNOWN);
    }
    if (!window.likeKnown()) {
      return Optional.of(LeftOut.OTHER_DAYS);
    }
    if (!(judge.followed().counted().length >= Math.max(1, ENOUGH * after))) {
      return Optional.of(LeftOut.LITTLE_FOLLOWED);
    }
    return judge.witnesses() >= Math.max(1, ENOUGH * after)
        ? Optional.empty()
        : Optional.of(LeftOut.CENSORED);
  }

  /** Sizes are judged as the law gives them: whole blocks would flatter it, and no simple rule. */
  private Optional<Trial.Advised> advised(
      PoolHistory past, MemorySystem system, Goal wanted, Judge judge) {
    return recommender
        .recommend(past, system, wanted)
        .map(
            sizing ->
                new Trial.Advised(
                    wanted.breachProbability(),
                    sizing.exact().breachProbability(),
                    judge.of(sizing.exact().recommended() - system.reserve())));
  }
}
