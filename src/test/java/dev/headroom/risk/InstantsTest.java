package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.risk.ams.AmsCase;
import org.junit.jupiter.api.Test;

class InstantsTest {
  @Test
  void instantsHaveSecondsWhereThereAreAny() {
    PoolHistory history = Cases.from(Histories.timed(10_000, Histories.member("a", 2).build()));
    assertEquals("at 2009-06-30 16:00", Instants.at(history, 0));
    assertEquals("at 2009-06-30 16:00:10", Instants.at(history, 1));
    assertEquals("1 of 2 intervals (10 s)", Instants.intervals(history, 1, 2));
    assertEquals("an unknown time", Instants.time(Double.NaN));
  }

  @Test
  void withoutTimesThereAreSamples() {
    PoolHistory history = Histories.untimed(Histories.member("a", 2).build());
    assertEquals("in sample 2", Instants.at(history, 1));
    assertEquals("1 of 1 sample", Instants.intervals(history, 1, 1));
  }

  @Test
  void aPoolGrowsNoFurtherThanItsMaximum() {
    AmsCase pool =
        Cases.minutes(12 * GB, Histories.member("a", 1).build()).maximum(13 * GB).build();
    assertEquals(
        "Raise the pool to 13.00 GB on the HMC (chhwres -m SYSTEM -r mempool -o s -a \"pool_mem=13312\") or in IVM",
        Advice.grow(pool, 13 * GB));
    assertEquals(
        "Raise the pool to 14.00 GB on the HMC (chhwres -m SYSTEM -r mempool -o s -a \"pool_mem=14336,max_pool_mem=14336\") or in IVM, its maximum first",
        Advice.grow(pool, 14 * GB));
  }
}
