package dev.headroom.risk;

import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.AmsOutcome;
import dev.headroom.memory.AmsPool;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Metric;
import dev.headroom.sizing.Sizing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All that is known of one pool when its risk is judged.
 *
 * @param pool the pool as configured or found
 * @param history what was seen of its members
 * @param outcome the replay of that history on that pool, observations first
 * @param sizing the sizes advised; absent where the history does not support any
 * @param citations where the lines behind figures stand
 * @param diagnostics what was wrong with the captures of its members
 * @param reportedSizes the pool's size in bytes as members last reported it ({@code pool.memory}),
 *     by member; without those that did not
 * @param unused captures of its members that the history could not use
 */
public record PoolCase(
    AmsPool pool,
    PoolHistory history,
    AmsOutcome outcome,
    Optional<Sizing> sizing,
    Citations citations,
    List<Diagnostic> diagnostics,
    Map<String, Double> reportedSizes,
    List<UnusedCapture> unused) {

  /** Copies the collections. */
  public PoolCase {
    diagnostics = List.copyOf(diagnostics);
    reportedSizes = Collections.unmodifiableMap(new TreeMap<>(reportedSizes));
    unused = List.copyOf(unused);
  }

  String name() {
    return pool.name();
  }

  /** Whether the pool's size is known. */
  boolean sized() {
    return pool.size() > 0;
  }

  /** Whether at some instant enough of the pool reports for its sums to count. */
  boolean counted() {
    return outcome.totals().counted() > 0;
  }

  /** What members were seen to have lost at an instant; not a number where nobody was seen. */
  double stolenSeen(int instant) {
    double total = Double.NaN;
    for (MemberHistory member : history.members()) {
      double stolen = member.stolen(instant);
      if (!Double.isNaN(stolen)) {
        total = Double.isNaN(total) ? stolen : total + stolen;
      }
    }
    return total;
  }

  /** The names of members for which something holds, in the order of the history. */
  List<String> members(Predicate<MemberHistory> wanted) {
    return history.members().stream().filter(wanted).map(MemberHistory::name).toList();
  }

  /** Whether a member's demand is known at any instant. */
  boolean reports(MemberHistory member) {
    for (int instant = 0; instant < history.size(); instant++) {
      if (member.reports(instant)) {
        return true;
      }
    }
    return false;
  }

  /** The line behind a member's figure at an instant. */
  Optional<Evidence> line(String member, Metric metric, int instant) {
    return citations.at(member, metric, history, instant);
  }

  /** The line behind what was hot of a member at an instant, whichever tool it is from. */
  Optional<Evidence> hotLine(String member, int instant) {
    return line(member, Metric.MEMORY_VIRTUAL, instant)
        .or(() -> line(member, Metric.MEMORY_INUSE, instant))
        .or(() -> line(member, Metric.MEMORY_COMPUTATIONAL, instant));
  }
}
