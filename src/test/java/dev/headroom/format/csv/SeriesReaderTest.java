package dev.headroom.format.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotes in a series, closed and not. */
class SeriesReaderTest {
  private static final String HEADER = "subject,kind,metric,time,seq,value,unit\n";
  private static final String GOOD = "h1,partition,memory.free,,0,4096,B\n";

  private static List<String> messages(Reading reading) {
    return reading.diagnostics().stream()
        .map(each -> each.where().line() + " " + each.code().word() + ": " + each.message())
        .toList();
  }

  @Test
  void aQuotedLineEndMakesNoSubject() {
    Reading reading =
        Readings.of(
            "x.csv",
            HEADER
                + GOOD
                + "\"a\nb,partition,memory.free,,0,1,B\nc\",partition,memory.free,,0,2,B\n"
                + GOOD);
    assertEquals(
        List.of(
            "2 series partition/h1 memory.free - #0 4096 B",
            "6 series partition/h1 memory.free - #0 4096 B"),
        Readings.samples(reading));
    assertEquals(
        List.of(
            "3 unexpected-line: a quoted cell goes on in the next line; the sample is left out"),
        messages(reading));
    assertEquals(3, reading.lines().rejected());
  }

  @Test
  void aStrayQuoteCostsItsLine() {
    for (String stray : List.of("\"h2,partition", "h\"2,partition", "\"h2\"x,partition")) {
      Reading reading =
          Readings.of("x.csv", HEADER + GOOD + stray + ",memory.free,,0,1,B\n" + GOOD.repeat(20));
      assertEquals(21, Readings.samples(reading).size());
      assertEquals(
          List.of(
              "3 unexpected-line: a quote is not closed, or stands inside a cell; the sample is"
                  + " left out"),
          messages(reading));
    }
  }

  @Test
  void quotesAroundACellAreNoPartOfIt() {
    Reading reading =
        Readings.of("x.csv", HEADER + " \"a, \"\"b\"\"\" , \"partition\",memory.free,,0,4096, B\n");
    assertEquals(
        List.of("2 series partition/a, \"b\" memory.free - #0 4096 B"), Readings.samples(reading));
  }

  @Test
  void aNameHoldsNoControlCharacter() {
    for (String name : List.of("a\u0085b", "a\u2028b", "a\u0001b")) {
      Reading reading = Readings.of("x.csv", HEADER + GOOD.replace("h1", name));
      assertEquals(List.of(), Readings.samples(reading));
      assertTrue(messages(reading).get(0).contains("holds a control character"), name);
    }
  }

  @Test
  void manyQuotedLineEndsAreTwoRejectedLinesEach() {
    Reading reading =
        Readings.of(
            "x.csv", HEADER + "\"h\nx\",partition,memory.free,,0,1,B\n".repeat(20_000) + GOOD);
    assertEquals(40_000, reading.lines().rejected());
    assertEquals(1, Readings.samples(reading).size());
  }
}
