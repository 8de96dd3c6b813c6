package dev.headroom.analysis;

import dev.headroom.memory.MemorySystem;
import java.util.List;

/**
 * A memory system to judge, and what was taken for granted of it.
 *
 * @param <S> what its platform calls a memory system
 * @param system the system; its size is {@link Double#NaN} where nothing gives it
 * @param assumptions a sentence each
 */
public record Candidate<S extends MemorySystem>(S system, List<String> assumptions) {
  /** Copies the list. */
  public Candidate {
    assumptions = List.copyOf(assumptions);
  }
}
