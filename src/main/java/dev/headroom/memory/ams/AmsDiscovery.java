package dev.headroom.memory.ams;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.series.Metric;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds shared memory pools in what captures say: partitions that report the same pool number and
 * size are in one pool. A capture that gives the size alone ({@code mpsz} of vmstat) joins the one
 * pool of that size. What a console shows of a partition has no size of a pool; the console shows
 * it apart.
 */
public final class AmsDiscovery {
  private AmsDiscovery() {}

  /** What tells pools apart. */
  private record Key(OptionalDouble id, double size) {}

  /** The partitions of one pool. */
  private record Group(Key key, List<AmsMember> members) {}

  /** The pools in these settings alone. */
  public static List<AmsPool> pools(Map<String, CapturedSettings> settings) {
    return pools(settings, Map.of());
  }

  /**
   * Whether a partition shares memory, though it may not report how large the pool is: it has a
   * pool's number, a memory weight, or lends.
   */
  public static boolean shares(CapturedSettings partition) {
    return partition.get(Metric.POOL_ID).isPresent()
        || partition.get(Metric.MEMORY_WEIGHT).isPresent()
        || partition.get(Metric.MEMORY_LOANED).isPresent();
  }

  /**
   * The pools in these settings, in the order of their numbers. Weight is 128, the console's
   * default, where nothing gives it; the loan policy is 1, the default of AIX; no reserve is known.
   *
   * @param sizes the size of the pool of partitions that do not report it, bytes, by their names
   */
  public static List<AmsPool> pools(
      Map<String, CapturedSettings> settings, Map<String, Double> sizes) {
    Map<String, Group> groups = new TreeMap<>();
    Map<OptionalDouble, Set<OptionalDouble>> ids = new HashMap<>();
    settings.forEach(
        (name, partition) -> {
          Set<OptionalDouble> ofSize =
              ids.computeIfAbsent(size(name, partition, sizes), size -> new HashSet<>());
          OptionalDouble id = partition.get(Metric.POOL_ID);
          if (id.isPresent()) {
            ofSize.add(id);
          }
        });
    settings.forEach(
        (name, partition) ->
            key(size(name, partition, sizes), partition, ids)
                .ifPresent(
                    key ->
                        groups
                            .computeIfAbsent(order(key), order -> new Group(key, new ArrayList<>()))
                            .members()
                            .add(member(name, partition))));
    List<Key> keys = groups.values().stream().map(Group::key).toList();
    return groups.values().stream()
        .map(
            group ->
                new AmsPool(
                    name(group.key(), keys),
                    group.key().size(),
                    OptionalDouble.empty(),
                    0,
                    group.members()))
        .toList();
  }

  private static OptionalDouble size(
      String name, CapturedSettings partition, Map<String, Double> sizes) {
    OptionalDouble reported = partition.get(Metric.POOL_MEMORY);
    Double shown = sizes.get(name);
    return reported.isPresent() || shown == null ? reported : OptionalDouble.of(shown);
  }

  private static Optional<Key> key(
      OptionalDouble size,
      CapturedSettings partition,
      Map<OptionalDouble, Set<OptionalDouble>> ids) {
    if (size.isEmpty() || size.getAsDouble() <= 0) {
      return Optional.empty(); // lparstat and vmstat print 0.00GB where memory is dedicated
    }
    OptionalDouble id = partition.get(Metric.POOL_ID);
    if (id.isEmpty()) {
      Set<OptionalDouble> sameSize = ids.getOrDefault(size, Set.of());
      id = sameSize.size() == 1 ? sameSize.iterator().next() : id;
    }
    return Optional.of(new Key(id, size.getAsDouble()));
  }

  private static String order(Key key) {
    return String.format(Locale.ROOT, "%020.0f %020.0f", key.id().orElse(-1), key.size());
  }

  private static String name(Key key, List<Key> all) {
    long sameId = all.stream().filter(other -> other.id().equals(key.id())).count();
    String name =
        key.id().isPresent() ? "pool-" + Decimal.fixed(key.id().getAsDouble(), 0) : "pool";
    return sameId == 1 ? name : name + "-" + Decimal.fixed(key.size() / Size.MB, 0) + "MB";
  }

  /** A member as captures show it, under the defaults. */
  public static AmsMember member(String name, CapturedSettings settings) {
    return new AmsMember(
        name,
        settings.get(Metric.MEMORY_LOGICAL),
        settings.get(Metric.MEMORY_WEIGHT).orElse(AmsMember.DEFAULT_WEIGHT),
        settings.get(Metric.MEMORY_ENTITLEMENT_IO),
        LoanPolicy.FILE_CACHE);
  }
}
