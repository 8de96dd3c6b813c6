package dev.headroom.format.lparstat;

import dev.headroom.capture.Line;
import dev.headroom.format.ColumnLayout;
import dev.headroom.format.ColumnLayout.Cell;
import dev.headroom.format.grammar.LparstatLexer;
import dev.headroom.series.Metric;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Vocabulary;

/** What the columns of the tables mean, by their headings. */
final class LparstatLayout {
  private static final double GIGABYTE = 1L << 30;

  /** No header is longer. */
  private static final int LONGEST = 400;

  /** The metrics of all tables. */
  static final List<Metric> METRICS =
      List.of(
          Metric.CPU_USER,
          Metric.CPU_SYSTEM,
          Metric.CPU_WAIT,
          Metric.CPU_IDLE,
          Metric.CPU_PHYSICAL,
          Metric.CPU_ENTITLED,
          Metric.CPU_POOL_AVAILABLE,
          Metric.HYPERVISOR_PAGEINS,
          Metric.HYPERVISOR_PAGEIN_TIME,
          Metric.MEMORY_PHYSICAL);

  private static final Map<String, Cell> OF_PROCESSORS =
      Map.of(
          "%user", Cell.rate(Metric.CPU_USER),
          "%sys", Cell.rate(Metric.CPU_SYSTEM),
          "%wait", Cell.rate(Metric.CPU_WAIT),
          "%idle", Cell.rate(Metric.CPU_IDLE),
          "physc", Cell.rate(Metric.CPU_PHYSICAL),
          "%entc", Cell.rate(Metric.CPU_ENTITLED),
          "app", Cell.rate(Metric.CPU_POOL_AVAILABLE));

  private static final Map<String, Cell> OF_MEMORY =
      Map.of(
          "hpi", Cell.rate(Metric.HYPERVISOR_PAGEINS),
          "hpit", Cell.rate(Metric.HYPERVISOR_PAGEIN_TIME),
          "pmem", Cell.state(Metric.MEMORY_PHYSICAL, GIGABYTE));

  private static final Set<String> HEADINGS = headings();

  private LparstatLayout() {}

  private static Set<String> headings() {
    Set<String> names = new HashSet<>();
    Vocabulary vocabulary = LparstatLexer.VOCABULARY;
    for (int type = 1; type <= vocabulary.getMaxTokenType(); type++) {
      String literal = vocabulary.getLiteralName(type);
      if (literal != null) {
        names.add(literal.substring(1, literal.length() - 1));
      }
    }
    return Set.copyOf(names);
  }

  /** Whether a line begins like a header and most of its words are headings. */
  static boolean isHeader(Line line) {
    if (!(line.startsWith("%user") || line.startsWith("physb")) || line.length() > LONGEST) {
      return false;
    }
    String[] words = line.text().strip().split("[ \\t]+", -1);
    int known = 0;
    for (String word : words) {
      known += HEADINGS.contains(word) ? 1 : 0;
    }
    return words.length > 1 && known * 10 >= words.length * 6;
  }

  /** The layout of a table of processors. */
  static ColumnLayout ofProcessors(List<String> headings) {
    return layout(headings, OF_PROCESSORS);
  }

  /**
   * The layout of a table of memory.
   *
   * @param pooled whether the partition is in a memory pool; without one its columns say nothing
   */
  static ColumnLayout ofMemory(List<String> headings, boolean pooled) {
    return layout(headings, pooled ? OF_MEMORY : Map.of());
  }

  private static ColumnLayout layout(List<String> headings, Map<String, Cell> cells) {
    return new ColumnLayout(
        METRICS,
        headings.stream()
            .map(
                heading ->
                    Collections.frequency(headings, heading) > 1
                        ? Cell.SKIPPED // a heading that stands twice names no column
                        : cells.getOrDefault(heading, Cell.SKIPPED))
            .toList());
  }
}
