package dev.headroom.analysis;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.ams.AmsDiscovery;
import dev.headroom.memory.ams.AmsHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.series.Fineness;
import dev.headroom.series.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All pools of Active Memory Sharing and all partitions of the data, as a backtest needs them. */
final class AmsEstate implements Estate {
  private final List<Table> tables;
  private final List<AmsPool> pools;
  private final Fineness fineness;
  private final Map<String, AmsMember> members = new TreeMap<>();

  AmsEstate(List<AmsPool> pools, Gathered gathered, Fineness fineness) {
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

  @Override
  public List<Pool> pools() {
    return pools.stream().map(this::pool).toList();
  }

  @Override
  public Optional<Pool> whole() {
    return Optional.of(pool(some(List.copyOf(members.keySet()))));
  }

  private Pool pool(AmsPool system) {
    return new Pool(system, AmsHistory.of(system, tables, fineness), AmsPlatform.RECOMMENDER);
  }

  @Override
  public AmsPool some(List<String> names) {
    List<AmsMember> chosen =
        names.stream()
            .map(name -> members.getOrDefault(name, AmsMember.unconfigured(name)))
            .toList();
    return new AmsPool("drawn", Double.NaN, OptionalDouble.empty(), 0, chosen);
  }
}
