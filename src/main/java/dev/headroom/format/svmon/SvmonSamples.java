package dev.headroom.format.svmon;

import dev.headroom.format.Draft;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.List;
import java.util.Map;

/**
 * The samples of one call. Each kind of row has a table of its own, since a sample carries its own
 * line.
 */
final class SvmonSamples {
  private static final Map<Integer, Metric> MEMORY =
      Map.of(
          SvmonLexer.SIZE, Metric.MEMORY_LOGICAL,
          SvmonLexer.INUSE, Metric.MEMORY_INUSE,
          SvmonLexer.FREE, Metric.MEMORY_FREE,
          SvmonLexer.PIN, Metric.MEMORY_PINNED,
          SvmonLexer.VIRTUAL, Metric.MEMORY_VIRTUAL,
          SvmonLexer.AVAILABLE, Metric.MEMORY_AVAILABLE,
          SvmonLexer.LOANED, Metric.MEMORY_LOANED);

  private final TableBuilder memory =
      new TableBuilder(
          List.of(
              Metric.MEMORY_LOGICAL,
              Metric.MEMORY_INUSE,
              Metric.MEMORY_FREE,
              Metric.MEMORY_PINNED,
              Metric.MEMORY_VIRTUAL,
              Metric.MEMORY_AVAILABLE,
              Metric.MEMORY_LOANED));
  private final TableBuilder pagingSpace =
      new TableBuilder(List.of(Metric.PAGINGSPACE_SIZE, Metric.PAGINGSPACE_INUSE));
  private final TableBuilder fileCache = new TableBuilder(List.of(Metric.MEMORY_FILECACHE));

  /** Adds the memory row, which in the long form holds the size of paging space too. */
  void memory(SvmonRow row, double time) {
    MEMORY.forEach((heading, metric) -> memory.set(metric, row.bytes(heading)));
    memory.endRow(row.line().number(), time);
    if (!row.size(SvmonLexer.PGSP).isAbsent()) {
      pagingSpace.set(Metric.PAGINGSPACE_SIZE, row.bytes(SvmonLexer.PGSP));
      pagingSpace.endRow(row.line().number(), time);
    }
  }

  /** Adds the row of paging space. */
  void pagingSpace(SvmonRow row, double time) {
    pagingSpace.set(Metric.PAGINGSPACE_SIZE, row.bytes(SvmonLexer.SIZE));
    pagingSpace.set(Metric.PAGINGSPACE_INUSE, row.bytes(SvmonLexer.INUSE));
    pagingSpace.endRow(row.line().number(), time);
  }

  /** Adds the row of memory in use: file cache is what is persistent and what is of clients. */
  void inUse(SvmonRow row, double time) {
    fileCache.set(Metric.MEMORY_FILECACHE, row.bytes(SvmonLexer.PERS) + row.bytes(SvmonLexer.CLNT));
    fileCache.endRow(row.line().number(), time);
  }

  List<Draft> drafts() {
    return List.of(
        Draft.ofPartition(memory), Draft.ofPartition(pagingSpace), Draft.ofPartition(fileCache));
  }
}
