package dev.headroom.memory.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZvmDiscoveryTest {
  @Test
  void guestsOfOneNameInTwoSystemsAreTwo() {
    List<Table> tables = new ArrayList<>();
    tables.addAll(
        Listing.of("VMA", "5.4.0")
            .upage("LINUX", 1, 100, 50, 60)
            .storage("VMA", 1, 4_096, 4_000, 1_024)
            .tables());
    tables.addAll(
        Listing.of("VMB", "7.2.0")
            .upage("LINUX", 1, 200, 150, 160)
            .upage("TCPIP", 1, 20, 15, 16)
            .storage("VMB", 1, 2_048, Double.NaN, Double.NaN)
            .tables());
    List<ZvmSystem> systems = ZvmDiscovery.systems(tables);
    assertEquals(List.of("VMA", "VMB"), systems.stream().map(ZvmSystem::name).toList());
    ZvmSystem first = systems.get(0);
    ZvmSystem second = systems.get(1);
    assertEquals(4_096 * MB, first.size());
    assertEquals(96 * MB, first.reserve());
    assertEquals(1_024 * MB, first.expanded());
    assertEquals(Optional.of(new ZvmRelease(5, 4)), first.release());
    assertEquals(2_048 * MB, second.size());
    assertEquals(0, second.reserve(), "no dynamic paging area is known");
    assertEquals(List.of("LINUX", "TCPIP"), second.members().stream().map(ZvmGuest::name).toList());
    assertEquals(
        50 * MB, ZvmHistory.of(first, ZvmTables.of("VMA", tables)).guest("LINUX").workingSet(0));
    assertEquals(
        150 * MB, ZvmHistory.of(second, ZvmTables.of("VMB", tables)).guest("LINUX").workingSet(0));
  }

  @Test
  void guestsThatNoCapturePlacesAreInTheOnlySystemOrInOneOfTheirOwn() {
    Listing guests = Listing.nowhere().upage("A", 1, 100, 50, 60);
    assertEquals("zvm", ZvmDiscovery.systems(guests.tables()).get(0).id());
    guests.storage("SYS", 1, 4_096, 4_000, 0);
    List<ZvmSystem> systems = ZvmDiscovery.systems(guests.tables());
    assertEquals(1, systems.size());
    assertEquals("SYS", systems.get(0).id());
    assertEquals(4_096 * MB, systems.get(0).size());
    List<Table> two = new ArrayList<>(guests.tables());
    two.addAll(Listing.of("VMB", "7.2.0").upage("B", 1, 1, 1, 1).tables());
    assertEquals(
        List.of("VMB", "zvm"), ZvmDiscovery.systems(two).stream().map(ZvmSystem::id).toList());
  }

  @Test
  void aGuestOfWhichOnlyProcessorUseIsKnownIsNoMember() {
    Listing listing = Listing.of("VM", "5.4.0").upage("A", 1, 1, 1, 1).busy("B", 1, 50);
    assertEquals(1, ZvmDiscovery.systems(listing.tables()).get(0).members().size());
    Listing none = Listing.of("VM", "5.4.0").busy("B", 1, 50);
    assertEquals(List.of(), ZvmDiscovery.systems(none.tables()));
  }

  @ParameterizedTest
  @CsvSource({
    "5.4.0, false, true",
    "6.2, false, true",
    "6.3.0, true, true",
    "6.4.0, true, false",
    "7.1.0, true, false"
  })
  void whatAReleaseDoes(String text, boolean ages, boolean expanded) {
    ZvmRelease release = ZvmRelease.of(text).orElseThrow();
    assertEquals(ages, release.agesGlobally());
    assertEquals(expanded, release.hasExpandedStorage());
    assertTrue(ZvmRelease.of("six").isEmpty());
  }

  @Test
  void withoutAReleaseExpandedStorageTells() {
    ZvmSystem system = Listing.system("none", 100, 50);
    assertFalse(system.agesGlobally());
    assertEquals(50 * MB, system.expanded());
    assertTrue(Listing.system("none", 100, 0).agesGlobally());
  }
}
