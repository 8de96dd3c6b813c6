package dev.headroom.risk;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ReplayOutcome;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that is known of one memory system when its risk is judged, as far as it is the same for
 * both: what only one of them has stands in its own case.
 */
public interface PoolCase {
  /** The system as configured or found. */
  MemorySystem pool();

  /** What was seen of its members. */
  PoolHistory history();

  /** The replay of that history on that system. */
  ReplayOutcome outcome();

  /** The sizes advised; absent where the history does not support any. */
  Optional<Sizing> sizing();

  /** The captures of its members: lines that stand out, and what could not be used of them. */
  Captures captures();

  /** Whether its members are known to be all, as it was captured. */
  Completeness completeness();

  /** What a member of a name is in captures. */
  Subject subject(String member);

  /** The line behind what was hot of a member at an instant, whichever tool it is from. */
  default Optional<Evidence> hotLine(String member, int instant) {
    return history().member(member).flatMap(m -> m.rows().needed(instant)).map(Evidence::of);
  }

  /** The system's name. */
  default String name() {
    return pool().name();
  }

  /** Whether its size is known. */
  default boolean sized() {
    return pool().size() > 0;
  }

  /** Whether at some instant enough of it reports for its sums to count. */
  default boolean counted() {
    return outcome().totals().summed();
  }

  /** How many intervals count: every share that is told of the system is of this number. */
  default int intervals() {
    return outcome().totals().counted();
  }

  /** What members were seen to have lost at an instant; not a number where no member was seen. */
  default double stolenSeen(int instant) {
    double total = Double.NaN;
    for (MemberHistory member : history().members()) {
      double stolen = member.stolen(instant);
      if (!Double.isNaN(stolen)) {
        total = Double.isNaN(total) ? stolen : total + stolen;
      }
    }
    return total;
  }

  /** The names of members for which something holds, in the order of the history. */
  default List<String> members(Predicate<MemberHistory> wanted) {
    return history().members().stream().filter(wanted).map(MemberHistory::name).toList();
  }

  /** Whether a member's demand is known at any instant. */
  default boolean reports(MemberHistory member) {
    for (int instant = 0; instant < history().size(); instant++) {
      if (member.reports(instant)) {
        return true;
      }
    }
    return false;
  }

  /** The line behind a member's figure at an instant. */
  default Optional<Evidence> line(String member, Metric metric, int instant) {
    return history().member(member).flatMap(m -> m.rows().of(metric, instant)).map(Evidence::of);
  }

  /** The line with a member's highest value of a metric, the first among equals. */
  default Optional<Evidence> highest(String member, Metric metric) {
    return captures().landmarks().highest(subject(member), metric).map(Evidence::of);
  }

  /** The line with a member's lowest value of a metric, the first among equals. */
  default Optional<Evidence> lowest(String member, Metric metric) {
    return captures().landmarks().lowest(subject(member), metric).map(Evidence::of);
  }

  /** The latest line with a member's value of a metric. */
  default Optional<Evidence> last(String member, Metric metric) {
    return captures().landmarks().last(subject(member), metric).map(Evidence::of);
  }
}
