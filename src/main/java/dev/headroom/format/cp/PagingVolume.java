package dev.headroom.format.cp;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.series.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The extents of page space that one answer lists, which stand for its sums where it prints none.
 */
final class PagingVolume {
  private final Set<String> extents = new HashSet<>();
  private double pages;
  private double used;
  private @Nullable Line first;

  /** Whether a row could not be read, so that a sum of the others would be too small. */
  private boolean incomplete;

  /** Whether the list is known to have been printed to its end. */
  private boolean whole;

  /** Whether the answer prints its sums, even where they could not be read. */
  private boolean summed;

  /** Adds an extent; false where the answer has had it. */
  boolean add(Line line, String extent, double size, double inUse) {
    if (!extents.add(extent)) {
      return false;
    }
    pages += size;
    used += inUse;
    if (first == null) {
      first = line.copy();
    }
    return true;
  }

  void incomplete() {
    incomplete = true;
  }

  void whole() {
    whole = true;
  }

  /** Whether an extent was added. */
  boolean hasRows() {
    return first != null;
  }

  void summed() {
    summed = true;
  }

  /**
   * Puts the sums of the rows, of an answer that prints none. They stand on the line of the first.
   *
   * @param sums whether such an answer prints its sums, so that it was cut or damaged
   */
  void settle(SectionContext context, List<CpSample> samples, boolean sums) {
    Line line = first;
    if (summed || line == null || incomplete) {
      return;
    }
    if (sums || (!whole && !context.clock().hasEnded())) {
      context.report(
          line,
          0,
          DiagnosticCode.TRUNCATED,
          sums
              ? "the list of extents has no SUMMARY row; the size of page space is left out"
              : "the list of extents may be incomplete; the size of page space is left out");
      return;
    }
    samples.add(new CpSample(Metric.PAGINGSPACE_SIZE, pages * CpCount.PAGE, line.number()));
    samples.add(new CpSample(Metric.PAGINGSPACE_INUSE, used * CpCount.PAGE, line.number()));
  }
}
