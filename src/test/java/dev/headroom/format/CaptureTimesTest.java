package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Limits;
import dev.headroom.identity.SiteCapture;
import dev.headroom.series.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When samples were taken: the order of docs/names-and-times.md. */
class CaptureTimesTest {
  private static final String PLAIN =
      " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa\n";
  private static final String TIMED =
      " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa hr mi se\n";
  private static final String ROW =
      " 1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0";

  private static String timed(String... times) {
    StringBuilder text = new StringBuilder(TIMED);
    for (String time : times) {
      text.append(ROW).append(' ').append(time).append('\n');
    }
    return text.toString();
  }

  private static String plain(int rows) {
    return PLAIN + (ROW + "\n").repeat(rows);
  }

  private static List<String> times(Reading reading) {
    List<String> times = new ArrayList<>();
    for (Table table : reading.tables()) {
      for (int row = 0; row < table.rows(); row++) {
        LocalDateTime time = Table.localTime(table.time(row));
        times.add(time == null ? "-" : time.toString());
      }
    }
    return times;
  }

  private static List<String> times(String source, String text) {
    return times(Readings.of(source, text));
  }

  private static ReadOptions site(LocalDateTime start, double interval) {
    return new ReadOptions(
        List.of(new SiteCapture("*", null, start, interval, 0)),
        ZoneOffset.UTC,
        Optional.empty(),
        Limits.DEFAULT,
        false);
  }

  private static List<String> withSite(String source, String text, ReadOptions options) {
    return times(Readings.of(source, text.getBytes(StandardCharsets.UTF_8), options));
  }

  @Test
  void withoutADateThereIsNoTime() {
    assertEquals(List.of("-", "-"), times("x", plain(2)));
    assertEquals(List.of("-", "-"), times("x", timed("10:00:00", "10:00:10")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue Jun 30 12:03:33 CEST 2009      | 2009-06-30T12:03:33
          Tue Jun  2 12:03:33 2009           | 2009-06-02T12:03:33
          Tue Jun 30 12:03:33 AM CDT 2009    | 2009-06-30T00:03:33
          Tue Jun 30 01:03:33 PM CDT 2009    | 2009-06-30T13:03:33
          Tue Jun 30 12:03:33 PM CDT 2009    | 2009-06-30T12:03:33
          2009-06-30 12:03:33                | 2009-06-30T12:03:33
          2009-06-30T12:03                   | 2009-06-30T12:03
          Start: Tue Jun 30 12:03:33 2009    | 2009-06-30T12:03:33
          Tue Feb 30 12:03:33 2009           | -
          Tue Jun 30 13:03:33 PM CDT 2009    | -
          Tue Jun 30 25:03:33 2009           | -
          """)
  void aDateLineDatesTheRows(String date, String first) {
    assertEquals(List.of(first), times("x", date + "\n" + plain(1)));
  }

  private static final String WHOLE =
      " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec\n";
  private static final String WHOLE_ROW =
      " 1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0  0.10   9.9\n";

  @Test
  void aDateBeforeEveryRowDatesEveryRow() {
    String text =
        WHOLE
            + "Mon Mar  4 12:00:00 CET 2024\n"
            + WHOLE_ROW
            + "Mon Mar  4 12:01:00 CET 2024\n"
            + WHOLE_ROW;
    assertEquals(List.of("2024-03-04T12:00", "2024-03-04T12:01"), times("x", text));
  }

  @Test
  void aHeadingThatRepeatsBelowADatedRowIsOfTheSameTable() {
    String text =
        "# vmstat 60 3\n"
            + WHOLE
            + WHOLE_ROW
            + "Mon Mar  4 12:00:00 CET 2024\n"
            + WHOLE_ROW
            + WHOLE
            + WHOLE_ROW;
    assertEquals(List.of("-", "2024-03-04T12:00", "2024-03-04T12:01"), times("x", text));
    assertEquals(1, Readings.of("x", text).tables().size());
  }

  @Test
  void aDateBelowTheLastRowIsForWhatFollows() {
    String text =
        "Fri Mar  1 10:00:00 CET 2024\n"
            + timed("10:00:10")
            + "Mon Mar  4 11:00:00 CET 2024\n"
            + timed("11:00:10");
    assertEquals(List.of("2024-03-01T10:00:10", "2024-03-04T11:00:10"), times("x", text));
  }

  @Test
  void aCommandsIntervalCountsOnFromADateLine() {
    String date = "# date\nTue Jun 30 23:59:50 2009\n";
    assertEquals(
        List.of("2009-06-30T23:59:50", "2009-06-30T23:59:55", "2009-07-01T00:00"),
        times("x", date + "# vmstat 5 3\n" + plain(3)));
    assertEquals(List.of("2009-06-30T23:59:50", "-"), times("x", date + plain(2)));
  }

  /** The output of one command ended at the next prompt, whose command is another. */
  @Test
  void aCommandCountsForItsOwnOutputOnly() {
    String session =
        "# date\nTue Jun 30 10:00:00 2009\n# vmstat 5 2\n"
            + plain(2)
            + "# vmstat 60 2\n"
            + plain(2)
            + "# date\nTue Jun 30 09:00:00 2009\n"
            + plain(2);
    assertEquals(
        List.of(
            "2009-06-30T10:00",
            "2009-06-30T10:00:05",
            "2009-06-30T10:00:05",
            "2009-06-30T10:01:05",
            "2009-06-30T09:00",
            "-"),
        times("x", session));
  }

  @Test
  void aTimeOfDayTakesItsDateFromADateLineAndPassesMidnight() {
    assertEquals(
        List.of("2009-06-30T23:59:50", "2009-07-01T00:00", "2009-07-01T00:00:10"),
        times("x", "Tue Jun 30 23:59:45 2009\n" + timed("23:59:50", "00:00:00", "00:00:10")));
    assertEquals(
        List.of("2009-07-01T00:00:05"),
        times("x", "Tue Jun 30 23:59:58 2009\n" + timed("00:00:05")));
  }

  @Test
  void aClockThatFallsBackIsKeptAndReported() {
    Reading reading =
        Readings.of("x", "Tue Jun 30 12:00:00 2009\n" + timed("12:00:10", "11:00:20", "11:00:30"));
    assertEquals(
        List.of("2009-06-30T12:00:10", "2009-06-30T11:00:20", "2009-06-30T11:00:30"),
        times(reading));
    assertEquals(
        "x:4:0: clock-jump: the time of day goes back without passing midnight; kept as" + " read",
        reading.diagnostics().get(0).render().lines().findFirst().orElse(""));
    assertEquals(1, reading.diagnostics().size());
  }

  @ParameterizedTest
  @CsvSource({
    "lpar_2009-06-30.txt, 2009-06-30T10:00",
    "lpar_20090630.txt, 2009-06-30T10:00",
    "lpar.2009.06.30.txt, 2009-06-30T10:00",
    "lpar_20090630_1203.txt, 2009-06-30T10:00",
    "lpar_20091399_20090630.txt, 2009-06-30T10:00",
    "lpar_20090631.txt, -",
    "lpar_1234567890.txt, -",
    "20090630/lpar.txt, -",
  })
  void aDateInTheFilesNameDatesATimeOfDay(String source, String first) {
    assertEquals(List.of(first), times(source, timed("10:00:00")));
  }

  @ParameterizedTest
  @CsvSource({
    "lpar_2009-06-30.txt, -",
    "lpar_2009-06-30_1203.txt, 2009-06-30T12:03",
    "lpar_20090630-120304.txt, 2009-06-30T12:03:04",
    "lpar_2009-06-30T12:03:04.txt, 2009-06-30T12:03:04",
    "lpar_2009-06-30_2503.txt, -",
  })
  void aTimeInTheFilesNameIsThatOfTheFirstRow(String source, String first) {
    assertEquals(List.of(first, "-"), times(source, plain(2)));
  }

  @Test
  void theSiteFileDatesWhatNothingElseDates() {
    ReadOptions options = site(LocalDateTime.of(2009, 6, 30, 12, 0), 10_000);
    assertEquals(
        List.of("2009-06-30T12:00", "2009-06-30T12:00:10"), withSite("x", plain(2), options));
    assertEquals(List.of("2009-06-30T12:00:07"), withSite("x", timed("12:00:07"), options));
    assertEquals(
        List.of("2011-01-01T08:00", "2011-01-01T08:00:10"),
        withSite("x", "Sat Jan  1 08:00:00 2011\n" + plain(2), options));
    assertEquals(
        List.of("2011-01-01T08:00:05"), withSite("x_2011-01-01.txt", timed("08:00:05"), options));
  }

  @Test
  void aStartWithoutAnIntervalDatesTheFirstRowOnly() {
    ReadOptions options = site(LocalDateTime.of(2009, 6, 30, 12, 0), Double.NaN);
    assertEquals(List.of("2009-06-30T12:00", "-"), withSite("x", plain(2), options));
  }
}
