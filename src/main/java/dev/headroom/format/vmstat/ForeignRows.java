package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.LongTable;
import dev.headroom.format.Outcome;
import dev.headroom.format.SectionContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * What stands among the rows of a partition and is not one of them: blocks of page sizes ({@code
 * -p}, {@code -P}), rows of workload partitions ({@code -@}), tables side by side, tables whose
 * blanks were replaced. Parts of a partition are understood and no samples; a table that cannot be
 * read is told once. A line of each that is a part:
 *
 * <pre>
 *   64K     26394      2568     0     0     0     0      0     0    35051
 *  wp12   1  0  90112      -   0   0   0   0    0   -   3  120   40  1  0  -  -
 * </pre>
 */
final class ForeignRows {
  private static final Pattern PAGE_SIZE = Pattern.compile("\\d{1,4}[KMG]B?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w.-]{0,63}");
  private static final Pattern PARTED_ROW =
      Pattern.compile("[\\s,;|]*\\d+(?:([,;|])\\d+)(?:\\1[\\d.:]*){8,}");

  /** The row of -@ that has the figures of the whole partition. */
  private static final String WHOLE = "System";

  private final SectionContext context;
  private final LongTable table;
  private boolean pageSizes;
  private boolean unread;
  private boolean workloads;
  private boolean parted;
  private @Nullable Line unreadable;

  ForeignRows(SectionContext context, LongTable table) {
    this.context = context;
    this.table = table;
  }

  /** A banner stands above a table; one of workload partitions names them first. */
  void banner(Line line) {
    workloads |= line.startsWith("wpar");
  }

  /** Whether rows may stand behind the name of a workload partition. */
  boolean workloads() {
    return workloads;
  }

  /** What becomes of a header that is of another table; empty where it is of the partition's. */
  Optional<Outcome> header(Line line, List<Token> headings) {
    List<String> words = headings.stream().map(Token::getText).toList();
    if (words.contains("psz") || words.contains("siz")) {
      return Optional.of(pageSizes(line, headings.get(0)));
    }
    workloads = words.get(0).equals("wpar") || (workloads && !words.get(0).equals("r"));
    parted = false;
    if (VmstatLayout.isDoubled(words)) {
      context.report(
          line,
          LineGrammar.column(headings.get(words.lastIndexOf(words.get(0)))),
          DiagnosticCode.UNKNOWN_COLUMN,
          "headings stand twice, as where two tables were printed side by side; the rows are left"
              + " out up to the next header");
      return Optional.of(table.refuse());
    }
    return Optional.empty();
  }

  private Outcome pageSizes(Line line, Token first) {
    pageSizes = true;
    if (table.layout().isEmpty() && !unread) {
      unread = true;
      context.report(
          line,
          LineGrammar.column(first),
          DiagnosticCode.UNREAD_REPORT,
          "a table of page sizes: its rows are parts of the partition's memory and no samples");
    }
    return table.noise(line);
  }

  /** Whether a row is of one page size or of one workload partition. */
  boolean isPart(List<String> cells) {
    String first = cells.get(0);
    return (pageSizes && PAGE_SIZE.matcher(first).matches())
        || (isNamed(cells) && !first.equals(WHOLE));
  }

  /** Whether a row is of the whole partition, behind its name. */
  boolean isWhole(List<String> cells) {
    return isNamed(cells) && cells.get(0).equals(WHOLE);
  }

  /** Whether a row has a name in front, though not the cells of a part. */
  boolean isPartOf(List<String> cells) {
    return workloads && table.layout().isPresent() && !isNamed(cells) && isName(cells);
  }

  /** Whether a row of a table of names has none, so that nothing tells whose it is. */
  boolean isNameless(List<String> cells) {
    return workloads && cells.size() == width() && !isName(cells);
  }

  /** Whether the first cell is a name. */
  static boolean isName(List<String> cells) {
    return NAME.matcher(cells.get(0)).matches();
  }

  private boolean isNamed(List<String> cells) {
    return workloads && cells.size() == width() + 1 && isName(cells);
  }

  private int width() {
    return table.layout().map(layout -> layout.cells().size()).orElse(0);
  }

  /** A part was read. */
  Outcome part() {
    return unread ? Outcome.NOISE : Outcome.UNDERSTOOD;
  }

  /** What becomes of a line of a table whose blanks were replaced; foreign where it is not one. */
  Outcome parted(Line line) {
    if (Vmstat.isParted(line)) {
      parted = true;
      context.report(
          line,
          1 + line.indent(),
          DiagnosticCode.UNKNOWN_FORMAT,
          "columns of vmstat that are parted by another character than blanks; the table is left"
              + " out");
      return table.refuse();
    }
    return parted && line.length() <= 400 && PARTED_ROW.matcher(line.text()).matches()
        ? Outcome.REJECTED
        : Outcome.FOREIGN;
  }

  /** Notes what became of a line: below a header the first that is foreign may be a row. */
  Outcome note(Line line, Outcome outcome) {
    if (outcome == Outcome.REJECTED) {
      unreadable = null;
    } else if (outcome == Outcome.FOREIGN
        && unreadable == null
        && table.layout().isPresent()
        && !table.hasBegun()
        && isFigure(line)) {
      unreadable = line.copy();
    }
    return outcome;
  }

  private static boolean isFigure(Line line) {
    byte first = line.bytes()[line.start() + line.indent()];
    return first >= '0' && first <= '9';
  }

  /** The section ends: a header below which no row could be read is told. */
  void close() {
    Line first = unreadable;
    if (first != null && table.layout().isPresent() && !table.hasBegun()) {
      context.report(
          first,
          1 + first.indent(),
          DiagnosticCode.UNEXPECTED_LINE,
          "no row can be read below the header; this is the first line that may have been one");
    }
  }
}
