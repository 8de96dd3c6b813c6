package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZvmReplayTest {
  private static ZvmOutcome run(ZvmSystem system, Listing listing, Basis basis) {
    return ZvmReplay.run(
        system, ZvmHistory.of(system, ZvmTables.of(system.id(), listing.tables())), basis);
  }

  private static ZvmOutcome study(double megabytes) {
    return run(Listing.lpar(megabytes), Listing.study(), Basis.MODELLED);
  }

  private static Eviction of(ZvmOutcome outcome, String guest) {
    return outcome.evictions().stream()
        .filter(eviction -> eviction.guest().equals(guest))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {11_264, 10_240, 7_168, 6_400})
  void theStudysOrderIdleGuestsThenTheDatabaseThenTheHeapStraightToDisk(double megabytes) {
    ZvmOutcome outcome = study(megabytes);
    assertEquals(
        List.of("LNX00081", "LNX00083", "LNX00082", "LNX00080"),
        outcome.evictions().stream().map(Eviction::guest).toList());
    double expanded = outcome.evictions().stream().mapToDouble(Eviction::expanded).sum();
    assertEquals(2_048 * MB, expanded, 1, "expanded storage is full");
    assertTrue(of(outcome, "LNX00082").expanded() > 0.75 * expanded, "with the database");
    double straight = of(outcome, "LNX00080").auxiliary();
    assertTrue(straight > 4 * of(outcome, "LNX00080").expanded(), "TPM goes straight to disk");
    assertEquals(0, of(outcome, "LNX00083").resident());
    assertEquals(
        megabytes * MB,
        outcome.evictions().stream().mapToDouble(Eviction::resident).sum(),
        1,
        "real memory is full");
  }

  @Test
  void aBusyDatabaseKeepsPagesWhereHeapsDoNotFit() {
    // seen at the end of the study's runs: 1,093 and 5,920 MB at 7,168, 948 and 5,310 at 6,400
    assertEquals(1_093 * MB, of(study(7_168), "LNX00082").resident(), 100 * MB);
    assertEquals(5_920 * MB, of(study(7_168), "LNX00080").resident(), 150 * MB);
    assertEquals(948 * MB, of(study(6_400), "LNX00082").resident(), 100 * MB);
    assertEquals(5_310 * MB, of(study(6_400), "LNX00080").resident(), 250 * MB);
    assertEquals(2_048 * MB, of(study(10_240), "LNX00082").resident(), 1);
    assertEquals(8_192 * MB, of(study(10_240), "LNX00080").resident(), 1);
  }

  @Test
  void aboveAllThatExistsNothingGoes() {
    ZvmOutcome outcome = study(28_672);
    assertEquals(0, outcome.out(0));
    assertTrue(outcome.evictions().stream().allMatch(eviction -> eviction.order().isEmpty()));
    assertEquals(Mode.NONE, outcome.overcommit().mode().orElseThrow());
  }

  @Test
  void theStudysFirstStepPagesNothing() {
    ZvmOutcome outcome = study(26_368);
    assertEquals(0, outcome.overcommit().peakStolen().orElseThrow());
    assertEquals(0, outcome.stolenBounds().orElseThrow().low());
    // unless guests do without nothing: 28,008 MB exist
    assertEquals(1_640 * MB, outcome.stolenBounds().orElseThrow().high(), 1);
  }

  @ParameterizedTest
  @CsvSource({"10240, 8951", "7168, 11320", "6400, 11930"})
  void asMuchIsPagedOutAsTheStudysRunsShow(double megabytes, double seen) {
    double told = study(megabytes).overcommit().peakStolen().orElseThrow();
    assertEquals(seen, told / MB, 0.08 * seen);
  }

  @ParameterizedTest
  @CsvSource({
    "28672, NONE, 0",
    "26368, LOGICAL, 0",
    "10240, LOGICAL, 0",
    "7168, PHYSICAL, 1",
    "6400, PHYSICAL, 1"
  })
  void modesAreTheModels(double megabytes, Mode mode, double violations) {
    Overcommit overcommit = study(megabytes).overcommit();
    assertEquals(mode, overcommit.mode().orElseThrow());
    assertEquals(OptionalDouble.of(violations), overcommit.violationRate());
    assertEquals(OptionalDouble.empty(), overcommit.observedPagingRate(), "nothing was seen there");
  }

  @Test
  void whatACaptureShowsStands() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 800, 700, 100, 200, 4)
            .upage("A", 2, 1_000, 800, 800, 100, 100, 0)
            .upage("B", 1, 1_000, 500, 500, 0, 0, 0)
            .upage("B", 2, 1_000, 500, 500, 0, 0, 0);
    ZvmOutcome outcome = run(Listing.system("5.4.0", 4_096, 0, "A", "B"), listing, Basis.OBSERVED);
    assertEquals(300 * MB, outcome.guests().get(0).served().stolen(0));
    assertEquals(100 * MB, outcome.guests().get(0).expanded(0));
    assertTrue(outcome.guests().get(0).seen(0));
    assertEquals(Mode.PHYSICAL, outcome.overcommit().mode().orElseThrow(), "page reads were seen");
    assertEquals(OptionalDouble.of(0.5), outcome.overcommit().observedPagingRate());
    assertEquals(OptionalDouble.of(300 * MB), outcome.overcommit().peakStolen());
    assertEquals(OptionalDouble.of(0.5), outcome.censoredShare());
    assertEquals(300 * MB, outcome.stolenBounds().orElseThrow().high());
    assertTrue(outcome.evictions().get(0).order().isEmpty(), "a capture does not tell the order");
    assertEquals(OptionalDouble.empty(), outcome.members().get(0).peakLoaned());
  }

  @Test
  void memoryOnDevicesThatNobodyReadsBackIsNoPaging() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 1_000, 800, 700, 0, 300, 0)
            .upage("B", 1, 1_000, 500, 500, 0, 0, 0);
    ZvmOutcome outcome = run(Listing.system("5.4.0", 4_096, 0, "A", "B"), listing, Basis.OBSERVED);
    assertEquals(Mode.NONE, outcome.overcommit().mode().orElseThrow());
    assertEquals(OptionalDouble.of(0), outcome.overcommit().observedPagingRate());
  }

  @Test
  void everyRunIsJudgedByTheMemoryThatItHad() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .storage("VM", 1, 2_048, Double.NaN, 0)
            .storage("VM", 60, 512, Double.NaN, 0);
    for (double minute : new double[] {1, 2, 60, 61}) {
      listing.upage("A", minute, 1_000, 800, 500, 0, 300, 0);
    }
    ZvmSystem system = Listing.system("5.4.0", 512, 0, "A");
    // two held instants after the first run count as it does
    assertEquals(
        OptionalDouble.of(2 / 6.0),
        run(system, listing, Basis.OBSERVED).overcommit().violationRate());
    assertEquals(
        OptionalDouble.of(1), run(system, listing, Basis.MODELLED).overcommit().violationRate());
  }

  private static Listing ages() {
    Listing listing = Listing.of("VM", "6.3.0");
    for (int minute = 0; minute < 4; minute++) {
      listing
          .upage("NEW", minute, 1_000, 400, 800, 0, 0, 0)
          .upage("OLD", minute, 1_000, 400, 800, 0, 0, 0)
          .busy("NEW", minute, 50)
          .busy("OLD", minute, minute < 2 ? 90 : 0);
    }
    return listing;
  }

  @Test
  void from63OnTheLongestUnusedGoesFirst() {
    ZvmOutcome outcome =
        run(Listing.system("6.3.0", 1_500, 0, "NEW", "OLD"), ages(), Basis.MODELLED);
    GuestOutcome fresh = outcome.guests().get(0);
    GuestOutcome old = outcome.guests().get(1);
    assertEquals(750 * MB, fresh.resident(0), 1, "both ran just now: in proportion");
    assertEquals(750 * MB, old.resident(0), 1);
    assertEquals(800 * MB, fresh.resident(3), 1);
    assertEquals(700 * MB, old.resident(3), 1);
    assertEquals(1, old.order(3).orElseThrow());
    assertTrue(fresh.order(3).isEmpty());
    ZvmOutcome tight = run(Listing.system("6.3.0", 600, 0, "NEW", "OLD"), ages(), Basis.MODELLED);
    assertEquals(300 * MB, tight.guests().get(0).resident(3), 1, "what is hot goes in proportion");
  }

  @ParameterizedTest
  @CsvSource({"6.3.0, 200, 200", "6.4.0, 200, 0", "5.4.0, 200, 200", "7.2.0, 200, 0"})
  void expandedStorageIsUsedAsLongAsTheReleaseHasIt(
      String release, double configured, double used) {
    ZvmOutcome outcome =
        run(Listing.system(release, 600, configured, "NEW", "OLD"), ages2(release), Basis.MODELLED);
    assertEquals(used * MB, outcome.evictions().stream().mapToDouble(Eviction::expanded).sum(), 1);
  }

  private static Listing ages2(String release) {
    return Listing.of("VM", release)
        .upage("NEW", 1, 1_000, 400, 800, 0, 0, 0)
        .upage("OLD", 1, 1_000, 400, 800, 0, 0, 0);
  }

  @Test
  void reservedPagesGoLastUpTo62AndAreHonouredAfterAsLongAsTheyFit() {
    for (String release : new String[] {"5.4.0", "6.4.0"}) {
      Listing listing =
          Listing.of("VM", release)
              .upage("KEPT", 1, 1_000, 500, 500, 0, 0, 0, 0, 400)
              .upage("FREE", 1, 1_000, 500, 500, 0, 0, 0, 0, 0);
      ZvmOutcome outcome =
          run(Listing.system(release, 450, 0, "FREE", "KEPT"), listing, Basis.MODELLED);
      assertTrue(outcome.guests().get(1).resident(0) >= 400 * MB - 1, release);
      assertFalse(outcome.infeasible(0));
      ZvmOutcome none =
          run(Listing.system(release, 300, 0, "FREE", "KEPT"), listing, Basis.MODELLED);
      assertEquals(300 * MB, none.guests().get(1).resident(0), 1);
      assertTrue(none.infeasible(0));
    }
  }

  @Test
  void aSystemOfUnknownSizeOnlyShowsWhatWasSeen() {
    Listing listing = Listing.of("VM", "5.4.0").upage("A", 1, 10, 5, 6, 1, 2, 0);
    ZvmOutcome outcome = run(Listing.system("5.4.0", Double.NaN, 0, "A"), listing, Basis.OBSERVED);
    assertEquals(3 * MB, outcome.out(0));
    assertTrue(outcome.overcommit().mode().isEmpty());
    assertTrue(outcome.overcommit().configuredRatio().isEmpty());
    assertTrue(outcome.overcommit().violationRate().isEmpty());
    ZvmOutcome modelled = run(Listing.system("5.4.0", Double.NaN, 0, "A"), listing, Basis.MODELLED);
    assertEquals(List.of(), modelled.evictions());
  }
}
