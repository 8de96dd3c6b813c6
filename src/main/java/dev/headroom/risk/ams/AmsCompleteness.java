package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.ConsoleSum;
import dev.headroom.memory.ams.PoolFilling;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Instants;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the members of a pool of Active Memory Sharing are all there are, in words. */
public final class AmsCompleteness {
  private final AmsPool pool;
  private final PoolHistory history;
  private final PoolFilling filling;
  private final ConsoleSum console;

  /** Looks at a pool as it was captured. */
  public AmsCompleteness(AmsPool pool, PoolHistory history) {
    this.pool = pool;
    this.history = history;
    this.filling = PoolFilling.of(pool, history);
    this.console = ConsoleSum.of(pool, history);
  }

  /**
   * Whether its members are all.
   *
   * @param complete whether the site file says so
   * @param unread a sentence where captures of a member, or a whole capture, could not be read
   */
  public Completeness of(boolean complete, Optional<String> unread) {
    if (unread.isPresent()) {
      return Completeness.refuted(unread.get());
    }
    if (complete) {
      return Completeness.said(
          "The site file says so."
              + (console.refuted()
                  ? " The captures contradict it: " + promisedToOthers()
                  : filling.refuted() && !console.proven()
                      ? " The captures contradict it: " + missing()
                      : ""));
    }
    if (console.refuted()) {
      return Completeness.refuted(promisedToOthers());
    }
    if (console.proven()) {
      return Completeness.proven(
          "The console promises all partitions that run "
              + Size.text(console.promised())
              + ", and so much is promised to these members"
              + samples(console.equal())
              + ".");
    }
    if (filling.refuted()) {
      return Completeness.refuted(missing());
    }
    if (filling.proven() && !laid()) {
      return Completeness.unknown(
          "The rows have neither a time nor a known interval, and not every member has as many of"
              + " them: a sum of them may be of several times. If the members are all, say so with"
              + " complete: true in the site file.");
    }
    if (filling.proven()) {
      return Completeness.proven(
          "While memory was lent or stolen, the physical memory of the members summed to the pool"
              + " in "
              + Instants.intervals(history, filling.full(), filling.lending())
              + ".");
    }
    return Completeness.unknown(
        (filling.lending() == 0
                ? "No capture shows memory lent or stolen, so that no sum tells whether members are"
                    + " missing"
                : "While memory was lent or stolen, the physical memory of the members summed to"
                    + " the pool in only "
                    + Instants.intervals(history, filling.full(), filling.lending()))
            + ". If they are all, say so with complete: true in the site file.");
  }

  /** Whether rows that stand in one row of the history are of one time, as far as can be told. */
  private boolean laid() {
    if (history.timed()) {
      return true;
    }
    Set<Integer> counts = new HashSet<>();
    boolean known = true;
    for (MemberHistory member : history.members()) {
      int rows = 0;
      for (int instant = 0; instant < history.size(); instant++) {
        Optional<Row> row = member.rows().of(Metric.MEMORY_PHYSICAL, instant);
        known &= row.isEmpty() || row.get().table().interval() > 0;
        rows += member.served().physical()[instant] >= 0 ? 1 : 0;
      }
      if (rows > 0) {
        counts.add(rows);
      }
    }
    return known || counts.size() <= 1;
  }

  private String promisedToOthers() {
    return "The console promises all partitions that run "
        + Size.text(console.promised())
        + ", and "
        + Size.text(console.known())
        + " of it to these members"
        + samples(console.more())
        + ": others have the rest.";
  }

  private String samples(int count) {
    return console.compared() == 1
        ? ""
        : ", in " + count + " of its " + console.compared() + " samples";
  }

  private String missing() {
    String available = Size.text(pool.available());
    return filling.fits()
        ? "Memory was lent or stolen although all that is promised to these members fits into "
            + available
            + ": others take the rest."
        : "While memory was lent or stolen, the physical memory of these members left more than 5 %"
            + " of "
            + available
            + " free in "
            + Instants.intervals(history, filling.free(), filling.lending())
            + " (they had "
            + Size.text(filling.most())
            + " at most): others have the rest.";
  }

  /**
   * Why these members cannot be of one pool, and what settles it; empty where they can.
   *
   * @param pool the pool
   * @param history what was seen of it
   */
  public static Optional<String> severalServers(AmsPool pool, PoolHistory history) {
    PoolFilling filling = PoolFilling.of(pool, history);
    if (!filling.severalServers()) {
      return Optional.empty();
    }
    List<String> members = List.copyOf(pool.configuredLogical().keySet());
    return Optional.of(
        "Its members are of several servers, for their physical memory passes the pool's "
            + Size.text(pool.size())
            + " by more than 5 % in "
            + Instants.intervals(history, filling.over(), filling.seen())
            + ", and a Memory Pool ID is 0 on every server. Part them in the site file, an entry a"
            + " server: pools: [{name: SERVER1, kind: ams, members: [{name: "
            + members.get(0)
            + "}]}, {name: SERVER2, kind: ams, members: []}]; the members are "
            + Names.list(members)
            + ".");
  }
}
