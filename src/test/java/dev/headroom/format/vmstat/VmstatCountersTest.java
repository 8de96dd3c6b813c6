package dev.headroom.format.vmstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.VmstatCountersLexer;
import dev.headroom.format.grammar.VmstatCountersParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmstatCountersTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/vmstat-v");

  private static final String LIST =
      """
                     524288 memory pages
                     500000 lruable pages
                     124288 free pages
                          2 memory pools
                      90000 pinned pages
                       80.0 maxpin percentage
                       20.0 numperm percentage
                     100000 file pages
                       20.0 numclient percentage
                     100000 client pages
                       57.2 percentage of memory used for computational pages
      """;

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrong() {
    return Stream.of(
            new BrokenInput("nothing", LIST, 5, 0, List.of()),
            new BrokenInput(
                "bad figure",
                LIST.replace("124288 free", "124z88 free"),
                4,
                1,
                List.of("3:16 bad-number: '124z88' is not a number of pages; it counts as absent")),
            new BrokenInput(
                "bad first figure",
                LIST.replace("524288", "5242BB"),
                4,
                1,
                List.of("1:16 bad-number: '5242BB' is not a number of pages; it counts as absent")),
            new BrokenInput(
                "no digit left",
                LIST.replace("124288 free", "###### free"),
                4,
                1,
                List.of("3:16 bad-number: '######' is not a number of pages; it counts as absent")),
            new BrokenInput("absent figure", LIST.replace(" 90000", "     -"), 4, 0, List.of()),
            new BrokenInput(
                "part of a page",
                LIST.replace("124288 free", "1242.8 free"),
                4,
                1,
                List.of("3:16 bad-number: '1242.8' is not a number of pages; it counts as absent")),
            new BrokenInput(
                "more pages than there can be",
                LIST.replace(" 90000 pinned", "9000012345678 pinned"),
                4,
                1,
                List.of(
                    "5:16 bad-number: '9000012345678' is not a number of pages; it counts as"
                        + " absent")),
            new BrokenInput(
                "more than all",
                LIST.replace(" 57.2", "157.2"),
                4,
                1,
                List.of("11:17 bad-number: '157.2' is not a percentage; it counts as absent")),
            new BrokenInput(
                "unknown label",
                LIST.replace("memory pools", "memory pills"),
                5,
                1,
                List.of("4:23 unknown-label: 'memory pills' is not known; the line is left out")),
            new BrokenInput(
                "unknown first label",
                LIST.replace("memory pages", "memory pagos"),
                4,
                1,
                List.of("1:23 unknown-label: 'memory pagos' is not known; the line is left out")),
            new BrokenInput(
                "label cut",
                LIST.replace("used for computational pages", "used for comp"),
                4,
                1,
                List.of(
                    "11:23 unknown-label: 'percentage of memory used for comp' is not known; the"
                        + " line is left out")),
            new BrokenInput(
                "label lost",
                LIST.replace("124288 free pages", "124288"),
                4,
                1,
                List.of("3:22 truncated: the number has no label; the line is left out")),
            new BrokenInput(
                "glued to its label",
                LIST.replace("124288 free", "124288free"),
                4,
                1,
                List.of("3:16 bad-number: '124288free' is not a number; the line is left out")),
            new BrokenInput(
                "line twice",
                LIST.replace(
                    " 90000 pinned pages\n", " 90000 pinned pages\n  90000 pinned pages\n"),
                5,
                1,
                List.of(
                    "6:9 unexpected-line: 'pinned pages' appears twice in one list; the second is"
                        + " left"
                        + " out")),
            new BrokenInput(
                "contradictions",
                LIST.replace("20.0 numclient", "20.2 numclient").replace("57.2", "75.2"),
                5,
                0,
                List.of(
                    "9:0 inconsistent: client pages / lruable pages is 20.0 %, not 20.2 %; kept as"
                        + " read",
                    "11:0 inconsistent: (memory pages - free pages - file pages) / memory pages is"
                        + " 57.2 %, not 75.2 %; kept as read")),
            new BrokenInput(
                "a list that was cut", "524288 memory pages\n124288 free pages\n", 2, 0, List.of()),
            new BrokenInput(
                "two lines are no list",
                "124288 free pages\n90000 pinned pages\n",
                0,
                2,
                List.of(
                    "1:0 unknown-format: this input has no known format (headroom formats lists"
                        + " the formats)")),
            new BrokenInput(
                "a line above the list", "12 files were copied\n" + LIST, 5, 0, List.of()),
            new BrokenInput(
                "prose below the list", LIST + "\n3 partitions were looked at\n", 5, 0, List.of()))
        .map(BrokenInput::test);
  }

  /** A line that is lost costs its own sample and no other. */
  @Test
  void aLostLineCostsItself() {
    List<String> whole = Readings.samples(Readings.of("s.txt", LIST));
    for (int number = 1; number <= 11; number++) {
      List<String> lines = new ArrayList<>(LIST.lines().toList());
      lines.set(number - 1, "~#~");
      String gone = number + " ";
      assertEquals(
          whole.stream().filter(sample -> !sample.startsWith(gone)).toList(),
          Readings.samples(Readings.of("s.txt", String.join("\n", lines))),
          "line " + number);
    }
  }

  @Test
  void aLabelThatComesAgainBeginsTheNextList() {
    String second = LIST.replace("524288 memory pages", "524288 memory pagos");
    List<String> samples = Readings.samples(Readings.of("s.txt", LIST + second));
    assertEquals(9, samples.size());
    assertTrue(samples.stream().anyMatch(sample -> sample.contains("memory.free - #1 ")));
  }

  @Test
  void sumsAndInterruptsAreNoise() throws IOException {
    for (String name : List.of("s", "i")) {
      Reading reading =
          Readings.of(SharedFolder.file("captures/aix/vmstat-" + name + "-aix71-nmon-bbbp.txt"));
      assertTrue(reading.tables().isEmpty());
      assertEquals(0, reading.lines().rejected());
      assertTrue(reading.diagnostics().isEmpty());
    }
  }

  @Test
  void readsRealCaptures() throws IOException {
    List<String> nmon =
        Readings.samples(
            Readings.of(SharedFolder.file("captures/aix/vmstat-v-aix71-nmon-bbbp.txt")));
    assertEquals(5, nmon.size());
    assertTrue(nmon.get(0).endsWith("memory.logical - #0 " + 11010048L * 4096 + " B"));
    Reading tokens = Readings.of(SharedFolder.file("captures/aix/vmstat-v-TOKENS-checkmk.txt"));
    assertTrue(tokens.diagnostics().isEmpty());
    assertTrue(
        Readings.samples(tokens)
            .get(3)
            .endsWith("memory.filecache - #0 " + 2808524L * 4096 + " B"));
  }

  @Test
  void undamagedCapturesFitTheGrammarAsAWhole() throws IOException {
    assertFits(LIST);
    assertFits(LIST + "\n" + LIST);
    assertFits(Files.readString(GOLDEN.resolve("lpar4.collapsed.txt"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v-aix71-nmon-bbbp", "v-TOKENS-checkmk", "s-aix71-nmon-bbbp", "i-aix71-nmon-bbbp"})
  void realCapturesFitTheGrammarAsAWhole(String name) throws IOException {
    Path file = SharedFolder.file("captures/aix/vmstat-" + name + ".txt");
    assertFits(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static void assertFits(String text) {
    VmstatCountersLexer lexer = new VmstatCountersLexer(CharStreams.fromString(text));
    VmstatCountersParser parser = new VmstatCountersParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.section();
    assertEquals(0, parser.getNumberOfSyntaxErrors(), text);
  }

  /** Each list begins with the pages of memory, also where a line of the one above it was lost. */
  @Test
  void aLostLabelMovesNoLabelOfTheNextListIntoItsOwn() {
    String head = "# date\nWed Nov 12 08:15:00 UTC 2014\n# vmstat -v\n";
    String lost = head + LIST.replaceFirst(" memory pages", " memory pags") + "\n" + LIST;
    String first = "memory.logical 2014-11-12T08:15";
    assertTrue(
        Readings.samples(Readings.of("lpar5", lost)).stream()
            .noneMatch(sample -> sample.contains(first)),
        lost);
    assertTrue(
        Readings.samples(Readings.of("lpar5", head + LIST)).get(0).contains(first), "undamaged");
  }

  @Test
  void aSignOfAPromptInFrontOfAFigureEndsNoList() {
    String damaged = LIST.replaceFirst(" {1,20}(\\S+ maxpin)", "\\$ $1");
    assertEquals(
        Readings.samples(Readings.of("x", LIST)), Readings.samples(Readings.of("x", damaged)));
  }

  @Test
  void aWordInTheMiddleOfAListIsNoHost() {
    String damaged = LIST.replaceFirst("\\n( *\\S+ (?:maxpin|free))", "\ntage\n$1");
    assertTrue(damaged.contains("tage"));
    assertEquals(
        1,
        Readings.of("x", damaged).tables().stream()
            .map(table -> table.subject())
            .distinct()
            .count());
  }

  @Test
  void aPartitionHasMoreThanAFewPages() {
    assertTrue(
        Readings.samples(Readings.of("x", LIST.replaceFirst("\\S+ memory pages", "2 memory pages")))
            .stream()
            .noneMatch(sample -> sample.contains("memory.logical")));
  }
}
