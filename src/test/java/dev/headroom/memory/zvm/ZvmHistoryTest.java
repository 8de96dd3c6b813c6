package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.MemberHistory;
import dev.headroom.series.Fineness;
import dev.headroom.series.Metric;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ZvmHistoryTest {
  private static final double NONE = Double.NaN;

  private static ZvmHistory of(ZvmSystem system, Listing listing) {
    return ZvmHistory.of(system, ZvmTables.of(system.id(), listing.tables()));
  }

  private static ZvmHistory of(Listing listing, String... guests) {
    return of(Listing.system("5.4.0", 4_096, 0, guests), listing);
  }

  private static double[] mb(double... bytes) {
    double[] mb = bytes.clone();
    for (int i = 0; i < mb.length; i++) {
      mb[i] /= MB;
    }
    return mb;
  }

  @Test
  void hotIsTheWorkingSetAndWarmWhatElseExists() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 2_000, 1_000, 1_200, 100, 300, 5, 50, 25, 2)
            .upage("A", 2, 2_000, 1_000, 900, NONE, NONE);
    MemberHistory guest = of(listing, "A").pool().members().get(0);
    assertArrayEquals(new double[] {75, 75 - 75}, mb(guest.asked().floor()));
    assertArrayEquals(new double[] {925, 1_000}, mb(guest.asked().hot()));
    assertArrayEquals(new double[] {600, 0}, mb(guest.asked().warm()));
    assertArrayEquals(new double[] {1_200, 900}, mb(guest.served().physical()));
    assertEquals(400 * MB, guest.stolen(0), "in expanded and auxiliary storage");
    assertTrue(Double.isNaN(guest.stolen(1)), "where that is not printed it is not known");
    assertEquals(5, guest.paging().pageReads()[0]);
    assertEquals(2, guest.paging().expandedReads()[0]);
    assertTrue(guest.censored(0));
  }

  @Test
  void heapsAndDatabasesOfTheSiteFileAreHotAndTheRestOfTheWorkingSetIsWarm() {
    ZvmHistory history = of(Listing.lpar(28_672), Listing.study());
    assertArrayEquals(
        new double[] {8_192, 8_192}, mb(history.guest("LNX00080").member().asked().hot()));
    assertArrayEquals(
        new double[] {2_048, 2_048}, mb(history.guest("LNX00082").member().asked().hot()));
    assertArrayEquals(
        new double[] {13_960 - 8_192, 13_960 - 8_192},
        mb(history.guest("LNX00080").member().asked().warm()));
    assertArrayEquals(
        new double[] {0, 0}, mb(history.guest("LNX00083").member().asked().hot()), "idle");
    assertArrayEquals(
        new double[] {1_020, 1_020}, mb(history.guest("LNX00083").member().asked().warm()));
  }

  @Test
  void aWorkingSetSmallerThanTheHeapDoesNotMakeTheHeapSmaller() {
    Listing listing = Listing.of("TPM", "5.4.0").upage("LNX00080", 1, 13_824, 5_000, 5_100, 200, 0);
    MemberHistory guest = of(Listing.lpar(6_400), listing).guest("LNX00080").member();
    assertEquals(8_192 * MB, guest.needed(0));
    assertEquals(8_192 * MB, guest.demand(0));
  }

  @Test
  void whoeverUsesLessThanTheLimitIsIdleAndWithoutReportsNobodyIs() {
    ZvmHistory history = of(Listing.lpar(28_672), Listing.study());
    assertEquals(
        List.of("LNX00081", "LNX00083"),
        history.guests().stream().filter(GuestHistory::idle).map(GuestHistory::name).toList());
    assertEquals(OptionalDouble.of(1), history.guest("LNX00083").meanBusy());

    ZvmTables tables = ZvmTables.of("TPM", Listing.study().tables());
    assertFalse(
        ZvmHistory.of(Listing.lpar(28_672), tables, 0.5, Fineness.FULL).guest("LNX00083").idle());
    Listing silent = Listing.of("VM", "5.4.0").upage("A", 1, 10, 5, 5);
    assertFalse(of(silent, "A").busyKnown());
    assertFalse(of(silent, "A").guests().get(0).idle());
  }

  @Test
  void aGuestWithHeapsInTheSiteFileIsNotIdleHoweverLittleItRuns() {
    Listing listing =
        Listing.of("TPM", "5.4.0").upage("LNX00080", 1, 10, 5, 5).busy("LNX00080", 1, 0);
    assertFalse(of(Listing.lpar(6_400), listing).guest("LNX00080").idle());
  }

  @Test
  void oneReportIsAHistoryOfOneInstant() {
    Listing one = Listing.of("VM", "5.4.0").upage("A", 5, 10, 6, 7).upage("B", 5, 20, 8, 9);
    one.busy("A", 5, 50);
    ZvmHistory timed = of(one, "A", "B");
    assertEquals(1, timed.pool().size());
    assertTrue(timed.pool().timed());
    assertArrayEquals(new double[] {Listing.START + 5 * 60_000}, timed.pool().instants());
    assertTrue(Double.isNaN(timed.pool().intervalMillis()));
    assertEquals(0, timed.pool().days());
    assertTrue(timed.pool().covered(0));
    assertEquals(50, timed.guest("A").printed(Metric.CPU_BUSY, 0));
    assertEquals(6 * MB, timed.guest("A").workingSet(0));
  }

  @Test
  void reportsWithoutTimesAreLaidSideBySide() {
    Listing untimed =
        Listing.of("VM", "5.4.0")
            .upage("A", NONE, 10, 6, 7)
            .upage("A", NONE, 10, 5, 7)
            .upage("B", NONE, 20, 8, 9);
    ZvmHistory history = of(untimed, "A", "B");
    assertFalse(history.pool().timed());
    assertEquals(2, history.pool().size());
    assertArrayEquals(
        new double[] {6, 5},
        new double[] {
          history.guest("A").workingSet(0) / MB, history.guest("A").workingSet(1) / MB
        });
    assertEquals(10 * MB, history.guest("A").member().asked().logical()[1]);
  }

  @Test
  void ofSeveralRowsInACellTheLargestWorkingSetStandsAndTheMostReads() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 10, 5, 6, 0, 0, 0)
            .upage("A", 2, 10, 6, 7, 0, 0, 3)
            .upage("A", 2, 10, 4, 5, 1, 0, 7)
            .upage("A", 3, 10, 5, 6, 0, 0, 0);
    ZvmHistory history = of(listing, "A");
    GuestHistory guest = history.guest("A");
    assertEquals(6 * MB, guest.workingSet(1));
    assertEquals(7 * MB, guest.member().served().physical()[1]);
    assertEquals(0, guest.member().served().expanded()[1]);
    assertEquals(7, guest.member().paging().pageReads()[1]);
  }

  @Test
  void aListingNamesEveryoneSoThatWhoIsMissingIsNotThere() {
    Listing listing = Listing.of("VM", "5.4.0");
    for (int minute = 0; minute < 8; minute++) {
      listing.upage("A", minute, 10, 5, 6).upage("B", minute, 10, 5, 6);
      if (minute < 2) {
        listing.upage("BIG", minute, 1_000, 900, 950);
      }
    }
    ZvmHistory history = of(listing, "A", "B", "BIG");
    assertTrue(history.pool().covered(7));
    assertEquals(910 * MB, ZvmNeeds.of(small(), history).workingSets().orElseThrow());
    assertTrue(history.pool().members().get(2).reports(3), "held for two intervals");
    assertFalse(history.pool().members().get(2).reports(4));
  }

  private static ZvmSystem small() {
    return Listing.system("5.4.0", 512, 0, "A", "B", "BIG");
  }

  @Test
  void oneGuestAskedAloneIsNotTheSystem() {
    Listing listing = Listing.of("VM", "5.4.0");
    for (int minute = 0; minute < 4; minute++) {
      listing.upage("A", minute, 100, 50, 60).upage("B", minute, 100, 50, 60);
    }
    listing.upage("A", 60, 100, 90, 90);
    ZvmHistory history = of(listing, "A", "B");
    int last = history.pool().size() - 1;
    assertEquals(0.5, history.pool().coverage()[last]);
    assertFalse(history.pool().covered(last));
  }

  @Test
  void realMemoryIsThatOfItsTime() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 10, 5, 6)
            .upage("A", 2, 10, 5, 6)
            .upage("A", 60, 10, 5, 6)
            .upage("A", 61, 10, 5, 6)
            .storage("VM", 2, 4_096, 4_000, 0)
            .storage("VM", 60, 2_048, 2_000, 0);
    ZvmHistory history = of(listing, "A");
    assertEquals(4_096 * MB, history.real()[0], "before the first report what it says");
    assertEquals(2_048 * MB, history.real()[history.pool().size() - 1]);
    ZvmSystem found = ZvmDiscovery.systems(listing.tables()).get(0);
    assertEquals(2_048 * MB, found.size(), "the latest");
    assertEquals(48 * MB, found.reserve());
  }

  @Test
  void withoutPagingMeansLookedForAndNotFoundOfWhoeverIsNotIdle() {
    Listing listing =
        Listing.of("VM", "5.4.0")
            .upage("A", 1, 10, 5, 6, 0, 0, 0)
            .upage("A", 2, 10, 5, 6, 0, 0, 1)
            .upage("A", 3, 10, 5, 6, 0, 0, NONE)
            .upage("A", 4, 10, 5, 6, 0, 0, 0, 0, 0, 9)
            .upage("I", 1, 10, 5, 6, 0, 0, 50)
            .busy("I", 1, 0.1)
            .busy("A", 1, 90);
    ZvmHistory history = of(listing, "A", "I");
    assertTrue(history.uncommitted(0), "an idle guest's page reads do not count");
    assertFalse(history.uncommitted(1));
    assertFalse(history.uncommitted(2), "not looked for");
    assertFalse(history.uncommitted(3), "pages came from expanded storage");
  }

  @Test
  void aGuestThatNoCaptureShowsReportsNowhere() {
    ZvmHistory history = of(Listing.of("VM", "5.4.0").upage("A", 1, 10, 5, 6), "A", "GONE");
    assertEquals(2, history.pool().members().size());
    assertFalse(history.guest("GONE").member().reports(0));
    assertEquals(0, of(Listing.of("VM", "5.4.0"), "A").pool().size());
  }
}
