package dev.headroom.analysis;

import dev.headroom.memory.MemorySystem;
import java.util.List;
import java.util.stream.Stream;

/**
 * A memory system to judge, and what was taken for granted of it.
 *
 * @param <S> what its platform calls a memory system
 * @param system the system; its size is {@link Double#NaN} where nothing gives it
 * @param complete whether the site file says that its members are all there are
 * @param assumptions a sentence each
 * @param contradicted what the site file says of it and captures contradict
 */
public record Candidate<S extends MemorySystem>(
    S system, boolean complete, List<String> assumptions, List<Contradicted> contradicted) {
  /** Copies the lists. */
  public Candidate {
    assumptions = List.copyOf(assumptions);
    contradicted = List.copyOf(contradicted);
  }

  /** A memory system that nothing contradicts. */
  Candidate(S system, boolean complete, List<String> assumptions) {
    this(system, complete, assumptions, List.of());
  }

  /** The same system with more that is contradicted. */
  Candidate<S> with(List<Contradicted> more) {
    return new Candidate<>(
        system,
        complete,
        assumptions,
        Stream.concat(contradicted.stream(), more.stream()).toList());
  }
}
