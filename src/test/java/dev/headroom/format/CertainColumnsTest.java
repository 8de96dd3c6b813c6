package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.SharedFolder;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A row's columns are certain, or the row goes; a heading that stands twice names none. */
class CertainColumnsTest {
  private static final String TOPAS =
      """
      Topas CEC Monitor             Interval:  10             Tue Jun 30 12:03:33 2009
      Host       OS  M Mem InU Lp  Us Sy Wa Id  PhysB  Vcsw Ent  %EntC PhI  pmem
      b1         A61 UM 6.0 2.9  8   2  1  0 97   0.01   787 0.40   3.6   0  4.00
      b2         A61 UM 8.0 3.9  8      1  0 97   0.01   787 0.40   3.6   0  5.00
      """;

  private static final String VMSTAT =
      """
      kthr    memory              page              faults              cpu
      ----- ----------- ------------------------ ------------ -----------------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
       1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0  0.05  20.2
      """;

  private static List<String> of(String subject, Reading reading) {
    return Readings.samples(reading).stream()
        .filter(each -> each.contains("/" + subject + " "))
        .map(each -> each.replaceFirst("^.*?/" + subject + " (\\S+) .* (\\S+) \\S+$", "$1 $2"))
        .toList();
  }

  private static List<String> messages(Reading reading) {
    return reading.diagnostics().stream()
        .map(each -> each.where().line() + " " + each.code().word() + ": " + each.message())
        .toList();
  }

  @Test
  void aBlankCellIsAbsentAndMovesNobody() {
    Reading reading = Readings.of("t.txt", TOPAS);
    assertEquals(
        List.of(
            "memory.logical 8589934592",
            "memory.inuse 4187593114",
            "cpu.system 1",
            "cpu.wait 0",
            "cpu.idle 97",
            "cpu.physical 0.01",
            "cpu.entitlement 0.4",
            "cpu.entitled 3.6",
            "memory.physical 5368709120"),
        of("b2", reading));
    assertEquals(List.of(), messages(reading));
  }

  @Test
  void everyCellMayBeBlank() {
    List<String> whole = of("b1", Readings.of("t.txt", TOPAS));
    String row = TOPAS.lines().toList().get(2);
    for (String cell :
        List.of(" 6.0", " 2.9", "  8", "  2", "  1", " 97", "0.01", "0.40", " 3.6")) {
      String blanked = row.replaceFirst("(?<=^.{11}.{0,60})" + cell, " ".repeat(cell.length()));
      List<String> left = of("b1", Readings.of("t.txt", TOPAS.replace(row, blanked)));
      assertEquals(left, whole.stream().filter(left::contains).toList(), blanked);
    }
  }

  @Test
  void whereBlanksWereCollapsedARowWithABlankCellGoes() {
    Reading reading = Readings.of("t.txt", TOPAS.replaceAll(" +", " "));
    assertEquals(10, of("b1", reading).size());
    assertEquals(List.of(), of("b2", reading));
    assertEquals(
        List.of("4 truncated: the row has 15 cells instead of 16; it is left out"),
        messages(reading));
  }

  @Test
  void aRowOfAWorkloadThatLostACellIsNoRowOfThePartition() {
    String table =
        """
                 wpar  r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
               System  2  0 904122 801455   0   0   0   3    8   0  64 3120 905 12  4 84  0  0.17  21.3
                 web1  1  0 294077      0   0   0   0   0    0   0   0 2132 504  5  1 93  1        10.1
        """;
    Reading reading = Readings.of("h.vmstat", table);
    assertEquals(18, Readings.samples(reading).size());
    assertEquals(
        List.of("3 truncated: a cell is missing behind 'web1'; the row is left out"),
        messages(reading));
  }

  @Test
  void aRowOfDisksThatLostACellGoes() {
    String table =
        """
         r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa  1  2  3  4
         1  0 512345 40321   0   0   0   7   21   0  18 1504 377  6  2 92  0  5 13  7
         2  0        40102   0   1   0   9   30   0  22 1711 402  8  3 88  1  9  2  1
        """;
    Reading reading = Readings.of("h.vmstat", table);
    assertEquals(16, Readings.samples(reading).size());
    assertEquals(
        List.of("3 truncated: the row has 19 cells instead of 20; it is left out"),
        messages(reading));
  }

  /** Samples that are left, and the one diagnostic. */
  private static DynamicTest doubled(String name, String text, int samples, String message) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Reading reading = Readings.of("h.txt", text);
          assertEquals(samples, Readings.samples(reading).size());
          assertEquals(message, messages(reading).get(0));
        });
  }

  @TestFactory
  Stream<DynamicTest> aHeadingThatStandsTwiceNamesNoColumn() {
    return Stream.of(
        doubled(
            "vmstat",
            VMSTAT.replace("  fr   sr", "   r   sr"),
            16,
            "3 unknown-column: heading 'r' stands twice; both columns are left out"),
        doubled(
            "lparstat",
            """
            %user  %sys  %wait  %user physc %entc  lbusy   app  vcsw phint
             11.3  15.0    0.0   73.7  0.22  44.5    6.1 45.26   919     0
            """,
            5,
            "1 unknown-column: heading '%user' stands twice; both columns are left out"),
        doubled(
            "topas",
            TOPAS
                .lines()
                .limit(3)
                .map(line -> line + "\n")
                .reduce("", String::concat)
                .replace(" Sy Wa", " Us Wa"),
            8,
            "2 unknown-column: heading 'Us' stands twice; both columns are left out"),
        doubled(
            "series",
            "subject,kind,metric,time,value,value\nh1,partition,memory.free,,1,2\n",
            0,
            "1 unknown-column: heading 'value' stands twice; the rows are left out up to the next"
                + " header"),
        doubled(
            "frames",
            """
            SYSGEN  REAL    USABLE  REAL
            260352  260352  260352  000000
            """,
            0,
            "1 unknown-column: heading 'REAL' stands twice; both columns are left out"));
  }

  @Test
  void theSharedScreenWithABlankCell() throws IOException {
    Reading reading = Readings.of(SharedFolder.file("broken/topas-us-blank.txt"));
    assertEquals(
        List.of(
            "memory.logical 6442450944",
            "memory.inuse 3113851290",
            "cpu.system 1",
            "cpu.wait 0",
            "cpu.idle 97",
            "cpu.physical 0.01",
            "cpu.entitlement 0.4",
            "cpu.entitled 3.6",
            "memory.physical 4294967296"),
        of("bxaix85", reading));
  }

  @Test
  void theSharedTableWithAHeadingTwice() throws IOException {
    Reading reading = Readings.of(SharedFolder.file("broken/vm-r.txt"));
    assertEquals(
        List.of("5 unknown-column: heading 'r' stands twice; both columns are left out"),
        messages(reading));
    assertEquals(
        0,
        of("vm-r", reading).stream()
            .filter(each -> each.startsWith("threads.r") || each.startsWith("page.freed"))
            .count());
    assertEquals(2 + 5 * 16, Readings.samples(reading).size());
  }
}
