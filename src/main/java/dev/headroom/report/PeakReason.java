package dev.headroom.report;

import dev.headroom.sizing.Goal;
import dev.headroom.sizing.LargestStep;
import dev.headroom.sizing.PeakBasis;
import dev.headroom.sizing.RecordLaw;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says how a size came about that outlives the past's worst moment plus one member's step, and how
 * sure it is.
 *
 * @param basis what it rests on
 */
record PeakReason(PeakBasis basis) {
  private static final double ROUNDING = 0.5;

  String sentences() {
    return size() + ". " + sureness() + "." + censored();
  }

  private String size() {
    StringBuilder text = new StringBuilder(Size.gb(basis.peak()));
    text.append(" was needed together at the pool's worst moment");
    LargestStep step = basis.step();
    double onTop = basis.recommended() - basis.peak();
    if (step.bytes() < ROUNDING) {
      text.append(", when every member was at its own peak");
    } else if (onTop < step.bytes() - ROUNDING) {
      text.append(", and ").append(Size.gb(onTop)).append(" on top is all that is promised");
    } else {
      text.append(", and ").append(Size.gb(onTop)).append(" on top lets ").append(step.member());
      text.append(" go to its own peak of ").append(Size.gb(step.peak()));
      text.append(" at that moment");
    }
    if (basis.reserve() > 0) {
      text.append("; ").append(Size.gb(basis.reserve())).append(" of reserve comes on top");
    }
    return text.toString();
  }

  private String sureness() {
    RecordLaw law = basis.assurance().law();
    OptionalDouble breach = basis.assurance().breach();
    Goal goal = basis.assurance().goal();
    if (basis.promised().isPresent() && basis.recommended() >= basis.promised().getAsDouble()) {
      return "It holds all that is promised, so demand cannot pass it unless more is promised";
    }
    if (breach.isEmpty()) {
      return law.evidenceDays().isEmpty()
          ? "How likely demand passes it cannot be said: the captures carry no times"
          : "How likely demand passes it cannot be said: there is no stretch of time to judge by";
    }
    double chance = breach.getAsDouble();
    String said =
        String.format(
            Locale.ROOT,
            "The chance that demand passes it within the next %s is no more than %s by the record"
                + " law, which rests on %s of history",
            Span.days(law.horizonDays()),
            Share.atMost(chance),
            Span.days(law.evidenceDays().orElseThrow()));
    return chance <= goal.breachProbability()
        ? said
        : said
            + String.format(
                Locale.ROOT,
                "; %s of it would bring that down to %s",
                Span.days(Math.ceil(law.daysFor(goal.breachProbability()))),
                Share.atMost(goal.breachProbability()));
  }

  private String censored() {
    return basis.censoredShare() > 0
        ? " In part of the intervals a member was short of memory: it may have wanted more than was"
            + " seen, so these do not count as history."
        : "";
  }
}
