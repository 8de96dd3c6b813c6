package dev.headroom.format.svmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.format.svmon.SvmonReport.Row;
import java.util.List;
import java.util.Optional;

/**
 * What the figures of one report must satisfy among themselves. A report that does not is kept as
 * read, and a diagnostic says that it contradicts itself. A sum with an absent term proves nothing.
 *
 * <p>Large pages count as used and pinned while they lie in their pool, in the memory row but not,
 * on AIX 5.3, in the rows below it: so the pool may make up the difference. Of loaned memory no
 * print tells whether it is part of the sum. The sizes of expanded memory do not add up.
 */
final class SvmonChecks {
  private static final long SMALL = 4096;

  /** The largest page size whose pages are not kept in a pool. */
  private static final long MEDIUM = 16 * SMALL;

  private static final long LARGE = 16L << 20;

  private final SectionContext context;

  SvmonChecks(SectionContext context) {
    this.context = context;
  }

  /** Checks a report that has been read to its end. */
  void check(SvmonReport report) {
    Optional<SvmonRow> memory = report.row(Row.MEMORY);
    if (memory.isEmpty() || report.unit().isEmpty() || memory.get().expanded()) {
      return;
    }
    SvmonUnit unit = report.unit().get();
    checkSize(memory.get(), unit);
    List<SvmonPageSize> pageSizes = unit == SvmonUnit.PAGES ? report.pageSizes() : List.of();
    Pool pool = Pool.of(pageSizes);
    report
        .row(Row.PINNED)
        .ifPresent(row -> checkParts(row, memory.get().size(SvmonLexer.PIN), "pin", unit, pool));
    report
        .row(Row.IN_USE)
        .ifPresent(
            row -> checkParts(row, memory.get().size(SvmonLexer.INUSE), "inuse", unit, pool));
    checkPageSizes(pageSizes, memory.get().size(SvmonLexer.INUSE), SvmonLexer.INUSE, "inuse");
    checkPageSizes(pageSizes, memory.get().size(SvmonLexer.PIN), SvmonLexer.PIN, "pin");
    checkPageSizes(pageSizes, memory.get().size(SvmonLexer.VIRTUAL), SvmonLexer.VIRTUAL, "virtual");
    report
        .row(Row.PAGING_SPACE)
        .ifPresent(
            row -> checkPageSizes(pageSizes, row.size(SvmonLexer.INUSE), SvmonLexer.PGSP, "pgsp"));
  }

  private void checkSize(SvmonRow memory, SvmonUnit unit) {
    PrintedSize size = memory.size(SvmonLexer.SIZE);
    PrintedSize used = memory.size(SvmonLexer.INUSE).plus(memory.size(SvmonLexer.FREE));
    PrintedSize loaned = memory.size(SvmonLexer.LOANED);
    boolean fits =
        fits(size, used, unit) || (!loaned.isAbsent() && fits(size, used.plus(loaned), unit));
    if (!fits) {
      report(
          memory.line(),
          "inuse + free is "
              + unit.print(used.bytes())
              + (loaned.isAbsent() ? "" : ", with loaned " + unit.print(used.plus(loaned).bytes()))
              + ", not the size of "
              + unit.print(size.bytes()));
    }
  }

  private void checkParts(
      SvmonRow row, PrintedSize whole, String heading, SvmonUnit unit, Pool pool) {
    PrintedSize sum = row.size(SvmonLexer.WORK);
    for (int part : new int[] {SvmonLexer.PERS, SvmonLexer.CLNT, SvmonLexer.OTHER}) {
      // `other` has no value in use, and no heading on AIX 5
      if (part != SvmonLexer.OTHER || row.sizes().containsKey(part)) {
        sum = sum.plus(row.size(part));
      }
    }
    double apart = whole.bytes() - sum.bytes();
    if (!fits(whole, sum, unit) && !pool.explains(apart, tolerance(whole, sum, unit))) {
      report(
          row.line(),
          "the parts sum to "
              + unit.print(sum.bytes())
              + ", not to the "
              + heading
              + " of "
              + unit.print(whole.bytes()));
    }
  }

  private void checkPageSizes(
      List<SvmonPageSize> pageSizes, PrintedSize whole, int heading, String name) {
    PrintedSize all = new PrintedSize(0, 0);
    PrintedSize small = all;
    PrintedSize pooled = all;
    for (SvmonPageSize pageSize : pageSizes) {
      PrintedSize size = pageSize.size(heading);
      all = all.plus(size);
      small = pageSize.bytes() <= MEDIUM ? small.plus(size) : small;
      pooled = pageSize.bytes() <= MEDIUM ? pooled.plus(size) : pooled;
    }
    double pool = Pool.of(pageSizes).bytes();
    pooled = pooled.plus(new PrintedSize(Double.isNaN(pool) ? 0 : pool, 0));
    SvmonUnit unit = SvmonUnit.PAGES;
    if (!pageSizes.isEmpty()
        && !fits(whole, all, unit)
        && !fits(whole, small, unit)
        && !fits(whole, pooled, unit)) {
      report(
          pageSizes.get(0).row().line(),
          "the page sizes sum to "
              + unit.print(all.bytes())
              + " of "
              + name
              + ", not to the "
              + unit.print(whole.bytes())
              + " above");
    }
  }

  private static boolean fits(PrintedSize whole, PrintedSize sum, SvmonUnit unit) {
    // an absent term makes the comparison false: it proves nothing
    return !(Math.abs(whole.bytes() - sum.bytes()) > tolerance(whole, sum, unit));
  }

  /**
   * One page; in unit mode one in the last printed digit of each term, and the noise of doubles.
   */
  private static double tolerance(PrintedSize whole, PrintedSize sum, SvmonUnit unit) {
    return unit == SvmonUnit.PAGES ? SMALL : whole.step() + sum.step() + 1;
  }

  private void report(Line line, String fault) {
    context.report(line, 0, DiagnosticCode.INCONSISTENT, fault + "; kept as read");
  }

  /**
   * The pools of large pages.
   *
   * @param bytes what they hold; {@link Double#NaN} where no page-size block tells
   */
  private record Pool(double bytes) {
    /** How much finer than a large page a print must be to show that a difference is whole ones. */
    private static final int FINER = 100;

    static Pool of(List<SvmonPageSize> pageSizes) {
      double bytes = 0;
      for (SvmonPageSize pageSize : pageSizes) {
        PrintedSize pool = pageSize.size(SvmonLexer.POOLSIZE);
        bytes += pool.isAbsent() ? 0 : pool.bytes();
      }
      return new Pool(pageSizes.isEmpty() ? Double.NaN : bytes);
    }

    /**
     * Whether the pools make up a difference; where they are not known, any whole large pages do.
     */
    boolean explains(double difference, double tolerance) {
      if (!Double.isNaN(bytes)) {
        return Math.abs(difference - bytes) <= tolerance;
      }
      double rest = Math.abs(Math.IEEEremainder(difference, LARGE));
      return difference > 0 && tolerance * FINER < LARGE && rest <= tolerance;
    }
  }
}
