package dev.headroom.report;

import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Assurance;
import dev.headroom.sizing.WorkingSetBasis;
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
            + Size.mb(basis.needs().configured().orElseThrow())
            + " by the site file, and a tenth of it on top"
            + (basis.step().unconfigured() > 0
                ? ", and "
                    + Size.mb(basis.step().unconfigured())
                    + " for working sets of guests of which the site file gives nothing."
                : ".")
        : "The minimum is not known: neither heaps nor database memory are in the site file. Give"
            + " them for its guests: members: [{name: GUEST, heaps: [SIZE], database: SIZE}].";
  }

  private String most() {
    double sets = basis.needs().workingSets().orElseThrow();
    String sum =
        "The largest working sets of the guests that are not idle add up to " + Size.mb(sets);
    String seen =
        basis.needs().evidence() == ZvmNeeds.Evidence.UNCOMMITTED
            ? sum + ", seen while none of them read pages back."
            : sum
                + "; reports do not show of all of them how many pages were read back, so they may"
                + " have been seen under pressure and be too small.";
    return basis.best() > sets + ROUNDING
        ? seen
            + " They read pages back in more than 1 % of the intervals: the real memory then, and"
            + " what they had paged out, come to "
            + Size.mb(basis.best())
            + "."
        : seen;
  }

  private String advised() {
    if (basis.recommended() > basis.best() - ROUNDING) {
      return basis.needs().hot().isEmpty()
          ? "All of that is advised: what of it is hot is not known."
          : "All of that is advised: less would not let each guest have its working set in turn.";
    }
    StringBuilder text = new StringBuilder("Advised is the minimum");
    if (basis.reserve() > 0) {
      text.append(", ").append(Size.mb(basis.reserve())).append(" of the control program's own");
    }
    if (basis.step().bytes() > 0) {
      text.append(", and ").append(Size.mb(basis.step().bytes())).append(" that let ");
      text.append(basis.step().guest())
          .append(", or any one guest in its place, have its whole working set");
    }
    return text.append(".").toString();
  }

  private String sureness() {
    Assurance assurance = basis.assurance();
    OptionalDouble breach = assurance.breach();
    if (breach.isPresent() && breach.getAsDouble() == 0) {
      return "It holds all that guests define, so demand cannot pass it unless more is defined.";
    }
    if (breach.isEmpty()) {
      return "How likely hot demand passes it cannot be said: "
          + assurance.missing().map(SizeReason::missing).orElse("it has passed it already")
          + ".";
    }
    return String.format(
        Locale.ROOT,
        "The chance that hot demand passes it %s is %s, by %s of history.",
        Sureness.ahead(assurance.goal()),
        Sureness.chance(breach.getAsDouble(), assurance.goal()),
        Span.text(Span.ofDays(assurance.historyDays().orElseThrow())));
  }
}
