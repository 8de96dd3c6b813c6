package dev.headroom.cli;

import dev.headroom.analysis.Pools;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsDiscovery;
import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.series.Kind;
import dev.headroom.site.Site;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All pools and members of the data, as a backtest needs them. */
public final class Estate {
  private final Gathered gathered;
  private final List<AmsPool> pools;
  private final Map<String, AmsMember> members = new TreeMap<>();

  public Estate(Site site, Gathered gathered) {
    this.gathered = gathered;
    Pools found = new Pools(site, gathered.tables());
    this.pools = found.ams().stream().map(Pools.Candidate::pool).map(AmsPool.class::cast).toList();
    found
        .settings()
        .forEach((name, captured) -> members.put(name, AmsDiscovery.member(name, captured)));
    // what a site file says of a member wins, and one on whom nothing was captured is nobody
    for (AmsPool pool : pools) {
      pool.members()
          .forEach(member -> members.computeIfPresent(member.name(), (name, captured) -> member));
    }
  }

  /** A pool and what was seen of its members. */
  public record Pool(MemorySystem system, PoolHistory history) {
    /** Whether the demand of any member is known at any instant. */
    public boolean reports() {
      return history.members().stream()
          .anyMatch(member -> IntStream.range(0, history.size()).anyMatch(member::reports));
    }
  }

  /** The pools as they are. */
  public List<Pool> pools() {
    return pools.stream()
        .map(pool -> new Pool(pool, AmsHistory.of(pool, gathered.tables())))
        .toList();
  }

  /** Whether anything was captured of guests, whose systems are not judged. */
  public boolean hasGuests() {
    return gathered.tables().stream().anyMatch(table -> table.subject().kind() == Kind.GUEST);
  }

  /** All members as one. */
  public Pool whole() {
    AmsPool all = some(List.copyOf(members.keySet()));
    return new Pool(all, AmsHistory.of(all, gathered.tables()));
  }

  /** Some of the members as a pool of no particular size. */
  public AmsPool some(List<String> names) {
    List<AmsMember> chosen =
        names.stream()
            .map(name -> members.getOrDefault(name, AmsMember.unconfigured(name)))
            .toList();
    return new AmsPool("drawn", Double.NaN, OptionalDouble.empty(), 0, chosen);
  }
}
