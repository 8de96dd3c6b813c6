package dev.headroom.memory.ams;

import dev.headroom.memory.MemoryBlocks;
import java.util.Optional;

/**
 * The server that a pool is on, as consoles know it.
 *
 * @param block its logical memory block, bytes: what sizes are multiples of
 * @param name what the HMC calls it, the managed system, where known
 * @param console what a console shows of its pool, where captures have it
 */
public record Server(double block, Optional<String> name, Optional<ConsolePool> console) {
  /** A server of which nothing is known: what is whole in the largest blocks is whole in all. */
  public static final Server UNKNOWN =
      new Server(MemoryBlocks.SIZE, Optional.empty(), Optional.empty());

  /** A server whose console no capture shows. */
  public Server(double block, Optional<String> name) {
    this(block, name, Optional.empty());
  }
}
