package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that tell how those below them are to be read, damaged or among strange ones. */
class GoverningLinesTest {
  private static final String ROW =
      ListingText.row(ListingText.USER, "LNX00080", "31.2", "1123", "1046", "1.1", "42.0");

  private static List<String> page() {
    return ListingText.all(
        ListingText.header("1FCX112", "USER", "General User Resource Utilization", "VMPROD1"),
        ListingText.lines(ListingText.USER),
        List.of(ROW));
  }

  private static List<String> messages(Reading reading) {
    return reading.diagnostics().stream()
        .map(each -> each.where().line() + " " + each.code().word() + ": " + each.message())
        .toList();
  }

  private static List<String> samples(Reading reading) {
    return Readings.samples(reading).stream()
        .map(each -> each.substring(each.indexOf(' ')))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @@@@ ##### ~~~~                       | unexpected-line: a strange line among the headings; it is left out
          1 0 2003 4512 0 0 0 0 0 0 12 340 410  | unexpected-line: a strange line among the headings; it is left out
          """)
  void aStrangeLineAmongTheHeadingsCostsItself(String junk, String message) {
    Reading whole = Readings.of("x.txt", ListingText.text(page()));
    for (int place = 7; place <= 8; place++) {
      List<String> lines = new ArrayList<>(page());
      lines.add(place, junk);
      Reading reading = Readings.of("x.txt", ListingText.text(lines));
      assertEquals(samples(whole), samples(reading), junk);
      assertEquals(List.of((place + 1) + " " + message), messages(reading));
    }
    assertEquals(4, samples(whole).size());
  }

  @ParameterizedTest
  @CsvSource({
    "From 2010/05/05, From 2010/05/04",
    "From 2010/05/05, From 2010/05/06",
    "To   2010/05/05, To   2010/05/15",
  })
  void timesThatContradictEachOtherAreNone(String printed, String damaged) {
    String text = ListingText.text(page()).replace(printed, damaged);
    Reading reading = Readings.of("x.txt", text);
    assertEquals(
        List.of(
            "1 bad-time: From, To and For of this page contradict each other; the samples keep"
                + " their order only"),
        messages(reading));
    assertEquals(4, samples(reading).stream().filter(each -> each.contains(" - #0 ")).count());
  }

  @Test
  void theLengthTellsTheEndWhereToIsDamaged() {
    Reading whole = Readings.of("x.txt", ListingText.text(page()));
    Reading reading =
        Readings.of(
            "x.txt", ListingText.text(page()).replace("To   2010/05/05", "To   2010/55/05"));
    assertEquals(samples(whole), samples(reading));
    assertEquals(1, messages(reading).size());
  }

  @Test
  void rowsBelowAHeaderThatWasLostAreNobodys() {
    List<String> lines = new ArrayList<>(page());
    List<String> second = new ArrayList<>(page());
    second.remove(0);
    lines.addAll(second.stream().map(line -> line.replace("VMPROD1", "VMTEST2")).toList());
    Reading reading = Readings.of("x.txt", ListingText.text(lines));
    assertEquals(4, samples(reading).size());
    assertEquals(
        List.of(
            (page().size() + 2)
                + " no-header: the header of this report is lost; the report is left out up to the"
                + " next header"),
        messages(reading));
  }

  @Test
  void aUserStandsOnceInAReport() {
    List<String> lines = new ArrayList<>(page());
    lines.add(ROW.replace("31.2", "99.9"));
    Reading reading = Readings.of("x.txt", ListingText.text(lines));
    assertEquals(4, samples(reading).size());
    assertEquals(
        List.of(
            lines.size()
                + " unexpected-line: 'LNX00080' appears twice on one page; the second is left"
                + " out"),
        messages(reading));
  }
}
