package dev.headroom.report;

import dev.headroom.memory.Eviction;
import dev.headroom.memory.ZvmNeeds;
import dev.headroom.memory.ZvmSystem;
import java.util.List;

/**
 * What is reported of a z/VM system only.
 *
 * @param system the system
 * @param needs by what it is sized and graded
 * @param evictions where every guest's memory was at the worst instant, in the order in which it
 *     was taken; empty where that is not known
 */
public record ZvmFigures(ZvmSystem system, ZvmNeeds needs, List<Eviction> evictions) {
  /** Copies the list. */
  public ZvmFigures {
    evictions = List.copyOf(evictions);
  }
}
