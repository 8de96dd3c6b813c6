package dev.headroom.memory;

import java.util.Map;
import java.util.OptionalDouble;

/** A shared pool of memory and the rules by which it is shared. Sizes are bytes. */
public sealed interface MemorySystem permits AmsPool {
  /** The pool's name. */
  String name();

  /** Its size. */
  double size();

  /** What of the size is not for members: firmware memory, or the control program's own. */
  double reserve();

  /** What members can get at most: size less reserve. */
  default double available() {
    return size() - reserve();
  }

  /**
   * Logical memory by member as configured, in the order of the members; empty for a member of whom
   * it is not known.
   */
  Map<String, OptionalDouble> configuredLogical();

  /** The same system at another size. */
  MemorySystem withSize(double size);
}
