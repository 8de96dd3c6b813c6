package dev.headroom.format.topas;

import dev.headroom.capture.Line;
import dev.headroom.series.Metric;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.antlr.v4.runtime.Token;

/**
 * What the cells of a row of {@code topas -C} mean, by the headings above them. Headings are
 * compared without regard to letter case: {@code %EntC} on one screen is {@code %entc} on another.
 *
 * @param headings in lower case, the one over the names included; empty where a heading stands
 *     twice, so that it names no column
 * @param ends where each heading ends in its line
 */
record TopasLayout(List<String> headings, List<Integer> ends) {
  /** The metrics of a partition, in the order of the fullest header. */
  static final List<Metric> METRICS =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_INUSE,
          Metric.CPU_USER,
          Metric.CPU_SYSTEM,
          Metric.CPU_WAIT,
          Metric.CPU_IDLE,
          Metric.CPU_PHYSICAL,
          Metric.CPU_ENTITLEMENT,
          Metric.CPU_ENTITLED,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED);

  private static final Map<String, Metric> METRIC_OF =
      Map.ofEntries(
          Map.entry("mem", Metric.MEMORY_LOGICAL),
          Map.entry("inu", Metric.MEMORY_INUSE),
          Map.entry("memu", Metric.MEMORY_INUSE),
          Map.entry("us", Metric.CPU_USER),
          Map.entry("sy", Metric.CPU_SYSTEM),
          Map.entry("wa", Metric.CPU_WAIT),
          Map.entry("id", Metric.CPU_IDLE),
          Map.entry("physb", Metric.CPU_PHYSICAL),
          Map.entry("ent", Metric.CPU_ENTITLEMENT),
          Map.entry("%entc", Metric.CPU_ENTITLED),
          Map.entry("pmem", Metric.MEMORY_PHYSICAL),
          Map.entry("meml", Metric.MEMORY_LOANED));

  /** Columns that every table of partitions has; a damaged header still has most of them. */
  private static final List<String> USUAL =
      List.of("os", "m", "mod", "mem", "inu", "lp", "us", "sy", "wa", "id", "physb", "vcsw", "ent");

  private static final List<String> OF_POOL_PANEL =
      List.of("mem", "memu", "pmem", "meml", "iome", "iomu", "hpi", "hpit", "physb");

  /** Copies the lists. */
  TopasLayout {
    headings = List.copyOf(headings);
    ends = List.copyOf(ends);
  }

  /** Whether a line is the header of a table of partitions. */
  static boolean isHeader(Line line) {
    return line.length() <= 200
        && line.startsWith("Host")
        && (has(line, USUAL, 6) || has(line, OF_POOL_PANEL, 5));
  }

  private static boolean has(Line line, List<String> words, int least) {
    int found = 0;
    StringTokenizer tokens = new StringTokenizer(line.text().toLowerCase(Locale.ROOT), " \t");
    while (tokens.hasMoreTokens()) {
      found += words.contains(tokens.nextToken()) ? 1 : 0;
    }
    return found >= least;
  }

  /** The layout under these headings. */
  static TopasLayout of(List<Token> printed) {
    List<String> words =
        printed.stream().map(word -> word.getText().toLowerCase(Locale.ROOT)).toList();
    // MemL stands beside MemU; beside InU it is a damaged Mem
    boolean damaged = words.contains("meml") && words.contains("inu");
    return new TopasLayout(
        words.stream()
            .map(word -> damaged && word.equals("meml") ? "" : word)
            .map(word -> Collections.frequency(words, word) > 1 ? "" : word)
            .toList(),
        printed.stream().map(word -> word.getStopIndex() + 1).toList());
  }

  /** Whether the rows below are about pools, not partitions. */
  boolean ofPools() {
    return headings.get(0).equals("mpid");
  }

  int columns() {
    return headings.size();
  }

  /** What a column samples; empty where it is read and not kept. */
  Optional<Metric> metric(int column) {
    return Optional.ofNullable(METRIC_OF.get(headings.get(column)));
  }

  /** Whether a column holds a word, not a number. */
  boolean isWord(int column) {
    return switch (headings.get(column)) {
      case "host", "os", "m", "mod" -> true;
      default -> false;
    };
  }

  /** The column of this heading; -1 if absent. */
  int place(String heading) {
    return headings.indexOf(heading);
  }

  /** The columns of this layout up to the place where dedicated processors print others. */
  TopasLayout beforeEntitlement() {
    int end = place("physb") + 1;
    return end == 0 ? this : new TopasLayout(headings.subList(0, end), ends.subList(0, end));
  }
}
