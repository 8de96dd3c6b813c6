package dev.headroom.format.hmc;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Unit;
import dev.headroom.unit.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the objects of a sample are about, and which of their keys are read. */
@SuppressWarnings("ImmutableEnumChecker") // what Map.of and List.of give does not change
enum PcmSubject {
  /** A partition, in the samples of the hypervisor. */
  PARTITION(
      Kind.PARTITION,
      Map.ofEntries(
          Map.entry("memory/logicalMem", Metric.MEMORY_LOGICAL),
          Map.entry("memory/backedPhysicalMem", Metric.MEMORY_PHYSICAL),
          Map.entry("memory/poolId", Metric.POOL_ID),
          Map.entry("memory/weight", Metric.MEMORY_WEIGHT),
          Map.entry("memory/totalIOMem", Metric.MEMORY_ENTITLEMENT_IO),
          Map.entry("processor/utilizedProcUnits", Metric.CPU_PHYSICAL),
          Map.entry("processor/entitledProcUnits", Metric.CPU_ENTITLEMENT),
          Map.entry("processor/currentVirtualProcessors", Metric.CPU_VIRTUAL))),
  /** The shared memory pool. */
  POOL(
      Kind.POOL,
      Map.of(
          "totalMem", Metric.POOL_MEMORY,
          "assignedMemToSysFirmware", Metric.POOL_RESERVE,
          "totalIOMem", Metric.MEMORY_ENTITLEMENT_IO)),
  /** The server. */
  SYSTEM(
      Kind.SYSTEM,
      Map.of("memory/totalMem", Metric.MEMORY_LOGICAL, "memory/availableMem", Metric.MEMORY_FREE)),
  /** A partition, in what it tells the console itself: pages of 4 KiB, and rates of them. */
  GUEST(
      Kind.PARTITION,
      Map.of(
          "memory/vmActivePgCount", Metric.MEMORY_VIRTUAL,
          "memory/vmPgSpInRate", Metric.PAGING_IN,
          "memory/vmPgSpOutRate", Metric.PAGING_OUT,
          "memory/totalPgSpSizeCount", Metric.PAGINGSPACE_SIZE));

  private static final double PAGE = 4096;

  private final Kind kind;
  private final Map<String, Metric> keys;
  private final List<Metric> metrics;

  PcmSubject(Kind kind, Map<String, Metric> keys) {
    this.kind = kind;
    this.keys = keys;
    Metric[] ofKeys = keys.values().toArray(Metric[]::new);
    Arrays.sort(ofKeys);
    this.metrics = List.of(ofKeys);
  }

  Kind kind() {
    return kind;
  }

  /** What samples hold, always in the same order. */
  List<Metric> metrics() {
    return metrics;
  }

  /** The place of a key's metric among {@link #metrics}; -1 where the key is not read. */
  int place(String path) {
    Metric metric = keys.get(path);
    return metric == null ? -1 : metrics.indexOf(metric);
  }

  /** A printed number in the unit of its metric: memory is in MB, of a partition's own in pages. */
  double value(int place, double printed) {
    boolean bytes = metrics.get(place).unit() == Unit.BYTES;
    return bytes ? printed * (this == GUEST ? PAGE : Size.MB) : printed;
  }
}
