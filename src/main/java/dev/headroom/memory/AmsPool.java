package dev.headroom.memory;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A shared memory pool of Active Memory Sharing.
 *
 * @param name the pool's name
 * @param size bytes
 * @param maximum the size that it can grow to in operation, where known
 * @param reserve firmware memory inside the pool: 256 MB with an HMC, none with IVM
 * @param members the partitions, in the order of their names
 */
public record AmsPool(
    String name, double size, OptionalDouble maximum, double reserve, List<AmsMember> members)
    implements MemorySystem {

  /** Copies the list of members. */
  public AmsPool {
    members = List.copyOf(members);
  }

  @Override
  public AmsPool withSize(double changed) {
    return new AmsPool(name, changed, maximum, reserve, members);
  }
}
