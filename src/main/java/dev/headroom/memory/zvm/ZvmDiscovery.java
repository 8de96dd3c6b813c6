package dev.headroom.memory.zvm;

import dev.headroom.series.Host;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds z/VM systems in what captures say: the guests whose reports carry one system identifier
 * share its real memory.
 */
public final class ZvmDiscovery {
  private ZvmDiscovery() {}

  /** The systems of which any guest's memory is known, in the order of their identifiers. */
  public static List<ZvmSystem> systems(List<Table> tables) {
    List<ZvmSystem> systems = new ArrayList<>();
    for (String id : ZvmTables.ids(tables)) {
      ZvmSystem system = system(id, ZvmTables.of(id, tables));
      if (!system.members().isEmpty()) {
        systems.add(system);
      }
    }
    return systems;
  }

  /**
   * The system of these tables. Its size is the real storage that was seen last; what is not for
   * guests is the control program's own.
   */
  public static ZvmSystem system(String id, ZvmTables tables) {
    double real = tables.last(Metric.MEMORY_REAL);
    double expanded = tables.last(Metric.XSTORE_SIZE);
    List<ZvmGuest> guests = new ArrayList<>();
    new TreeMap<>(tables.byGuest())
        .forEach(
            (name, own) -> {
              if (own.stream().anyMatch(ZvmDiscovery::showsMemory)) {
                guests.add(ZvmGuest.unconfigured(name, OptionalDouble.empty()));
              }
            });
    return new ZvmSystem(
        id,
        id,
        new ZvmSystem.Storage(
            real,
            OptionalDouble.empty(),
            reserve(tables).orElse(0),
            Double.isNaN(expanded) ? 0 : expanded),
        release(tables),
        guests);
  }

  /**
   * What tells how much of real storage guests can have: the dynamic paging area of a STORAGE
   * report, else the pageable storage of QUERY FRAMES; empty where neither is known.
   */
  public static Optional<Metric> forGuests(ZvmTables tables) {
    return Stream.of(Metric.MEMORY_DYNAMIC, Metric.MEMORY_PAGEABLE)
        .filter(metric -> tables.last(Metric.MEMORY_REAL) > tables.last(metric))
        .findFirst();
  }

  /** The control program's own storage, bytes: what of real storage guests cannot have. */
  private static OptionalDouble reserve(ZvmTables tables) {
    return forGuests(tables).stream()
        .mapToDouble(metric -> tables.last(Metric.MEMORY_REAL) - tables.last(metric))
        .findFirst();
  }

  private static boolean showsMemory(Table table) {
    return table.metrics().stream().anyMatch(metric -> metric.label().startsWith("memory."));
  }

  private static Optional<ZvmRelease> release(ZvmTables tables) {
    return tables.all().stream()
        .flatMap(table -> table.host().flatMap(Host::release).stream())
        .flatMap(printed -> ZvmRelease.of(printed).stream())
        .findFirst();
  }
}
