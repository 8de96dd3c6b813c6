package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same report in print, on a screen, in EBCDIC and with its columns elsewhere gives the same
 * samples; with one heading renamed, all but those of its column.
 */
class ReportFormsTest {
  private static final List<String> UPAGE =
      ListingText.all(
          ListingText.lines(ListingText.UPAGE),
          List.of(
              ListingText.row(
                  ListingText.UPAGE,
                  ">System<",
                  "0",
                  "1.1",
                  ".4",
                  "2",
                  ".1",
                  ".5",
                  ".6",
                  ".0",
                  "612",
                  "0",
                  "300",
                  "300",
                  "2",
                  "3",
                  "50",
                  "60",
                  "1'792M",
                  "2"),
              ListingText.row(
                  ListingText.UPAGE,
                  "LNX00080",
                  "1",
                  "2.0",
                  ".5",
                  "...",
                  ".1",
                  "1.0",
                  "1.2",
                  ".0",
                  "1024",
                  "0",
                  "400",
                  "523",
                  "3",
                  "6",
                  "100",
                  "---",
                  "3072M"),
              ListingText.row(
                  ListingText.UPAGE,
                  "TCPIP",
                  "",
                  ".2",
                  ".3",
                  "4",
                  ".1",
                  ".0",
                  ".0",
                  ".0",
                  "200",
                  "0",
                  "200",
                  "77",
                  "1",
                  "0",
                  "0",
                  "60",
                  "512 M")));
  private static final List<String> USER =
      ListingText.all(
          ListingText.lines(ListingText.USER),
          List.of(
              ListingText.row(
                  ListingText.USER,
                  "LNX00080",
                  "131",
                  "4716",
                  "4500",
                  "1.0",
                  "42.0",
                  "40.1",
                  ".5",
                  "1.4",
                  ".0",
                  "16.0",
                  "EME,CL3,DISP"),
              ListingText.row(
                  ListingText.USER,
                  "IDLE",
                  ".0",
                  ".1",
                  ".1",
                  "1.0",
                  "...",
                  "...",
                  ".0",
                  ".0",
                  ".0",
                  ".0",
                  "ESA,--- DORM 3 4")));
  private static final List<String> PROCLOG =
      ListingText.all(
          ListingText.lines(ListingText.PROCLOG),
          List.of(
              ListingText.row(
                  ListingText.PROCLOG,
                  ">>Mean>>",
                  "0",
                  "CP",
                  "40.0",
                  "38.0",
                  "2.0",
                  "30.0",
                  "1",
                  "2",
                  "3"),
              ListingText.row(
                  ListingText.PROCLOG,
                  "09:30:00",
                  "00",
                  "CP",
                  "100",
                  "97.7",
                  "2.3",
                  "95.0",
                  "1",
                  "2",
                  "3"),
              ListingText.row(
                  ListingText.PROCLOG,
                  "09:30:00",
                  "0A",
                  "IFL",
                  ".4",
                  ".4",
                  ".0",
                  "...",
                  "1",
                  "2",
                  "3")));

  private static List<String> header(List<String> body) {
    return body == UPAGE
        ? ListingText.upage("VMPROD1")
        : body == USER
            ? ListingText.user("VMPROD1")
            : ListingText.proclog("VMPROD1", "2010/05/05 09:00:00", "2010/05/05 10:00:00");
  }

  private static List<String> print(List<String> body) {
    return ListingText.all(header(body), body);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("fcx112", USER),
        Arguments.of("fcx113", UPAGE),
        Arguments.of("fcx144", PROCLOG));
  }

  private static byte[] bytes(List<String> lines) {
    return ListingText.text(lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Samples without their lines. */
  private static List<String> samples(byte[] text) {
    return values(Readings.of("VMPROD1_20100505.txt", text, ReadOptions.DEFAULT));
  }

  private static List<String> values(Reading reading) {
    List<String> values = new ArrayList<>();
    Readings.samples(reading).forEach(each -> values.add(each.substring(each.indexOf(' ') + 1)));
    return values;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void formsGiveTheSameSamples(String format, List<String> body) {
    List<String> expected = samples(bytes(print(body)));
    List<String> controlled = ListingText.controlled(print(body));
    List<String> partly = new ArrayList<>(controlled);
    for (int i = 1; i < partly.size(); i += 2) {
      partly.set(i, partly.get(i).substring(1)); // a transfer that stripped some lines only
    }
    String number = format.substring(3);
    List<String> screen =
        ListingText.all(
            List.of(
                "FCX"
                    + number
                    + "      CPU 2097  SER 1A2B3  Interval 09:00:00 - 10:00:00    Perf. Monitor",
                "",
                "______    .     .     ."),
            body,
            List.of("Command ===>", "F1=Help  F4=Top  F5=Bot  F7=Bkwd"));
    List<String> scan = new ArrayList<>(screen);
    scan.set(
        0, "FCX" + number + "  Data for 2010/05/05  Interval 09:00:00 - 10:00:00  Monitor Scan");

    assertFalse(expected.isEmpty());
    assertTrue(expected.stream().allMatch(each -> each.startsWith(format)));
    assertEquals(expected, samples(bytes(controlled)), "carriage control");
    assertEquals(expected, samples(bytes(partly)), "carriage control on some lines");
    assertEquals(expected, samples(ListingText.ebcdic(print(body))), "EBCDIC");
    assertEquals(expected, samples(bytes(screen)), "screen");
    assertEquals(expected, samples(bytes(scan)), "monitor scan");
    List<String> shifted = ListingText.shifted(body);
    assertNotEquals(body, shifted);
    assertEquals(
        expected, samples(bytes(ListingText.all(header(body), shifted))), "columns elsewhere");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aRenamedHeadingCostsItsColumnOnly(String format, List<String> body) {
    List<String> all = samples(bytes(print(body)));
    String lowest = body.get(2);
    int renamed = 0;
    for (String word : lowest.split(" +", -1)) {
      int at = lowest.indexOf(word);
      boolean key =
          word.equals("Userid") || word.equals("End") || word.equals("Time") || word.equals("U");
      boolean twice = lowest.indexOf(word) != lowest.lastIndexOf(word);
      if (key || twice || word.equals("User") || word.equals("Status")) {
        continue;
      }
      List<String> lines = new ArrayList<>(body);
      String other = "Q".repeat(word.length());
      lines.set(2, lowest.substring(0, at) + other + lowest.substring(at + word.length()));
      Reading reading =
          Readings.of("x", bytes(ListingText.all(header(body), lines)), ReadOptions.DEFAULT);
      List<String> left = values(reading);

      assertTrue(all.containsAll(left), () -> word + ": " + Readings.all(reading));
      List<String> gone = new ArrayList<>(all);
      gone.removeAll(left);
      assertTrue(
          gone.stream().map(each -> each.split(" ", -1)[2]).distinct().count() <= 1,
          () -> word + " costs " + gone);
      assertEquals(1, reading.diagnostics().size(), () -> Readings.all(reading));
      assertTrue(
          reading.diagnostics().get(0).message().contains(other), () -> Readings.all(reading));
      renamed++;
    }
    assertTrue(renamed > 5, "headings of " + format);
  }

  /** However wide the gaps are, no figure may come to stand under another heading. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aRowThatIsShiftedGivesNothingThatWasNotPrinted(String format, List<String> body) {
    List<String> all = samples(bytes(print(body)));
    for (int row = 3; row < body.size(); row++) {
      for (int at = 12; at < body.get(row).length(); at++) {
        for (int by = 1; by < 9; by++) {
          List<String> lines = new ArrayList<>(body);
          String line = lines.get(row);
          lines.set(row, line.substring(0, at) + " ".repeat(by) + line.substring(at));
          List<String> given = samples(bytes(ListingText.all(header(body), lines)));
          String where = format + " row " + row + " at " + at + " by " + by;
          assertTrue(all.containsAll(given), () -> where + ": " + gone(given, all));
        }
      }
    }
  }

  private static List<String> gone(List<String> from, List<String> others) {
    List<String> left = new ArrayList<>(from);
    left.removeAll(others);
    return left;
  }
}
