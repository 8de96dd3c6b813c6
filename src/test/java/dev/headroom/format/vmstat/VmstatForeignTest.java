package dev.headroom.format.vmstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are not the partition's own, and tables that a screen or a script has changed. */
class VmstatForeignTest {
  private static final String HEAD =
      " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec";
  private static final String ROW =
      " 1  0 412345 30321   0   0   0   7   21   0  18 1504 377  6  2 92  0  0.05  16.7";
  private static final String TAIL = "  hpi  hpit  pmem   loan";
  private static final String NO_HEADER =
      " no-header: these rows have no header that names their columns; they are left out up to the"
          + " next header";

  private static BrokenInput broken(
      String name, String text, int samples, int rejected, String... messages) {
    return new BrokenInput(name, text, samples, rejected, List.of(messages));
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaid() {
    String twice = HEAD + "  " + HEAD.strip();
    return Stream.of(
            broken("nothing", HEAD + "\n" + ROW + "\n", 18, 0),
            broken(
                "rows without a header",
                "[free]\n" + ROW + "\n" + ROW + "\n",
                0,
                2,
                "2:2" + NO_HEADER),
            broken(
                "a block of page sizes alone",
                "siz avm fre re pi po fr sr cy\n4K 70 21 20 0 0 0 7 21 0\n",
                0,
                0,
                "1:1 unread-report: a table of page sizes: its rows are parts of the partition's"
                    + " memory and no samples"),
            broken(
                "workload partitions are parts",
                "wpar kthr memory page faults cpu\n wpar "
                    + HEAD
                    + "\nSystem "
                    + ROW
                    + "\nGlobal "
                    + ROW
                    + "\nweb-1 1 0 9000 - - 0 0 0 0 - 2 30 7 1 0 - - 0.01 4.3\n",
                18,
                0),
            broken(
                "side by side",
                twice + "\n" + ROW + "  " + ROW + "\n",
                0,
                2,
                "1:82 unknown-column: headings stand twice, as where two tables were printed side by"
                    + " side; the rows are left out up to the next header"),
            broken(
                "commas for blanks",
                (HEAD + "\n" + ROW + "\n").replaceAll(" +", ","),
                0,
                2,
                "1:1 unknown-format: columns of vmstat that are parted by another character than"
                    + " blanks; the table is left out"),
            broken(
                "a header whose rows are none",
                HEAD + "\n" + ROW.strip().replaceAll(" +", ",") + "\n",
                0,
                0,
                "2:1 unexpected-line: no row can be read below the header; this is the first line"
                    + " that may have been one"),
            broken(
                "a number cut at the edge",
                HEAD + "\n" + ROW.substring(0, ROW.length() - 2) + "\n" + ROW + "\n",
                35,
                0,
                "2:77 bad-number: '16' has lost decimals where the line ends: it may have been cut;"
                    + " the cell counts as absent"),
            broken(
                "a heading cut at the edge",
                HEAD + "  hp\n" + ROW + "     0\n",
                18,
                0,
                "1:82 unknown-column: heading 'hp' is not known; its column is left out"),
            broken(
                "shares ten times as large, and the first row is damaged",
                HEAD
                    + "\n"
                    + ROW.replace(" 6  2 92  0", "63 21 9x6 0")
                    + "\n"
                    + ROW.replace(" 6  2 92  0", "63 21 916 0")
                    + "\n"
                    + ROW.replace(" 6  2 92  0", "60 20 920 0")
                    + "\n",
                49,
                0,
                "2:64 bad-number: '9x6' is not a number; the cell counts as absent",
                "3:0 repaired-column: us + sy + id + wa prove that shares of processor time were"
                    + " printed 10 times as large (vmstat -S); pc and ec are left out"),
            broken(
                "shares ten times as large",
                HEAD + "\n" + ROW.replace(" 6  2 92  0", "63 21 916 0") + "\n",
                16,
                0,
                "2:0 repaired-column: us + sy + id + wa prove that shares of processor time were"
                    + " printed 10 times as large (vmstat -S); pc and ec are left out"))
        .map(BrokenInput::test);
  }

  /** Wherever the edge of a screen falls, a wrapped table gives what the whole one gives. */
  @Test
  void aWrappedTableIsJoined() {
    String head = HEAD + TAIL;
    String row = ROW + "     3    41  3.52   0.48";
    String other = ROW.replace("412345", "412399") + "     0     0  3.55   0.45";
    List<String> whole = values(head + "\n" + row + "\n" + other + "\n");
    assertEquals(44, whole.size());
    for (int edge = 64; edge < HEAD.length() + 20; edge++) {
      String text = wrap(head, edge) + wrap(row, edge) + wrap(other, edge);
      assertEquals(whole, values(text), "edge " + edge);
    }
  }

  private static String wrap(String line, int edge) {
    return line.substring(0, edge) + "\n" + line.substring(edge) + "\n";
  }

  private static List<String> values(String text) {
    return Readings.samples(Readings.of("lpar7", text)).stream()
        .map(sample -> sample.substring(sample.indexOf(' ')))
        .toList();
  }

  private static final String OLD_BANNER =
      "kthr     memory             page              faults        cpu\n";
  private static final String LATER_BANNER =
      "kthr    memory              page              faults        cpu\n";
  private static final String RULER =
      "----- ----------- ------------------------ ------------ -----------\n";
  private static final String OLD_HEAD =
      " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa\n";
  private static final String OLD_ROW =
      " 1  0 52345 40321   0   3   0   7   21   0 118 1504 377  6  2 92  0\n";

  private static List<String> ofLine(String text, int line) {
    return Readings.samples(Readings.of("lpar3", text)).stream()
        .filter(sample -> sample.startsWith(line + " "))
        .toList();
  }

  /** Up to AIX 5.2 the first row of a call is an average since the start, with an interval too. */
  @ParameterizedTest
  @CsvSource({
    "''",
    "'$ vmstat 5 3\n'",
    "'Thu May  6 10:00:00 CEST 2004\n'",
  })
  void theFirstRowOfAnOldLevelGivesStatesOnly(String above) {
    String head = above.replace("\\n", "\n") + LATER_BANNER + RULER + OLD_HEAD;
    int first = (int) head.lines().count() + 1;
    String table = head + OLD_ROW + OLD_ROW + LATER_BANNER + RULER + OLD_HEAD + OLD_ROW;
    assertEquals(
        List.of("memory.free", "memory.virtual"),
        ofLine(table, first).stream().map(each -> each.split(" ", -1)[3]).sorted().toList());
    assertEquals(16, ofLine(table, first + 1).size());
    assertEquals(16, ofLine(table, first + 5).size(), "the banner is printed again every 20 rows");
  }

  /** Blanks that the old banner alone has tell it below a blank line as well. */
  @Test
  void theBlanksOfItsBannerTellAnOldLevel() {
    assertEquals(2, values("\n" + OLD_BANNER + RULER + OLD_HEAD + OLD_ROW).size());
  }

  /** Where it cannot be told, and on all later levels, the first row is of the first interval. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n" + LATER_BANNER + RULER + OLD_HEAD,
        OLD_HEAD,
        RULER + OLD_HEAD,
        "System configuration: lcpu=2 mem=2048MB\n" + OLD_BANNER + RULER + OLD_HEAD,
        "System Configuration: lcpu=2 mem=2048MB\n\n" + LATER_BANNER + RULER + OLD_HEAD,
      })
  void theFirstRowOfALaterLevelIsARow(String head) {
    int first = (int) head.lines().count() + 1;
    assertEquals(16, ofLine(head + OLD_ROW + OLD_ROW, first).size());
  }

  /** Shared processors came with the levels whose first row is of the first interval. */
  @Test
  void sharedProcessorsTellALaterLevel() {
    assertEquals(18, values(LATER_BANNER + HEAD + "\n" + ROW + "\n").size());
  }

  /** A first row that cannot be read is passed all the same. */
  @Test
  void aDamagedFirstRowDoesNotCostTheNext() {
    String head = LATER_BANNER + RULER + OLD_HEAD;
    assertEquals(0, ofLine(head + " 1  0 52345\n" + OLD_ROW, 4).size());
    assertEquals(16, ofLine(head + " 1  0 52345\n" + OLD_ROW, 5).size());
  }

  @Test
  void aRowOfLinuxIsNoLoneRow() {
    String linux = " 1  0  0 812344 20011 411022  0  0  3  12  210  380  1  0 99  0  0\n";
    assertTrue(
        Readings.of("x", linux).diagnostics().stream()
            .allMatch(each -> each.code().word().equals("unknown-format")));
  }

  /** In a table of workload partitions a row without a name may be of any of them. */
  @Test
  void aRowThatLostItsNameIsNotThePartitions() throws IOException {
    String table =
        Files.readString(
            Path.of("src/test/resources/golden/vmstat/lpar43.wpars.txt"), StandardCharsets.UTF_8);
    Reading whole = Readings.of("lpar43", table);
    Reading damaged =
        Readings.of("lpar43", table.replace("       Global  1", "       Global\n  1"));
    assertEquals(Readings.samples(whole).size(), Readings.samples(damaged).size());
    assertEquals(2, damaged.lines().rejected());
  }

  /** A heading {@code wpar} that became another {@code r} leaves the names of the rows in front. */
  @Test
  void aRowWithANameThatNoHeadingNamesIsNotThePartitions() throws IOException {
    String table =
        Files.readString(
            Path.of("src/test/resources/golden/vmstat/lpar43.wpars.txt"), StandardCharsets.UTF_8);
    Reading damaged = Readings.of("lpar43", table.replace("         wpar  r  b", "r  r  b"));
    assertEquals(2, Readings.samples(damaged).size(), "what the configuration says");
    assertEquals(6, damaged.lines().rejected());
  }

  /** Below the banner the heading over the names is known by its place, elsewhere it is not. */
  @Test
  void aDamagedHeadingOverNamesMakesNoPartAPartition() throws IOException {
    String table =
        Files.readString(
            Path.of("src/test/resources/golden/vmstat/lpar43.wpars.txt"), StandardCharsets.UTF_8);
    Reading placed = Readings.of("lpar43", table.replace("  wpar  r  b", "    ar  r  b"));
    assertEquals(
        Readings.samples(Readings.of("lpar43", table)).size(), Readings.samples(placed).size());
    assertEquals(0, placed.lines().rejected());
    Reading parted = Readings.of("lpar43", table.replace(" wpar  r  b", " wp\nar  r  b"));
    assertEquals(2, Readings.samples(parted).size(), "what the configuration says");
    assertEquals(6, parted.lines().rejected());
  }

  /** A strange line and a short row below it end no table of this width. */
  @Test
  void aShortRowBelowAStrangeLineCostsItself() {
    String shortRow = ROW.substring(0, ROW.lastIndexOf(' '));
    String text =
        HEAD + "\n" + ROW + "\nksh: cannot execute this.\n" + shortRow + "\n" + ROW + "\n";
    assertEquals(values(HEAD + "\n" + ROW + "\n" + ROW + "\n").size(), values(text).size());
  }

  /**
   * What stands between a configuration and its table: a message with figures in it, and others.
   */
  @Test
  void aMessageWithATimeInItPartsNoConfigurationFromItsTable() {
    String text =
        "System configuration: lcpu=2 mem=2048MB ent=0.25\n"
            + "Broadcast message from root@h (pts/1) (Tue Mar  4 10:01:12 2014):\n"
            + "%%%%%%%%%%%%\n--More--(41%)\n\nkthr    memory\n"
            + HEAD
            + "\n"
            + ROW
            + "\n";
    assertEquals(20, values(text).size());
  }
}
