package dev.headroom.report;

import dev.headroom.sizing.RecordLaw;
import dev.headroom.sizing.WorkingSetBasis;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Says how the sizes of a z/VM system came about and how sure they are.
 *
 * @param basis what they rest on
 */
record WorkingSetReason(WorkingSetBasis basis) {
  private static final double ROUNDING = 0.5;

  String sentences() {
    return least() + " " + most() + " " + advised() + " " + sureness();
  }

  private String least() {
    return basis.needs().hot().isPresent()
        ? "The minimum is heaps at their maximum and database memory, "
            + Size.mb(basis.needs().hot().getAsDouble())
            + " by the site file, and a tenth of it on top."
        : "The minimum of "
            + Size.mb(basis.minimum())
            + " is only an estimate, half of the working sets: neither heaps nor database memory are"
            + " in the site file, and in the one published study that gives both the minimum was"
            + " 43 % of them.";
  }

  private String most() {
    double sets = basis.needs().workingSets().orElseThrow();
    String sum = "The working sets of the guests that are not idle add up to " + Size.mb(sets);
    double enough = basis.needs().enough().orElseThrow();
    String more =
        basis.best() > enough + ROUNDING
            ? " That is less than the minimum, which is the best size then."
            : "";
    return switch (basis.needs().evidence()) {
      case UNCOMMITTED -> sum + ", seen while none of them waited for pages." + more;
      case PAGING ->
          sum
              + " at most, but there was paging whenever they were seen, and working sets shrink then."
              + " What exists of these guests' memory anywhere, and the real memory that was not"
              + " enough, come to "
              + Size.mb(enough)
              + "; the best size may well be larger, and only a run without paging can tell it."
              + more;
      case UNKNOWN ->
          sum
              + "; no report shows page reads, so they may have been seen under pressure and be too"
              + " small."
              + more;
    };
  }

  private String advised() {
    if (basis.needs().hot().isEmpty()) {
      return "All of that is advised: what of it is hot is not known, and an estimate is no ground to"
          + " go below it. Give heaps and database memory in the site file to be advised on less.";
    }
    if (basis.recommended() > basis.best() - ROUNDING) {
      return "All of that is advised: less would not let each guest have its working set in turn.";
    }
    StringBuilder text = new StringBuilder("Advised is the minimum");
    if (basis.reserve() > 0) {
      text.append(", ").append(Size.mb(basis.reserve())).append(" of the control program's own");
    }
    if (basis.step().unconfigured() > 0) {
      text.append(", ").append(Size.mb(basis.step().unconfigured()));
      text.append(" for working sets of guests of which the site file gives nothing");
    }
    if (basis.step().bytes() > 0) {
      text.append(", and ").append(Size.mb(basis.step().bytes())).append(" that let ");
      text.append(basis.step().guest())
          .append(", or any one guest in its place, have its whole working set");
    }
    return text.append(".").toString();
  }

  private String sureness() {
    RecordLaw law = basis.assurance().law();
    OptionalDouble breach = basis.assurance().breach();
    if (breach.isPresent() && breach.getAsDouble() == 0) {
      return "It holds all that guests define, so demand cannot pass it unless more is defined.";
    }
    if (breach.isEmpty()) {
      return "How likely hot demand passes it cannot be said: "
          + (law.evidenceDays().isEmpty()
              ? "the captures carry no times."
              : law.evidenceDays().getAsDouble() > 0
                  ? "it has passed it already."
                  : "one report, or one in which guests waited for pages, is no stretch of time to"
                      + " judge by.");
    }
    return String.format(
        Locale.ROOT,
        "The chance that hot demand passes it within the next %s is no more than %s by the record"
            + " law, which rests on %s of history.",
        Span.days(law.horizonDays()),
        Share.atMost(breach.getAsDouble()),
        Span.days(law.evidenceDays().orElseThrow()));
  }
}
