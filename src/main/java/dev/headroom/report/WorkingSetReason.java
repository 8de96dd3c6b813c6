package dev.headroom.report;

import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Assurance;
import dev.headroom.sizing.PoolSizes;
import dev.headroom.sizing.WorkingSetBasis;
import dev.headroom.sizing.WorkingSetBasis.Decided;
import dev.headroom.unit.Names;
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
    return least() + " " + most() + " " + advised() + whole() + " " + sureness() + drift();
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
    return basis.needs().pressure().often()
            && basis.sizes().best() > sets + basis.sizes().reserve() + ROUNDING
        ? seen
            + " They read pages back in more than 1 % of the intervals: the real memory then, and"
            + " what they had paged out, come to "
            + Size.mb(basis.needs().pressure().enough())
            + "."
        : seen;
  }

  private String advised() {
    return switch (basis.decided()) {
      case STEP -> "Advised is the minimum" + step() + ".";
      case CHANCE ->
          "Advised is what hot demand passes with no more than the chance that is accepted; the"
              + " minimum"
              + step()
              + " would be less.";
      case WORKING_SETS ->
          basis.needs().hot().isEmpty()
              ? "All of that is advised: what of it is hot is not known."
              : "All of that is advised: "
                  + (stepIsLess()
                      ? "less is passed with more than the chance that is accepted."
                      : "less would not let each guest have its working set in turn.");
      case PRESSURE -> "All of that is advised: less was seen not to be enough.";
      case DEFINED -> "Advised is what guests define together: they cannot use more.";
    };
  }

  private boolean stepIsLess() {
    double stepped = basis.sizes().minimum() - basis.sizes().reserve() + basis.step().bytes();
    return stepped < basis.needs().workingSets().orElseThrow() - ROUNDING;
  }

  private String step() {
    return basis.step().bytes() > 0
        ? ", and "
            + Size.mb(basis.step().bytes())
            + " that let "
            + basis.step().guest()
            + ", or any one guest in its place, have its whole working set"
        : "";
  }

  /** The control program's own, and whole blocks. */
  private String whole() {
    PoolSizes sizes = basis.sizes();
    String block =
        Math.abs(sizes.advised() - sizes.recommended()) > ROUNDING
            ? "in whole blocks of " + Size.mb(sizes.block()) + " it is " + Size.mb(sizes.advised())
            : "";
    String reserve =
        sizes.reserve() > 0 && basis.decided() != Decided.PRESSURE
            ? Size.mb(sizes.reserve()) + " of the control program's own come on top"
            : "";
    if (block.isEmpty() && reserve.isEmpty()) {
      return "";
    }
    String both = reserve + (block.isEmpty() || reserve.isEmpty() ? "" : "; ") + block;
    return " " + Names.capital(both) + ".";
  }

  private String drift() {
    Assurance assurance = basis.assurance();
    return DriftWords.of(assurance.drift(), assurance.historyDays().orElse(0), assurance.goal());
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
        "The chance that hot demand passes it %s is %s, by %s of history.%s",
        Sureness.ahead(assurance.goal()),
        Sureness.chance(breach.getAsDouble(), assurance.goal()),
        Span.text(Span.ofDays(assurance.historyDays().orElseThrow())),
        breach.getAsDouble() > assurance.goal().breachProbability() + 1e-12
            ? " That is more than is accepted, but no more than the working sets of all busy guests"
                + " is advised."
            : "");
  }
}
