package dev.headroom.risk.ams;

import dev.headroom.memory.ams.PageInsSeen;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.memory.ams.Sighting;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;

/** What becomes in a what-if of what captures show of loans, stolen memory and page-ins. */
public final class WhatWasSeen {
  private WhatWasSeen() {}

  /** A sentence on a pool that is supposed to be otherwise than it was seen. */
  public static String of(AmsCase judged) {
    if (Double.isNaN(judged.pool().captured())) {
      return judged
          .pool()
          .sighting()
          .found()
          .map(WhatWasSeen::gone)
          .orElse("Stolen memory is modelled, and hypervisor page-ins are not known.");
    }
    PoolPressure pressure = judged.outcome().pressure();
    if (pressure.speaksOf(judged.pool().size())) {
      return "Stolen memory is modelled, and no less than was seen at "
          + Size.text(pressure.size())
          + (pressure.share() > 0
              ? "; page-ins that were seen there count, in "
                  + Share.text(pressure.share())
                  + " of the intervals."
              : ".");
    }
    return "Stolen memory is modelled, and hypervisor page-ins are not known: what was seen at "
        + Size.text(judged.pool().captured())
        + " says nothing of how members are served at a larger size.";
  }

  private static String gone(Sighting.Found found) {
    PageInsSeen seen = PageInsSeen.in(found.history());
    return "Stolen memory is modelled, and hypervisor page-ins are not known, for the pool may be asked"
        + " for less, or lend more, than when it was seen"
        + (seen.intervals() > 0
            ? ": grade and sizes no longer count the " + seen.words() + "."
            : ".");
  }
}
