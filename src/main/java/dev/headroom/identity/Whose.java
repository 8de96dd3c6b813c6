package dev.headroom.identity;

import dev.headroom.capture.Diagnostic;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose every capture of an input is, settled over all of it: captures are dated by their
 * neighbours, named, and parted where one name stands for two machines.
 *
 * @param named one entry for each capture, in the order of the input
 * @param doubts names that cannot be trusted
 */
public record Whose(List<Named> named, List<Doubt> doubts) {
  /** Copies the lists. */
  public Whose {
    named = List.copyOf(named);
    doubts = List.copyOf(doubts);
  }

  /**
   * Whose a capture is.
   *
   * @param table its samples under their subject
   * @param claim what the name rests on
   * @param copy whether another text of the input holds the same samples, and came before
   */
  public record Named(Table table, Claim claim, boolean copy) {}

  /** A name, of a partition or of a system with all that is in it. */
  private record Unit(boolean partition, String name) {
    static Unit of(Table table) {
      Subject subject = table.subject();
      return subject.kind() == Kind.PARTITION
          ? new Unit(true, subject.name())
          : new Unit(false, table.host().map(Host::name).orElse(subject.name()));
    }
  }

  /** A call of a tool under one name. */
  private record Call(Unit unit, String place, int number) {}

  /** What makes captures worth comparing sample by sample; equal ones may still differ. */
  private record Likeness(List<String> formats, int rows, OneCapture.Span span, int figures) {
    static Likeness of(OneCapture capture) {
      int figures = 1;
      for (Table table : capture.tables()) {
        for (Metric metric : table.metrics()) {
          double first = table.rows() == 0 ? Double.NaN : table.value(metric, 0);
          figures = 31 * figures + Double.hashCode(first);
        }
      }
      return new Likeness(
          capture.tables().stream().map(Table::format).toList(),
          capture.tables().stream().mapToInt(Table::rows).sum(),
          capture.span(),
          figures);
    }
  }

  /**
   * Settles whose the captures of an input are.
   *
   * @param stretches what was read, in the order of the input
   * @param ofSite the names that the site file gives to machines
   */
  public static Whose of(List<Stretch> stretches, Collection<String> ofSite) {
    List<Naming.Name> names = Naming.of(OneDay.of(stretches), ofSite);
    Map<Unit, List<OneCapture>> units = units(stretches, names);
    boolean[] copies = new boolean[names.size()];
    List<Table> tables = new ArrayList<>(names.stream().map(Naming.Name::table).toList());
    List<Doubt> doubts = new ArrayList<>();
    units.forEach(
        (unit, captures) -> {
          Parting.Parted parted = Parting.of(unit.name(), captures);
          doubts.addAll(parted.doubts());
          parted.machines().forEach(machine -> markCopies(machine, copies));
          for (int machine = 1; machine < parted.machines().size(); machine++) {
            String other = unit.name() + "#" + (machine + 1);
            for (OneCapture capture : parted.machines().get(machine)) {
              capture.places().forEach(at -> tables.set(at, renamed(tables.get(at), unit, other)));
            }
          }
        });
    doubts.addAll(Twins.of(tables));
    List<Named> named = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      named.add(new Named(tables.get(i), names.get(i).claim(), copies[i]));
    }
    return new Whose(named, doubts);
  }

  /** What is wrong with the names. */
  public List<Diagnostic> diagnostics() {
    return doubts.stream().map(Doubt::diagnostic).toList();
  }

  private static Map<Unit, List<OneCapture>> units(
      List<Stretch> stretches, List<Naming.Name> names) {
    Map<Call, List<Integer>> calls = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Stretch stretch = stretches.get(i);
      Call call =
          new Call(
              Unit.of(names.get(i).table()), stretch.claims().place(), stretch.printout().number());
      calls.computeIfAbsent(call, key -> new ArrayList<>()).add(i);
    }
    Map<Unit, List<OneCapture>> units = new LinkedHashMap<>();
    calls.forEach(
        (call, places) -> {
          int first = places.get(0);
          OneCapture capture =
              OneCapture.of(
                  places,
                  places.stream().map(at -> names.get(at).table()).toList(),
                  call.place(),
                  names.get(first).claim(),
                  stretches.get(first).printout());
          units.computeIfAbsent(call.unit(), key -> new ArrayList<>()).add(capture);
        });
    return units;
  }

  /** Marks what a machine's captures repeat; what another machine printed is no copy of it. */
  private static void markCopies(List<OneCapture> machine, boolean[] copies) {
    Map<Likeness, Map<String, List<OneCapture>>> alike = new HashMap<>();
    for (OneCapture capture : machine) {
      Likeness likeness = Likeness.of(capture);
      Map<String, List<OneCapture>> earlier =
          alike.computeIfAbsent(likeness, key -> new LinkedHashMap<>());
      if (earlier.entrySet().stream()
          // what one text prints twice was printed twice
          .filter(text -> !text.getKey().equals(capture.place()))
          .flatMap(text -> text.getValue().stream())
          .anyMatch(capture::isCopyOf)) {
        capture.places().forEach(at -> copies[at] = true);
      } else {
        earlier.computeIfAbsent(capture.place(), key -> new ArrayList<>()).add(capture);
      }
    }
  }

  private static Table renamed(Table table, Unit unit, String other) {
    Subject subject = table.subject();
    if (unit.partition()) {
      return table.about(new Subject(subject.kind(), other), table.host());
    }
    boolean within = subject.name().startsWith(unit.name() + "/");
    boolean itself = subject.kind() == Kind.SYSTEM && subject.name().equals(unit.name());
    Subject about =
        within || itself
            ? new Subject(subject.kind(), other + subject.name().substring(unit.name().length()))
            : subject;
    Optional<Host> host = table.host().map(system -> new Host(other, system.release()));
    return table.about(about, host);
  }
}
