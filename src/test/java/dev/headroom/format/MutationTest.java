package dev.headroom.format;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.series.Metric;
import dev.headroom.series.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Damages every line of every golden capture: the count of lines always adds up, nothing is thrown,
 * and the lines that were not damaged give what they gave before, save where a damaged line tells
 * how they are to be read.
 */
final class MutationTest {
  /**
   * What tells how lines below it are to be read: heads of tables and of pages, units, names,
   * dates, commands. No other line may cost a neighbour.
   */
  private static final List<Pattern> HEADINGS =
      Stream.of(
              "^1?FCX\\d",
              "^ ?From ",
              "^ ?_{20,}",
              "<[-A-Z ]",
              "^ *C  ",
              "Interval P ",
              "^ ?(Userid|User Data:|End Time)",
              "(?i)^\\s+size\\s+inuse",
              "(?i)^\\s+work\\s+pers",
              "^Unit:",
              "^VOLID",
              "^ *(%user|physb) ",
              "mpsz=",
              "USERID=",
              "^ +(SYSGEN|V=R) ",
              "^ *All Frames:",
              "(?i)^host ",
              "^Topas CEC",
              "^-+dedicated-+",
              "^ *(wpar +)?r +b +",
              "^[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d",
              "^[^|]{0,40}[#$\\]] \\S",
              "^(q|query|ind) ",
              "^(Partition|Node) Name",
              "^subject,")
          .map(Pattern::compile)
          .toList();

  private static final String CONFIGURATION = "System configuration:";

  private static final String CHANGED = "System configuration changed";

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

    /** Where an undamaged line stands after the damage; 0 for a line that is damaged itself. */
    long after(long damaged, long line) {
      boolean own = line == damaged && this != JUNK;
      if (own || (this == SWAPPED && line == damaged + 1)) {
        return 0;
      }
      if (line < damaged) {
        return line;
      }
      return this == LOST ? line - 1 : this == DOUBLED || this == JUNK ? line + 1 : line;
    }
  }

  @TestFactory
  Stream<DynamicTest> damageToOneLineCostsNoOther() {
    return GoldenCaptures.each(MutationTest::damage);
  }

  private static void damage(Path file) throws IOException {
    String source = String.valueOf(file.getFileName());
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    List<String> lines = List.of(text.split("\n", -1));
    Reading undamaged = read(source, lines);
    Map<Long, List<Given>> before = byLine(undamaged);
    Set<Long> complained =
        undamaged.diagnostics().stream().map(each -> each.where().line()).collect(toSet());
    boolean wrapped = source.contains(".wrapped.");
    for (int index = 0; index < lines.size(); index++) {
      for (Damage damage : Damage.values()) {
        List<String> damaged = damage.at(lines, index);
        // junk beside a line that was damaged before, and a pair torn apart, are two damages
        if (damaged.equals(lines)
            || (damage == Damage.JUNK && complained.contains(index + 1L))
            || (damage == Damage.SWAPPED && tearsAPair(lines, index))) {
          continue;
        }
        Reading reading = read(source, damaged);
        String what = damage + " at line " + (index + 1) + " of " + source;
        assertEquals(
            lineCount(String.join("\n", damaged)),
            reading.lines().understood() + reading.lines().noise() + reading.lines().rejected(),
            what);
        if (wrapped) {
          continue; // a row of two lines is lost with one of them
        }
        assertNothingElseIsLost(lines, index, damage, before, byLine(reading), what);
      }
    }
  }

  private static boolean tearsAPair(List<String> lines, int index) {
    return (index > 0 && lines.get(index - 1).equals(lines.get(index)))
        || (index + 2 < lines.size() && lines.get(index + 1).equals(lines.get(index + 2)));
  }

  /** Every line that was not damaged gives what it gave, save what a damaged line governs. */
  private static void assertNothingElseIsLost(
      List<String> lines,
      int index,
      Damage damage,
      Map<Long, List<Given>> before,
      Map<Long, List<Given>> after,
      String what) {
    Governed governed = Governed.by(lines, index, damage);
    boolean settings =
        lines.get(index).startsWith(CONFIGURATION)
            // without it another call begins, which gives all its settings
            || lines.get(index).startsWith(CHANGED)
            // only this heading shows that the configuration is of a pool
            || lines.get(index).startsWith("physb");
    Set<Long> invented = new TreeSet<>(after.keySet());
    invented.removeAll(Set.of(index + 1L, index + 2L)); // where the damage is
    for (Map.Entry<Long, List<Given>> each : before.entrySet()) {
      long line = each.getKey();
      invented.remove(damage.after(index + 1, line));
      long now = damage.after(index + 1, line);
      boolean unended = damage == Damage.LOST && index + 1 == lines.size() && line == index;
      if (now == 0 || unended) {
        continue; // the last figure of an input without a line end may have been cut
      }
      if (settings && lines.get((int) line - 1).startsWith(CONFIGURATION)) {
        continue; // settings are given once, and again where they change
      }
      List<Given> was = each.getValue();
      List<Given> is = after.getOrDefault(now, List.of());
      if (governed.holds(line)) {
        if (damage == Damage.CORRUPTED) {
          assertTrue(figures(was).containsAll(figures(is)), () -> what + ": line " + line + is);
        }
      } else if (governed.named()) {
        assertEquals(figures(was), figures(is), () -> what + ": line " + line);
      } else {
        assertEquals(was, is, () -> what + ": line " + line);
      }
    }
    assertTrue(governed.holdsAny() || invented.isEmpty(), () -> what + " gives " + invented);
  }

  private static List<String> figures(List<Given> given) {
    return given.stream().map(Given::figure).toList();
  }

  /**
   * One sample of a line.
   *
   * @param figure its format, metric and value
   * @param owner its subject, and its time where that stands on its own line
   */
  private record Given(String figure, String owner) {
    static Given of(Sample sample) {
      return new Given(
          sample.format() + " " + sample.metric() + " " + sample.value(),
          sample.subject().name() + " " + (hasOwnTime(sample) ? sample.time() : ""));
    }
  }

  /**
   * The lines that a damaged line tells how to read: those below a heading, down to the next of its
   * form. What names a machine, or ends another's capture, may name those above too. A blank line
   * shows that the answer above it is whole.
   *
   * @param from the first line that it governs, from 1
   * @param until the first line that it does not, from 1
   * @param named whether other lines may change their owner
   */
  private record Governed(long from, long until, boolean named) {
    boolean holds(long line) {
      return line >= from && line < until;
    }

    boolean holdsAny() {
      return until > from;
    }

    static Governed by(List<String> lines, int index, Damage damage) {
      boolean two = damage == Damage.SWAPPED && index + 1 < lines.size();
      if (damage == Damage.LOST && lines.get(index).isBlank()) {
        return new Governed(index, index + 1L, false);
      }
      boolean heading =
          damage != Damage.JUNK
              && (isHeading(lines.get(index)) || (two && isHeading(lines.get(index + 1))));
      if (!heading) {
        return new Governed(0, 0, false);
      }
      int last = two ? index + 1 : index;
      String form = form(lines.get(isHeading(lines.get(index)) ? index : last));
      int next = last + 1;
      while (next < lines.size() && !form(lines.get(next)).equals(form)) {
        next++;
      }
      return new Governed(index + 1L, next + 1L, true);
    }

    /** The words of a line without its figures and its blanks. */
    private static String form(String line) {
      return line.replaceAll("[\\d\\s.]+", " ").strip();
    }

    private static boolean isHeading(String line) {
      return HEADINGS.stream().anyMatch(each -> each.matcher(line).find());
    }
  }

  private static Reading read(String source, List<String> lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    return Readings.of(source, bytes, ReadOptions.DEFAULT);
  }

  private static Map<Long, List<Given>> byLine(Reading reading) {
    Map<Long, List<Given>> lines = new TreeMap<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample ->
                        lines
                            .computeIfAbsent(sample.line(), line -> new ArrayList<>())
                            .add(Given.of(sample))));
    return lines;
  }

  /** Whether a sample's time stands on its own line, as with {@code vmstat -t}. */
  private static boolean hasOwnTime(Sample sample) {
    return sample.format().equals("vmstat")
        && sample.metric() != Metric.MEMORY_LOGICAL
        && sample.metric() != Metric.POOL_MEMORY
        && sample.metric() != Metric.CPU_ENTITLEMENT;
  }

  private static long lineCount(String text) {
    long ends = text.chars().filter(each -> each == '\n').count();
    return text.isEmpty() || text.endsWith("\n") ? ends : ends + 1;
  }
}
