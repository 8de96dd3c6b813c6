package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AmsDiscoveryTest {
  private final Map<String, CapturedSettings> settings = new TreeMap<>();

  private void partition(String name, Object... metricsAndValues) {
    Map<Metric, Double> values = new TreeMap<>();
    for (int i = 0; i < metricsAndValues.length; i += 2) {
      values.put((Metric) metricsAndValues[i], (Double) metricsAndValues[i + 1]);
    }
    settings.put(name, new CapturedSettings(values));
  }

  private List<String> found() {
    return AmsDiscovery.pools(settings).stream()
        .map(
            pool ->
                pool.name() + pool.members().stream().map(member -> " " + member.name()).toList())
        .toList();
  }

  @Test
  void theSameNumberAndSizeAreOnePool() {
    partition("a", Metric.POOL_ID, 0.0, Metric.POOL_MEMORY, 1e10);
    partition("b", Metric.POOL_ID, 0.0, Metric.POOL_MEMORY, 1e10);
    partition("c", Metric.POOL_ID, 1.0, Metric.POOL_MEMORY, 1e10);

    assertEquals(List.of("pool-0[ a,  b]", "pool-1[ c]"), found());
  }

  @Test
  void oneNumberWithTwoSizesAreTwoPools() {
    partition("a", Metric.POOL_ID, 0.0, Metric.POOL_MEMORY, 1024.0 * (1 << 20));
    partition("b", Metric.POOL_ID, 0.0, Metric.POOL_MEMORY, 2048.0 * (1 << 20));

    assertEquals(List.of("pool-0-1024MB[ a]", "pool-0-2048MB[ b]"), found());
  }

  @Test
  void aSizeAloneJoinsTheOnlyPoolOfThatSize() {
    partition("a", Metric.POOL_ID, 3.0, Metric.POOL_MEMORY, 1e10);
    partition("b", Metric.POOL_MEMORY, 1e10);

    assertEquals(List.of("pool-3[ a,  b]"), found());
  }

  @Test
  void aSizeOfNothingIsDedicatedMemory() {
    partition("a", Metric.POOL_MEMORY, 0.0);
    partition("b", Metric.MEMORY_LOGICAL, 1e10);

    assertTrue(found().isEmpty());
  }
}
