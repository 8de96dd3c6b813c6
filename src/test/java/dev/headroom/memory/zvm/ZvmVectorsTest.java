package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.Slowdown;
import dev.headroom.sizing.zvm.ZvmRecommender;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The validation vectors of the z/VM study (docs/model.md names it). */
class ZvmVectorsTest {
  private static ZvmOutcome at(double megabytes) {
    ZvmSystem lpar = Listing.lpar(megabytes);
    ZvmTables tables = ZvmTables.of("TPM", Listing.study().tables());
    return ZvmReplay.run(lpar, ZvmHistory.of(lpar, tables), Basis.MODELLED);
  }

  private static Sizing sizing() {
    ZvmSystem lpar = Listing.lpar(28_672);
    ZvmTables tables = ZvmTables.of("TPM", Listing.study().tables());
    return new ZvmRecommender()
        .recommend(ZvmHistory.of(lpar, tables), lpar, Goal.DEFAULT)
        .orElseThrow();
  }

  @Test
  void minimumAndBest() {
    assertEquals(11_264 * MB, sizing().minimum(), 1e-3);
    assertEquals(26_368 * MB, sizing().best());
    assertEquals(57.3, 100 * (1 - sizing().minimum() / sizing().best()), 0.05, "saved");
  }

  @ParameterizedTest
  @CsvSource({"28672, 1.00", "26368, 1.09", "10240, 2.80", "7168, 4.00", "6400, 4.48"})
  void virtualToReal(double megabytes, double ratio) {
    assertEquals(ratio, at(megabytes).overcommit().configuredRatio().orElseThrow(), 0.005, "V:R");
  }

  @ParameterizedTest
  @CsvSource({"10240, 1.00", "7168, 1.43", "6400, 1.60"})
  void hotToReal(double megabytes, double ratio) {
    ZvmNeeds needs = at(megabytes).needs();
    assertEquals(10_240 * MB, needs.hot().orElseThrow());
    assertEquals(ratio, needs.hot().orElseThrow() / (megabytes * MB), 0.005);
    assertEquals(
        needs.hot().orElseThrow(), at(megabytes).overcommit().peakHot().orElseThrow(), "H is hot");
  }

  @ParameterizedTest
  @CsvSource({"10240", "7168", "6400"})
  void expandedStorageIsFullAndMostOfItTheDatabases(double megabytes) {
    double sum = 0;
    double database = 0;
    double heaps = 0;
    for (Eviction eviction : at(megabytes).evictions()) {
      sum += eviction.expanded();
      database += eviction.guest().equals("LNX00082") ? eviction.expanded() : 0;
      heaps += eviction.guest().equals("LNX00080") ? eviction.expanded() : 0;
    }
    assertEquals(2_048 * MB, sum);
    assertTrue(database > heaps);
  }

  @ParameterizedTest
  @CsvSource({
    "28672, 1.00, true",
    "26368, 1.00, true",
    "10240, 1.14, false",
    "7168, 2.28, false",
    "6400, 3.19, false"
  })
  void slowdown(double megabytes, double measured, boolean exactly) {
    Slowdown band = new Slowdown(10_240 * MB, OptionalDouble.of(26_368 * MB), 0);
    double low = band.low(megabytes * MB).orElseThrow();
    double high = band.high(megabytes * MB).orElseThrow();
    assertTrue(low <= measured && measured <= high, low + " to " + high);
    assertEquals(exactly, low == 1 && high == 1);
  }

  @Test
  void belowTheBestSizeTheBandStartsWhereTheStudysDoes() {
    Slowdown band = new Slowdown(10_240 * MB, OptionalDouble.of(26_368 * MB), 0);
    // 60 % less memory, 14 % more time
    double less = 0.4 * 26_368 * MB;
    assertEquals(
        1.14, new Slowdown(1, OptionalDouble.of(26_368 * MB), 0).high(less).orElseThrow(), 1e-9);
    assertTrue(band.high(less).orElseThrow() >= 1.14);
    double before = band.high(26_368 * MB).orElseThrow();
    for (double megabytes = 26_112; megabytes >= 11_264; megabytes -= 256) {
      double high = band.high(megabytes * MB).orElseThrow();
      assertTrue(high > before, "less memory takes longer at " + megabytes);
      assertEquals(1, band.low(megabytes * MB).orElseThrow());
      before = high;
    }
    // without working sets nothing tells how far the best size is
    Slowdown unknown = new Slowdown(10_240 * MB, OptionalDouble.empty(), 0);
    assertEquals(OptionalDouble.empty(), unknown.high(12_000 * MB));
    assertTrue(unknown.high(10_240 * MB).isPresent());
  }

  @Test
  void theSecondStudyIsInTheBand() {
    Slowdown band = new Slowdown(12_000, OptionalDouble.of(12_000), 0);
    assertTrue(band.high(10_000).orElseThrow() > 2, "more than half of the throughput was lost");
    assertTrue(band.low(10_000).orElseThrow() < 2);
  }

  @Test
  void theSiteFileOfTheStudy() {
    ZvmSystem lpar =
        new ZvmSystem(
            "TPM",
            "TPM",
            new ZvmSystem.Storage(28_672 * MB, OptionalDouble.empty(), 0, 0),
            ZvmRelease.of("5.4.0"),
            List.of(Listing.guest("LNX00080", 6_144 + 1_700, 2_252)));
    ZvmHistory history = ZvmHistory.of(lpar, ZvmTables.of("TPM", Listing.study().tables()));
    Sizing sizing = new ZvmRecommender().recommend(history, lpar, Goal.DEFAULT).orElseThrow();
    assertEquals(11_264 * MB, sizing.minimum(), "11,105.6 MB in whole blocks of 256");
  }
}
