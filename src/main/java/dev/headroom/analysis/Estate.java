package dev.headroom.analysis;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsDiscovery;
import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.series.Fineness;
import dev.headroom.series.Table;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All pools of Active Memory Sharing and all partitions of the data, as a backtest needs them. */
public final class Estate {
  private final List<Table> tables;
  private final List<AmsPool> pools;
  private final Fineness fineness;
  private final Map<String, AmsMember> members = new TreeMap<>();

  Estate(List<AmsPool> pools, Gathered gathered, Fineness fineness) {
    this.fineness = fineness;
    this.tables = gathered.tables();
    this.pools = List.copyOf(pools);
    Map<String, CapturedSettings> settings = gathered.samples().settings();
    settings.forEach((name, captured) -> members.put(name, AmsDiscovery.member(name, captured)));
    // what a site file says of a member wins, and a member without captures does not count
    for (AmsPool pool : pools) {
      pool.members()
          .forEach(member -> members.computeIfPresent(member.name(), (name, captured) -> member));
    }
  }

  /**
   * A pool and what was seen of its members.
   *
   * @param system the pool
   * @param history what was seen
   */
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
        .map(pool -> new Pool(pool, AmsHistory.of(pool, tables, fineness)))
        .toList();
  }

  /** All members as one. */
  public Pool whole() {
    AmsPool all = some(List.copyOf(members.keySet()));
    return new Pool(all, AmsHistory.of(all, tables, fineness));
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
