package dev.headroom.memory;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A shared pool of memory and the rules by which it is shared. Sizes are bytes. */
public interface MemorySystem {
  /** The pool's name. */
  String name();

  /** Its size; {@link Double#NaN} where it is not known. */
  double size();

  /** The size that it can grow to in operation, where known. */
  OptionalDouble maximum();

  /** What of the size is not for members: firmware memory, or the control program's own. */
  double reserve();

  /** What members can get at most: size less reserve. */
  default double available() {
    return size() - reserve();
  }

  /**
   * Logical memory by member as configured, in the order of the members; empty for a member for
   * which it is not known.
   */
  Map<String, OptionalDouble> configuredLogical();

  /** The same system at another size; at which size it was captured stays. */
  MemorySystem withSize(double size);

  /**
   * The size at which captures show its members, so that what was seen of how they were served is
   * evidence on sizes; {@link Double#NaN} where that is not known, or no capture shows it as it is.
   */
  default double captured() {
    return size();
  }

  /** The same system, taken to be one that no capture shows. */
  default MemorySystem unseen() {
    return this;
  }

  /**
   * The same system, changed from one that captures show.
   *
   * @param found that one
   * @param history what its members asked for, and how they were served
   */
  default MemorySystem changedFrom(MemorySystem found, PoolHistory history) {
    return this;
  }

  /** What the console calls the server that it is on, where known. */
  default Optional<String> managedSystem() {
    return Optional.empty();
  }

  /** What its size is a multiple of, bytes. */
  default double block() {
    return MemoryBlocks.SIZE;
  }
}
