package dev.headroom.memory;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What captures say of the settings of one partition, and of what it lends: the last value of each
 * that was read.
 *
 * @param last the last value of a metric
 */
public record CapturedSettings(Map<Metric, Double> last) {
  private static final List<Metric> SETTINGS =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_ENTITLEMENT_IO,
          Metric.MEMORY_LOANED,
          Metric.MEMORY_WEIGHT,
          Metric.POOL_ID,
          Metric.POOL_MEMORY);

  /** Copies the map. */
  public CapturedSettings {
    last = Map.copyOf(last);
  }

  /** Of every partition that any table is about, by name. */
  public static Map<String, CapturedSettings> of(List<Table> tables) {
    Map<String, Map<Metric, Double>> found = new TreeMap<>();
    for (Table table : tables) {
      if (table.subject().kind() != Kind.PARTITION) {
        continue;
      }
      Map<Metric, Double> settings =
          found.computeIfAbsent(table.subject().name(), name -> new EnumMap<>(Metric.class));
      for (Metric metric : SETTINGS) {
        double value = lastOf(table, metric);
        if (!Double.isNaN(value)) {
          settings.put(metric, value);
        }
      }
    }
    Map<String, CapturedSettings> all = new TreeMap<>();
    found.forEach((name, settings) -> all.put(name, new CapturedSettings(settings)));
    return all;
  }

  private static double lastOf(Table table, Metric metric) {
    for (int row = table.rows() - 1; row >= 0 && table.column(metric) != null; row--) {
      double value = table.value(metric, row);
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    return Double.NaN;
  }

  /** The value of a setting; absent where no capture gives it. */
  public OptionalDouble get(Metric metric) {
    Double value = last.get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
