package dev.headroom.format.vmstat;

import dev.headroom.format.ColumnLayout;
import dev.headroom.format.ColumnLayout.Cell;
import dev.headroom.format.grammar.VmstatLexer;
import dev.headroom.series.Metric;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/**
 * What the cells of a row mean, compiled once from the header above them. Columns go by their
 * heading; {@code sy}, which stands twice, by its neighbours; the three headings {@code hr mi se}
 * stand over one cell.
 */
final class VmstatLayout {
  private static final double PAGE = 4096;

  /** The metrics of the table, in the order of its fullest header. */
  static final List<Metric> METRICS =
      List.of(
          Metric.THREADS_RUNNING,
          Metric.THREADS_BLOCKED,
          Metric.MEMORY_VIRTUAL,
          Metric.MEMORY_FREE,
          Metric.PAGE_RECLAIMS,
          Metric.PAGING_IN,
          Metric.PAGING_OUT,
          Metric.PAGE_FREED,
          Metric.PAGE_SCANNED,
          Metric.INTERRUPTS,
          Metric.SYSCALLS,
          Metric.CONTEXTSWITCHES,
          Metric.CPU_USER,
          Metric.CPU_SYSTEM,
          Metric.CPU_IDLE,
          Metric.CPU_WAIT,
          Metric.CPU_PHYSICAL,
          Metric.CPU_ENTITLED,
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED);

  private static final Map<String, Cell> CELLS =
      Map.ofEntries(
          Map.entry("r", Cell.rate(Metric.THREADS_RUNNING)),
          Map.entry("b", Cell.rate(Metric.THREADS_BLOCKED)),
          Map.entry("avm", Cell.state(Metric.MEMORY_VIRTUAL, PAGE)),
          Map.entry("fre", Cell.state(Metric.MEMORY_FREE, PAGE)),
          Map.entry("re", Cell.rate(Metric.PAGE_RECLAIMS)),
          Map.entry("pi", Cell.rate(Metric.PAGING_IN)),
          Map.entry("po", Cell.rate(Metric.PAGING_OUT)),
          Map.entry("fr", Cell.rate(Metric.PAGE_FREED)),
          Map.entry("sr", Cell.rate(Metric.PAGE_SCANNED)),
          Map.entry("in", Cell.rate(Metric.INTERRUPTS)),
          Map.entry("cs", Cell.rate(Metric.CONTEXTSWITCHES)),
          Map.entry("us", Cell.rate(Metric.CPU_USER)),
          Map.entry("id", Cell.rate(Metric.CPU_IDLE)),
          Map.entry("wa", Cell.rate(Metric.CPU_WAIT)),
          Map.entry("pc", Cell.rate(Metric.CPU_PHYSICAL).withDecimals(2)),
          Map.entry("ec", Cell.rate(Metric.CPU_ENTITLED).withDecimals(1)),
          Map.entry("hpi", Cell.rate(Metric.HYPERVISOR_PAGEINS)),
          Map.entry("hpit", Cell.rate(Metric.HYPERVISOR_PAGEIN_TIME)),
          Map.entry("pmem", Cell.state(Metric.MEMORY_PHYSICAL, Size.GB).withDecimals(2)),
          Map.entry("loan", Cell.state(Metric.MEMORY_LOANED, Size.GB).withDecimals(2)));

  /** The shares of processor time, which sum to 100. */
  static final List<Metric> SHARES =
      List.of(Metric.CPU_USER, Metric.CPU_SYSTEM, Metric.CPU_IDLE, Metric.CPU_WAIT);

  private static final List<String> PRINTED_SHARES = List.of("us", "sy", "id", "wa");

  private static final Set<Metric> PROCESSORS = Set.of(Metric.CPU_PHYSICAL, Metric.CPU_ENTITLED);

  /** Columns that came after AIX 5.2. */
  private static final Set<Metric> LATER =
      Set.of(
          Metric.CPU_PHYSICAL,
          Metric.CPU_ENTITLED,
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED);

  private static final Set<String> HEADINGS = headings();

  /**
   * Misprints of headings, and what each can only be where it stands in a hypervisor-paging header.
   */
  private static final Map<String, String> MISPRINTS =
      Map.of("hpl", "hpi", "hpst", "hpit", "ar", "sr", "pl", "pi");

  /**
   * A header that was read.
   *
   * @param layout what its rows mean
   * @param unknown places of headings that are not known, from 0
   * @param doubled places of headings that have stood before, from 0; neither names a column
   * @param repaired places of headings that were read as what their place proves, from 0
   * @param disks places of the cells of disks, from 0
   */
  record Compiled(
      ColumnLayout layout,
      List<Integer> unknown,
      List<Integer> doubled,
      List<Integer> repaired,
      List<Integer> disks) {

    /** What a row means in which this many of the last disks have no cell. */
    ColumnLayout withoutDisks(int missing) {
      List<Cell> cells = new ArrayList<>(layout.cells());
      for (int i = 0; i < missing; i++) {
        cells.remove(disks.get(disks.size() - 1 - i).intValue());
      }
      return new ColumnLayout(METRICS, cells);
    }
  }

  private VmstatLayout() {}

  private static Set<String> headings() {
    Set<String> names = new HashSet<>();
    Vocabulary vocabulary = VmstatLexer.VOCABULARY;
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      String literal = vocabulary.getLiteralName(type);
      if (literal != null) {
        names.add(literal.substring(1, literal.length() - 1));
      }
    }
    return Set.copyOf(names);
  }

  /** Whether the grammar knows this heading. */
  static boolean isHeading(String word) {
    return HEADINGS.contains(word);
  }

  /** Compiles the words of a header. */
  static Compiled compile(List<String> printed) {
    List<Integer> repaired = new ArrayList<>();
    List<String> words = repair(printed, repaired);
    List<Cell> cells = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    List<Integer> doubled = new ArrayList<>();
    List<Integer> disks = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (!cells.contains(Cell.TIME)
          && word.equals("hr")
          && (i + 1 == words.size() || words.get(i + 1).equals("mi"))) {
        cells.add(Cell.TIME); // a header that is cut may lack mi and se
        i += 2;
      } else if (word.equals("sy")) {
        Optional<Metric> which = whichSy(words, i);
        if (which.isEmpty()) {
          unknown.add(i);
        }
        cells.add(new Cell(which, 1, false, false, 0));
      } else if (isDisk(word)) {
        disks.add(cells.size());
        cells.add(Cell.SKIPPED);
      } else if (CELLS.containsKey(word) && Collections.frequency(words, word) > 1) {
        if (words.indexOf(word) < i) {
          doubled.add(i);
        }
        cells.add(Cell.SKIPPED);
      } else {
        if (!isHeading(word)) {
          unknown.add(i);
        }
        cells.add(CELLS.getOrDefault(word, Cell.SKIPPED));
      }
    }
    return new Compiled(new ColumnLayout(METRICS, cells), unknown, doubled, repaired, disks);
  }

  private static boolean isDisk(String word) {
    return word.length() == 1 && word.charAt(0) >= '1' && word.charAt(0) <= '4';
  }

  /**
   * Whether headings of this table stand twice: two tables were printed side by side. One alone is
   * a damaged one, or the beginning of another that was cut at the edge of a screen.
   */
  static boolean isDoubled(List<String> words) {
    return CELLS.keySet().stream().filter(name -> Collections.frequency(words, name) > 1).count()
        > 1;
  }

  /** The layout where the shares of processor time were printed this many times as large. */
  static ColumnLayout magnified(ColumnLayout printed, double times) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : printed.cells()) {
      boolean share = cell.metric().filter(SHARES::contains).isPresent();
      boolean processors = cell.metric().filter(PROCESSORS::contains).isPresent();
      cells.add(share ? cell.magnified(times) : processors ? Cell.SKIPPED : cell);
    }
    return new ColumnLayout(METRICS, cells);
  }

  /** Whether levels before shared processors know all columns of a row. */
  static boolean isOld(ColumnLayout layout) {
    return LATER.stream().allMatch(metric -> layout.place(metric) < 0);
  }

  /** The layout of a row of which only states are samples. */
  static ColumnLayout statesOf(ColumnLayout printed) {
    return new ColumnLayout(
        METRICS,
        printed.cells().stream()
            .map(cell -> cell.state() || cell.time() ? cell : Cell.SKIPPED)
            .toList());
  }

  /** {@code in sy cs} are system calls, {@code us sy id} is system time. */
  private static Optional<Metric> whichSy(List<String> words, int at) {
    String before = at == 0 ? "" : words.get(at - 1);
    String after = at + 1 == words.size() ? "" : words.get(at + 1);
    boolean calls = before.equals("in") || after.equals("cs");
    boolean time = before.equals("us") || after.equals("id");
    return calls == time
        ? Optional.empty()
        : Optional.of(calls ? Metric.SYSCALLS : Metric.CPU_SYSTEM);
  }

  /**
   * Of {@code cs us sy id wa} one may be damaged: the others prove it. Without it nothing would
   * show that the shares were multiplied ({@code -S}).
   */
  private static void repairShare(List<String> words, List<Integer> repaired) {
    int first = words.indexOf("cs") + 1;
    if (first == 0 || first + PRINTED_SHARES.size() > words.size()) {
      return;
    }
    List<String> found = words.subList(first, first + PRINTED_SHARES.size());
    int damaged = -1;
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).equals(PRINTED_SHARES.get(i))) {
        if (damaged >= 0 || isHeading(found.get(i))) {
          return;
        }
        damaged = i;
      }
    }
    if (damaged >= 0) {
      found.set(damaged, PRINTED_SHARES.get(damaged));
      repaired.add(first + damaged);
    }
  }

  /** Misprints are mended only in a header of hypervisor paging, where their place proves them. */
  private static List<String> repair(List<String> printed, List<Integer> repaired) {
    List<String> words = new ArrayList<>(printed);
    repairShare(words, repaired);
    if (!printed.contains("pmem") || !printed.contains("loan")) {
      return words;
    }
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      String meant =
          i == 0 && word.equals("c") && words.get(1).equals("b") ? "r" : MISPRINTS.get(word);
      if (meant != null && !printed.contains(meant)) {
        words.set(i, meant);
        repaired.add(i);
      }
    }
    return words;
  }

  /**
   * The layout with the second {@code sy} put back where a print lost it: a header of hypervisor
   * paging with {@code us id wa} in a row.
   */
  static Optional<ColumnLayout> withSystemTime(ColumnLayout printed) {
    int user = printed.place(Metric.CPU_USER);
    boolean lost =
        user >= 0
            && printed.place(Metric.CPU_SYSTEM) < 0
            && printed.place(Metric.CPU_IDLE) == user + 1
            && printed.place(Metric.CPU_WAIT) == user + 2
            && printed.place(Metric.MEMORY_PHYSICAL) > user;
    if (!lost) {
      return Optional.empty();
    }
    List<Cell> mended = new ArrayList<>(printed.cells());
    mended.add(user + 1, Cell.rate(Metric.CPU_SYSTEM));
    return Optional.of(new ColumnLayout(METRICS, mended));
  }
}
