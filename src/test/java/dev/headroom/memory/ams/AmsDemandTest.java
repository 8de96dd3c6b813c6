package dev.headroom.memory.ams;

import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.series.Metric;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmsDemandTest {
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);

  private AmsDemandTest with(Metric metric, double value) {
    figures.put(metric, value);
    return this;
  }

  private void expect(double floor, double hot, double warm, double free) {
    AmsDemand demand = AmsDemand.of(metric -> figures.getOrDefault(metric, NONE));
    assertEquals(floor, demand.floor(), "floor");
    assertEquals(hot, demand.hot(), "hot");
    assertEquals(warm, demand.warm(), "warm");
    assertEquals(free, demand.free(), "free");
  }

  @Test
  void tiersAreNested() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_PINNED, 100)
        .with(Metric.MEMORY_ENTITLEMENT_IO, 77)
        .with(Metric.MEMORY_VIRTUAL, 600)
        .with(Metric.MEMORY_FILECACHE, 250)
        .expect(100, 500, 250, 150);
  }

  @Test
  void theLargerOfPinnedAndEntitlementIsTheFloor() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_PINNED, 50)
        .with(Metric.MEMORY_ENTITLEMENT_IO, 77)
        .with(Metric.MEMORY_VIRTUAL, 60)
        .with(Metric.MEMORY_FILECACHE, 0)
        .expect(77, 0, 0, 923);
  }

  @Test
  void nothingIsLargerThanLogicalMemory() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_VIRTUAL, 1700)
        .with(Metric.MEMORY_FILECACHE, 250)
        .expect(0, 1000, 0, 0);
  }

  @Test
  void withoutVirtualWhatIsInUseAndNotCacheIsHot() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_INUSE, 800)
        .with(Metric.MEMORY_FILECACHE, 250)
        .expect(0, 550, 250, 200);
  }

  @Test
  void withoutEitherThePercentageOfAllMemoryPagesIsHot() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_COMPUTATIONAL, 25)
        .with(Metric.MEMORY_FILECACHE, 700)
        .expect(0, 250, 700, 50);
  }

  @Test
  void cacheIsWhatIsInUseAndNotComputationalWhereNothingBetterIsKnown() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_VIRTUAL, 600)
        .with(Metric.MEMORY_INUSE, 750)
        .with(Metric.MEMORY_FREE, 250)
        .expect(0, 600, 150, 250);
  }

  @Test
  void cacheIsNeverNegative() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_VIRTUAL, 900)
        .with(Metric.MEMORY_FREE, 150)
        .with(Metric.MEMORY_LOANED, 0)
        .expect(0, 900, 0, 100);
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_VIRTUAL, 600)
        .with(Metric.MEMORY_FREE, 100)
        .expect(0, 600, NONE, NONE);
    figures.clear();
    with(Metric.MEMORY_LOGICAL, 1000)
        .with(Metric.MEMORY_INUSE, 600)
        .with(Metric.MEMORY_PINNED, 100)
        .expect(100, NONE, NONE, NONE);
    figures.clear();
    with(Metric.MEMORY_VIRTUAL, 600).expect(NONE, NONE, NONE, NONE);
  }
}
