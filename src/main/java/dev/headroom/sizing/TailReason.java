package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Locale;

/**
 * Says in an operator's words what a recommendation rests on, what the margin in it is made of, how
 * sure it is, and what made it wider.
 *
 * @param history what was seen
 * @param pool what was measured of it
 * @param tail what was concluded
 * @param evidence how much of the history counts
 * @param goal how sure, and how far ahead
 */
record TailReason(
    PoolHistory history, PoolBehaviour pool, RecordTail tail, HistoryEvidence evidence, Goal goal) {
  private static final double ROUNDING = 0.5;
  private static final double MILLIS_A_DAY = 86_400_000.0;
  private static final double WEEK = 7;
  private static final double COARSE_MILLIS = 300_000;

  /** Shares below this round to nothing. */
  private static final double WORTH_SAYING = 0.005;

  /** What is said where only the plain rule can answer. */
  static String plain(String missing, Goal goal) {
    return String.format(
        Locale.ROOT,
        " A size for a chance of %s within %s cannot be given: %s.",
        Share.atMost(goal.breachProbability()),
        Span.days(goal.horizonDays()),
        missing);
  }

  /**
   * The whole of it.
   *
   * @param recommended the recommendation without reserve, bytes
   * @param reserve the reserve, bytes
   * @param all whether it holds all that is promised
   */
  String sentences(double recommended, double reserve, boolean all) {
    return size(recommended, reserve, all)
        + kind()
        + margin()
        + sureness(recommended, all)
        + shortness()
        + gaps()
        + censored()
        + coarse();
  }

  private String size(double recommended, double reserve, boolean all) {
    double onTop = recommended - pool.peak();
    StringBuilder text = new StringBuilder(Size.gb(pool.peak()));
    text.append(" was needed together at the pool's worst moment, and ");
    if (onTop < ROUNDING) {
      text.append(all ? "that is all that is promised" : "no margin on top is needed");
    } else {
      text.append(Size.gb(onTop));
      text.append(all ? " on top is all that is promised" : " on top is the margin");
    }
    if (reserve > 0) {
      text.append("; ").append(Size.gb(reserve)).append(" of reserve comes on top");
    }
    return text.append(". ").toString();
  }

  private String kind() {
    boolean steady = DemandKind.of(pool.meanToPeak()) == DemandKind.STEADY;
    return String.format(
        Locale.ROOT,
        "Demand is %s: its mean is %s of its peak. ",
        steady ? "steady" : "bursty",
        Share.fixed(pool.meanToPeak(), 0));
  }

  private String margin() {
    double block = pool.maxima().blockMillis();
    return String.format(
        Locale.ROOT,
        "The margin comes from how far the members may go from that moment to their own peaks"
            + " (together %s) and beyond, from how much the peaks of %s differ (standard deviation"
            + " %s), and from the history: after %s the past's peak is passed within the next %s"
            + " with a chance of %s. ",
        Size.gb(pool.sumOfPeaks()),
        block < MILLIS_A_DAY ? "each " + Span.text(block) : "days",
        Size.gb(pool.maxima().spread()),
        Span.days(evidence.days()),
        Span.days(goal.horizonDays()),
        Share.atMost(tail.recordChance()));
  }

  private String sureness(double recommended, boolean all) {
    if (all) {
      return "It holds all that is promised, so demand cannot pass it unless more is promised.";
    }
    return String.format(
        Locale.ROOT,
        "The chance that demand passes this size within the next %s is %s.",
        Span.days(goal.horizonDays()),
        Share.atMost(Math.min(goal.breachProbability(), tail.above(recommended).orElse(1))));
  }

  private String shortness() {
    if (evidence.days() < goal.horizonDays() - 1e-9) {
      return " The history is shorter than the time that the size is to hold for, which makes the"
          + " margin wide.";
    }
    return goal.horizonDays() >= WEEK || evidence.days() >= WEEK - 1e-9
        ? ""
        : " No whole week was seen: what comes once a week may be missing.";
  }

  private String gaps() {
    return evidence.missing() >= WORTH_SAYING
        ? String.format(
            Locale.ROOT,
            " In %s of the time too few members reported, which does not count as history.",
            Share.fixed(evidence.missing(), 0))
        : "";
  }

  private String censored() {
    return evidence.censored() > 0
        ? String.format(
            Locale.ROOT,
            " In %s of the intervals a member was short of memory: it may have wanted more than was"
                + " seen, so these do not count as history, and the margin is wider by that"
                + " share.",
            Share.atMost(evidence.censored()))
        : "";
  }

  private String coarse() {
    double interval = history.intervalMillis();
    if (interval < COARSE_MILLIS) {
      return "";
    }
    String text = " Samples every " + Span.text(interval) + " do not show shorter overloads";
    double times = PooledTails.unseen(pool, interval);
    return times > 1
        ? String.format(
            Locale.ROOT,
            "%s; %s of the highest stretches were seen once only, so %s times as many are reckoned"
                + " with, which makes the margin wider.",
            text,
            Share.fixed(pool.isolated(), 0),
            Decimal.upTo(times, 1))
        : text + ".";
  }
}
