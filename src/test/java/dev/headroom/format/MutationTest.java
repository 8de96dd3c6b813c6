package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.series.Metric;
import dev.headroom.series.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Damages every golden capture line by line: the count of lines always adds up, nothing is thrown,
 * and one damaged cell costs no sample that stands on another line, save where the line tells how
 * others are to be read.
 */
final class MutationTest {
  private static final Path ROOT = Path.of("src/test/resources/golden");

  /** What may be done to a line. */
  private enum Damage {
    TRUNCATED,
    DOUBLED,
    LOST,
    SWAPPED,
    CORRUPTED,
    GLUED,
    JUNK;

    /** The lines of a text after the damage to one of them. */
    List<String> at(List<String> lines, int index) {
      List<String> damaged = new ArrayList<>(lines);
      String line = lines.get(index);
      switch (this) {
        case TRUNCATED -> damaged.set(index, line.substring(0, line.length() / 2));
        case DOUBLED -> damaged.add(index, line);
        case LOST -> damaged.remove(index);
        case SWAPPED -> {
          if (index + 1 < lines.size()) {
            damaged.set(index, lines.get(index + 1));
            damaged.set(index + 1, line);
          }
        }
        case CORRUPTED -> damaged.set(index, line.replaceFirst("\\d(?=\\d*[^\\d]*$)", "x"));
        case GLUED -> damaged.set(index, line.replaceFirst("(\\d) +(\\d)", "$1$2"));
        case JUNK -> damaged.add(index, "@@@ \u00a7 12 junk, junk ###");
      }
      return damaged;
    }

    /** Whether the samples of a line, as numbered before the damage, may change with it. */
    boolean touches(long damaged, long line) {
      return this != JUNK && (line == damaged || (this == SWAPPED && line == damaged + 1));
    }
  }

  @TestFactory
  Stream<DynamicTest> damageToOneLine() throws IOException {
    List<Path> captures = captures();
    return captures.stream()
        .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> damage(file)));
  }

  private static List<Path> captures() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".golden"))
          .sorted()
          .toList();
    }
  }

  private static void damage(Path file) throws IOException {
    String source = String.valueOf(file.getFileName());
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    List<String> lines = List.of(text.split("\n", -1));
    for (int index = 0; index < Math.min(lines.size(), 60); index++) {
      for (Damage damage : Damage.values()) {
        List<String> damaged = damage.at(lines, index);
        byte[] bytes = String.join("\n", damaged).getBytes(StandardCharsets.ISO_8859_1);
        Reading reading = Readings.of(source, bytes, ReadOptions.DEFAULT);
        int line = index + 1;
        String what = damage + " at line " + line + " of " + source;
        assertEquals(
            lineCount(bytes),
            reading.lines().understood() + reading.lines().noise() + reading.lines().rejected(),
            what);
        if (damage == Damage.CORRUPTED && !damaged.equals(lines)) {
          assertNothingElseIsLost(source, bytes, text, line, what);
        }
      }
    }
  }

  /** A line that gave samples, damaged, costs or changes its own and no other. */
  @TestFactory
  Stream<DynamicTest> damageToARowCostsItsOwnSamplesOnly() throws IOException {
    return captures().stream()
        .map(file -> DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> rows(file)));
  }

  private static void rows(Path file) throws IOException {
    String source = String.valueOf(file.getFileName());
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    List<String> lines = List.of(text.split("\n", -1));
    Map<Long, List<String>> before = byLine(read(source, lines));
    for (long row : before.keySet()) {
      for (Damage damage : Damage.values()) {
        int index = (int) row - 1;
        if ((damage == Damage.SWAPPED && !mayBeSwapped(before, lines, index))
            || ((damage == Damage.LOST || damage == Damage.SWAPPED)
                && (namesTheRowsBelow(lines.get(index)) || standsTwice(lines, index)))) {
          continue;
        }
        List<String> damaged = damage.at(lines, index);
        int shift = damaged.size() - lines.size();
        List<String> expected = new ArrayList<>();
        List<String> given = new ArrayList<>();
        before.forEach(
            (line, samples) -> {
              if (!damage.touches(row, line)) {
                expected.addAll(samples);
              }
            });
        byLine(read(source, damaged))
            .forEach(
                (line, samples) -> {
                  boolean twin = damage == Damage.DOUBLED && line == row + 1;
                  boolean gone = damage == Damage.LOST && line >= row;
                  if (gone || !(damage.touches(row, line) || twin)) {
                    given.addAll(samples);
                  }
                });
        Collections.sort(expected);
        Collections.sort(given);
        assertEquals(expected, given, () -> damage + " at line " + row + ", shift " + shift);
      }
    }
  }

  /**
   * Whether a line and the next gave samples, and neither is one of a doubled pair: a header has
   * other rows that depend on it, and a pair torn apart is two damages.
   */
  private static boolean mayBeSwapped(
      Map<Long, List<String>> given, List<String> lines, int index) {
    boolean pair =
        (index > 0 && lines.get(index - 1).equals(lines.get(index)))
            || (index + 2 < lines.size() && lines.get(index + 1).equals(lines.get(index + 2)));
    return given.containsKey(index + 2L) && !pair;
  }

  /** Of a line that stands twice one may be lost, and nothing is: the other takes its place. */
  private static boolean standsTwice(List<String> lines, int index) {
    return index + 1 < lines.size() && lines.get(index).equals(lines.get(index + 1));
  }

  /** Whether a line says whom the lines below it are about, besides what it gives itself. */
  private static boolean namesTheRowsBelow(String line) {
    return line.contains("USERID=") || line.contains("mpsz=");
  }

  private static Reading read(String source, List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    return Readings.of(source, bytes, ReadOptions.DEFAULT);
  }

  private static Map<Long, List<String>> byLine(Reading reading) {
    Map<Long, List<String>> lines = new TreeMap<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample ->
                        lines
                            .computeIfAbsent(sample.line(), line -> new ArrayList<>())
                            .add(
                                sample.format()
                                    + " "
                                    + sample.subject().name()
                                    + " "
                                    + sample.metric()
                                    + " "
                                    + (hasOwnTime(sample) ? sample.time() : "")
                                    + " "
                                    + sample.value())));
    return lines;
  }

  /** Whether a sample's time stands on its own line, as with {@code vmstat -t}. */
  private static boolean hasOwnTime(Sample sample) {
    return sample.format().equals("vmstat")
        && sample.metric() != Metric.MEMORY_LOGICAL
        && sample.metric() != Metric.POOL_MEMORY
        && sample.metric() != Metric.CPU_ENTITLEMENT;
  }

  private static long lineCount(byte[] bytes) {
    long ends = 0;
    for (byte b : bytes) {
      ends += b == '\n' ? 1 : 0;
    }
    return bytes.length > 0 && bytes[bytes.length - 1] != '\n' ? ends + 1 : ends;
  }

  /**
   * Samples of other lines stay as they were, or are missing where the line told how to read them.
   */
  private static void assertNothingElseIsLost(
      String source, byte[] damaged, String text, int line, String what) {
    Map<String, Double> before =
        byPlace(
            Readings.of(source, text.getBytes(StandardCharsets.ISO_8859_1), ReadOptions.DEFAULT),
            line);
    Map<String, Double> after = byPlace(Readings.of(source, damaged, ReadOptions.DEFAULT), line);
    after.forEach(
        (place, value) ->
            assertTrue(
                before.containsKey(place) && before.get(place).equals(value),
                () -> what + ": " + place + " is " + value + ", was " + before.get(place)));
  }

  private static Map<String, Double> byPlace(Reading reading, int except) {
    Map<String, Double> values = new HashMap<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample -> {
                      if (sample.line() != except) {
                        values.put(
                            sample.line() + " " + sample.metric() + " " + sample.subject().kind(),
                            sample.value());
                      }
                    }));
    return values;
  }
}
