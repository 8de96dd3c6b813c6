package dev.headroom.analysis;

import dev.headroom.memory.MemorySystem;
import java.util.List;

/**
 * A memory system to judge, and what was taken for granted of it.
 *
 * @param <S> what its platform calls a memory system
 * @param system the system; its size is {@link Double#NaN} where nothing gives it
 * @param complete whether the site file says that its members are all there are
 * @param assumptions a sentence each
 */
public record Candidate<S extends MemorySystem>(
    S system, boolean complete, List<String> assumptions) {
  /** Copies the list. */
  public Candidate {
    assumptions = List.copyOf(assumptions);
  }
}
