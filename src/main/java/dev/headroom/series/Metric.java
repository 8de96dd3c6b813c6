package dev.headroom.series;

import java.util.Optional;

/**
 * What is measured. A metric's name and unit are fixed; two metrics may share a name where two
 * tools give the same thing in different units ({@code cpu.virtual}).
 */
public enum Metric {
  /** Memory that the partition or guest believes it has. */
  MEMORY_LOGICAL("memory.logical", Unit.BYTES, Use.MEMORY),
  /** Real memory frames in use: computational pages and file cache. */
  MEMORY_INUSE("memory.inuse", Unit.BYTES, Use.MEMORY),
  /** The free list. */
  MEMORY_FREE("memory.free", Unit.BYTES, Use.MEMORY),
  /** Memory that may not be paged. */
  MEMORY_PINNED("memory.pinned", Unit.BYTES, Use.MEMORY),
  /** Pages allocated in system virtual space, that is computational memory. */
  MEMORY_VIRTUAL("memory.virtual", Unit.BYTES, Use.MEMORY),
  /** Memory that can be had without paging out working pages. */
  MEMORY_AVAILABLE("memory.available", Unit.BYTES, Use.MEMORY),
  /** Logical memory that the partition lent to the hypervisor of its own accord. */
  MEMORY_LOANED("memory.loaned", Unit.BYTES, Use.MEMORY),
  /** Physical memory that stands behind the partition now. */
  MEMORY_PHYSICAL("memory.physical", Unit.BYTES, Use.MEMORY),
  /** File pages, persistent and client. */
  MEMORY_FILECACHE("memory.filecache", Unit.BYTES, Use.MEMORY),
  /** Share of memory that holds computational pages. */
  MEMORY_COMPUTATIONAL("memory.computational", Unit.PERCENT, Use.MEMORY),
  /** The largest logical memory that the profile allows. */
  MEMORY_MAXIMUM("memory.maximum", Unit.BYTES, Use.MEMORY),
  /** The smallest logical memory that the profile allows. */
  MEMORY_MINIMUM("memory.minimum", Unit.BYTES, Use.MEMORY),
  /** The logical memory that the profile asks for. */
  MEMORY_DESIRED("memory.desired", Unit.BYTES, Use.MEMORY),
  /** Physical memory guaranteed for I/O mapping. */
  MEMORY_ENTITLEMENT_IO("memory.entitlement.io", Unit.BYTES, Use.MEMORY),
  /** Variable memory capacity weight, 0 to 255. */
  MEMORY_WEIGHT("memory.weight", Unit.COUNT, Use.MEMORY),
  /** Memory of all the partitions that a monitor sees. */
  MEMORY_MONITORED("memory.monitored", Unit.BYTES, Use.MEMORY),
  /** Working set as the control program estimates it. */
  MEMORY_WORKINGSET("memory.workingset", Unit.BYTES, Use.MEMORY),
  /** Memory of a guest that is resident in real storage. */
  MEMORY_RESIDENT("memory.resident", Unit.BYTES, Use.MEMORY),
  /** Resident memory that is locked. */
  MEMORY_LOCKED("memory.locked", Unit.BYTES, Use.MEMORY),
  /** Memory reserved for a guest. */
  MEMORY_RESERVED("memory.reserved", Unit.BYTES, Use.MEMORY),
  /** Memory of a guest in expanded storage. */
  MEMORY_XSTORE("memory.xstore", Unit.BYTES, Use.MEMORY),
  /** Memory of a guest in auxiliary storage. */
  MEMORY_AUXILIARY("memory.auxiliary", Unit.BYTES, Use.MEMORY),
  /** Memory of a guest that exists anywhere: in real, expanded or auxiliary storage. */
  MEMORY_INSTANTIATED("memory.instantiated", Unit.BYTES, Use.MEMORY),
  /** Real storage of a z/VM system. */
  MEMORY_REAL("memory.real", Unit.BYTES, Use.MEMORY),
  /** Real storage that the control program can give to guests: its dynamic paging area. */
  MEMORY_DYNAMIC("memory.dynamic", Unit.BYTES, Use.MEMORY),
  /** Real storage that can be paged: the dynamic paging area less what is locked. */
  MEMORY_PAGEABLE("memory.pageable", Unit.BYTES, Use.MEMORY),
  /** Expanded storage of a z/VM system that the control program pages to. */
  XSTORE_SIZE("xstore.size", Unit.BYTES, Use.MEMORY),
  /** Share of the expanded storage that is in use. */
  XSTORE_INUSE("xstore.inuse", Unit.PERCENT, Use.MEMORY),
  /** Number of the shared memory pool. */
  POOL_ID("pool.id", Unit.COUNT, Use.MEMORY),
  /** Physical memory of the shared memory pool. */
  POOL_MEMORY("pool.memory", Unit.BYTES, Use.MEMORY),
  /** The size that the shared memory pool can grow to while it runs. */
  POOL_MAXIMUM("pool.maximum", Unit.BYTES, Use.MEMORY),
  /** Memory inside the shared memory pool that firmware keeps for itself. */
  POOL_RESERVE("pool.reserve", Unit.BYTES, Use.MEMORY),
  /** Paging space defined. */
  PAGINGSPACE_SIZE("pagingspace.size", Unit.BYTES, Use.MEMORY),
  /** Paging space in use. */
  PAGINGSPACE_INUSE("pagingspace.inuse", Unit.BYTES, Use.MEMORY),
  /** Pages read from the partition's own paging space. */
  PAGING_IN("paging.in", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages written to the partition's own paging space. */
  PAGING_OUT("paging.out", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages freed by page replacement. */
  PAGE_FREED("page.freed", Unit.PAGES_PER_SECOND, Use.ACTIVITY),
  /** Pages examined by page replacement. */
  PAGE_SCANNED("page.scanned", Unit.PAGES_PER_SECOND, Use.ACTIVITY),
  /** Pages reclaimed. */
  PAGE_RECLAIMS("page.reclaims", Unit.PAGES_PER_SECOND, Use.ACTIVITY),
  /** Pages taken from a guest. */
  PAGE_STEALS("page.steals", Unit.PAGES_PER_SECOND, Use.ACTIVITY),
  /** Page reads and writes of a guest. */
  PAGING_TOTAL("paging.total", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Page reads of a guest from auxiliary storage. */
  PAGING_READS("paging.reads", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Page writes of a guest to auxiliary storage. */
  PAGING_WRITES("paging.writes", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages from expanded storage to real storage. */
  XSTORE_IN("xstore.in", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages from real storage to expanded storage. */
  XSTORE_OUT("xstore.out", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages from expanded storage to auxiliary storage. */
  XSTORE_MIGRATED("xstore.migrated", Unit.PAGES_PER_SECOND, Use.MEMORY),
  /** Pages that the hypervisor read back in the interval. */
  HYPERVISOR_PAGEINS("hypervisor.pageins", Unit.COUNT, Use.MEMORY),
  /** Time spent on hypervisor page-ins in the interval. */
  HYPERVISOR_PAGEIN_TIME("hypervisor.pagein.time", Unit.MILLISECONDS, Use.MEMORY),
  /** Threads ready to run. */
  THREADS_RUNNING("threads.running", Unit.COUNT, Use.ACTIVITY),
  /** Threads waiting for paging or I/O. */
  THREADS_BLOCKED("threads.blocked", Unit.COUNT, Use.ACTIVITY),
  /** Device interrupts. */
  INTERRUPTS("interrupts", Unit.PER_SECOND, Use.ACTIVITY),
  /** System calls. */
  SYSCALLS("syscalls", Unit.PER_SECOND, Use.ACTIVITY),
  /** Context switches. */
  CONTEXTSWITCHES("contextswitches", Unit.PER_SECOND, Use.ACTIVITY),
  /** Processor time in user mode. */
  CPU_USER("cpu.user", Unit.PERCENT, Use.ACTIVITY),
  /** Processor time in system mode. */
  CPU_SYSTEM("cpu.system", Unit.PERCENT, Use.ACTIVITY),
  /** Idle processor time. */
  CPU_IDLE("cpu.idle", Unit.PERCENT, Use.ACTIVITY),
  /** Idle processor time with I/O pending. */
  CPU_WAIT("cpu.wait", Unit.PERCENT, Use.ACTIVITY),
  /** Physical processors consumed. */
  CPU_PHYSICAL("cpu.physical", Unit.CORES, Use.ACTIVITY),
  /** Physical processors consumed as a share of the entitlement. */
  CPU_ENTITLED("cpu.entitled", Unit.PERCENT, Use.ACTIVITY),
  /** Entitled processor capacity. */
  CPU_ENTITLEMENT("cpu.entitlement", Unit.CORES, Use.ACTIVITY),
  /** Online virtual processors. */
  CPU_VIRTUAL("cpu.virtual", Unit.COUNT, Use.ACTIVITY),
  /** Processors in the shared pool. */
  CPU_POOL("cpu.pool", Unit.CORES, Use.ACTIVITY),
  /** Processors of the shared pool that were idle. */
  CPU_POOL_AVAILABLE("cpu.pool.available", Unit.CORES, Use.ACTIVITY),
  /** Processor utilisation. */
  CPU_BUSY("cpu.busy", Unit.PERCENT, Use.ACTIVITY),
  /** Processor time of a guest, control program included. */
  CPU_TOTAL("cpu.total", Unit.SECONDS, Use.ACTIVITY),
  /** Processor time of a guest in emulation mode. */
  CPU_VIRTUAL_TIME("cpu.virtual", Unit.SECONDS, Use.ACTIVITY),
  /** Processor time in emulation mode. */
  CPU_EMULATION("cpu.emulation", Unit.PERCENT, Use.ACTIVITY),
  /** Virtual I/O operations of a guest. */
  IO_VIRTUAL("io.virtual", Unit.PER_SECOND, Use.ACTIVITY);

  /** What an analysis makes of the samples of a metric. All of them are read and counted. */
  public enum Use {
    /**
     * It tells what memory a member or a pool has, asks for, gets or pages: replays, sizes and
     * findings rest on it.
     */
    MEMORY,
    /**
     * It tells what processors, threads, devices and page replacement did. No figure of a partition
     * or its pool rests on it, so an analysis of them lets it go once it is counted: it is most of
     * what partitions print. On z/VM processors are sized too, and it is kept.
     */
    ACTIVITY
  }

  private final String label;
  private final Unit unit;
  private final Use use;

  Metric(String label, Unit unit, Use use) {
    this.label = label;
    this.unit = unit;
    this.use = use;
  }

  /** The metric's name in a sample, such as {@code memory.physical}. */
  public String label() {
    return label;
  }

  /** The unit of its values. */
  public Unit unit() {
    return unit;
  }

  /** What an analysis makes of its samples. */
  public Use use() {
    return use;
  }

  /** The metric with this name and unit symbol; empty if absent. */
  public static Optional<Metric> of(String label, String unitSymbol) {
    for (Metric metric : values()) {
      if (metric.label.equals(label) && metric.unit.symbol().equals(unitSymbol)) {
        return Optional.of(metric);
      }
    }
    return Optional.empty();
  }
}
