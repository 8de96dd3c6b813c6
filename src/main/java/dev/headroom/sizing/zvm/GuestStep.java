package dev.headroom.sizing.zvm;

import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;

/**
 * The largest step of one guest from its heaps and database memory to its largest working set.
 *
 * @param guest the one with the largest; empty where none has any
 * @param bytes how much that is
 */
record GuestStep(String guest, double bytes) {

  static GuestStep of(ZvmHistory history, ZvmNeeds needs) {
    String name = "";
    double largest = 0;
    for (GuestHistory guest : history.guests()) {
      double set = needs.sets().getOrDefault(guest.name(), Double.NaN);
      double step = set - guest.configuredHot().orElse(set);
      if (step > largest) {
        name = guest.name();
        largest = step;
      }
    }
    return new GuestStep(name, largest);
  }
}
