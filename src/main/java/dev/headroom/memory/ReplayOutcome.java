package dev.headroom.memory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a replay found, as far as it is the same for both memory systems. */
public interface ReplayOutcome {
  /** The system that was replayed. */
  MemorySystem pool();

  /** Sums over the members, with the instants of their peaks. */
  PoolTotals totals();

  /** How every member was served, in the order of the history. */
  PoolOutcome served();

  /**
   * What members could get together at an instant, bytes; {@link Double#NaN} where it is not known.
   */
  double availableAt(int instant);

  /** How far the system was over-committed. */
  Overcommit overcommit();

  /** Every member's figures, in the order of the history. */
  List<MemberSummary> members();

  /** Between which bounds the peak of stolen memory lies; absent where nothing is known. */
  Optional<StolenBounds> stolenBounds();

  /**
   * Share of the instants that count at which a member was short of memory, so that demand is seen
   * too low; absent where no instant counts.
   */
  OptionalDouble censoredShare();
}
