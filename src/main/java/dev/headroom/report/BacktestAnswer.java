package dev.headroom.report;

import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.DaysOfWeek;
import dev.headroom.backtest.MethodSummary;
import dev.headroom.backtest.Reliability;
import dev.headroom.unit.Count;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a backtest says, for somebody who has to decide on a size: whether the advice held, what it
 * cost, what other sizes would have done, and how much that proves.
 */
public final class BacktestAnswer {
  private final BacktestResult result;
  private final MethodSummary advice;
  private final double asked;

  private BacktestAnswer(BacktestResult result) {
    this.result = result;
    this.advice = result.methods().get(0).summary();
    this.asked = result.plan().goal().breachProbability();
  }

  /** Whether it held, in one sentence. */
  public static String lead(BacktestResult result) {
    return new BacktestAnswer(result).held();
  }

  /** What else there is to know, a sentence or two each. */
  public static List<String> sentences(BacktestResult result) {
    BacktestAnswer answer = new BacktestAnswer(result);
    List<String> sentences = new ArrayList<>();
    sentences.add(answer.asStated() + answer.worst());
    sentences.add(answer.cost());
    sentences.add(answer.others());
    answer.days(sentences);
    return sentences;
  }

  private String noun(int count) {
    return Count.of(count, result.plan().noun());
  }

  private String held() {
    int kept = advice.trials() - advice.breaches();
    if (advice.trials() == 1) {
      return "The advised size "
          + (kept == 1 ? "held" : "was passed")
          + " in the one "
          + result.plan().noun()
          + " that could be judged.";
    }
    return "The advised size held in "
        + (advice.breaches() == 0
            ? "all of " + noun(advice.trials())
            : Count.of(kept) + " of " + noun(advice.trials()))
        + ".";
  }

  private String asStated() {
    double low = Reliability.low(advice.trials(), advice.breachRate());
    double high = Reliability.high(advice.trials(), advice.breachRate());
    String was =
        "The chance that it was asked for is "
            + Share.brief(asked)
            + ", and it was passed in "
            + (advice.breaches() == 0 ? "none" : Share.fixed(advice.breachRate(), 1))
            + ": ";
    if (low > asked) {
      return was + "that is more than luck explains.";
    }
    if (high < asked) {
      return was + "that is safer than asked for.";
    }
    return was
        + "that agrees with it"
        + (high > 2 * asked
            ? ", but "
                + noun(advice.trials())
                + (advice.trials() == 1 ? " is" : " are")
                + " too few to tell "
                + Share.brief(asked)
                + " from "
                + Share.fixed(high, 0)
                + "."
            : ".");
  }

  private String worst() {
    return advice.breaches() == 0
        ? ""
        : " At the worst, demand was "
            + Share.fixed(advice.excess().worst(), 1)
            + " above it"
            + (advice.excess().longestRunMillis() > 0
                ? "; the longest time above it was " + Span.text(advice.excess().longestRunMillis())
                : "")
            + ".";
  }

  private String cost() {
    OptionalDouble promised = advice.saving().onPromised();
    return "It was "
        + Size.gb(advice.saving().mean())
        + " on average, "
        + against(advice.saving().onPeaks())
        + " than the members' own peaks together"
        + (promised.isPresent()
            ? ", and " + against(promised.getAsDouble()) + " than what is promised to them"
            : "")
        + ". What would just have held was "
        + (advice.saving().regret() < 0
            ? Share.fixed(-advice.saving().regret(), 1) + " more"
            : Share.fixed(advice.saving().regret() / (1 + advice.saving().regret()), 1) + " less")
        + ", which is known only afterwards.";
  }

  private static String against(double saved) {
    return Share.fixed(Math.abs(saved), 1) + (saved < 0 ? " more" : " less");
  }

  private String others() {
    return "The peak of the past alone would have been passed in "
        + passed("peak")
        + ", with room for one more member's peak (N + 1) in "
        + passed("n+1")
        + ", and the members' own peaks together in "
        + passed("sum-of-peaks")
        + ".";
  }

  private String passed(String method) {
    MethodSummary summary =
        result.methods().stream()
            .filter(each -> each.word().equals(method))
            .findFirst()
            .orElseThrow()
            .summary();
    return (summary.breaches() == 0 ? "none" : Count.of(summary.breaches()))
        + " ("
        + Size.gb(summary.saving().mean())
        + ")";
  }

  private void days(List<String> sentences) {
    List<BacktestResult.OfDays> by =
        result.byDays().stream().filter(of -> of.judged() > 0).toList();
    if (by.size() > 1) {
      List<String> parts =
          by.stream()
              .map(
                  of ->
                      Count.of(of.breaches())
                          + " of "
                          + Count.of(of.judged())
                          + " on "
                          + (of.days() == DaysOfWeek.WEEKEND ? "weekends" : "weekdays"))
              .toList();
      sentences.add(
          "It was passed in "
              + String.join(" and ", parts)
              + ": weekdays were judged by weekdays, and weekends by weekends.");
    }
  }
}
