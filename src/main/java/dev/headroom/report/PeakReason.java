package dev.headroom.report;

import dev.headroom.sizing.LargestStep;
import dev.headroom.sizing.PeakBasis;
import dev.headroom.unit.Size;

/**
 * Says how a size came about that outlives the past's worst moment plus one member's step.
 *
 * @param basis what it rests on
 */
record PeakReason(PeakBasis basis) {
  private static final double ROUNDING = 0.5;

  String sentences() {
    return NeededWords.seen(basis.peak(), basis.sizes(), basis.pressure())
        + margin()
        + NeededWords.whole(basis.peak(), basis.sizes(), basis.pressure())
        + "."
        + (basis.sizes().all()
            ? " It holds all that is promised, so demand cannot pass it unless more is promised."
            : "")
        + censored();
  }

  private String margin() {
    LargestStep step = basis.step();
    double onTop = basis.sizes().recommended() - basis.sizes().minimum();
    if (step.bytes() < ROUNDING) {
      return ", when every member was at its own peak";
    }
    if (onTop < ROUNDING) {
      return basis.sizes().all() ? ", which is all that is promised" : "";
    }
    if (basis.sizes().all()) {
      return ", and " + Size.gb(onTop) + " on top is all that is promised";
    }
    return NeededWords.missed(basis.peak(), basis.sizes(), basis.pressure())
        ? ", and " + Size.gb(onTop) + " on top is the margin"
        : ", and "
            + Size.gb(onTop)
            + " on top lets "
            + step.member()
            + " go to its own peak of "
            + Size.gb(step.peak())
            + " at that moment";
  }

  private String censored() {
    return basis.censoredShare() > 0
        ? " In part of the intervals a member was short of memory: it may have wanted more than was"
            + " seen, so these do not count as history."
        : "";
  }
}
