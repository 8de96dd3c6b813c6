package dev.headroom.memory.zvm;

import dev.headroom.memory.MemorySystem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The real memory of one z/VM system and the guests that share it.
 *
 * @param name what the system is called
 * @param id what captures call it: its system identifier
 * @param size real memory, bytes; {@link Double#NaN} where it is not known
 * @param maximum the size that it can grow to in operation, where known
 * @param reserve the control program's own storage, bytes: real memory less the dynamic paging area
 * @param configuredExpanded expanded storage as configured, bytes; {@link #expanded} is what counts
 * @param release the control program's release, where known
 * @param members the guests, in the order of their names
 */
public record ZvmSystem(
    String name,
    String id,
    double size,
    OptionalDouble maximum,
    double reserve,
    double configuredExpanded,
    Optional<ZvmRelease> release,
    List<ZvmGuest> members)
    implements MemorySystem {

  /** Copies the list of members. */
  public ZvmSystem {
    members = List.copyOf(members);
  }

  /** The memory system as one of z/VM; empty where it is another's. */
  public static Optional<ZvmSystem> of(MemorySystem system) {
    return system instanceof ZvmSystem zvm ? Optional.of(zvm) : Optional.empty();
  }

  /** Expanded storage that the release can page to, bytes; 0 from 6.4 on. */
  public double expanded() {
    return release.map(ZvmRelease::hasExpandedStorage).orElse(true) ? configuredExpanded : 0;
  }

  /**
   * Whether memory is taken by global age. Where the release is not known, a system that has
   * expanded storage is taken for an older one.
   */
  public boolean agesGlobally() {
    return release.map(ZvmRelease::agesGlobally).orElse(configuredExpanded == 0);
  }

  @Override
  public ZvmSystem withSize(double changed) {
    return new ZvmSystem(name, id, changed, maximum, reserve, configuredExpanded, release, members);
  }

  @Override
  public Map<String, OptionalDouble> configuredLogical() {
    Map<String, OptionalDouble> logical = new LinkedHashMap<>();
    members.forEach(member -> logical.put(member.name(), member.logical()));
    return logical;
  }

  /** The guest of a name; one of which nothing more is known where the system does not name it. */
  public ZvmGuest member(String wanted) {
    return members.stream()
        .filter(member -> member.name().equals(wanted))
        .findFirst()
        .orElseGet(() -> ZvmGuest.unconfigured(wanted, OptionalDouble.empty()));
  }
}
