package dev.headroom.report;

import dev.headroom.risk.Sureness;
import dev.headroom.sizing.DemandKind;
import dev.headroom.sizing.TailBasis;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Locale;

/**
 * Says what a recommendation rests on, what the margin in it is made of, how sure it is, and what
 * made it wider.
 *
 * @param basis what it rests on
 */
record TailReason(TailBasis basis) {
  private static final double ROUNDING = 0.5;
  private static final double A_DAY = Span.ofDays(1);
  private static final double WEEK = 7;
  private static final double COARSE_MILLIS = 300_000;

  /** Shares below this round to nothing. */
  private static final double WORTH_SAYING = 0.005;

  String sentences() {
    return size()
        + kind()
        + margin()
        + sureness()
        + DriftWords.of(basis.drift(), basis.evidence().days(), basis.goal())
        + shortness()
        + gaps()
        + censored()
        + coarse();
  }

  private String size() {
    double peak = basis.demand().peak();
    double onTop = basis.sizes().recommended() - Math.max(least(), basis.sizes().minimum());
    boolean all = basis.sizes().all();
    return NeededWords.seen(peak, basis.sizes(), basis.pressure())
        + ", and "
        + (onTop < ROUNDING
            ? all ? "that is all that is promised" : "no margin on top is needed"
            : Size.gb(onTop) + (all ? " on top is all that is promised" : " on top is the margin"))
        + NeededWords.whole(peak, basis.sizes(), basis.pressure())
        + ". ";
  }

  private double least() {
    return basis.demand().peak() + basis.sizes().reserve();
  }

  private String kind() {
    boolean steady = basis.demand().kind() == DemandKind.STEADY;
    return String.format(
        Locale.ROOT,
        "Demand is %s: its mean is %s of its peak. ",
        steady ? "steady" : "bursty",
        Share.fixed(basis.demand().meanToPeak(), 0));
  }

  private String margin() {
    double block = basis.demand().blockMillis();
    return String.format(
        Locale.ROOT,
        "The margin comes from how far the members can go beyond their own peaks (together %s)"
            + " within their logical memory (by %s), from how little their peaks of %s are alike,"
            + "%s and from the history: after %s the past's peak is passed %s with a chance of %s. ",
        Size.gb(basis.demand().sumOfPeaks()),
        Size.gb(basis.demand().room()),
        block < A_DAY ? "each " + Span.text(block) : "days",
        basis.demand().clock() >= WORTH_SAYING
            ? " from what follows the time of the day, "
                + Share.fixed(basis.demand().clock(), 0)
                + " of the ups and downs, which is known and makes it narrower,"
            : "",
        Span.text(Span.ofDays(basis.evidence().days())),
        Sureness.ahead(basis.goal()),
        Share.atMost(basis.evidence().recordChance()));
  }

  private String sureness() {
    if (basis.sizes().all() || basis.chance() == 0) {
      return "It holds all that is promised, so demand cannot pass it unless more is promised.";
    }
    return "The chance that demand passes "
        + Size.gb(basis.sizes().advised())
        + " "
        + Sureness.ahead(basis.goal())
        + " is "
        + Sureness.chance(basis.chance(), basis.goal())
        + "."
        + beyond();
  }

  /** Why more is advised than what all members were seen to need, each on its own. */
  private String beyond() {
    double peaks = basis.demand().sumOfPeaks() + basis.sizes().reserve();
    return peaks >= basis.sizes().minimum() && basis.sizes().recommended() > peaks + ROUNDING
        ? " It is more than the members' own peaks together, since members are likely to"
            + " pass these too."
        : "";
  }

  private String shortness() {
    if (basis.goal().anotherRun()) {
      return " What comes less often than once in such a run may be missing: a forecast for a week"
          + " takes a week of captures.";
    }
    if (basis.evidence().days() < basis.goal().horizonDays() - 1e-9) {
      return " The history is shorter than the time that the size is to hold for, which makes the"
          + " margin wide.";
    }
    return basis.goal().horizonDays() >= WEEK || basis.evidence().days() >= WEEK - 1e-9
        ? ""
        : " No whole week was seen: what comes once a week may be missing.";
  }

  private String gaps() {
    return basis.evidence().missing() >= WORTH_SAYING
        ? String.format(
            Locale.ROOT,
            " In %s of the time too few members reported, which does not count as history.",
            Share.fixed(basis.evidence().missing(), 0))
        : "";
  }

  private String censored() {
    return basis.evidence().censored() > 0
        ? " In part of the intervals a member was short of memory: it may have wanted more than was"
            + " seen, so these do not count as history, and the margin is wider for it."
        : "";
  }

  private String coarse() {
    double interval = basis.evidence().intervalMillis();
    if (interval < COARSE_MILLIS) {
      return "";
    }
    String text = " Samples every " + Span.text(interval) + " do not show shorter overloads";
    double times = basis.evidence().unseen();
    return times > 1
        ? String.format(
            Locale.ROOT,
            "%s; %s of the highest stretches were seen once only, so %s times as many are reckoned"
                + " with, which makes the margin wider.",
            text,
            Share.fixed(basis.evidence().isolated(), 0),
            Decimal.upTo(times, 1))
        : text + ".";
  }
}
