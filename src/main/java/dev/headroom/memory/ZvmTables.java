package dev.headroom.memory;

import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables about one z/VM system: its guests', its processors' and its own.
 *
 * @param byGuest the tables of every guest, by userid
 * @param processors the tables of its processors
 * @param system the tables of the system itself
 */
public record ZvmTables(
    Map<String, List<Table>> byGuest, List<Table> processors, List<Table> system) {

  /** Copies the collections. */
  public ZvmTables {
    byGuest = Map.copyOf(byGuest);
    processors = List.copyOf(processors);
    system = List.copyOf(system);
  }

  /** The tables that belong to the system of an identifier. */
  public static ZvmTables of(String id, List<Table> tables) {
    Map<String, List<Table>> guests = new TreeMap<>();
    List<Table> processors = new ArrayList<>();
    List<Table> system = new ArrayList<>();
    for (Table table : tables) {
      if (!id.equals(idOf(table))) {
        continue;
      }
      switch (table.subject().kind()) {
        case GUEST ->
            guests.computeIfAbsent(table.subject().name(), name -> new ArrayList<>()).add(table);
        case PROCESSOR -> processors.add(table);
        default -> system.add(table);
      }
    }
    return new ZvmTables(guests, processors, system);
  }

  /**
   * The identifier of the z/VM system that a table belongs to; empty for one of another platform.
   * Guests of whom no capture says where they run are together in a system without a name.
   */
  static String idOf(Table table) {
    Kind kind = table.subject().kind();
    String unknown = kind == Kind.GUEST ? NAMELESS : NONE;
    return table.host().map(Host::name).orElse(unknown);
  }

  /** The identifier of the system of guests that no capture places anywhere. */
  public static final String NAMELESS = "zvm";

  private static final String NONE = "";

  /** The identifiers of all z/VM systems that these tables are about, in their order. */
  public static SortedSet<String> ids(List<Table> tables) {
    SortedSet<String> ids = new TreeSet<>();
    for (Table table : tables) {
      String id = idOf(table);
      if (!id.equals(NONE)) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** The tables of a guest; none where no capture is about it. */
  public List<Table> guest(String name) {
    return byGuest.getOrDefault(name, List.of());
  }

  /**
   * What the system's own tables say last of a metric: the latest by time, and where none has one,
   * what was read last; {@link Double#NaN} where none says it.
   */
  public double last(Metric metric) {
    double latest = Double.NEGATIVE_INFINITY;
    double last = Double.NaN;
    for (Table table : system) {
      for (int row = 0; row < table.rows() && table.column(metric) != null; row++) {
        double value = table.value(metric, row);
        double time = Double.isNaN(table.time(row)) ? Double.NEGATIVE_INFINITY : table.time(row);
        if (!Double.isNaN(value) && time >= latest) {
          latest = time;
          last = value;
        }
      }
    }
    return last;
  }

  /** The most that the system's own tables say of a metric; {@link Double#NaN} where none does. */
  public double most(Metric metric) {
    double most = Double.NaN;
    for (Table table : system) {
      for (int row = 0; row < table.rows() && table.column(metric) != null; row++) {
        double value = table.value(metric, row);
        most = value > most || Double.isNaN(most) ? value : most;
      }
    }
    return most;
  }

  /** All tables. */
  public List<Table> all() {
    List<Table> all = new ArrayList<>(system);
    all.addAll(processors);
    new TreeMap<>(byGuest).values().forEach(all::addAll);
    return all;
  }
}
