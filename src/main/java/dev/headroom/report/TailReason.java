package dev.headroom.report;

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
    return size() + kind() + margin() + sureness() + shortness() + gaps() + censored() + coarse();
  }

  private String size() {
    double onTop = basis.recommended() - basis.demand().peak();
    StringBuilder text = new StringBuilder(Size.gb(basis.demand().peak()));
    text.append(" was needed together at the pool's worst moment, and ");
    if (onTop < ROUNDING) {
      text.append(basis.all() ? "that is all that is promised" : "no margin on top is needed");
    } else {
      text.append(Size.gb(onTop));
      text.append(basis.all() ? " on top is all that is promised" : " on top is the margin");
    }
    if (basis.reserve() > 0) {
      text.append("; ").append(Size.gb(basis.reserve())).append(" of reserve comes on top");
    }
    return text.append(". ").toString();
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
        "The margin comes from how far the members may go from that moment to their own peaks"
            + " (together %s) and beyond, from how much the peaks of %s differ (standard deviation"
            + " %s), and from the history: after %s the past's peak is passed within the next %s"
            + " with a chance of %s. ",
        Size.gb(basis.demand().sumOfPeaks()),
        block < A_DAY ? "each " + Span.text(block) : "days",
        Size.gb(basis.demand().spread()),
        Span.days(basis.evidence().days()),
        Span.days(basis.goal().horizonDays()),
        Share.atMost(basis.evidence().recordChance()));
  }

  private String sureness() {
    if (basis.all()) {
      return "It holds all that is promised, so demand cannot pass it unless more is promised.";
    }
    return String.format(
        Locale.ROOT,
        "The chance that demand passes this size within the next %s is %s.",
        Span.days(basis.goal().horizonDays()),
        Share.atMost(basis.chance()));
  }

  private String shortness() {
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
