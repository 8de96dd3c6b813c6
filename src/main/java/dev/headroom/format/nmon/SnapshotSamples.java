package dev.headroom.format.nmon;

import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The samples of a recording. A sample carries the line of the section that it is from, so that
 * each section has its own table; a sum over several sections carries the first of them.
 *
 * <p>{@code memory.virtual} is the sum of {@code numvpages} over all page sizes. Recordings without
 * these sections give {@code Process%} and {@code System%} of real memory instead, which is an
 * upper bound: it counts the pages of program text too, and is rounded to 0.05 % of real memory.
 */
final class SnapshotSamples {
  private static final double PAGE = 4096;

  /** What the sums of pages and real memory may differ by, MB: half of the last digit printed. */
  private static final double ROUNDING = 0.06;

  private final TableBuilder memory =
      new TableBuilder(
          List.of(
              Metric.MEMORY_LOGICAL,
              Metric.MEMORY_FREE,
              Metric.MEMORY_INUSE,
              Metric.PAGINGSPACE_SIZE,
              Metric.PAGINGSPACE_INUSE));
  private final TableBuilder linuxMemory =
      new TableBuilder(
          List.of(
              Metric.MEMORY_LOGICAL,
              Metric.MEMORY_FREE,
              Metric.MEMORY_INUSE,
              Metric.MEMORY_FILECACHE,
              Metric.PAGINGSPACE_SIZE,
              Metric.PAGINGSPACE_INUSE));
  private final TableBuilder pages =
      new TableBuilder(
          List.of(
              Metric.MEMORY_VIRTUAL,
              Metric.MEMORY_FILECACHE,
              Metric.MEMORY_PINNED,
              Metric.PAGE_FREED));
  private final TableBuilder computational = new TableBuilder(List.of(Metric.MEMORY_COMPUTATIONAL));
  private final TableBuilder shares =
      new TableBuilder(
          List.of(
              Metric.MEMORY_COMPUTATIONAL,
              Metric.MEMORY_VIRTUAL,
              Metric.MEMORY_FILECACHE,
              Metric.MEMORY_PINNED));
  private final TableBuilder paging =
      new TableBuilder(
          List.of(Metric.PAGING_IN, Metric.PAGING_OUT, Metric.PAGE_SCANNED, Metric.PAGE_RECLAIMS));
  private final TableBuilder threads = new TableBuilder(List.of(Metric.THREADS_RUNNING));
  private final TableBuilder processors =
      new TableBuilder(
          List.of(
              Metric.CPU_PHYSICAL,
              Metric.CPU_ENTITLEMENT,
              Metric.CPU_VIRTUAL,
              Metric.CPU_ENTITLED,
              Metric.CPU_USER,
              Metric.CPU_SYSTEM,
              Metric.CPU_WAIT,
              Metric.CPU_IDLE));
  private final TableBuilder logicalProcessors =
      new TableBuilder(
          List.of(Metric.CPU_USER, Metric.CPU_SYSTEM, Metric.CPU_WAIT, Metric.CPU_IDLE));
  private final TableBuilder sharing =
      new TableBuilder(
          List.of(
              Metric.POOL_ID,
              Metric.MEMORY_WEIGHT,
              Metric.HYPERVISOR_PAGEINS,
              Metric.HYPERVISOR_PAGEIN_TIME,
              Metric.MEMORY_PHYSICAL,
              Metric.POOL_MEMORY));

  /** The tables that have rows. */
  List<TableBuilder> tables() {
    List<TableBuilder> tables = new ArrayList<>();
    for (TableBuilder table :
        List.of(
            memory,
            linuxMemory,
            pages,
            computational,
            shares,
            paging,
            threads,
            processors,
            logicalProcessors,
            sharing)) {
      if (table.rows() > 0) {
        tables.add(table);
      }
    }
    return tables;
  }

  /**
   * Adds a complete snapshot.
   *
   * @param time its time, milliseconds; {@link Double#NaN} where it is not known
   * @param seconds since the snapshot before it; {@link Double#NaN} where they are not known
   * @param sections the sections that the recording has
   */
  void add(Snapshot snapshot, double time, double seconds, Set<Section> sections) {
    addMemory(snapshot, time);
    boolean byPages = sections.stream().anyMatch(Section::isOfPages);
    if (byPages) {
      addPages(snapshot, time, seconds, sections);
    }
    addShares(snapshot, time, byPages);
    end(
        paging,
        snapshot,
        Section.PAGE,
        time,
        snapshot.value(Section.PAGE, Figure.PAGED_IN),
        snapshot.value(Section.PAGE, Figure.PAGED_OUT),
        snapshot.value(Section.PAGE, Figure.SCANS),
        snapshot.value(Section.PAGE, Figure.RECLAIMS));
    end(threads, snapshot, Section.PROC, time, snapshot.value(Section.PROC, Figure.RUNNABLE));
    addProcessors(snapshot, time, sections);
    double faults = snapshot.value(Section.MEMAMS, Figure.HYPERVISOR_FAULTS);
    double waited = snapshot.value(Section.MEMAMS, Figure.HYPERVISOR_SECONDS);
    end(
        sharing,
        snapshot,
        Section.MEMAMS,
        time,
        snapshot.value(Section.MEMAMS, Figure.POOL_NUMBER),
        snapshot.value(Section.MEMAMS, Figure.WEIGHT),
        Math.rint(faults * seconds),
        waited * seconds * 1000,
        bytes(snapshot.value(Section.MEMAMS, Figure.PHYSICAL_MEMORY)),
        bytes(snapshot.value(Section.MEMAMS, Figure.POOL_SIZE)));
  }

  private static double bytes(double megabytes) {
    return Math.rint(megabytes * Size.MB);
  }

  /** A difference of two printed figures; absent where it would be negative. */
  private static double less(double whole, double part) {
    return part > whole ? Double.NaN : whole - part;
  }

  private void addMemory(Snapshot snapshot, double time) {
    double total = snapshot.value(Section.MEM, Figure.REAL_TOTAL);
    double free = snapshot.value(Section.MEM, Figure.REAL_FREE);
    double trueMemory = snapshot.value(Section.MEM, Figure.TRUE_MEMORY);
    double space = snapshot.value(Section.MEM, Figure.VIRTUAL_TOTAL);
    end(
        memory,
        snapshot,
        Section.MEM,
        time,
        bytes(Double.isNaN(trueMemory) ? total : trueMemory),
        bytes(free),
        bytes(less(total, free)),
        bytes(space),
        bytes(less(space, snapshot.value(Section.MEM, Figure.VIRTUAL_FREE))));
    double memtotal = snapshot.value(Section.MEM, Figure.MEMTOTAL);
    double memfree = snapshot.value(Section.MEM, Figure.MEMFREE);
    double swap = snapshot.value(Section.MEM, Figure.SWAPTOTAL);
    end(
        linuxMemory,
        snapshot,
        Section.MEM,
        time,
        bytes(memtotal),
        bytes(memfree),
        bytes(less(memtotal, memfree)),
        bytes(
            snapshot.value(Section.MEM, Figure.CACHED)
                + snapshot.value(Section.MEM, Figure.BUFFERS)),
        bytes(swap),
        bytes(less(swap, snapshot.value(Section.MEM, Figure.SWAPFREE))));
  }

  private void addPages(Snapshot snapshot, double time, double seconds, Set<Section> sections) {
    Section first = first(sections);
    ToDoubleFunction<Figure> sum = figure -> bytesOfPages(snapshot, figure, sections);
    double frames = sum.applyAsDouble(Figure.FRAMES) / Size.MB;
    double total = snapshot.value(Section.MEM, Figure.REAL_TOTAL);
    boolean expanded = !Double.isNaN(snapshot.value(Section.MEM, Figure.TRUE_MEMORY));
    if (!expanded && Math.abs(frames - total) > ROUNDING) {
      return; // a size of pages is missing: a sum without it would be too small
    }
    double pinned =
        sum.applyAsDouble(Figure.WORKING_PINNED)
            + sum.applyAsDouble(Figure.PERSISTENT_PINNED)
            + sum.applyAsDouble(Figure.CLIENT_PINNED);
    // the first snapshot of a recording has zeros, since no interval has passed
    double interval = snapshot.mark() == 1 ? Double.NaN : seconds;
    end(
        pages,
        snapshot,
        first,
        time,
        sum.applyAsDouble(Figure.VIRTUAL_PAGES),
        sum.applyAsDouble(Figure.FILE_FRAMES),
        pinned,
        sum.applyAsDouble(Figure.PAGE_STEALS) / PAGE / interval);
  }

  private static Section first(Set<Section> sections) {
    return Section.OF_PAGES.stream()
        .filter(sections::contains)
        .findFirst()
        .orElse(Section.MEMPAGES4KB);
  }

  /** A figure summed over the page sizes of the recording, bytes. */
  static double bytesOfPages(Snapshot snapshot, Figure figure, Set<Section> sections) {
    double sum = 0;
    for (Section section : Section.OF_PAGES) {
      if (sections.contains(section)) {
        sum += snapshot.value(section, figure) * section.pageSize();
      }
    }
    return sum;
  }

  private void addShares(Snapshot snapshot, double time, boolean byPages) {
    double share =
        snapshot.value(Section.MEMNEW, Figure.PROCESS)
            + snapshot.value(Section.MEMNEW, Figure.SYSTEM);
    share = Math.rint(share * 10) / 10; // of two figures with one decimal
    if (byPages) {
      end(computational, snapshot, Section.MEMNEW, time, share);
      return;
    }
    double percent = snapshot.value(Section.MEM, Figure.REAL_TOTAL) / 100;
    end(
        shares,
        snapshot,
        Section.MEMNEW,
        time,
        share,
        bytes(share * percent),
        bytes(snapshot.value(Section.MEMNEW, Figure.FSCACHE) * percent),
        bytes(snapshot.value(Section.MEMNEW, Figure.PINNED) * percent));
  }

  private void addProcessors(Snapshot snapshot, double time, Set<Section> sections) {
    double physical = snapshot.value(Section.LPAR, Figure.PHYSICAL_CPU);
    double hundredths = snapshot.value(Section.LPAR, Figure.ENTITLED_HUNDREDTHS);
    double entitled =
        Double.isNaN(hundredths) ? snapshot.value(Section.LPAR, Figure.ENTITLED) : hundredths / 100;
    double virtual =
        Double.isNaN(hundredths)
            ? snapshot.value(Section.LPAR, Figure.VIRTUAL_CPUS)
            : snapshot.value(Section.LPAR, Figure.ACTIVE_PROCESSORS);
    end(
        processors,
        snapshot,
        Section.LPAR,
        time,
        physical,
        entitled,
        virtual,
        entitled > 0 ? Math.rint(1e8 * physical / entitled) / 1e6 : Double.NaN,
        snapshot.value(Section.LPAR, Figure.VP_USER),
        snapshot.value(Section.LPAR, Figure.VP_SYS),
        snapshot.value(Section.LPAR, Figure.VP_WAIT),
        snapshot.value(Section.LPAR, Figure.VP_IDLE));
    if (!sections.contains(Section.LPAR)) {
      end(
          logicalProcessors,
          snapshot,
          Section.CPU_ALL,
          time,
          snapshot.value(Section.CPU_ALL, Figure.USER_SHARE),
          snapshot.value(Section.CPU_ALL, Figure.SYSTEM_SHARE),
          snapshot.value(Section.CPU_ALL, Figure.WAIT_SHARE),
          snapshot.value(Section.CPU_ALL, Figure.IDLE_SHARE));
    }
  }

  /** Ends a row of a table where it has any value. */
  private static void end(
      TableBuilder table, Snapshot snapshot, Section section, double time, double... values) {
    boolean any = false;
    for (double value : values) {
      any |= !Double.isNaN(value);
    }
    if (any) {
      for (int column = 0; column < values.length; column++) {
        table.set(column, values[column]);
      }
      table.endRow(snapshot.line(section), time);
    }
  }
}
