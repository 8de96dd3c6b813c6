package dev.headroom.report;

import dev.headroom.memory.zvm.Eviction;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.sizing.zvm.GuestProcessors;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.sizing.zvm.Slowdown;
import java.util.List;
import java.util.Optional;

/**
 * What is reported of a z/VM system only.
 *
 * @param system the system
 * @param needs by what it is sized and graded
 * @param evictions where every guest's memory was at the worst instant, in the order in which it
 *     was taken; empty where that is not known
 * @param processors the virtual and real processors advised; absent where no capture shows any
 * @param pageSpace the paging space advised; absent where neither it nor the present one is known
 */
public record ZvmFigures(
    ZvmSystem system,
    ZvmNeeds needs,
    List<Eviction> evictions,
    Optional<ProcessorSizing> processors,
    Optional<PageSpaceSizing> pageSpace) {
  /** Copies the list. */
  public ZvmFigures {
    evictions = List.copyOf(evictions);
  }

  /** The figures of a system that was judged. */
  public static ZvmFigures of(ZvmCase judged) {
    return new ZvmFigures(
        judged.pool(),
        judged.outcome().needs(),
        judged.outcome().evictions(),
        Optional.of(judged.processors()).filter(ZvmFigures::known),
        Optional.of(judged.pageSpace())
            .filter(space -> space.result().recommended().isPresent() || space.size().isPresent()));
  }

  /** How much longer work takes at the present size; empty where what is hot is not known. */
  public Optional<Slowdown> slowdown() {
    return Slowdown.of(needs, system.reserve());
  }

  private static boolean known(ProcessorSizing sizing) {
    return sizing.demand().isPresent()
        || sizing.guests().stream().map(GuestProcessors::demand).anyMatch(Optional::isPresent);
  }
}
