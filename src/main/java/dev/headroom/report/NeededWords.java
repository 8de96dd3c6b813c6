package dev.headroom.report;

import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.sizing.PoolSizes;
import dev.headroom.unit.Size;

/** Says what a pool was seen to need, and what of a size comes on top of that. */
final class NeededWords {
  private static final double ROUNDING = 0.5;

  private NeededWords() {}

  /** What was needed together, and what was missing. */
  static String seen(double peak, PoolSizes sizes, PoolPressure pressure) {
    String needed = Size.gb(peak) + " was needed together at the pool's worst moment";
    return missed(peak, sizes, pressure)
        ? needed
            + ", but at "
            + Size.gb(pressure.size())
            + " memory was stolen from members that waited for it, "
            + Size.gb(pressure.stolen())
            + " at the worst such moment: no less than "
            + Size.gb(sizes.minimum())
            + " would have held what was seen"
        : needed;
  }

  /** Whether more was missing than what was hot together shows. */
  static boolean missed(double peak, PoolSizes sizes, PoolPressure pressure) {
    return pressure.enough() > peak + sizes.reserve() + ROUNDING
        && sizes.minimum() > peak + sizes.reserve() + ROUNDING;
  }

  /** The reserve, where it does not stand in what was seen, and whole blocks. */
  static String whole(double peak, PoolSizes sizes, PoolPressure pressure) {
    return (sizes.reserve() > 0 && !missed(peak, sizes, pressure)
            ? "; " + Size.gb(sizes.reserve()) + " of reserve comes on top"
            : "")
        + (Math.abs(sizes.advised() - sizes.recommended()) > ROUNDING
            ? "; in whole blocks of "
                + Size.mb(sizes.block())
                + " that is "
                + Size.gb(sizes.advised())
            : "");
  }
}
