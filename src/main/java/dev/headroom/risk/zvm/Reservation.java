package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;

/**
 * What {@code SET RESERVED} keeps in real memory, and could keep. Pages are 4 KiB; up to z/VM 6.2
 * the last pass takes reserved pages too.
 */
final class Reservation {
  private static final double PAGE = 4096;

  private Reservation() {}

  /** What was reserved for a guest last, bytes; 0 where no report shows any. */
  static double of(GuestHistory guest) {
    for (int instant = guest.member().size() - 1; instant >= 0; instant--) {
      double reserved = guest.printed(Metric.MEMORY_RESERVED, instant);
      if (!Double.isNaN(reserved)) {
        return reserved;
      }
    }
    return 0;
  }

  /** What is reserved for all guests together, bytes. */
  static double of(ZvmCase system) {
    return system.guests().stream().mapToDouble(Reservation::of).sum();
  }

  /** The command that reserves an amount for a guest. */
  static String command(String guest, double bytes) {
    return "SET RESERVED " + guest + " " + Decimal.fixed(Math.ceil(bytes / PAGE), 0);
  }

  /**
   * How a guest keeps its heaps and database memory, as the end of a sentence: the command where
   * what all guests must keep fits, else why it would not help.
   */
  static String keeping(ZvmCase system, GuestHistory guest) {
    double hot = guest.configuredHot().orElseThrow();
    double reserved = of(guest);
    if (reserved >= hot) {
      return Size.text(reserved)
          + " are reserved for it"
          + (system.pool().agesGlobally()
              ? " already"
              : ", but before z/VM 6.3 that does not hold when memory is very short");
    }
    double all =
        system.guests().stream()
            .mapToDouble(other -> Math.max(of(other), other.configuredHot().orElse(0)))
            .sum();
    if (!(all <= system.pool().available())) {
      return "SET RESERVED would not help, for what all guests must keep does not fit";
    }
    return command(guest.name(), hot)
        + " keeps it ("
        + Size.text(hot)
        + " in pages of 4 KiB)"
        + (system.pool().agesGlobally()
            ? ""
            : ", but before z/VM 6.3 not when memory is very short");
  }
}
