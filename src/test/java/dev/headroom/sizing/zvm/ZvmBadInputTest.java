package dev.headroom.sizing.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.SizeReason;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Histories that are short of something: an answer that is right, or a word on what is missing. */
class ZvmBadInputTest {
  private static final int HOUR = 60;

  private static Optional<Sizing> of(Listing listing, String... guests) {
    ZvmSystem system = Listing.system("7.2.0", 16_384, 0, guests);
    return of(system, listing);
  }

  private static Optional<Sizing> of(ZvmSystem system, Listing listing) {
    ZvmTables tables = ZvmTables.of(system.id(), listing.tables());
    return new ZvmRecommender().recommend(ZvmHistory.of(system, tables), system, Goal.DEFAULT);
  }

  private static Listing calm(Listing listing, String guest, int minute, double set) {
    return listing.upage(guest, minute, 8_192, set, set + 50, 0, 0, 0).busy(guest, minute, 40);
  }

  @Test
  void everyIntervalShortOfMemory() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int minute = 0; minute < 40; minute++) {
      listing.upage("A", minute, 8_192, 3_000, 3_050, 0, 900, 70).busy("A", minute, 40);
    }
    assertFalse(of(listing, "A").isPresent());
  }

  @Test
  void oneGuest() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int minute = 0; minute < 40; minute++) {
      calm(listing, "A", minute, 3_000 + minute % 7);
    }
    Sizing sizing = of(listing, "A").orElseThrow();
    assertEquals(3_072 * MB, sizing.best(), "3,006 MB in whole blocks");
    assertEquals(sizing.best(), sizing.recommended(), "what of it is hot is not known");
    assertTrue(sizing.breachProbability().isPresent(), SizeReason.of(sizing));
  }

  @Test
  void demandThatNeverMoves() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int minute = 0; minute < 60; minute++) {
      calm(listing, "A", minute, 3_072);
      calm(listing, "B", minute, 1_024);
    }
    Sizing sizing = of(listing, "A", "B").orElseThrow();
    assertEquals(4_096 * MB, sizing.recommended(), "no block more than what never moves");
    double before = 1;
    for (CurvePoint point : sizing.curve()) {
      assertTrue(point.breachProbability().orElse(before) <= before);
      before = point.breachProbability().orElse(before);
    }
  }

  @Test
  void aShiftOfLevelIsToldAndOnlyWhatFollowsCounts() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int hour = 0; hour < 24 * 24; hour++) {
      calm(listing, "A", hour * HOUR, (hour < 12 * 24 ? 2_000 : 4_000) + hour % 24 * 5);
    }
    Sizing sizing = of(listing, "A").orElseThrow();
    String reason = SizeReason.of(sizing);
    assertTrue(reason.contains("Demand went to another level 12 days ago, by +1.95 GB"), reason);
    assertEquals(12, sizing.historyDays().orElseThrow(), 0.1);
    // down: what was needed before stays in the sizes
    Listing down = Listing.of("VM", "7.2.0");
    for (int hour = 0; hour < 24 * 24; hour++) {
      calm(down, "A", hour * HOUR, (hour < 12 * 24 ? 4_000 : 2_000) + hour % 24 * 5);
    }
    Sizing before = of(down, "A").orElseThrow();
    assertTrue(SizeReason.of(before).contains("by -1.95 GB"), SizeReason.of(before));
    assertEquals(sizing.best(), before.best());
  }

  @Test
  void aTrendIsToldWithWhatItComesTo() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int hour = 0; hour < 24 * 21; hour++) {
      calm(listing, "A", hour * HOUR, 2_000 + 100 * (hour / 24) + hour % 24 * 5);
    }
    String reason = SizeReason.of(of(listing, "A").orElseThrow());
    assertTrue(
        reason.contains(
            "The largest demand of a day rose by 0.68 GB a week over the history; within 7 days that"
                + " comes to 0.68 GB"),
        reason);
  }

  @Test
  void guestsThatComeAndGo() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int minute = 0; minute < 60; minute++) {
      calm(listing, "A", minute, 2_000);
      calm(listing, "B", minute, 1_000);
      if (minute < 20) {
        calm(listing, "C", minute, 1_500);
      }
      if (minute >= 40) {
        calm(listing, "D", minute, 700);
      }
    }
    Sizing sizing = of(listing, "A", "B", "C", "D", "E").orElseThrow();
    // E was never seen; the others are added up though C and D were never there together
    assertEquals(5_376 * MB, sizing.best(), "5,200 MB in whole blocks");
  }

  @Test
  void gapsAreNoHistory() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int minute = 0; minute < 120; minute++) {
      int at = minute < 60 ? minute : minute + 600;
      calm(listing, "A", at, 2_000 + minute % 5);
    }
    Sizing sizing = of(listing, "A").orElseThrow();
    assertEquals(122 / 1_440.0, sizing.historyDays().orElseThrow(), 2 / 1_440.0);
  }

  @Test
  void reportsWithoutTimesGiveSizesAndNoChance() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int row = 0; row < 30; row++) {
      listing.upage("A", Double.NaN, 8_192, 2_000 + row, 2_100, 0, 0, 0);
    }
    Sizing sizing = of(listing, "A").orElseThrow();
    assertEquals(2_048 * MB, sizing.best());
    assertEquals(OptionalDouble.empty(), sizing.breachProbability());
    assertTrue(
        SizeReason.of(sizing).contains("the captures carry no times"), SizeReason.of(sizing));
  }

  @Test
  void theWantedChanceMovesTheSizeBetweenTheMinimumAndTheWorkingSets() {
    Listing listing = Listing.of("VM", "7.2.0");
    for (int hour = 0; hour < 14 * 24; hour++) {
      calm(listing, "A", hour * HOUR, 2_000 + (hour * 7_919 % 101) * 20);
      calm(listing, "B", hour * HOUR, 2_000 + (hour * 104_729 % 97) * 20);
      calm(listing, "C", hour * HOUR, 2_000 + (hour * 15_485 % 89) * 20);
    }
    ZvmSystem system =
        new ZvmSystem(
            "VM",
            "VM",
            new ZvmSystem.Storage(16_384 * MB, OptionalDouble.empty(), 0, 0),
            Optional.empty(),
            List.of(
                Listing.guest("A", 1_500, 0),
                Listing.guest("B", 1_500, 0),
                Listing.guest("C", 0, 0)));
    ZvmTables tables = ZvmTables.of("VM", listing.tables());
    ZvmHistory history = ZvmHistory.of(system, tables);
    double before = 0;
    double first = 0;
    for (double accepted : new double[] {0.5, 0.05, 0.005, 1e-9}) {
      Sizing sizing =
          new ZvmRecommender().recommend(history, system, new Goal(7, accepted)).orElseThrow();
      assertTrue(sizing.minimum() <= sizing.recommended());
      assertTrue(sizing.recommended() <= sizing.best());
      assertTrue(sizing.recommended() >= before, "who accepts less is advised no less");
      before = sizing.recommended();
      first = first == 0 ? before : first;
      if (before > first) {
        assertTrue(
            SizeReason.of(sizing).contains("chance that is accepted"), SizeReason.of(sizing));
      }
    }
    assertTrue(before > first, "the chance is not ignored: " + first / MB + " to " + before / MB);
  }
}
