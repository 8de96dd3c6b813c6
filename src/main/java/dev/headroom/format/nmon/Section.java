package dev.headroom.format.nmon;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sections of an nmon file that are read. */
enum Section {
  /** Real memory and paging space. */
  MEM("Memory", 0),
  /** Shares of real memory. */
  MEMNEW("Memory New", 0),
  /** Pages of 4 KiB, recorded on demand only, as those below. */
  MEMPAGES4KB("MemoryPages", 1L << 12),
  /** Pages of 64 KiB. */
  MEMPAGES64KB("MemoryPages", 1L << 16),
  /** Pages of 16 MiB. */
  MEMPAGES16MB("MemoryPages", 1L << 24),
  /** Pages of 16 GiB. */
  MEMPAGES16GB("MemoryPages", 1L << 34),
  /** Paging, in a second. */
  PAGE("Paging", 0),
  /** Free MB of each paging space. */
  PAGING("PagingSpace", 0),
  /** Threads, and what they ask of the kernel. */
  PROC("Processes", 0),
  /** The processors of the partition. */
  LPAR("Logical Partition", 0),
  /** The pools of processors. */
  POOLS("Multiple CPU Pools", 0),
  /** The time of all logical processors. */
  CPU_ALL("CPU Total", 0),
  /** Active Memory Sharing. */
  MEMAMS("AMS", 0);

  /** The sections of pages, by the size of their pages. */
  static final List<Section> OF_PAGES =
      List.of(MEMPAGES4KB, MEMPAGES64KB, MEMPAGES16MB, MEMPAGES16GB);

  private static final Section[] ALL = values();
  private static final byte[][] NAMES =
      Arrays.stream(ALL)
          .map(section -> section.name().getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private final String title;
  private final long pageSize;

  Section(String title, long pageSize) {
    this.title = title;
    this.pageSize = pageSize;
  }

  /** What its header's second cell begins with. */
  String title() {
    return title;
  }

  /** The size of its pages, bytes; 0 where it is not of pages of one size. */
  double pageSize() {
    return pageSize;
  }

  /** Whether it is of pages of one size. */
  boolean isOfPages() {
    return pageSize > 0;
  }

  /** The section whose name stands at a place of some bytes; null for one that is not read. */
  static @Nullable Section at(byte[] window, int from, int end) {
    byte first = end > from ? window[from] : 0;
    if (first != 'M' && first != 'P' && first != 'L' && first != 'C') {
      return null; // most lines are of disks and processes
    }
    for (int i = 0; i < NAMES.length; i++) {
      byte[] name = NAMES[i];
      if (name.length == end - from && matches(window, from, name)) {
        return ALL[i];
      }
    }
    return null;
  }

  private static boolean matches(byte[] window, int from, byte[] name) {
    // many names begin alike, few end alike
    for (int i = name.length - 1; i >= 0; i--) {
      if (window[from + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
