package dev.headroom.memory.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.series.Kind;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Series;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a console shows of the shared memory pool of one server: its size and maximum, the memory
 * inside it that firmware keeps, what the partitions that run are promised, and the page-ins of all
 * of them together. Partitions know none of this but the size.
 *
 * @param server the name that its captures go by
 * @param named whether that is what the console calls the server, rather than a file's name
 * @param tables its samples, one table at least, all of kind {@link Kind#POOL}
 */
public record ConsolePool(String server, boolean named, List<Table> tables) {
  /** Copies the list. */
  public ConsolePool {
    tables = List.copyOf(tables);
  }

  /**
   * The pools that consoles show in these tables and give a size, by the names of the servers.
   *
   * @param named the servers whose names consoles give
   */
  public static List<ConsolePool> of(List<Table> tables, Set<String> named) {
    Map<String, List<Table>> byServer =
        tables.stream()
            .filter(table -> table.subject().kind() == Kind.POOL)
            .collect(
                Collectors.groupingBy(
                    table -> table.subject().name(), TreeMap::new, Collectors.toList()));
    List<ConsolePool> pools = new ArrayList<>();
    byServer.forEach(
        (server, own) -> pools.add(new ConsolePool(server, named.contains(server), own)));
    return pools.stream().filter(pool -> pool.size().orElse(0) > 0).toList();
  }

  /** Its size as last shown, bytes; absent where no sample has it. */
  public OptionalDouble size() {
    return value(Metric.POOL_MEMORY);
  }

  /** The size that it can grow to in operation, bytes; absent where no sample has it. */
  public OptionalDouble maximum() {
    return value(Metric.POOL_MAXIMUM);
  }

  /** What firmware keeps of it, bytes; absent where no sample has it. */
  public OptionalDouble reserve() {
    return value(Metric.POOL_RESERVE);
  }

  private OptionalDouble value(Metric metric) {
    return last(metric)
        .map(row -> OptionalDouble.of(row.value(metric)))
        .orElse(OptionalDouble.empty());
  }

  /** The latest sample with a figure; where none has a time, the one that was read last. */
  public Optional<Row> last(Metric metric) {
    return Landmarks.of(tables).last(tables.get(0).subject(), metric);
  }

  /** The samples of a figure that have a time. */
  public Series samples(Metric metric) {
    return Series.of(tables, metric);
  }

  /** Whether a pool that partitions report to have this size may be this one. */
  public boolean isOf(double reported) {
    double own = size().orElse(Double.NaN);
    // partitions print it with two decimals of a gigabyte
    return Math.abs(own - reported) <= MemberHistory.ROUNDING;
  }
}
