package dev.headroom.report;

import dev.headroom.memory.PoolHistory;
import dev.headroom.sizing.Multiplexing;
import dev.headroom.sizing.PeakOverlap;
import java.util.List;
import java.util.Optional;

/**
 * What sharing is worth in a pool, and which members peak together.
 *
 * @param worth how much less all need together than each on its own; absent where it is not known
 * @param overlaps the pairs that peak together most, the most first
 * @param more how many more pairs there are
 */
public record Sharing(Optional<Multiplexing> worth, List<PeakOverlap> overlaps, long more) {

  /** The sharing of a pool, with a limited number of pairs. */
  public static Sharing of(PoolReport pool, int most) {
    Optional<PoolHistory> history =
        pool.kind().peaks() ? pool.memory().history() : Optional.empty();
    PeakOverlap.Ranking ranking =
        history.map(known -> PeakOverlap.of(known, most)).orElse(PeakOverlap.Ranking.NONE);
    return new Sharing(history.flatMap(Multiplexing::of), ranking.pairs(), ranking.more());
  }
}
