package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.DiagnosticCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A capture that was cut, or that holds nothing of use, is told by one diagnostic. */
final class CutCaptureTest {
  private static final String SCREEN =
      """
      Topas CEC Monitor             Interval:  10             Tue May 13 10:00:00 2014
      Partitions Memory (GB)           Processors
      Shr:  2   Mon: 12.0 InUse:  7.0  Shr:0.9 PSz: 3   Don: 0.0 Shr_PhysB  0.07
      Host       OS  M Mem InU Lp  Us Sy Wa Id  PhysB  Vcsw Ent  %EntC PhI  pmem
      -------------------------------------shared-------------------------------------
      larch      A61 UM 8.0 4.0  8   5  3  0 92   0.05   700 0.50  10.0   1  6.50
      maple      A61 UM 4.0 3.0  8   1  1  0 98   0.02   300 0.40   5.0   0  3.98
      """;

  private static void assertCut(Reading reading, int line, int samples) {
    assertEquals(
        List.of(line + " " + DiagnosticCode.TRUNCATED),
        reading.diagnostics().stream()
            .map(each -> each.where().line() + " " + each.code())
            .toList(),
        reading.diagnostics()::toString);
    assertEquals(samples, Readings.samples(reading).size());
  }

  private static String first(String text, int lines) {
    return text.lines().limit(lines).collect(Collectors.joining("\n")) + "\n";
  }

  @Test
  void aWholeScreenIsNotCut() {
    assertEquals(List.of(), Readings.of("x", SCREEN + "\n" + SCREEN).diagnostics());
  }

  @Test
  void aScreenWithoutRowsOrWithFewerThanItCounts() {
    assertCut(Readings.of("x", first(SCREEN, 4)), 4, 3);
    assertCut(Readings.of("x", SCREEN + first(SCREEN, 6)), 13, 36);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6})
  void anSvmonReportThatEndsInsideABlock(int lines) {
    String report =
        """
        root@oak:/ # svmon -G
                       size       inuse        free         pin     virtual   mmode
        memory      2097152     1500000      597152      300000     1200000  Ded
        pg space     131072        1000
                       work        pers        clnt       other
        pin          200000           0           0      100000
        in use      1400000           0      100000
        """;
    assertEquals(List.of(), Readings.of("x", report).diagnostics());
    assertCut(Readings.of("x", first(report, lines)), lines, lines == 2 ? 0 : lines == 3 ? 5 : 7);
  }

  private static String usage() throws IOException {
    return Files.readString(Path.of("samples/zvm72-day/VMPROD7.fcx113"));
  }

  @Test
  void aListingThatEndsAmongItsUsers() throws IOException {
    List<String> lines = usage().lines().toList();
    int means =
        lines.lastIndexOf(
            lines.stream().filter(l -> l.startsWith(">System<")).reduce((a, b) -> b).orElseThrow());
    Reading cut = Readings.of("x", first(usage(), means + 3));
    assertEquals(1, cut.diagnostics().size(), cut.diagnostics()::toString);
    assertEquals(DiagnosticCode.TRUNCATED, cut.diagnostics().get(0).code());
    assertTrue(
        cut.diagnostics().get(0).message().contains("after 2 of the"), cut.diagnostics()::toString);
    assertEquals(List.of(), Readings.of("x", usage()).diagnostics());
  }

  @Test
  void aListingThatEndsBelowItsHeadings() throws IOException {
    List<String> lines = usage().lines().toList();
    int headings =
        lines.lastIndexOf(
            lines.stream().filter(l -> l.startsWith("Userid")).findFirst().orElseThrow());
    Reading cut = Readings.of("x", first(usage(), headings + 1));
    assertEquals(1, cut.diagnostics().size(), cut.diagnostics()::toString);
    assertEquals(
        "FCX113 UPAGE ends before its first row; nothing of it can be read",
        cut.diagnostics().get(0).message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root@oak:/ # \nroot@oak:/ # exit\n",
        "Tue Jun 30 12:03:33 CEST 2009\n",
        "Ready;\n",
        "oak | CHANGED | rc=0 >>\n"
      })
  void promptsBannersAndDatesAloneAreNoCapture(String text) {
    Reading reading = Readings.of("x", text);
    assertEquals(
        List.of(DiagnosticCode.UNKNOWN_FORMAT),
        reading.diagnostics().stream().map(each -> each.code()).toList());
  }

  /** Rows that no layout explains do not end silently; other text below a table does. */
  @Test
  void figuresBelowATableThatAreNoRowOfIt() {
    String table =
        " r b avm fre re pi po fr sr cy in sy cs us sy id wa\n"
            + " 1 0 500001 300001 0 0 0 0 0 0 11 101 201 1 1 98 0\n";
    Reading reading =
        Readings.of(
            "x",
            table
                + " 1K 0K 5.1G 3.1G 0K 12%\n 1K 0K 5.1G 3.1G 0K 12%\n\nsome words\n"
                + " 1K 0K 5.1G 3.1G 0K 12%\n");
    assertEquals(
        List.of("3 UNEXPECTED_LINE"),
        reading.diagnostics().stream()
            .map(each -> each.where().line() + " " + each.code())
            .toList());
    assertEquals(2, reading.lines().rejected());
  }
}
