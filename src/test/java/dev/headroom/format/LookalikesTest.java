package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What damage makes of a line may look like something sound: it costs the line, and no other. */
class LookalikesTest {
  private static final String ROW =
      " 1  0 200346 45121   0   0   0   0    0   0  12  341  411  3  2 95  0  0.05  20.2\n";
  private static final String VMSTAT =
      "System configuration: lcpu=4 mem=4096MB ent=0.30\n\n"
          + "kthr    memory              page              faults              cpu\n"
          + "----- ----------- ------------------------ ------------ -----------------------\n"
          + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec\n"
          + ROW
          + ROW;
  private static final String DISKS =
      VMSTAT.replace("    ec\n", "    ec  1  2  3  4\n").replace("20.2\n", "20.2  5 13  0\n");
  private static final String REAL =
      """
      Unit: KB
      ------------------------------------------------------------------------
                                       Memory
      ------------------------------------------------------------------------
            Size     Inuse      Free       Pin   Virtual  Available     Pgsp
         4194304   1234568   2959736    777216    901120    2800000   262144
      """;
  private static final String GLOBAL =
      """
                     size      inuse       free        pin    virtual   mmode
      memory       262144     100000     162144      50000      80000     Ded
      pg space     131072         10
      """;

  private static List<String> values(String text, String metric) {
    return Readings.samples(Readings.of("t.txt", text)).stream()
        .filter(each -> each.contains(" " + metric + " "))
        .map(each -> each.replaceFirst("^(\\d+) .* (\\S+) \\S+$", "$1 $2"))
        .toList();
  }

  private static List<String> messages(String text) {
    return Readings.of("t.txt", text).diagnostics().stream()
        .map(each -> each.where().line() + " " + each.code().word() + ": " + each.message())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b(.05",
        "0\u001b(.05",
        "\u001b5.05",
        "0.0\u0007",
        "0\u000e05",
        "\u001b]0;tit0.05",
        "\u001b[1;00.05"
      })
  void aSequenceThatNoTerminalKnowsMakesItsFigureNone(String cell) {
    String text = VMSTAT.replaceFirst("0\\.05", Matcher.quoteReplacement(cell));
    assertEquals(List.of("7 0.05"), values(text, "cpu.physical"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[7m0.05\u001b[m",
        "\u001b(B0.05",
        "\u001b[m\u000f0.05",
        "\u001b]0;title\u00070.05",
        "\u001b[?25l0.05\u001b="
      })
  void whatTerminalsAreSentVanishes(String cell) {
    String text = VMSTAT.replaceFirst("0\\.05", Matcher.quoteReplacement(cell));
    assertEquals(List.of("6 0.05", "7 0.05"), values(text, "cpu.physical"));
  }

  @Test
  void theCellsOfDisksAreProvenByTheOthers() {
    assertEquals(List.of("6 0.05", "7 0.05"), values(DISKS, "cpu.physical"));
    String parted = DISKS.replaceFirst("0\\.05", "0 .05");
    assertEquals(List.of("7 0.05"), values(parted, "cpu.physical"));
    assertEquals(List.of(), values(DISKS.replace("  in   sy", "       sy"), "cpu.physical"));
  }

  @Test
  void aSistersConfigurationEndsNoTable() {
    String text =
        VMSTAT.replace(ROW + ROW, ROW + "System configuration: type=Shared lcpu=4\n" + ROW);
    assertEquals(List.of("6 0.05", "8 0.05"), values(text, "cpu.physical"));
  }

  @Test
  void aBrokenBannerHidesNoConfiguration() {
    assertEquals(
        List.of("1 4294967296"), values(VMSTAT.replace("kthr ", "kt\nhr "), "memory.logical"));
  }

  @Test
  void theLongFormHasNoUnitButItsOwn() {
    assertEquals(List.of("6 4294967296"), values(REAL, "memory.logical"));
    assertEquals(List.of("6 4294967296"), values(REAL.replace("Memory", "Memo"), "memory.logical"));
    for (String unit : List.of("", "Unit : KB", "Unit: KB".repeat(9000))) {
      assertEquals(List.of(), values(REAL.replace("Unit: KB", unit), "memory.logical"));
    }
  }

  @Test
  void pagingSpaceIsReadBelowItsTwoHeadings() {
    assertEquals(List.of("3 536870912"), values(GLOBAL, "pagingspace.size"));
    for (String heading :
        List.of("             (  size", "                   ", "             \u0018  size")) {
      String text = GLOBAL.replace("               size", heading);
      assertEquals(List.of(), values(text, "pagingspace.size"), heading);
    }
    assertEquals(
        "3 no-header: 'size' and 'inuse' are not the first headings above this row; it is left out",
        messages(GLOBAL.replace("               size", "             ( size")).get(2));
  }

  @Test
  void aTimeWithAStrangeDigitIsNoPrompt() {
    assertEquals(List.of(), values("09:0#:00   05   IFL   35.8\n", "cpu.busy"));
    assertEquals(
        List.of("6 0.05", "8 0.05"),
        values(VMSTAT.replace(ROW + ROW, ROW + "09:0#:00\n" + ROW), "cpu.physical"));
  }

  @Test
  void aRulerBehindADollarIsNoCommand() {
    String rows =
        "                EXTENT     EXTENT  TOTAL  PAGES   HIGH    %\n"
            + "VOLID  RDEV      START        END  PAGES IN USE   PAGE USED\n"
            + "M01P01 0206          1       3337 600660     25     34   1%\n";
    String total = "SUMMARY                           600660     25          1%\n";
    for (String line : List.of("      $    ------     ----\n", "0x1F\n", "")) {
      String text = "q alloc page\n" + rows + line + total;
      assertEquals(1, values(text, "pagingspace.size").size(), line);
    }
  }

  @Test
  void aListGoesOnBehindALineThatIsAnothers() {
    String list =
        """
        Node Name                                  : mail1
        Partition Name                             : mail1
        Mode                                       : Uncapped
        Online Memory                              : 8192 MB
        Mode                                       : Shared
        Total I/O Memory Entitlement               : 77.000 MB
        Variable Memory Capacity Weight            : 128
        """;
    assertEquals(List.of("6 80740352"), values(list, "memory.entitlement.io"));
    assertEquals(
        List.of(
            "5 unexpected-line: nothing tells whose this list is; it is left out up to the next"
                + " name"),
        messages(list));
  }
}
