package dev.headroom.memory.zvm;

import dev.headroom.memory.TimesOfDay;
import dev.headroom.series.Host;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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

  /** The identifier of the system of guests that no capture places anywhere. */
  static final String NAMELESS = "zvm";

  private static final String NONE = "";

  /** Copies the collections. */
  public ZvmTables {
    byGuest = Map.copyOf(byGuest);
    processors = List.copyOf(processors);
    system = List.copyOf(system);
  }

  /** The tables that belong to the system of an identifier. */
  public static ZvmTables of(String id, List<Table> tables) {
    NavigableSet<String> all = ids(tables);
    Map<String, List<Table>> guests = new TreeMap<>();
    List<Table> processors = new ArrayList<>();
    List<Table> system = new ArrayList<>();
    for (Table table : tables) {
      String own = idOf(table);
      boolean nowhere = own.equals(NAMELESS) && all.size() == 1;
      if (!id.equals(nowhere ? all.first() : own)) {
        continue;
      }
      switch (table.subject().kind()) {
        case GUEST ->
            guests.computeIfAbsent(table.subject().name(), name -> new ArrayList<>()).add(table);
        case PROCESSOR -> processors.add(table);
        default -> system.add(table);
      }
    }
    return laid(guests, processors, system);
  }

  /** Lays what has times of the day and no date on one day, for all parts of the system alike. */
  private static ZvmTables laid(
      Map<String, List<Table>> guests, List<Table> processors, List<Table> system) {
    List<String> names = List.copyOf(guests.keySet());
    List<List<Table>> parts = new ArrayList<>(guests.values());
    parts.add(processors);
    parts.add(system);
    List<List<Table>> laid = TimesOfDay.laid(parts);
    Map<String, List<Table>> byGuest = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      byGuest.put(names.get(i), laid.get(i));
    }
    return new ZvmTables(byGuest, laid.get(names.size()), laid.get(names.size() + 1));
  }

  /** Whether a table is about a z/VM system, one of its guests or one of its processors. */
  public static boolean isAbout(Table table) {
    return !idOf(table).equals(NONE);
  }

  /**
   * The identifiers of all z/VM systems that these tables are about, in their order. Guests for
   * which no capture names the system are in the one system there is, or in one of their own.
   */
  public static NavigableSet<String> ids(List<Table> tables) {
    NavigableSet<String> ids = new TreeSet<>();
    for (Table table : tables) {
      ids.add(idOf(table));
    }
    ids.remove(NONE);
    if (ids.size() == 2) {
      ids.remove(NAMELESS);
    }
    return ids;
  }

  /** The identifier of the system that a table belongs to; empty for one of another platform. */
  private static String idOf(Table table) {
    return table.host().map(Host::name).orElseGet(() -> unplaced(table));
  }

  private static String unplaced(Table table) {
    String name = table.subject().name();
    return switch (table.subject().kind()) {
      case GUEST -> NAMELESS;
      case PROCESSOR -> name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
      case SYSTEM -> table.column(Metric.MEMORY_REAL) != null ? name : NONE;
      default -> NONE;
    };
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
