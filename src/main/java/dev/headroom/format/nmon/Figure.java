package dev.headroom.format.nmon;

/** The columns of nmon's sections that are kept, each by its heading. */
enum Figure {
  /** Free real memory, MB. */
  REAL_FREE(Section.MEM, "Real free(MB)"),
  /** Real memory, MB; with Active Memory Expansion the expanded size. */
  REAL_TOTAL(Section.MEM, "Real total(MB)"),
  /** Free paging space, MB. */
  VIRTUAL_FREE(Section.MEM, "Virtual free(MB)"),
  /** Paging space, MB. */
  VIRTUAL_TOTAL(Section.MEM, "Virtual total(MB)"),
  /** Real memory behind the expanded size, MB. */
  TRUE_MEMORY(Section.MEM, "Size of true memory(MB)"),
  /** Real memory of Linux, MB. */
  MEMTOTAL(Section.MEM, "memtotal"),
  /** Free memory of Linux, MB. */
  MEMFREE(Section.MEM, "memfree"),
  /** Page cache of Linux, MB. */
  CACHED(Section.MEM, "cached"),
  /** Buffers of Linux, MB. */
  BUFFERS(Section.MEM, "buffers"),
  /** Paging space of Linux, MB. */
  SWAPTOTAL(Section.MEM, "swaptotal"),
  /** Free paging space of Linux, MB. */
  SWAPFREE(Section.MEM, "swapfree"),
  /** Memory of processes, % of real memory. */
  PROCESS(Section.MEMNEW, "Process%"),
  /** File cache, % of real memory. */
  FSCACHE(Section.MEMNEW, "FScache%"),
  /** Memory of the kernel, % of real memory. */
  SYSTEM(Section.MEMNEW, "System%"),
  /** Free memory, % of real memory. */
  FREE(Section.MEMNEW, "Free%"),
  /** Pinned memory, % of real memory. */
  PINNED(Section.MEMNEW, "Pinned%"),
  /** Page frames. */
  FRAMES(Section.MEMPAGES4KB, "numframes"),
  /** Free frames. */
  FREE_FRAMES(Section.MEMPAGES4KB, "numfrb"),
  /** Frames of files. */
  FILE_FRAMES(Section.MEMPAGES4KB, "numperm"),
  /** Pages of virtual memory. */
  VIRTUAL_PAGES(Section.MEMPAGES4KB, "numvpages"),
  /** Frames of working segments in use. */
  WORKING_USED(Section.MEMPAGES4KB, "numwseguse"),
  /** Frames of persistent segments in use. */
  PERSISTENT_USED(Section.MEMPAGES4KB, "numpseguse"),
  /** Frames of client segments in use. */
  CLIENT_USED(Section.MEMPAGES4KB, "numclseguse"),
  /** Pinned frames of working segments. */
  WORKING_PINNED(Section.MEMPAGES4KB, "numwsegpin"),
  /** Pinned frames of persistent segments. */
  PERSISTENT_PINNED(Section.MEMPAGES4KB, "numpsegpin"),
  /** Pinned frames of client segments. */
  CLIENT_PINNED(Section.MEMPAGES4KB, "numclsegpin"),
  /** Page faults in the interval. */
  PAGE_EXCEPTIONS(Section.MEMPAGES4KB, "pgexct"),
  /** Frames that page replacement freed in the interval. */
  PAGE_STEALS(Section.MEMPAGES4KB, "pgsteals"),
  /** Page faults in a second. */
  FAULTS(Section.PAGE, "faults"),
  /** Pages read from paging space in a second. */
  PAGED_IN(Section.PAGE, "pgsin"),
  /** Pages written to paging space in a second. */
  PAGED_OUT(Section.PAGE, "pgsout"),
  /** Pages reclaimed in a second. */
  RECLAIMS(Section.PAGE, "reclaims"),
  /** Pages examined by page replacement in a second. */
  SCANS(Section.PAGE, "scans"),
  /** Free MB of all paging spaces together, of which each has a column. */
  PAGING_FREE(Section.PAGING, ""),
  /** Threads ready to run. */
  RUNNABLE(Section.PROC, "Runnable"),
  /** Processors consumed. */
  PHYSICAL_CPU(Section.LPAR, "PhysicalCPU"),
  /** Virtual processors. */
  VIRTUAL_CPUS(Section.LPAR, "virtualCPUs"),
  /** Processors of the shared pool. */
  POOL_CPUS(Section.LPAR, "poolCPUs"),
  /** Entitlement, processors. */
  ENTITLED(Section.LPAR, "entitled"),
  /** Idle processors of the pool; 0 without the right to see it. */
  POOL_IDLE(Section.LPAR, "PoolIdle"),
  /** Processors consumed, % of the shared ones of the server. */
  USED_ALL(Section.LPAR, "usedAllCPU%"),
  /** Processors consumed, % of those of the pool. */
  USED_POOL(Section.LPAR, "usedPoolCPU%"),
  /** % of the entitlement in user mode. */
  EC_USER(Section.LPAR, "EC_User%"),
  /** % of the entitlement in system mode. */
  EC_SYS(Section.LPAR, "EC_Sys%"),
  /** % of the entitlement waiting for I/O. */
  EC_WAIT(Section.LPAR, "EC_Wait%"),
  /** % of the entitlement idle. */
  EC_IDLE(Section.LPAR, "EC_Idle%"),
  /** % of the virtual processors in user mode. */
  VP_USER(Section.LPAR, "VP_User%"),
  /** % of the virtual processors in system mode. */
  VP_SYS(Section.LPAR, "VP_Sys%"),
  /** % of the virtual processors waiting for I/O. */
  VP_WAIT(Section.LPAR, "VP_Wait%"),
  /** % of the virtual processors idle. */
  VP_IDLE(Section.LPAR, "VP_Idle%"),
  /** Entitlement of a partition of Linux, hundredths of a processor. */
  ENTITLED_HUNDREDTHS(Section.LPAR, "partition_entitled_capacity"),
  /** Virtual processors of a partition of Linux. */
  ACTIVE_PROCESSORS(Section.LPAR, "partition_active_processors"),
  /** Shared processors of the server. */
  SHARED_CPUS(Section.POOLS, "shcpus_in_sys"),
  /** Processors that the pool could have used. */
  POOL_TIME(Section.POOLS, "pool_max_time"),
  /** Processors that the pool used. */
  POOL_BUSY(Section.POOLS, "pool_busy_time"),
  /** % of the logical processors' time in user mode. */
  USER_SHARE(Section.CPU_ALL, "User%"),
  /** % of the logical processors' time in system mode. */
  SYSTEM_SHARE(Section.CPU_ALL, "Sys%"),
  /** % of the logical processors' time waiting for I/O. */
  WAIT_SHARE(Section.CPU_ALL, "Wait%"),
  /** % of the logical processors' time idle. */
  IDLE_SHARE(Section.CPU_ALL, "Idle%"),
  /** Number of the memory pool. */
  POOL_NUMBER(Section.MEMAMS, "Poolid"),
  /** Memory weight. */
  WEIGHT(Section.MEMAMS, "Weight"),
  /** Hypervisor page-ins in a second. */
  HYPERVISOR_FAULTS(Section.MEMAMS, "Hypervisor-Page-in/s"),
  /** Seconds spent on hypervisor page-ins, in a second. */
  HYPERVISOR_SECONDS(Section.MEMAMS, "HypervisorTime(seconds)"),
  /** Physical memory behind the partition, MB. */
  PHYSICAL_MEMORY(Section.MEMAMS, "Physical-Memory(MB)"),
  /** Size of the memory pool, MB. */
  POOL_SIZE(Section.MEMAMS, "Pool-Size(MB)");

  private final Section section;
  private final String heading;

  Figure(Section section, String heading) {
    this.section = section;
    this.heading = heading;
  }

  /** Whether a section has it; the sections of pages have the same figures. */
  boolean isOf(Section other) {
    return section == other || (section == Section.MEMPAGES4KB && other.isOfPages());
  }

  /** The heading as printed. */
  String heading() {
    return heading;
  }
}
