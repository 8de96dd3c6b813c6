package dev.headroom.format.topas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.TopasCecLexer;
import dev.headroom.format.grammar.TopasCecParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopasCecTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/topas-cec");
  private static final String HEADER =
      "Host OS M Mem InU Lp Us Sy Wa Id PhysB Vcsw Ent %EntC PhI pmem\n";
  private static final String GOOD = "a1 A61 UM 8.0 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25\n";

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rack2.plain61.txt", "p5box.aix53.txt", "pools.panel.txt", "wide.expanded.txt"})
  void theGrammarDescribesUndamagedScreens(String name) throws IOException {
    TopasCecLexer lexer = new TopasCecLexer(CharStreams.fromString(golden(name)));
    TopasCecParser parser = new TopasCecParser(new CommonTokenStream(lexer));
    parser.setErrorHandler(new BailErrorStrategy());
    assertFalse(parser.section().screen().isEmpty());
  }

  private static List<String> messages(Reading reading) {
    return reading.diagnostics().stream()
        .map(diagnostic -> diagnostic.render().lines().findFirst().orElse(""))
        .toList();
  }

  /** The damaged row stands between two good ones, which must keep their samples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b1 A61 UM 8.x 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25   | 9 | 0 | 3:11 bad-number: '8.x' is not a number; the cell counts as absent
          b1 A61 UM 9999999999999 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25 | 9 | 0 | 3:11 bad-number: '9999999999999' is not a number; the cell counts as absent
          b1 A61 UM 8.0 4.0 8 8 4 0 58 0.06 898 0.40 14.9 2 7.25   | 10 | 0 | 3:0 inconsistent: Us + Sy + Wa + Id is 70, not 100; kept as read
          b1 A61 UM 8.0 4.0 8 8 4 0                                | 0 | 1 | 3:26 truncated: the row has 9 cells instead of 16; it is left out
          b1 A61 UM 8.0                                            | 0 | 1 | 3:14 truncated: the row has 4 cells instead of 16; it is left out
          b1 A61                                                   | 0 | 1 | 3:7 truncated: the row has 2 cells instead of 16; it is left out
          b1 A61 UM 8.0 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25 3 | 0 | 1 | 3:56 extra-cells: the row has 17 cells instead of 16; it is left out
          b1 UM 8.0 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25       | 0 | 1 | 3:51 truncated: the row has 15 cells instead of 16; it is left out
          b1 UM 8.0 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2 7.25 1     | 0 | 1 | 3:4 bad-number: the cells do not stand under their headings; the row is left out
          """)
  void aDamagedRowCostsItself(String damaged, int samples, int rejected, String message) {
    String text = HEADER + GOOD + damaged + "\n" + GOOD;
    new BrokenInput(damaged, text, 20 + samples, rejected, List.of(message)).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Host OS M Mem InU Lp Us Sy Wa Id PhysB Vcsw Ent %EntC PhI pmem warp | 10 | 1:64 unknown-column: heading 'warp' is not known; its column is left out
          Shr: 1 Mon: 1x.0 InUse:12.6 Shr:1.2 PSz: 4 | 12 | 2:13 bad-number: '1x.0' is not a number; the figure counts as absent
          Shr: 1 Mon:36.0 InUse: 21    PSz: 4 APP: 5.1 | 12 | 2:24 bad-number: '21' has not the one decimal that such figures have; the figure counts as absent
          Topas CEC Monitor Interval: 10 Tue Jun 31 12:03:33 2009 | 10 | 1:32 bad-time: no date can be read; the samples keep their order only
          """)
  void aDamagedHeadSaysWhatItCosts(String damaged, int samples, String message) {
    String title = damaged.startsWith("Shr") ? "Topas CEC Monitor\n" : "";
    new BrokenInput(damaged, title + damaged + "\n" + HEADER + GOOD, samples, 0, List.of(message))
        .check();
  }

  @Test
  void aRunOfRowsWithoutAHeaderIsOneFault() {
    Reading reading = Readings.of("x", "Topas CEC Monitor\n" + GOOD + GOOD + HEADER + GOOD);
    assertEquals(
        List.of(
            "x:2:1: no-header: these rows have no header that names their columns; they are left"
                + " out up"
                + " to the next header"),
        messages(reading));
    assertEquals(2, reading.lines().rejected());
    assertEquals(10, Readings.samples(reading).size());
  }

  @Test
  void aBlankPhysicalMemoryIsAbsent() {
    Reading reading =
        Readings.of("x", HEADER + "v1 A61 U 2.0 1.8 8 0 2 0 97 0.02 866 0.40 4.1 0\n");
    assertEquals(9, Readings.samples(reading).size());
    assertEquals(List.of(), messages(reading));
  }

  @Test
  void sumsThatContradictTheHeadAreSaidToOnceAScreen() {
    Reading reading =
        Readings.of(
            "x",
            "Topas CEC Monitor\nShr: 1 Mon: 9.0 InUse: 4.4 Shr:0.4 PSz: 4 Shr_PhysB 0.09\n"
                + "Ded: 0 Avl: - Ded: 0\n"
                + HEADER
                + GOOD);
    assertEquals(
        List.of(
            "x:2:0: inconsistent: Mem of all partitions sums to 8.0, but Mon is 9.0; kept as read",
            "x:2:0: inconsistent: InU of all partitions sums to 4.0, but InUse is 4.4; kept as"
                + " read",
            "x:2:0: inconsistent: PhysB of all partitions sums to 0.06, but Shr_PhysB is 0.09;"
                + " kept as"
                + " read"),
        messages(reading));
  }

  @Test
  void aScreenOlderThanTheOneBeforeIsAJump() {
    Reading reading =
        Readings.of(
            "x",
            "Topas CEC Monitor Interval: 10 Mon Feb  2 09:15:20 2015\n"
                + HEADER
                + GOOD
                + "Topas CEC Monitor Interval: 10 Mon Feb  2 09:15:10 2015\n"
                + HEADER
                + GOOD);
    assertEquals(
        List.of("x:4:32: clock-jump: the screen is older than the one before it; kept as read"),
        messages(reading));
  }

  /** Wherever a recording is cut, what is read of it was printed. */
  @Test
  void aCutScreenGivesNothingThatWasNotPrinted() throws IOException {
    String whole = golden("ams.session.txt");
    List<String> samples = Readings.samples(Readings.of("ams.txt", whole));
    int table = whole.indexOf("app11");
    for (int end = table; end <= whole.length(); end++) {
      Reading reading = Readings.of("ams.txt", whole.substring(0, end));
      assertTrue(
          samples.containsAll(Readings.samples(reading)), () -> "cut: " + Readings.all(reading));
    }
  }

  /** With a heading lost and a cell blank a row has as many cells as there are headings. */
  @Test
  void aLostHeadingMovesNoCellsOfARowWithoutPhysicalMemory() throws IOException {
    String whole = golden("ams.session.txt");
    List<String> samples = Readings.samples(Readings.of("ams.txt", whole));
    for (String damaged : List.of("Vcsw       %EntC", "Vcsw  Ent%EntC")) {
      Reading reading = Readings.of("ams.txt", whole.replace("Vcsw  Ent  %EntC", damaged));
      assertTrue(samples.containsAll(Readings.samples(reading)), () -> Readings.all(reading));
    }
  }

  /** Two shares that grew together, and one that a cell beside it has come into. */
  @Test
  void sharesThatCannotBeAreLeftOut() {
    String row = GOOD.lines().findFirst().orElseThrow();
    for (String damaged : List.of("8   4   0  860", "80  4   0  860")) {
      Reading reading =
          Readings.of(
              "x",
              HEADER
                  + row.replaceFirst("\\d+ +\\d+ +\\d+ +\\d\\d(?= +\\d\\.\\d\\d )", damaged)
                  + "\n");
      assertTrue(
          Readings.samples(reading).stream()
              .noneMatch(sample -> sample.matches(".* cpu\\.(?:user|system|idle|wait) .*")),
          () -> Readings.all(reading));
    }
  }

  @Test
  void aFigureWithoutItsFirstDigitIsAbsent() {
    String head = "Topas CEC Monitor Interval: 10\nShr:  2   Mon: 14.0 InUse:  ";
    assertEquals(2, Readings.samples(Readings.of("x", head + "9.4\n")).size());
    assertEquals(1, Readings.samples(Readings.of("x", head + ".15\n")).size());
  }

  @Test
  void aFigureUnderTheLastHeadingAloneIsNoRow() {
    String stray = "1" + " ".repeat(58) + "0.08\n";
    String above = HEADER + GOOD;
    assertEquals(
        Readings.samples(Readings.of("x", above)).size(),
        Readings.samples(Readings.of("x", above + stray)).size());
  }

  /** Only the panel of pools has MemL, beside MemU. */
  @Test
  void memoryThatGrewALetterIsNotLoaned() throws IOException {
    String damaged = golden("ams.session.txt").replace("M  Mem  InU", "M MemL  InU");
    assertTrue(
        Readings.samples(Readings.of("ams.txt", damaged)).stream()
            .noneMatch(sample -> sample.contains("memory.loaned")));
  }

  /** The row above tells where cells end, unless it was moved itself. */
  @Test
  void aRowThatWasMovedCostsNoDedicatedOneBelow() throws IOException {
    String whole = golden("p5box.aix53.txt");
    String moved = whole.replace("2.0 1.3  4 12  6 ", "2.0 1.3  4 12    6 ");
    assertEquals(
        Readings.samples(Readings.of("p5box", whole)),
        Readings.samples(Readings.of("p5box", moved)));
  }
}
