package dev.headroom.sizing.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;

/**
 * What guests had beyond the minimum when their working sets together were largest.
 *
 * @param guest the one with most of it; empty where none had any
 * @param bytes how much that was
 * @param workingSet its working set then
 * @param unconfigured working sets of busy guests of which the site file gives neither heaps nor
 *     database memory while it does of others, so that the minimum holds nothing of them
 */
record GuestStep(String guest, double bytes, double workingSet, double unconfigured) {

  static GuestStep of(ZvmHistory history, ZvmNeeds needs) {
    int instant = needs.at().orElseThrow();
    String name = "";
    double largest = 0;
    double set = 0;
    double unconfigured = 0;
    for (GuestHistory guest : history.guests()) {
      double own = needs.of(guest, instant);
      if (Double.isNaN(own)) {
        continue;
      }
      if (needs.hot().isPresent() && guest.configuredHot().isEmpty()) {
        unconfigured += own;
        continue;
      }
      double held = guest.configuredHot().orElse(ZvmRecommender.ESTIMATED_SHARE * own);
      if (own - held > largest) {
        name = guest.name();
        largest = own - held;
        set = own;
      }
    }
    return new GuestStep(name, largest, set, unconfigured);
  }
}
