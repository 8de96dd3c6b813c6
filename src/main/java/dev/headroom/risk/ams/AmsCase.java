package dev.headroom.risk.ams;

import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.PoolCase;
import dev.headroom.series.Kind;
import dev.headroom.series.Subject;
import dev.headroom.sizing.Sizing;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that is known of a pool of Active Memory Sharing when its risk is judged.
 *
 * @param pool the pool as configured or found
 * @param history what was seen of its members
 * @param outcome the replay of that history on that pool, observations first
 * @param sizing the sizes advised; absent where the history does not support any
 * @param captures the captures of its members
 * @param reportedSizes the pool's size in bytes as members last reported it ({@code pool.memory}),
 *     by member; without those that did not
 * @param completeness whether its members are known to be all
 */
public record AmsCase(
    AmsPool pool,
    PoolHistory history,
    AmsOutcome outcome,
    Optional<Sizing> sizing,
    Captures captures,
    Map<String, Double> reportedSizes,
    Completeness completeness)
    implements PoolCase {

  /** Copies the sizes. */
  public AmsCase {
    reportedSizes = Collections.unmodifiableMap(new TreeMap<>(reportedSizes));
  }

  @Override
  public Subject subject(String member) {
    return new Subject(Kind.PARTITION, member);
  }
}
