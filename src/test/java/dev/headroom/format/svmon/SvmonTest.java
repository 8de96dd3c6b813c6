package dev.headroom.format.svmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.SvmonLexer;
import dev.headroom.format.grammar.SvmonParser;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
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

class SvmonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/svmon");
  private static final String PAGES =
      """
                     size      inuse       free        pin    virtual   mmode
      memory       262144     100000     162144      50000      80000     Ded
      pg space     131072         10

                     work       pers       clnt      other
      pin           30000          0          0      20000
      in use        80000          0      20000
      """;

  private static final String MEGABYTES =
      """
      Unit: MB
      --------------------------------------------------------------------------------------
                     size      inuse       free        pin    virtual  available   mmode
      memory      1024.00     400.25     623.75     200.00     300.50     700.00     Ded
      pg space     512.00       1.25
      """;

  private static final String NO_HEADER =
      " no-header: these rows have no header that names their columns and their unit; they are left"
          + " out up to the next header";

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrong() {
    return Stream.of(
            new BrokenInput("nothing", PAGES, 8, 0, List.of()),
            new BrokenInput(
                "bad cell",
                PAGES.replace("162144", "1621x4"),
                7,
                0,
                List.of(
                    "2:36 bad-number: '1621x4' is not a number of pages; the cell counts as absent")),
            new BrokenInput(
                "bad cell in a sum",
                PAGES.replace("0      20000\n", "-      20000\n"),
                7,
                0,
                List.of()),
            new BrokenInput(
                "decimals in pages",
                PAGES.replace(" 162144", " 162.14"),
                7,
                0,
                List.of(
                    "2:36 bad-number: '162.14' is not a number of pages; the cell counts as absent")),
            new BrokenInput(
                "truncated row",
                PAGES.replace("      80000     Ded", ""),
                3,
                1,
                List.of("2:53 truncated: the row has 4 cells instead of 6; it is left out")),
            new BrokenInput(
                "glued figures",
                PAGES.replace("100000     162144", "100000162144"),
                3,
                1,
                List.of("2:67 truncated: the row has 5 cells instead of 6; it is left out")),
            new BrokenInput(
                "glued figures in MB",
                MEGABYTES.replace("400.25     623.75", "400.25623.75"),
                2,
                1,
                List.of(
                    "4:25 bad-number: '400.25623.75' is not a plausible number, and the row has 6"
                        + " cells instead of 7; it is left out")),
            new BrokenInput(
                "a figure beyond reason",
                PAGES.replace("     100000", " 10000016214421"),
                7,
                0,
                List.of(
                    "2:21 bad-number: '10000016214421' is not a number of pages; the cell counts as"
                        + " absent")),
            new BrokenInput(
                "three glued figures",
                PAGES.replace("262144     100000     162144", "262144100000162144"),
                3,
                1,
                List.of(
                    "2:14 bad-number: '262144100000162144' is not a plausible number, and the row"
                        + " has 4 cells instead of 6; it is left out")),
            new BrokenInput(
                "extra cell",
                PAGES.replace("131072         10", "131072         10      99"),
                6,
                1,
                List.of("3:37 extra-cells: the row has 3 cells instead of 2; it is left out")),
            new BrokenInput(
                "in use has a fourth part",
                PAGES.replace(
                    "0      20000\nin use        80000          0      20000",
                    "0      20000\nin use        80000          0      20000   0"),
                7,
                1,
                List.of("7:45 extra-cells: the row has 4 cells instead of 3; it is left out")),
            new BrokenInput(
                "damaged heading",
                PAGES.replace("inuse ", "inusc "),
                6,
                0,
                List.of(
                    "1:26 unknown-column: heading 'inusc' is not known; its column is left out")),
            new BrokenInput(
                "heading twice",
                PAGES.replace("free", " pin"),
                6,
                0,
                List.of(
                    "1:50 unknown-column: heading 'pin' stands twice; both columns are left out")),
            new BrokenInput(
                "damaged heading of the parts",
                PAGES.replace("clnt", "cInt"),
                7,
                0,
                List.of(
                    "5:38 unknown-column: heading 'cInt' is not known; its column is left out")),
            new BrokenInput(
                "header lost",
                PAGES.substring(PAGES.indexOf('\n') + 1),
                0,
                4,
                List.of("1:1" + NO_HEADER)),
            new BrokenInput(
                "second header lost",
                PAGES
                    + PAGES
                        .substring(PAGES.indexOf('\n') + 1)
                        .replace("10\n", "11\n")
                        .replace("100000     162144", "100001     162143"),
                8,
                4,
                List.of("8:1" + NO_HEADER)),
            new BrokenInput(
                "headers beyond repair",
                PAGES.replace("size      inuse       free", "s1ze      1nuse       fr33"),
                0,
                4,
                List.of("2:1" + NO_HEADER)),
            new BrokenInput(
                "header of the parts lost",
                PAGES.replace("work       pers       clnt      other", ""),
                7,
                2,
                List.of("6:1" + NO_HEADER)),
            new BrokenInput(
                "header lost, unit known",
                MEGABYTES
                    .replace("               size ", "             # size ")
                    .replace("inuse       free        pin    virtual", ""),
                0,
                2,
                List.of("4:1" + NO_HEADER)),
            new BrokenInput(
                "unit damaged",
                MEGABYTES.replace("Unit: MB", "Unit: M8"),
                0,
                3,
                List.of(
                    "1:7 unknown-label: unit 'M8' is not known; the figures below it are left out",
                    "4:1 no-header: the unit of these rows is not known; they are left out up to"
                        + " the next"
                        + " header")),
            new BrokenInput(
                "unit line lost, its rule is there",
                MEGABYTES.substring(MEGABYTES.indexOf('\n') + 1),
                0,
                2,
                List.of(
                    "3:1 no-header: the unit of these rows is not known; they are left out up to"
                        + " the next"
                        + " header")),
            new BrokenInput(
                "unit line damaged, and no rule below it",
                MEGABYTES.replace("Unit: MB", "Un#t: MB").replaceFirst("-{20,}\n", ""),
                0,
                2,
                List.of(
                    "3:1 no-header: the unit of these rows is not known; they are left out up to"
                        + " the next header")),
            new BrokenInput(
                "unit line binary",
                MEGABYTES.replace("Unit: MB", "Unit:\u0000MB").replaceFirst("-{20,}\n", ""),
                0,
                3,
                List.of(
                    "1:0 binary: the line holds bytes that no text has; such lines are left out",
                    "3:1 no-header: the unit of these rows is not known; they are left out up to"
                        + " the next header")),
            new BrokenInput(
                "unit line of another call damaged",
                MEGABYTES + MEGABYTES.replace("Unit: MB", "Un1t: M8").replace("1024.00", "2048.00"),
                8,
                3,
                List.of(
                    "6:1 unexpected-line: this may be the line that names the unit; it is damaged"
                        + " and left out",
                    "9:1 no-header: the unit of these rows is not known; they are left out up to"
                        + " the next header")),
            new BrokenInput(
                "second unit line lost",
                MEGABYTES + MEGABYTES.replace("Unit: MB", "Un1t: M8"),
                16,
                1,
                List.of(
                    "6:1 unexpected-line: this may be the line that names the unit; it is damaged"
                        + " and left out")),
            new BrokenInput(
                "figure of another unit",
                MEGABYTES.replace("  623.75", " 623.75M"),
                7,
                0,
                List.of(
                    "4:35 bad-number: '623.75M' is not a size in MB; the cell counts as absent")),
            new BrokenInput(
                "OK outside of auto",
                MEGABYTES.replace(" 1.25", "   OK"),
                7,
                0,
                List.of("5:29 bad-number: 'OK' is not a size in MB; the cell counts as absent")),
            new BrokenInput(
                "figure without unit in auto",
                """
                Unit: auto
                       size inuse  free   pin    virtual
                memory 4.00G 1.00G  3      0      0.50G
                pg space 1.00G 0.10G
                """,
                6,
                0,
                List.of(
                    "3:21 bad-number: '3' is not a size with its unit; the cell counts as absent")),
            new BrokenInput(
                "damaged label",
                PAGES.replace("in use ", "in usc "),
                7,
                1,
                List.of(
                    "7:1 unknown-label: the label of this row is not known; the row is left out")),
            new BrokenInput(
                "label lost",
                PAGES.replace("memory ", "       "),
                3,
                1,
                List.of(
                    "2:14 unknown-label: the label of this row is not known; the row is left out")),
            new BrokenInput(
                "row twice",
                PAGES.replace(
                    "pg space     131072         10\n",
                    "pg space     131072         10\npg space     131072         10\n"),
                8,
                1,
                List.of(
                    "4:1 unexpected-line: the row appears twice in one report; the second is left"
                        + " out")),
            new BrokenInput(
                "contradictions",
                PAGES.replace("162144", "162142").replace(" 30000 ", " 30002 "),
                8,
                0,
                List.of(
                    "2:0 inconsistent: inuse + free is 262142 pages, not the size of 262144 pages;"
                        + " kept as read",
                    "6:0 inconsistent: the parts sum to 50002 pages, not to the pin of 50000 pages;"
                        + " kept as read")),
            new BrokenInput(
                "prose right below",
                PAGES + "Memory in use was 4GB, as on page 12.\n",
                8,
                0,
                List.of()),
            new BrokenInput(
                "damaged row of the page sizes",
                PAGES
                    + "\nPageSize PoolSize inuse pgsp pin virtual\n"
                    + "s    4 KB   - 36000 10 50000 16000\n"
                    + "m   64 KB   -  4000  0     0\n"
                    + "q   12 KB   -  4000  0     0     7\n",
                8,
                2,
                List.of(
                    "11:29 truncated: the row has 4 cells instead of 5; it is left out",
                    "12:1 unknown-label: the label of this row is not known; the row is left out")))
        .map(BrokenInput::test);
  }

  /** Any one cell of the memory row that is damaged is absent; every other sample stays. */
  @Test
  void aDamagedCellCostsItself() {
    List<String> whole = Readings.samples(Readings.of("s.txt", PAGES));
    for (String cell : List.of("262144", "100000", "162144", " 50000 ", " 80000     Ded")) {
      String damaged = PAGES.replaceFirst(cell, cell.replaceFirst("\\d\\d", "?!"));
      List<String> left = Readings.samples(Readings.of("s.txt", damaged));
      assertEquals(whole.size() - 1, left.size(), cell);
      assertTrue(whole.containsAll(left), cell);
    }
  }

  /** A line that is damaged beyond reading costs its own samples and no others. */
  @Test
  void aLostLineCostsItself() {
    String text = MEGABYTES + MEGABYTES.replace("400.25     623.75", "400.50     623.50");
    List<String> whole = Readings.samples(Readings.of("s.txt", text));
    for (int number : new int[] {4, 5, 9, 10}) {
      List<String> lines = new ArrayList<>(text.lines().toList());
      lines.set(number - 1, "~#~");
      Reading reading = Readings.of("s.txt", String.join("\n", lines) + "\n");
      List<String> expected =
          whole.stream().filter(sample -> !sample.startsWith(number + " ")).toList();
      assertEquals(
          expected.stream().map(SvmonTest::withoutSeq).toList(),
          Readings.samples(reading).stream().map(SvmonTest::withoutSeq).toList());
    }
  }

  private static String withoutSeq(String sample) {
    return sample.replaceAll("#\\d+ ", "");
  }

  @Test
  void otherReportsOfSvmonAreNotItsOwn() {
    String process =
        """
        Unit: MB
        --------------------------------------------------------------------------------------
             Pid Command          Inuse      Pin     Pgsp  Virtual
         1234567 java            123.45    12.00     0.00   120.00
        """;
    assertEquals(0, Readings.samples(Readings.of("s.txt", process)).size());
    String user = "User      Inuse      Pin     Pgsp  Virtual\nroot      1234 100 0 1000\n";
    assertEquals(0, Readings.samples(Readings.of("s.txt", user)).size());
  }

  @Test
  void undamagedCapturesFitTheGrammarAsAWhole() throws IOException {
    for (String name : List.of("lpar5.mb", "lpar6.gb", "lpar8.longreal", "lpar12.tabs")) {
      assertFits(Files.readString(GOLDEN.resolve(name + ".txt"), StandardCharsets.UTF_8));
    }
    assertFits(PAGES);
    assertFits(PAGES + PAGES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i1-2-noblank-aix53-ibmdoc",
        "pages-blog2013",
        "pages-facter",
        "pages-nopagesize-gopsutil",
        "unit-KB-gopsutil"
      })
  void realCapturesFitTheGrammarAsAWhole(String name) throws IOException {
    Path file = SharedFolder.file("captures/aix/svmon-G-" + name + ".txt");
    assertFits(Files.readString(file, StandardCharsets.UTF_8));
  }

  private static void assertFits(String text) {
    SvmonLexer lexer = new SvmonLexer(CharStreams.fromString(text));
    SvmonParser parser = new SvmonParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.section();
    assertEquals(0, parser.getNumberOfSyntaxErrors(), text);
  }

  @Test
  void readsRealCaptures() throws IOException {
    Reading facter = Readings.of(SharedFolder.file("captures/aix/svmon-G-pages-facter.txt"));
    assertEquals(2097152.0 * 4096, value(facter, Metric.MEMORY_LOGICAL, 0));
    assertEquals(430650.0 * 4096, value(facter, Metric.MEMORY_FILECACHE, 0));
    Reading old =
        Readings.of(SharedFolder.file("captures/aix/svmon-G-i1-2-noblank-aix53-ibmdoc.txt"));
    assertEquals(425279.0 * 4096, value(old, Metric.MEMORY_INUSE, 1));
    assertTrue(old.diagnostics().isEmpty());
    Reading megabytes =
        Readings.of(SharedFolder.file("captures/aix/svmon-G-pgszoff-unit-MB-autoexec.txt"));
    assertEquals(6144.0 * (1 << 20), value(megabytes, Metric.MEMORY_LOGICAL, 0));
    assertTrue(
        Readings.of(SharedFolder.file("captures/aix/svmon-G-pages-blog2013.txt"))
            .diagnostics()
            .isEmpty());
    Reading headless =
        Readings.of(SharedFolder.file("captures/aix/svmon-G-basic-unit-MB-AME-DedE-htdavis.txt"));
    assertEquals(4, headless.lines().rejected());
    assertTrue(headless.tables().isEmpty());
  }

  @Test
  void readsTheSeedsFigures() throws IOException {
    Reading seed = Readings.of(SharedFolder.file("seeds/000_fe563efc174e209c.txt"));
    List<String> samples =
        Readings.samples(seed).stream().filter(line -> line.contains(" svmon ")).toList();
    assertEquals(18, samples.size());
    assertTrue(samples.stream().allMatch(line -> line.contains("partition/bxaix85")));
    List<Long> contradicting =
        seed.diagnostics().stream()
            .filter(diagnostic -> diagnostic.code().word().equals("inconsistent"))
            .map(diagnostic -> diagnostic.where().line())
            .toList();
    assertTrue(contradicting.containsAll(List.of(121L, 125L, 314L, 318L)), "" + contradicting);
    assertFalse(contradicting.contains(319L));
  }

  private static double value(Reading reading, Metric metric, int row) {
    for (Table table : reading.tables()) {
      if (table.metrics().contains(metric)) {
        return table.value(metric, row);
      }
    }
    return Double.NaN;
  }

  /** Figures of a report are never noise, however they are damaged. */
  @TestFactory
  Stream<DynamicTest> damagedRowsAreTold() {
    return Stream.of(
            new BrokenInput(
                "junk before the label",
                PAGES.replace("memory ", "@@ memory "),
                3,
                1,
                List.of(
                    "2:1 unexpected-line: a row of the report with something else in it; the row is"
                        + " left out")),
            new BrokenInput(
                "glued figures of paging space",
                PAGES.replaceFirst("pg space.*", "pg space  4.000.01"),
                6,
                1,
                List.of(
                    "3:11 bad-number: '4.000.01' is not a plausible number; the row is left out")))
        .map(BrokenInput::test);
  }

  private static final String UNIT = "Unit: GB\n";
  private static final String SHARED =
      "      size   inuse    free     pin virtual available  loaned   mmode\n";

  private static String sharedRow(String size) {
    return "memory  " + size + "    2.50    3.50    0.50    2.25      5.00    2.00    Shar\n";
  }

  private static List<String> memoryRows(String text) {
    return Readings.samples(Readings.of("lpar6", text)).stream()
        .filter(sample -> sample.contains(" memory.logical "))
        .map(
            sample ->
                sample.substring(0, sample.indexOf(' '))
                    + sample.substring(sample.lastIndexOf('#') + 2))
        .toList();
  }

  /** A header that was lost below its unit costs its report, and the next says what unit it has. */
  @Test
  void theUnitOfAReportThatLostItsHeaderHoldsWhereTheSizeIsTheSame() {
    String lost = UNIT + sharedRow("8.00");
    assertEquals(
        List.of("4 8589934592 B", "6 8589934592 B"),
        memoryRows(lost + SHARED + sharedRow("8.00") + SHARED + sharedRow("8.00")));
    assertEquals(List.of(), memoryRows(lost + SHARED + sharedRow("2048")));
    assertEquals(
        List.of("5 8388608 B"), memoryRows(lost + "Unit: KB\n" + SHARED + sharedRow("8192")));
    assertEquals(
        List.of(),
        memoryRows(lost.replace("GB", "XB") + SHARED + sharedRow("8.00")),
        "a unit that is not known");
  }

  /** A header that a line end parted: an empty cell would make each figure the next column's. */
  @Test
  void aHeaderThatLostItsBeginningIsStillPartedByTabs() {
    String row = "memory\t524288\t\t224288\t70000\t260000\n";
    String header = "\tsize\tinuse\tfree\tpin\tvirtual\n";
    assertEquals(List.of("2 2147483648 B"), memoryRows(header + row));
    assertEquals(
        List.of(), Readings.samples(Readings.of("h", header.replace("size\t", "size\n") + row)));
    assertEquals(List.of("2 2147483648 B"), memoryRows(header.strip() + "\n" + row));
  }

  /** The command names the unit too: without the line that does, figures are not pages. */
  @Test
  void theCommandTellsAUnitWhoseLineIsLost() {
    String table =
        "            size       inuse        free         pin     virtual   available\n"
            + "memory   2097152      900124     1197028      400300      700200     1250000\n"
            + "pg space  524288        1024\n";
    String command = "# svmon -G -O unit=KB,pgsz=off\n";
    assertEquals(
        Readings.samples(Readings.of("h", command + "Unit: KB\n" + table)).stream()
            .map(sample -> sample.substring(sample.indexOf(' ')))
            .toList(),
        Readings.samples(Readings.of("h", command + table)).stream()
            .map(sample -> sample.substring(sample.indexOf(' ')))
            .toList());
    assertEquals(
        List.of(), Readings.samples(Readings.of("h", command.replace("KB", "XB") + table)));
  }
}
