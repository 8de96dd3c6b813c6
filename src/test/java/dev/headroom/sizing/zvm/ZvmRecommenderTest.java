package dev.headroom.sizing.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmGuest;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.SizeReason;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.WorkingSetBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ZvmRecommenderTest {
  private static Optional<Sizing> of(ZvmSystem system, Listing listing) {
    ZvmTables tables = ZvmTables.of(system.id(), listing.tables());
    return new ZvmRecommender().recommend(ZvmHistory.of(system, tables), system, Goal.DEFAULT);
  }

  /** The best size before it is rounded up to whole blocks. */
  private static double exactBest(Sizing sizing) {
    return ((WorkingSetBasis) sizing.basis()).sizes().best();
  }

  private static double blocks(double megabytes) {
    return MemoryBlocks.up(megabytes * MB);
  }

  @Test
  void anyOneGuestMayHaveItsWorkingSet() {
    Sizing sizing = of(Listing.lpar(28_672), Listing.study()).orElseThrow();
    // DB2 has most beyond what the minimum holds of it: 12,408 - 2,048
    assertEquals((11_264 + 10_360) * MB, sizing.exact().recommended(), 1);
    assertEquals(21_760 * MB, sizing.recommended(), "in whole blocks of 256 MB");
    assertTrue(
        SizeReason.of(sizing).contains("10,360 MB that let LNX00082"), SizeReason.of(sizing));
    assertTrue(
        SizeReason.of(sizing).contains("none of them read pages back"), SizeReason.of(sizing));
  }

  @Test
  void theCurveGoesThroughTheSizesThatMatter() {
    Sizing sizing = of(Listing.lpar(9_999), Listing.study()).orElseThrow();
    for (double size :
        new double[] {9_999 * MB, sizing.minimum(), sizing.recommended(), sizing.best()}) {
      assertTrue(sizing.curve().stream().anyMatch(point -> point.size() == size));
    }
    for (int i = 1; i < sizing.curve().size(); i++) {
      CurvePoint small = sizing.curve().get(i - 1);
      CurvePoint large = sizing.curve().get(i);
      assertTrue(small.size() < large.size());
      assertTrue(small.violationRate() >= large.violationRate());
      assertTrue(
          small.slowdownLow().orElseThrow() >= large.slowdownLow().orElseThrow()
              && small.slowdownHigh().orElseThrow() >= large.slowdownHigh().orElseThrow());
    }
  }

  @Test
  void withoutSiteFiguresTheMinimumIsNotKnownAndThereIsNoSlowdown() {
    ZvmSystem system = Listing.system("5.4.0", 2_000, 0, "A", "B");
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 800, 900, 0, 0, 0)
            .upage("B", 1, 1_000, 400, 500, 0, 0, 0);
    Sizing sizing = of(system, listing).orElseThrow();
    assertEquals(1_200 * MB, exactBest(sizing));
    assertEquals(1_280 * MB, sizing.best());
    assertEquals(Double.NaN, sizing.minimum());
    assertEquals(sizing.best(), sizing.recommended(), "nothing tells how far to go below");
    assertTrue(SizeReason.of(sizing).contains("minimum is not known"), SizeReason.of(sizing));
    assertTrue(sizing.curve().stream().allMatch(point -> point.slowdownLow().isEmpty()));
    assertEquals(OptionalDouble.empty(), sizing.breachProbability(), "one report is no history");
    assertTrue(
        SizeReason.of(sizing).contains("there is 1 interval, and 24 are the least"),
        SizeReason.of(sizing));
  }

  @Test
  void aRunInWhichBusyGuestsPagedAllTheTimeTellsNoSize() {
    ZvmSystem system = Listing.system("5.4.0", 1_000, 0, "A", "B");
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 500, 520, 100, 180, 40)
            .upage("B", 1, 1_000, 400, 410, 0, 40, 7)
            .storage("VM", 1, 1_000, Double.NaN, 0);
    assertFalse(of(system, listing).isPresent());
  }

  @Test
  void noSizeIsBelowTheOneAtWhichBusyGuestsPaged() {
    ZvmSystem system = Listing.system("5.4.0", 1_000, 0, "A", "B");
    Listing listing =
        Listing.of("VM", "5.4.0")
            .storage("VM", 1, 1_000, Double.NaN, 0)
            .upage("A", 1, 1_000, 300, 310, 0, 0, 0)
            .upage("B", 1, 1_000, 300, 310, 0, 0, 0)
            .upage("A", 2, 1_000, 300, 310, 0, 50, 40)
            .upage("B", 2, 1_000, 300, 310, 0, 10, 0);
    Sizing sizing = of(system, listing).orElseThrow();
    assertEquals(1_050 * MB, exactBest(sizing), "what A had paged out comes on top");
    assertEquals(1_050 * MB, sizing.exact().recommended());
    assertEquals(1_280 * MB, sizing.recommended());
  }

  @Test
  void theSumIsOfEachGuestsOwnLargest() {
    ZvmSystem system = Listing.system("5.4.0", 2_000, 0, "A", "B");
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 800, 900, 0, 0, 0)
            .upage("B", 1, 1_000, 400, 500, 0, 0, 0)
            .upage("A", 2, 1_000, 300, 900, 0, 0, 0)
            .upage("B", 2, 1_000, 600, 700, 0, 0, 0);
    assertEquals(1_400 * MB, exactBest(of(system, listing).orElseThrow()));
  }

  @Test
  void whereNobodyLookedForPagingThatIsSaid() {
    ZvmSystem system = Listing.system("5.4.0", 1_000, 0, "A", "B");
    Listing listing =
        Listing.of("VM", "5.4.0").upage("A", 1, 1_000, 500, 520).upage("B", 1, 1_000, 400, 410);
    Sizing sizing = of(system, listing).orElseThrow();
    assertEquals(900 * MB, exactBest(sizing));
    assertTrue(SizeReason.of(sizing).contains("do not show of all of them"), SizeReason.of(sizing));
  }

  @Test
  void workingSetsOfAnUncommittedRunCountThoughAnotherPaged() {
    ZvmSystem system = Listing.system("5.4.0", 1_000, 0, "A", "B");
    Listing listing = Listing.of("VM", "5.4.0");
    for (int minute = 0; minute < 3; minute++) {
      listing
          .upage("A", minute, 1_000, 600, 620, 0, 0, 0)
          .upage("B", minute, 1_000, 500, 510, 0, 0, 0)
          .upage("A", 100 + minute, 1_000, 900, 300, 500, 400, 99)
          .upage("B", 100 + minute, 1_000, 900, 300, 500, 400, 99);
    }
    Sizing sizing = of(system, listing).orElseThrow();
    assertEquals(1_100 * MB, exactBest(sizing));
    assertEquals(3 / 1_440.0, sizing.historyDays().orElseThrow(), 1e-9, "only these are evidence");
  }

  @Test
  void guestsOfWhichTheSiteFileSaysNothingKeepTheirWorkingSets() {
    Listing listing = Listing.study();
    listing.upage("OTHER", 1, 4_000, 3_000, 3_000, 0, 0, 0);
    listing.upage("OTHER", 2, 4_000, 3_000, 3_000, 0, 0, 0);
    ZvmSystem lpar = Listing.lpar(28_672);
    List<ZvmGuest> guests = new ArrayList<>(lpar.members());
    guests.add(Listing.guest("OTHER", 0, 0));
    ZvmSystem more =
        new ZvmSystem(
            "TPM",
            "TPM",
            new ZvmSystem.Storage(lpar.size(), lpar.maximum(), 256 * MB, 0),
            lpar.release(),
            guests);
    Sizing sizing = of(more, listing).orElseThrow();
    // 256 MB of the control program's own are in all of them
    assertEquals(blocks(11_264 + 256 + 3_000), sizing.minimum());
    assertEquals((11_264 + 256 + 3_000 + 10_360) * MB, sizing.exact().recommended(), 1);
    assertEquals(blocks(11_264 + 256 + 3_000 + 10_360), sizing.recommended());
    assertEquals(blocks(26_368 + 256 + 3_000), sizing.best());
  }

  @Test
  void bestIsNeverBelowTheMinimum() {
    ZvmSystem lpar = Listing.lpar(28_672);
    Listing listing =
        Listing.of("TPM", "5.4.0")
            .upage("LNX00080", 1, 13_824, 3_000, 3_100, 0, 0, 0)
            .upage("LNX00082", 1, 12_288, 1_000, 1_100, 0, 0, 0);
    Sizing sizing = of(lpar, listing).orElseThrow();
    assertEquals(sizing.minimum(), sizing.best());
    assertEquals(sizing.minimum(), sizing.recommended());
  }

  @Test
  void withoutWorkingSetsThereIsNoSize() {
    assertFalse(of(Listing.lpar(28_672), Listing.of("TPM", "5.4.0")).isPresent());
    Listing idle = Listing.of("VM", "5.4.0").upage("I", 1, 10, 5, 6, 0, 0, 0).busy("I", 1, 0);
    assertFalse(of(Listing.system("5.4.0", 10, 0, "I"), idle).isPresent());
  }

  @Test
  void theControlProgramsOwnWidensTheBandUpwards() {
    Slowdown band = new Slowdown(1_000, OptionalDouble.of(1_000), 100);
    assertEquals(1, band.low(1_100).orElseThrow());
    assertTrue(band.high(1_100).orElseThrow() > 1);
    assertEquals(1, band.high(1_200).orElseThrow());
    assertEquals(OptionalDouble.empty(), band.high(100), "nothing is left for guests");
  }

  @Test
  void noChanceIsGivenWhereLessThanTheMinimumIsLeftForGuests() {
    Listing listing = Listing.of("VM", "5.4.0");
    for (int minute = 1; minute <= 30; minute++) {
      listing.upage("A", minute, 4_000, 1_000 + minute % 3, 1_100, 0, 0, 0).busy("A", minute, 50);
    }
    ZvmSystem system =
        new ZvmSystem(
            "VM",
            "VM",
            new ZvmSystem.Storage(
                820 * MB, // what is hot fits into 520 MB, the minimum does not
                OptionalDouble.empty(),
                300 * MB,
                0),
            ZvmRelease.of("5.4.0"),
            List.of(Listing.guest("A", 500, 0)));
    Sizing sizing = of(system, listing).orElseThrow();
    assertEquals(
        blocks(850), sizing.minimum(), "500 MB of heaps, a tenth, and the control program's own");
    assertTrue(sizing.breachProbability().isPresent(), SizeReason.of(sizing));
    boolean told = false;
    boolean silent = false;
    for (CurvePoint point : sizing.curve()) {
      boolean enough = point.size() >= sizing.minimum();
      assertEquals(enough, point.breachProbability().isPresent(), () -> "at " + point);
      told |= enough;
      silent |= !enough && point.size() - 300 * MB >= 500 * MB;
    }
    assertTrue(told && silent, "the curve has sizes on both sides");
  }
}
