package dev.headroom.format.hmc;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the samples of each resource hold: figures of their instant, and counters. */
@SuppressWarnings("ImmutableEnumChecker") // what List.of and toList give does not change
enum Utilisation {
  /** A partition. Cycles are counted since it was started, or moved here. */
  LPAR(
      Kind.PARTITION,
      List.of(
          new State("curr_mem", Metric.MEMORY_LOGICAL),
          new State("phys_run_mem", Metric.MEMORY_PHYSICAL),
          new State("mem_overage_cooperation", Metric.MEMORY_LOANED),
          new State("curr_io_entitled_mem", Metric.MEMORY_ENTITLEMENT_IO),
          new State("curr_proc_units", Metric.CPU_ENTITLEMENT),
          new State("curr_procs", Metric.CPU_VIRTUAL)),
      List.of("time_cycles", "entitled_cycles", "capped_cycles", "uncapped_cycles"),
      List.of(Metric.CPU_PHYSICAL)) {
    @Override
    void fill(double[] counted, double[] states, double[] into) {
      double units = states[4]; // the entitlement; absent where processors are dedicated
      double used = counted[2] + counted[3];
      into[0] =
          counted[0] > 0 ? used / counted[0] : counted[1] > 0 ? used / counted[1] * units : NONE;
      into[0] = Double.isNaN(units) ? NONE : into[0];
    }
  },
  /** The shared memory pool. Page faults and their delay in microseconds are counted. */
  MEMPOOL(
      Kind.POOL,
      List.of(
          new State("curr_pool_mem", Metric.POOL_MEMORY),
          new State("sys_firmware_pool_mem", Metric.POOL_RESERVE),
          new State("lpar_run_mem", Metric.MEMORY_LOGICAL),
          new State("lpar_curr_io_entitled_mem", Metric.MEMORY_ENTITLEMENT_IO)),
      List.of("page_faults", "page_in_delay"),
      List.of(Metric.HYPERVISOR_PAGEINS, Metric.HYPERVISOR_PAGEIN_TIME)) {
    @Override
    void fill(double[] counted, double[] states, double[] into) {
      into[0] = counted[0];
      into[1] = counted[1] / MICROSECONDS;
    }
  },
  /** The server. */
  SYS(
      Kind.SYSTEM,
      List.of(
          new State("configurable_sys_mem", Metric.MEMORY_LOGICAL),
          new State("curr_avail_sys_mem", Metric.MEMORY_FREE)),
      List.of(),
      List.of()),
  /** All processors that partitions share. */
  POOL(
      Kind.SYSTEM,
      List.of(new State("configurable_pool_proc_units", Metric.CPU_POOL)),
      List.of("total_pool_cycles", "utilized_pool_cycles"),
      List.of(Metric.CPU_BUSY)) {
    @Override
    void fill(double[] counted, double[] states, double[] into) {
      into[0] = counted[0] > 0 ? 100 * counted[1] / counted[0] : NONE;
    }
  },
  /** A pool of processors: nothing of it is about memory, and no metric is its own. */
  PROCPOOL(Kind.SYSTEM, List.of(), List.of(), List.of());

  private static final double NONE = Double.NaN;
  private static final double MICROSECONDS = 1000;

  private static final Map<String, Utilisation> BY_NAME =
      Map.of("lpar", LPAR, "mempool", MEMPOOL, "sys", SYS, "pool", POOL, "procpool", PROCPOOL);

  private static final Set<String> FIGURES =
      Arrays.stream(values())
          .flatMap(
              each -> Stream.concat(each.states.stream().map(State::key), each.counters.stream()))
          .collect(Collectors.toUnmodifiableSet());

  /** A figure of the instant: its key and what it is. */
  record State(String key, Metric metric) {}

  private final Kind kind;
  private final List<State> states;
  private final List<String> counters;
  private final List<Metric> metrics;
  private final List<Metric> derived;

  Utilisation(Kind kind, List<State> states, List<String> counters, List<Metric> derived) {
    this.kind = kind;
    this.states = states;
    this.counters = counters;
    this.derived = derived;
    this.metrics = Stream.concat(states.stream().map(State::metric), derived.stream()).toList();
  }

  Kind kind() {
    return kind;
  }

  List<State> states() {
    return states;
  }

  /** The keys of the counters, each of which grows until it is reset. */
  List<String> counters() {
    return counters;
  }

  /** What samples hold: the states first, then what comes of the counters. */
  List<Metric> metrics() {
    return metrics;
  }

  List<Metric> derived() {
    return derived;
  }

  /**
   * What an interval gives.
   *
   * @param counted by how much each counter grew; {@link Double#NaN} if absent
   * @param states at the interval's end
   * @param into takes a value for each of {@link #derived}
   */
  void fill(double[] counted, double[] states, double[] into) {}

  /** Whether a key's value is read. */
  static boolean isFigure(String key) {
    return FIGURES.contains(key);
  }

  /**
   * The resource of an object: what it says itself, or what was asked for, or what its keys are.
   */
  static Optional<Utilisation> of(HmcRecord record, Optional<String> asked) {
    Optional<String> told = record.text("resource_type").or(() -> asked);
    if (told.isPresent()) {
      return told.map(BY_NAME::get);
    }
    if (record.has("lpar_name")) {
      return Optional.of(LPAR);
    }
    if (record.has("shared_proc_pool_id")) {
      return Optional.of(PROCPOOL);
    }
    return Stream.of(MEMPOOL, SYS, POOL)
        .filter(
            each ->
                Stream.concat(each.states.stream().map(State::key), each.counters.stream())
                    .anyMatch(record::has))
        .findFirst();
  }
}
