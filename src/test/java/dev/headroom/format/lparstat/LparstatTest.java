package dev.headroom.format.lparstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Limits;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.LparstatLexer;
import dev.headroom.format.grammar.LparstatParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of {@code lparstat} by interval, beyond what their golden pairs show. */
class LparstatTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/lparstat");
  private static final ReadOptions BY_GRAMMAR =
      new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, true);
  private static final String PROCESSORS =
      """
      System configuration: type=Shared mode=Uncapped smt=4 lcpu=8 mem=4096MB psize=16 ent=1.00

      %user  %sys  %wait  %idle physc %entc  lbusy  vcsw phint
       10.0   5.0    1.0   84.0  0.20  20.0    4.0   700     0
      """;
  private static final String MEMORY =
      """
      System configuration: lcpu=8 mem=4096MB mpsz=16.00GB iome=64.00MB iomp=9 ent=1.00

      physb   hpi  hpit  pmem  iomin   iomu   iomf  iohwm iomaf %entc  vcsw
       0.72     2    15  3.81   30.2   11.4   46.2   12.0     0   9.0   811
      """;

  @ParameterizedTest
  @ValueSource(strings = {"web7.dedicated.txt", "old2.capped.txt", "own5.memory.txt"})
  void theGrammarDescribesUndamagedTables(String name) throws IOException {
    LparstatLexer lexer = new LparstatLexer(CharStreams.fromPath(GOLDEN.resolve(name)));
    LparstatParser parser = new LparstatParser(new CommonTokenStream(lexer));
    parser.setErrorHandler(new BailErrorStrategy());
    assertNotNull(parser.section().header());
  }

  static List<Path> captures() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.filter(file -> !file.toString().endsWith(".golden")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("captures")
  void theDecoderGivesWhatTheGrammarAloneGives(Path file) throws IOException {
    assertReadsTheSame(Files.readAllBytes(file));
  }

  @Test
  void aLongRunReadsTheSameWhereverItIsCut() {
    StringBuilder text = new StringBuilder(PROCESSORS);
    for (int i = 0; i < 400; i++) {
      text.append(
          String.format(
              Locale.ROOT,
              "%5.1f %5.1f %6.1f %6.1f %5.2f %5.1f %6.1f %5d %5d%n",
              i % 50 / 2.0,
              i % 10 / 2.0,
              0.0,
              100 - i % 50 / 2.0 - i % 10 / 2.0,
              i / 100.0,
              i / 2.0,
              1.5,
              i * 7,
              i % 3));
    }
    String whole = text.toString();
    Reading reading = assertReadsTheSame(whole.getBytes(StandardCharsets.US_ASCII));
    assertEquals(401 * 6, Readings.samples(reading).size());
    assertEquals(List.of(), reading.diagnostics());
    for (int end = whole.length() - 70; end < whole.length(); end++) {
      assertReadsTheSame(whole.substring(0, end).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static Reading assertReadsTheSame(byte[] text) {
    Reading decoded = Readings.of("lpar7.txt", text, ReadOptions.DEFAULT);
    assertEquals(Readings.all(Readings.of("lpar7.txt", text, BY_GRAMMAR)), Readings.all(decoded));
    return decoded;
  }

  @Test
  void aTableOnDedicatedMemoryIsUnderstoodAndGivesNothing() {
    Reading reading = Readings.of("x", MEMORY.replace("16.00GB", "0.00GB"));
    assertEquals(List.of(), reading.tables());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(3, reading.lines().understood());
  }

  @Test
  void withoutAnIntervalOnlyStatesAreKept() {
    Reading reading = Readings.of("x", "$ lparstat -m\n" + MEMORY + "$ lparstat\n" + PROCESSORS);
    assertEquals(
        List.of(
            "2 lparstat partition/x memory.entitlement.io - #0 67108864 B",
            "5 lparstat partition/x memory.physical - #0 4090956349 B"),
        Readings.samples(reading));
  }

  @Test
  void twoCallsWithoutAPromptBetweenAreTwo() {
    Reading reading = Readings.of("x", PROCESSORS + MEMORY + PROCESSORS);
    assertEquals(6 + 4 + 6, Readings.samples(reading).size());
    assertEquals(4, reading.tables().size());
    assertEquals(List.of(), reading.diagnostics());
    assertTrue(
        Readings.samples(reading).stream()
            .filter(sample -> sample.startsWith("12 "))
            .allMatch(sample -> sample.contains(" #0 ")));
  }

  @Test
  void whatFollowsIsNotOfTheTable() {
    Reading reading =
        Readings.of(
            "x",
            PROCESSORS
                + "Tue Jun 30 12:03:33 2009\n"
                + PROCESSORS
                + "System configuration: lcpu=4 drives=3 paths=4 vdisks=2\n\n"
                + "          0.0          1.0                0.2   0.3   99.5      0.0\n"
                + "           Detailed information on Hypervisor Calls\n");
    assertEquals(12, Readings.samples(reading).size());
    assertEquals(List.of(), reading.diagnostics());
    assertTrue(Readings.samples(reading).get(6).contains("2009-06-30T12:03:33"));
  }

  @TestFactory
  Stream<DynamicTest> everyFaultIsNamed() {
    return Stream.of(
            new BrokenInput(
                "a cell that is no number",
                PROCESSORS.replace("0.20  20.0", "0.2O  20.0"),
                5,
                0,
                List.of("4:28 bad-number: '0.2O' is not a number; the cell counts as absent")),
            new BrokenInput(
                "a row that is cut",
                PROCESSORS + " 10.0   5.0    1.0\n",
                6,
                1,
                List.of("5:19 truncated: the row has 3 cells instead of 9; it is left out")),
            new BrokenInput(
                "a row with a cell too many",
                PROCESSORS + " 10.0   5.0    1.0   84.0  0.20  20.0    4.0   700     0  3\n",
                6,
                1,
                List.of("5:59 extra-cells: the row has 10 cells instead of 9; it is left out")),
            new BrokenInput(
                "a heading that is not known",
                PROCESSORS.replace("lbusy", "lbizy"),
                6,
                0,
                List.of(
                    "3:40 unknown-column: heading 'lbizy' is not known; its column is left out")),
            new BrokenInput(
                "shares that are not 100",
                PROCESSORS.replace("84.0", "88.0"),
                6,
                0,
                List.of(
                    "4:0 inconsistent: %user + %sys + %wait + %idle is 104.0, not 100; kept as"
                        + " read")),
            new BrokenInput(
                "more physical than logical memory",
                MEMORY.replace("3.81", "5.81"),
                4,
                0,
                List.of(
                    "4:0 inconsistent: pmem is 5.81 GB, more than the 4.00 GB of mem; kept as"
                        + " read")),
            new BrokenInput(
                "an entitlement of I/O that is not a size",
                MEMORY.replace("iome=64.00MB", "iome=64.00"),
                3,
                0,
                List.of("1:54 bad-number: 'iome=64.00' has no size; it counts as absent")),
            new BrokenInput(
                "a table of memory whose pool cannot be read",
                MEMORY.replace("mpsz=16.00GB", "mpsz=16.00"),
                0,
                1,
                List.of(
                    "1:41 bad-number: 'mpsz=16.00' has no size; it counts as absent",
                    "3:1 no-header: no configuration line above this memory table gives mpsz,"
                        + " which tells whether there is a pool; its rows are left out")),
            new BrokenInput(
                "a table of memory without a configuration line",
                MEMORY.substring(MEMORY.indexOf("physb")),
                0,
                1,
                List.of(
                    "1:1 no-header: no configuration line above this memory table gives mpsz,"
                        + " which tells whether there is a pool; its rows are left out")),
            new BrokenInput(
                "a header that is cut",
                PROCESSORS.replace("  %wait  %idle physc %entc  lbusy  vcsw phint", ""),
                0,
                1,
                List.of("4:16 extra-cells: the row has 9 cells instead of 2; it is left out")))
        .map(BrokenInput::test);
  }

  private static final String DATED =
      "# LANG=C date; lparstat 60 3\nTue May 17 08:15:00 2022\n\n" + PROCESSORS;

  /** The time of the last row where another stands above it. */
  private static String lastTime(String above) {
    String row = PROCESSORS.strip().lines().reduce((one, other) -> other).orElseThrow();
    List<String> samples =
        Readings.samples(Readings.of("db3", DATED.stripTrailing() + "\n" + above + row + "\n"));
    return samples.get(samples.size() - 1).replaceAll(".*(\\d\\d:\\d\\d|-) #.*", "$1");
  }

  /** A row in two pieces is one interval, and of one that is too long nothing tells how many. */
  @Test
  void whatCannotBeReadMovesNoRowToAnotherTime() {
    String row = PROCESSORS.strip().lines().reduce((one, other) -> other).orElseThrow();
    String whole = lastTime(row + "\n");
    assertTrue(whole.startsWith("08:"), whole);
    assertEquals(whole, lastTime(row.substring(0, 20) + "\r" + row.substring(20) + "\n"));
    assertEquals("-", lastTime((row + "  ").repeat(1500) + "\n"));
  }

  @Test
  void noPartitionUsesThousandsOfProcessors() {
    List<String> samples =
        Readings.samples(Readings.of("x", PROCESSORS.replace(" 0.20 ", " 0020000 ")));
    assertEquals(5, samples.size());
    assertTrue(samples.stream().noneMatch(sample -> sample.contains("cpu.physical")));
  }
}
