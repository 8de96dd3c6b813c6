package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Limits;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.FcxReportLexer;
import dev.headroom.format.grammar.FcxReportParser;
import dev.headroom.identity.SiteCapture;
import dev.headroom.series.Host;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of Performance Toolkit: pages, systems, times, and what the figures are. */
class ReportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String BUSY = "0A";

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name), StandardCharsets.UTF_8);
  }

  private static List<String> only(Reading reading, String metric) {
    return Readings.samples(reading).stream().filter(each -> each.contains(metric)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fcx112/print.control.txt",
        "fcx113/print.stripped.txt",
        "fcx113/old.51.txt",
        "fcx113/vmtest_20100505.screens.txt",
        "fcx144/night.print.txt"
      })
  void theGrammarDescribesUndamagedListings(String name) throws IOException {
    FcxReportLexer lexer = new FcxReportLexer(CharStreams.fromString(golden(name)));
    FcxReportParser parser = new FcxReportParser(new CommonTokenStream(lexer));
    parser.setErrorHandler(new BailErrorStrategy());
    assertFalse(parser.section().page().isEmpty());
  }

  @Test
  void everyPageSpeaksOfItsOwnSystem() throws IOException {
    Reading reading = Readings.of("bundle.txt", golden("fcx113/bundle.txt"));
    List<String> hosts =
        reading.tables().stream()
            .map(table -> table.subject().name() + " " + table.host().orElseThrow().name())
            .distinct()
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "LNX00080 VMPROD1",
            "LNX00081 VMPROD1",
            "LNX00081 VMPROD2",
            "LNX00082 VMPROD2",
            "TCPIP VMPROD2"),
        hosts);
    assertEquals(Optional.of("5.4.0"), reading.tables().get(0).host().flatMap(Host::release));
    // the second interim report goes on counting, whatever stands between
    assertTrue(
        only(reading, "guest/LNX00080 memory.workingset")
            .toString()
            .contains("2010-05-05T09:02 #1 "));
  }

  @Test
  void pagesOutOfOrderGiveTheSame() throws IOException {
    List<String> lines = golden("fcx113/print.stripped.txt").lines().toList();
    int second =
        lines.lastIndexOf(
            lines.stream().filter(l -> l.startsWith("FCX")).reduce((a, b) -> b).orElseThrow());
    List<String> turned = new ArrayList<>(lines.subList(second, lines.size()));
    turned.addAll(lines.subList(0, second));
    List<String> expected = values(Readings.of("x", ListingText.text(lines)));
    assertEquals(expected, values(Readings.of("x", ListingText.text(turned))));
    assertEquals(
        1,
        Readings.of("x", ListingText.text(turned)).diagnostics().size(),
        "the means still count all users of both pages");
  }

  private static List<String> values(Reading reading) {
    return Readings.samples(reading).stream()
        .map(each -> each.substring(each.indexOf(' ')))
        .sorted()
        .toList();
  }

  @Test
  void aListingCutInMidPageGivesWhatStandsInIt() throws IOException {
    String whole = golden("fcx113/print.control.txt");
    List<String> all = Readings.samples(Readings.of("x", whole));
    for (int end = 0; end <= whole.length(); end++) {
      Reading reading = Readings.of("x", whole.substring(0, end));
      List<String> untimed = all.stream().map(ReportsTest::withoutTime).toList();
      assertTrue(
          untimed.containsAll(
              Readings.samples(reading).stream().map(ReportsTest::withoutTime).toList()),
          () -> Readings.all(reading));
    }
  }

  private static String withoutTime(String sample) {
    return sample.replaceAll(" \\S+ #", " #");
  }

  private static String screen(String interval) {
    return ListingText.text(
        ListingText.all(
            List.of("FCX112      CPU 2097  SER 1A2B3  " + interval + "    Perf. Monitor"),
            ListingText.lines(ListingText.USER),
            List.of(
                ListingText.row(
                    ListingText.USER,
                    "LNX",
                    "1.0",
                    "6",
                    "5",
                    "1.2",
                    ".0",
                    ".0",
                    ".0",
                    ".0",
                    ".0",
                    ".0",
                    "---,---,---"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vm1.txt                | Interval 09:00:00 - 10:00:00 | -
          vm1.txt                | Initial 09:00:00             | -
          vm1_2010-05-05.txt     | Interval 09:00:00 - 10:00:00 | 2010-05-05T10:00
          vm1_2010-05-05.txt     | Interval 23:30:00 - 00:30:00 | 2010-05-06T00:30
          vm1_2010-05-05.txt     | Interval 25:30:00 - 26:30:00 | -
          """)
  void aScreenHasTheTimeThatItsIntervalEnds(String source, String interval, String time) {
    Reading reading = Readings.of(source, screen(interval));
    assertEquals(
        List.of("5 fcx112 guest/LNX cpu.busy " + time + " #0 1 %"), only(reading, "cpu.busy"));
    assertEquals(Optional.of(new Host("vm1", Optional.empty())), reading.tables().get(0).host());
  }

  @Test
  void theSiteFileGivesTheDayAndTheSystem() {
    ReadOptions options =
        new ReadOptions(
            List.of(
                new SiteCapture(
                    "vm1*", "VMSITE", LocalDateTime.of(2010, 5, 5, 9, 0), Double.NaN, 0)),
            ZoneOffset.UTC,
            Optional.empty(),
            Limits.DEFAULT,
            false);
    Reading reading =
        Readings.of(
            "vm1.txt",
            (screen("Interval 23:30:00 - 00:30:00") + screen("Interval 00:30:00 - 01:30:00"))
                .getBytes(StandardCharsets.US_ASCII),
            options);
    assertEquals(
        List.of("2010-05-06T00:30", "2010-05-06T01:30"),
        only(reading, "cpu.busy").stream().map(each -> each.split(" ", -1)[4]).toList());
    assertEquals("VMSITE", reading.tables().get(0).host().orElseThrow().name());
    assertEquals("LNX", reading.tables().get(0).subject().name());
  }

  @Test
  void aDateLineGivesTheDay() {
    Reading reading =
        Readings.of(
            "vm1.txt", "Wed May  5 09:00:00 CET 2010\n" + screen("Interval 09:00:00 - 10:00:00"));
    assertTrue(only(reading, "cpu.busy").get(0).contains(" 2010-05-05T10:00 "));
  }

  private static String processors(String from, String to, String... times) {
    List<String> rows =
        Stream.of(times)
            .map(
                time ->
                    ListingText.row(
                        ListingText.PROCLOG,
                        time,
                        BUSY,
                        "IFL",
                        "50.0",
                        "45.0",
                        "5.0",
                        "44.0",
                        "1",
                        "2",
                        "3"))
            .toList();
    return ListingText.text(
        ListingText.all(
            ListingText.proclog("VMPROD1", from, to),
            ListingText.lines(ListingText.PROCLOG),
            rows));
  }

  private static List<String> times(String text) {
    return only(Readings.of("x", text), "cpu.busy").stream()
        .map(each -> each.split(" ", -1)[4])
        .toList();
  }

  @Test
  void rowsByTimePassMidnight() {
    String night = processors("2010/05/05 23:00:00", "2010/05/06 02:00:00", "23:30:00", "00:30:00");
    assertEquals(List.of("2010-05-05T23:30", "2010-05-06T00:30"), times(night));
    String turned =
        processors("2010/05/05 23:00:00", "2010/05/06 02:00:00", "00:30:00", "23:30:00");
    assertEquals(List.of("2010-05-06T00:30", "2010-05-05T23:30"), times(turned));
    String days =
        processors(
            "2010/05/05 12:00:00",
            "2010/05/07 12:00:00",
            "18:00:00",
            "00:00:00",
            "12:00:00",
            "18:00:00",
            "00:00:00",
            "12:00:00");
    assertEquals(
        List.of(
            "2010-05-05T18:00",
            "2010-05-06T00:00",
            "2010-05-06T12:00",
            "2010-05-06T18:00",
            "2010-05-07T00:00",
            "2010-05-07T12:00"),
        times(days));
  }

  @Test
  void theAddressOfAProcessorIsText() {
    Reading reading =
        Readings.of("x", processors("2010/05/05 09:00:00", "2010/05/05 10:00:00", "09:30:00"));
    assertEquals("VMPROD1/0A", reading.tables().get(0).subject().name());
  }

  @Test
  void rowsOfCollapsedBlanksAreReadWhereTheirNumberFits() {
    String text =
        "FCX113 CPU 2097 SER 1A2B3 Interval 09:00:00 - 10:00:00 Perf. Monitor\n"
            + "Data <--- Paging Activity/s ---> <--- Number of Pages --->\n"
            + "Userid Owned Reads Write Steals >2GB> X>MS MS>X X>DS WSS Resrvd R<2GB R>2GB L<2GB"
            + " L>2GB XSTOR DASD Size Users\n"
            + "LNX00080 0 2.0 .5 1 .1 1.0 1.2 .0 1024 0 400 523 3 6 100 200 3072M\n"
            + "LNX00081 2.0 .5 1 .1 1.0 1.2 .0 1024 0 400 523 3 6 100 200 3072M\n";
    Reading reading = Readings.of("flow.txt", text);
    assertEquals(13, Readings.samples(reading).size());
    assertTrue(only(reading, "memory.resident").get(0).endsWith(" 3780608 B"));
    assertEquals(
        "flow.txt:5:1: bad-number: the row does not have one cell for each heading; the row is"
            + " left out",
        reading.diagnostics().get(0).render().lines().findFirst().orElseThrow());
  }

  @Test
  void anotherFormatThatWasAskedForIsAllThatIsRead() throws IOException {
    ReadOptions asked =
        new ReadOptions(List.of(), ZoneOffset.UTC, Optional.of("fcx113"), Limits.DEFAULT, false);
    byte[] bundle = golden("fcx113/bundle.txt").getBytes(StandardCharsets.ISO_8859_1);
    Reading reading = Readings.of("x", bundle, asked);
    assertTrue(Readings.samples(reading).stream().allMatch(each -> each.contains(" fcx113 ")));
    assertNotEquals(List.of(), reading.tables());
    assertEquals(List.of(), reading.diagnostics());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          .0        | PLAIN | 0
          .8        | PLAIN | 0.8
          161       | PLAIN | 161
          1'024.5   | PLAIN | 1024.5
          12k       | PLAIN | 12288
          87%       | PLAIN | 87
          3/s       | PLAIN | 3
          3MB       | PLAIN | bad
          0         | PAGES | 0
          12        | PAGES | 49152
          1'024     | PAGES | 4194304
          1024k     | PAGES | 4294967296
          1'024MB   | PAGES | 1073741824
          1'02      | PAGES | bad
          012       | PAGES | bad
          12.       | PAGES | bad
          1.2.3     | PAGES | bad
          12%       | PAGES | bad
          99999999999999999999 | PAGES | bad
          1'024MB   | BYTES | 1073741824
          256 M     | BYTES | 268435456
          13824M    | BYTES | 14495514624
          14G       | BYTES | 15032385536
          12'288kB  | BYTES | 12582912
          0 B       | BYTES | 0
          0         | BYTES | 0
          14        | BYTES | bad
          ...       | BYTES | absent
          ........  | PAGES | absent
          ---       | PLAIN | absent
          -         | PLAIN | absent
          -1        | PLAIN | bad
          """)
  void figures(String cell, PrintedUnit unit, String expected) {
    Optional<PrintedNumber> number = PrintedNumber.of(cell, unit);
    String given =
        number.isEmpty()
            ? "bad"
            : number.get().isAbsent()
                ? "absent"
                : java.math.BigDecimal.valueOf(number.get().value())
                    .stripTrailingZeros()
                    .toPlainString();
    assertEquals(expected, given);
  }

  @Test
  void guestsMayStandBehindAColumnOfFigures() throws IOException {
    Reading reading =
        Readings.of(
            "vm.fcx112",
            """
            FCX112  Run 2010/05/05 10:10:10         USER                        Page    1
                                         General User Resource Utilization
            From 2010/05/05 09:00:00                                            TPMSYS
            To   2010/05/05 10:00:00
            For   3600 Secs 01:00:00
            ______________________________________________________________________________
                             <----- CPU Load -----> <------ Virtual IO/s ------>
                                    <-Seconds-> T/V
             Pg/s  Userid    %CPU   TCPU  VCPU Ratio Total  DASD Avoid Diag98 UR  User Status
             12.5  LNX00080  12.0  432.0 400.0  1.08  10.0  10.0    .0     .0  .0 EME,CL3,DISP
               .0  LNX00082   1.0   36.0  30.0  1.20    .0    .0    .0     .0  .0 ESA,---,DORM
            """);
    assertEquals(
        List.of(
            "10 fcx112 guest/LNX00080 paging.total 2010-05-05T10:00 #0 12.5 pages/s",
            "11 fcx112 guest/LNX00082 paging.total 2010-05-05T10:00 #0 0 pages/s"),
        only(reading, "paging.total"));
    assertEquals(0, reading.lines().rejected());
  }
}
