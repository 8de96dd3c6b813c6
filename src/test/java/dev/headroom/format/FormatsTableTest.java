package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.series.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables of what each format can tell say what the golden captures give, no more, no less. */
final class FormatsTableTest {
  private static final Path PAGE = Path.of("docs/formats.md");

  /** What a column is about. */
  private static final Map<String, String> METRICS =
      Map.ofEntries(
          Map.entry("demand", "memory.virtual"),
          Map.entry("warm", "memory.filecache"),
          Map.entry("floor", "memory.pinned"),
          Map.entry("backed", "memory.physical"),
          Map.entry("loaned", "memory.loaned"),
          Map.entry("page-ins", "hypervisor.pageins"),
          Map.entry("pool size", "pool.memory"),
          Map.entry("working set", "memory.workingset"),
          Map.entry("resident", "memory.resident"),
          Map.entry("paged out", "memory.auxiliary"),
          Map.entry("page reads", "paging.reads"),
          Map.entry("locked", "memory.locked"),
          Map.entry("real storage", "memory.real"),
          Map.entry("page space", "pagingspace.size"));

  private static Map<String, Set<String>> given() throws IOException {
    Map<String, Set<String>> given = new TreeMap<>();
    for (Path capture : GoldenCaptures.all()) {
      Reading reading =
          Readings.of(
              String.valueOf(capture.getFileName()),
              Files.readAllBytes(capture),
              ReadOptions.DEFAULT);
      for (Table table : reading.tables()) {
        table
            .metrics()
            .forEach(
                metric ->
                    given
                        .computeIfAbsent(table.format(), key -> new HashSet<>())
                        .add(metric.label()));
      }
    }
    return given;
  }

  @Test
  void aTableSaysWhatTheFormatsGive() throws IOException {
    Map<String, Set<String>> given = given();
    Set<String> told = new TreeSet<>();
    List<String> columns = List.of();
    for (String line : Files.readAllLines(PAGE, StandardCharsets.UTF_8)) {
      List<String> cells = cells(line);
      if (cells.size() > 2 && METRICS.keySet().containsAll(cells.subList(1, cells.size()))) {
        columns = cells;
      } else if (cells.size() != columns.size()) {
        columns = List.of();
      } else if (!columns.isEmpty() && cells.get(0).startsWith("`")) {
        String format = cells.get(0).replace("`", "");
        assertTrue(Formats.named(format).isPresent(), format);
        told.add(format);
        Set<String> metrics = given.getOrDefault(format, Set.of());
        for (int i = 1; i < cells.size(); i++) {
          boolean gives = metrics.contains(METRICS.get(columns.get(i)));
          String cell = cells.get(i);
          assertEquals(
              gives, cell.equals("yes"), format + " tells of " + columns.get(i) + ": " + cell);
        }
      }
    }
    List<String> all = new ArrayList<>(Formats.all().stream().map(Format::name).toList());
    // what these give is what is put in, or nothing
    all.removeAll(List.of("series", "lparstat-h", "cp-other"));
    assertEquals(new TreeSet<>(all), told);
  }

  private static List<String> cells(String line) {
    if (!line.startsWith("| ")) {
      return List.of();
    }
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }
}
