package dev.headroom.identity;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.SourceSpan;
import dev.headroom.series.Column;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds two names of one machine by what captures print to the page: no two machines have the same
 * pages in use and the same pages free at one time after another.
 */
final class Twins {
  /** Formats that print pages, or what is as exact. */
  private static final Set<String> EXACT = Set.of("vmstat", "svmon");

  /** Chance makes fewer moments the same. */
  private static final int ENOUGH = 4;

  /** Of long tables only the times count whose hash ends in these bits. */
  private static final int LONG = 512;

  private static final int MASK = 63;

  private final List<Table> tables;
  private final Map<Long, Integer> seen = new HashMap<>();
  private final Map<Pair, Alike> pairs = new HashMap<>();

  private record Pair(int table, int other) {}

  private static final class Alike {
    private final Set<List<Double>> states = new HashSet<>();
    private int count;
    private int row;
  }

  private Twins(List<Table> tables) {
    this.tables = tables;
  }

  /** The doubts about names of these tables, one for each pair of names. */
  static List<Doubt> of(List<Table> tables) {
    return new Twins(tables).found();
  }

  private List<Doubt> found() {
    Set<Pair> order = new LinkedHashSet<>();
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      if (table.subject().kind() == Kind.PARTITION && EXACT.contains(table.format())) {
        look(i, table, order);
      }
    }
    List<Doubt> doubts = new ArrayList<>();
    Set<Set<String>> told = new HashSet<>();
    for (Pair pair : order) {
      Table table = tables.get(pair.table());
      Table other = tables.get(pair.other());
      Set<String> names = Set.of(table.subject().name(), other.subject().name());
      Alike alike = pairs.get(pair);
      if (alike != null && evident(alike, table, other) && told.add(names)) {
        doubts.add(doubt(table, other, alike));
      }
    }
    return doubts;
  }

  private void look(int at, Table table, Set<Pair> order) {
    Column virtual = table.column(Metric.MEMORY_VIRTUAL);
    Column free = table.column(Metric.MEMORY_FREE);
    Column pages = virtual == null ? table.column(Metric.MEMORY_INUSE) : virtual;
    if (free == null || pages == null) {
      return;
    }
    boolean all = table.rows() <= LONG;
    for (int row = 0; row < table.rows(); row++) {
      double time = OneCapture.at(table, row);
      if (!all && (Double.hashCode(time * 31) >>> 7 & MASK) != 0) {
        continue;
      }
      double used = pages.get(row);
      long moment = moment(table.format(), time, used, free.get(row));
      Integer before = seen.putIfAbsent(moment, at);
      if (before != null && !base(tables.get(before)).equals(base(table))) {
        Pair pair = new Pair(before, at);
        order.add(pair);
        Alike alike = pairs.computeIfAbsent(pair, key -> new Alike());
        alike.row = alike.count == 0 ? row : alike.row;
        alike.count++;
        alike.states.add(List.of(used, free.get(row)));
      }
    }
  }

  /** A number for what was seen at a time, or without one; another moment has another. */
  private static long moment(String format, double time, double used, double free) {
    long mixed = format.hashCode();
    for (double figure : new double[] {time, used, free}) {
      mixed = (mixed ^ Double.doubleToLongBits(figure)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    return mixed;
  }

  /** The name before it was parted. */
  private static String base(Table table) {
    String name = table.subject().name();
    int mark = name.lastIndexOf('#');
    return mark < 0 ? name : name.substring(0, mark);
  }

  /** Whether more moments agree, in different states, than chance makes alike. */
  private static boolean evident(Alike alike, Table table, Table other) {
    int rows = Math.min(table.rows(), other.rows());
    boolean untimed = Double.isNaN(OneCapture.at(other, alike.row));
    boolean whole = alike.count == table.rows() && table.rows() == other.rows();
    return alike.states.size() >= ENOUGH
        && (untimed ? whole : rows > LONG || 2 * alike.count > rows);
  }

  private static Doubt doubt(Table table, Table other, Alike alike) {
    String one = table.subject().name();
    String two = other.subject().name();
    String reason =
        one
            + " and "
            + two
            + " are evidently one machine, which would count twice. Say in the site file whose the"
            + " captures are (captures: match, subject), one name for both.";
    return new Doubt(
        List.of(one, two),
        false,
        reason,
        new Diagnostic(
            new SourceSpan(other.source(), other.line(alike.row), 0),
            DiagnosticCode.SAME_MACHINE,
            two
                + " is evidently "
                + one
                + " of "
                + table.source()
                + ": "
                + Count.of(alike.count, "row")
                + " of both say the same to the page; give both captures one name in the site file"
                + " (captures: match, subject)",
            ""));
  }
}
