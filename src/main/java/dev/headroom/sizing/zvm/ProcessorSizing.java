package dev.headroom.sizing.zvm;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How many virtual processors the guests of a z/VM system need, and how many real ones (IFLs) its
 * LPAR: whole numbers, never below what was measured. No guest needs more than the LPAR, since a
 * guest cannot use more than there is (chapter 11 of the TPM study: "Ensure that no guests have
 * more virtual CPUs than the z/VM has physical IFLs").
 *
 * @param ifls how many IFLs hold what the LPAR used; absent where no capture shows it
 * @param demand what its processors were busy with together, at the same instant
 * @param load that over time, in per cent of one processor
 * @param present how many processors the LPAR was seen to have
 * @param guests in the order of their names
 * @param gaps what the guests left to the control program, in the order of time
 * @param paging whether guests waited for pages meanwhile. They used no processor then, so that the
 *     numbers are too small for a system with enough memory
 */
public record ProcessorSizing(
    OptionalInt ifls,
    Optional<ProcessorDemand> demand,
    ProcessorLoad load,
    OptionalInt present,
    List<GuestProcessors> guests,
    List<ProcessorGap> gaps,
    boolean paging) {
  private static final double PERCENT = 100;

  /** Copies the lists. */
  public ProcessorSizing {
    guests = List.copyOf(guests);
    gaps = List.copyOf(gaps);
  }

  /**
   * The advice for one system.
   *
   * @param names its guests
   * @param tables what captures say of these guests and of the system's processors; tables about
   *     others are left aside, but for processors of other systems
   */
  public static ProcessorSizing of(Collection<String> names, List<Table> tables) {
    List<GuestProcessors> guests = new ArrayList<>();
    List<ProcessorLoad> busy = new ArrayList<>();
    List<ProcessorLoad> seconds = new ArrayList<>();
    Map<String, List<Table>> byGuest = bySubject(tables, Kind.GUEST);
    for (String name : new TreeSet<>(names)) {
      List<Table> own = byGuest.getOrDefault(name, List.of());
      ProcessorLoad load = ProcessorLoad.of(own, Metric.CPU_BUSY, true);
      ProcessorLoad time = ProcessorLoad.of(own, Metric.CPU_TOTAL, true);
      ProcessorLoad untimed = ProcessorLoad.of(own, Metric.CPU_BUSY, false);
      busy.add(load);
      seconds.add(time);
      Optional<ProcessorDemand> demand =
          ProcessorDemand.of(load, untimed, interval(own, load.size() > 0));
      guests.add(new GuestProcessors(name, demand, defined(own)));
    }
    Map<String, List<Table>> processors = bySubject(tables, Kind.PROCESSOR);
    ProcessorLoad system = together(processors, Metric.CPU_BUSY, true);
    Optional<ProcessorDemand> demand =
        ProcessorDemand.of(system, together(processors, Metric.CPU_BUSY, false), system.interval());
    return new ProcessorSizing(
        ifls(demand, guests),
        demand,
        system,
        demand.isPresent() ? OptionalInt.of(processors.size()) : OptionalInt.empty(),
        guests,
        ProcessorGap.of(
            sum(busy, true),
            sum(seconds, true),
            system,
            together(processors, Metric.CPU_SYSTEM, true)),
        false);
  }

  /** The same, taken while guests waited for pages. */
  public ProcessorSizing whilePaging() {
    return new ProcessorSizing(ifls, demand, load, present, guests, gaps, true);
  }

  /**
   * The same with the virtual processors that a site file gives, where no capture shows them.
   *
   * @param configured by guest
   */
  public ProcessorSizing withDefined(Map<String, OptionalInt> configured) {
    return new ProcessorSizing(
        ifls,
        demand,
        load,
        present,
        guests.stream()
            .map(
                guest ->
                    guest.orDefined(configured.getOrDefault(guest.guest(), OptionalInt.empty())))
            .toList(),
        gaps,
        paging);
  }

  private static Map<String, List<Table>> bySubject(List<Table> tables, Kind kind) {
    Map<String, List<Table>> byName = new TreeMap<>();
    for (Table table : tables) {
      if (table.subject().kind() == kind) {
        byName.computeIfAbsent(table.subject().name(), name -> new ArrayList<>()).add(table);
      }
    }
    return byName;
  }

  private static ProcessorLoad together(
      Map<String, List<Table>> processors, Metric metric, boolean timed) {
    return sum(
        processors.values().stream()
            .map(tables -> ProcessorLoad.of(tables, metric, timed))
            .toList(),
        timed);
  }

  private static ProcessorLoad sum(List<ProcessorLoad> loads, boolean timed) {
    return ProcessorLoad.sum(loads)
        .orElseGet(() -> ProcessorLoad.of(List.of(), Metric.CPU_BUSY, timed));
  }

  /** How long a guest's samples are averages, told by the busiest one, else by their distance. */
  private static double interval(List<Table> tables, boolean timed) {
    ProcessorLoad busy = ProcessorLoad.of(tables, Metric.CPU_BUSY, timed);
    ProcessorLoad seconds = ProcessorLoad.of(tables, Metric.CPU_TOTAL, timed);
    int peak = busy.peak();
    return peak < 0
        ? Double.NaN
        : ProcessorGap.interval(
            busy.values()[peak], seconds.at(busy.places()[peak]), busy.interval());
  }

  /** How many virtual processors captures show a guest to have; absent where none shows it. */
  public static OptionalInt defined(List<Table> tables) {
    OptionalInt defined = OptionalInt.empty();
    for (Table table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        double value = table.value(Metric.CPU_VIRTUAL, row);
        defined = value >= 1 ? OptionalInt.of((int) value) : defined;
      }
    }
    return defined;
  }

  /**
   * Which share of the LPAR's processors was busy on average over some time, 0 to 1; {@link
   * Double#NaN} where that is not known.
   */
  public double busyShare(double from, double until) {
    return present.isPresent()
        ? load.mean(from, until) / (PERCENT * present.getAsInt())
        : Double.NaN;
  }

  // A guest's own peak, over shorter intervals than the LPAR's, may be the higher one.
  private static OptionalInt ifls(Optional<ProcessorDemand> demand, List<GuestProcessors> guests) {
    int most = guests.stream().mapToInt(guest -> guest.advised().orElse(0)).max().orElse(0);
    return demand.isPresent()
        ? OptionalInt.of(Math.max(demand.get().whole(), most))
        : OptionalInt.empty();
  }
}
