package dev.headroom.memory.zvm;

import dev.headroom.memory.MemoryBlocks;
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
 * @param storage real memory and expanded storage
 * @param release the control program's release, where known
 * @param members the guests, in the order of their names
 */
public record ZvmSystem(
    String name, String id, Storage storage, Optional<ZvmRelease> release, List<ZvmGuest> members)
    implements MemorySystem {

  /**
   * Real memory, and expanded storage beside it.
   *
   * @param size real memory, bytes; {@link Double#NaN} where it is not known
   * @param maximum the size that it can grow to in operation, where known
   * @param reserve the control program's own storage, bytes: real memory less the dynamic paging
   *     area
   * @param expanded expanded storage as configured, bytes; {@link ZvmSystem#expanded} is what
   *     counts
   * @param block what a size is a multiple of, the storage increment, bytes
   * @param captured the size at which captures show the guests wherever they do not say it, bytes;
   *     {@link Double#NaN} where it is not known
   */
  public record Storage(
      double size,
      OptionalDouble maximum,
      double reserve,
      double expanded,
      double block,
      double captured) {
    /** One that is as captures show it, in the largest blocks. */
    public Storage(double size, OptionalDouble maximum, double reserve, double expanded) {
      this(size, maximum, reserve, expanded, MemoryBlocks.SIZE, size);
    }
  }

  /** Copies the list of members. */
  public ZvmSystem {
    members = List.copyOf(members);
  }

  /** The memory system as one of z/VM; empty where it is another's. */
  public static Optional<ZvmSystem> of(MemorySystem system) {
    return system instanceof ZvmSystem zvm ? Optional.of(zvm) : Optional.empty();
  }

  @Override
  public double size() {
    return storage.size();
  }

  @Override
  public OptionalDouble maximum() {
    return storage.maximum();
  }

  @Override
  public double reserve() {
    return storage.reserve();
  }

  @Override
  public double block() {
    return storage.block();
  }

  @Override
  public double captured() {
    return storage.captured();
  }

  /** Expanded storage that the release can page to, bytes; 0 from 6.4 on. */
  public double expanded() {
    return release.map(ZvmRelease::hasExpandedStorage).orElse(true) ? storage.expanded() : 0;
  }

  /**
   * Whether memory is taken by global age. Where the release is not known, a system that has
   * expanded storage is taken for an older one.
   */
  public boolean agesGlobally() {
    return release.map(ZvmRelease::agesGlobally).orElse(storage.expanded() == 0);
  }

  @Override
  public ZvmSystem withSize(double changed) {
    Storage other =
        new Storage(
            changed,
            storage.maximum(),
            storage.reserve(),
            storage.expanded(),
            storage.block(),
            storage.captured());
    return new ZvmSystem(name, id, other, release, members);
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
