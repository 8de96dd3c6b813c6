package dev.headroom.sizing;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says in an operator's words how a recommendation came about and how sure it is.
 *
 * @param peak what was hot together at most, bytes
 * @param step the step on top of it
 * @param recommended the recommendation without reserve
 * @param reserve the reserve
 * @param promised what is promised, where known
 * @param censoredShare share of the intervals in which a member was short of memory
 */
record Reason(
    double peak,
    LargestStep step,
    double recommended,
    double reserve,
    OptionalDouble promised,
    double censoredShare) {
  private static final double GIGABYTE = 1L << 30;
  private static final double ROUNDING = 0.5;

  /** The whole of it: how the number came about, then how sure it is. */
  String sentence(RecordLaw law, OptionalDouble breach, Goal goal) {
    return size() + ". " + sureness(law, breach, goal) + "." + censored();
  }

  private String size() {
    StringBuilder text = new StringBuilder(gigabytes(peak));
    text.append(" was needed together at the pool's worst moment");
    double onTop = recommended - peak;
    if (step.bytes() < ROUNDING) {
      text.append(", when every member was at its own peak");
    } else if (onTop < step.bytes() - ROUNDING) {
      text.append(", and ").append(gigabytes(onTop)).append(" on top is all that is promised");
    } else {
      text.append(", and ").append(gigabytes(onTop)).append(" on top lets ").append(step.member());
      text.append(" go to its own peak of ").append(gigabytes(step.peak()));
      text.append(" at that moment");
    }
    if (reserve > 0) {
      text.append("; ").append(gigabytes(reserve)).append(" of reserve comes on top");
    }
    return text.toString();
  }

  private String sureness(RecordLaw law, OptionalDouble breach, Goal goal) {
    if (promised.isPresent() && recommended >= promised.getAsDouble()) {
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
            days(law.horizonDays()),
            percent(chance),
            days(law.evidenceDays().orElseThrow()));
    return chance <= goal.breachProbability()
        ? said
        : said
            + String.format(
                Locale.ROOT,
                "; %s of it would bring that down to %s",
                days(Math.ceil(law.daysFor(goal.breachProbability()))),
                percent(goal.breachProbability()));
  }

  private String censored() {
    return censoredShare > 0
        ? String.format(
            Locale.ROOT,
            " In %s of the intervals a member was short of memory: it may have wanted more than was"
                + " seen, so these do not count as history.",
            percent(censoredShare))
        : "";
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / GIGABYTE);
  }

  // Rounded up: what is said to be no more than this must not be more.
  private static String percent(double share) {
    return oneDecimal(Math.ceil(share * 1000 - 1e-9) / 10) + " %";
  }

  private static String days(double days) {
    String text = days < 1 ? String.format(Locale.ROOT, "%.2f", days) : oneDecimal(days);
    return text + ("1".equals(text) ? " day" : " days");
  }

  private static String oneDecimal(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
