package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.identity.Stretch;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When rows were taken: dates above them, and stamps that scripts put at every line. */
class TimesOfRowsTest {
  private static final List<String> HEADING =
      List.of(
          "kthr    memory              page              faults        cpu",
          "----- ----------- ------------------------ ------------ -----------",
          " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa");

  private static String row(int number) {
    return " 1  0 51200" + number + " 90000   0   0   0   0    0   0  12  340  56  7  2 91  0";
  }

  /** The times of the rows, separated by blanks: dates, times of the day, or a dash. */
  private static String times(List<String> lines) {
    List<String> times = new ArrayList<>();
    Reading reading = Readings.of("apus.vmstat", String.join("\n", lines) + "\n");
    for (Stretch stretch : reading.stretches()) {
      Table table = stretch.table();
      for (int row = 0; row < table.rows(); row++) {
        if (Double.isNaN(table.value(Metric.MEMORY_VIRTUAL, row))) {
          continue;
        }
        double clock = table.clock(row);
        times.add(
            !Double.isNaN(table.time(row))
                ? Objects.requireNonNull(Table.localTime(table.time(row))).toString()
                : Double.isNaN(clock)
                    ? "-"
                    : LocalTime.ofSecondOfDay((long) (clock / 1000) % 86_400).toString());
      }
    }
    return String.join(" ", times);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-05-06 11:%02d:00            | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          [2024-05-06 11:%02d:00]          | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          2024-05-06T11:%02d:00+02:00      | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          2024-05-06 11:%02d:00,           | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          Mon May  6 11:%02d:00 CEST 2024: | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          Mon May  6 01:%02d:00 PM CDT 2024| 2024-05-06T13:01 2024-05-06T13:02 2024-05-06T13:03
          05/16/2024 11:%02d:00            | 2024-05-16T11:01 2024-05-16T11:02 2024-05-16T11:03
          16.05.2024 11:%02d:00            | 2024-05-16T11:01 2024-05-16T11:02 2024-05-16T11:03
          20240506 11:%02d:00              | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          05/06/2024 11:%02d:00            | 11:01 11:02 11:03
          11:%02d:00                       | 11:01 11:02 11:03
          01:%02d:00 PM                    | 13:01 13:02 13:03
          May  6 11:%02d:00 apus           | 11:01 11:02 11:03
          May  6 11:%02d:00 apus vmstat[7]:| 11:01 11:02 11:03
          apus: 2024-05-06 11:%02d:00      | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          2024-05-06 11:%02d:00 apus:      | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          17149%02d400                     | - - -
          """)
  void aStampInFrontOfEveryLineIsTakenOff(String stamp, String expected) {
    List<String> lines = new ArrayList<>();
    HEADING.forEach(line -> lines.add(stamped(stamp, 0) + " " + line));
    for (int number = 1; number <= 3; number++) {
      lines.add(stamped(stamp, number) + " " + row(number));
    }
    assertEquals(expected, times(lines));
  }

  private static String stamped(String stamp, int number) {
    return stamp.replace("%02d", "0" + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-06 11:%02d:00",
        "[2024-05-06 11:%02d:00]",
        "Mon May  6 11:%02d:00 CEST 2024"
      })
  void aStampAtEveryRowIsTakenOff(String stamp) {
    for (String between : List.of(" ", "\t", ";")) {
      List<String> behind = new ArrayList<>(HEADING);
      List<String> before = new ArrayList<>(HEADING);
      for (int number = 1; number <= 3; number++) {
        behind.add(row(number) + between + stamped(stamp, number));
        before.add(stamped(stamp, number) + " " + row(number));
      }
      String expected = "2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03";
      assertEquals(expected, times(behind));
      assertEquals(expected, times(before));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024-05-06 11:%02d:00               | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          --- Mon May  6 11:%02d:00 2024 ---  | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          # 2024-05-06 11:%02d:00             | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          06.05.2024 11:%02d:00               | 2024-05-06T11:01 2024-05-06T11:02 2024-05-06T11:03
          11:%02d:00                          | 11:01 11:02 11:03
          """)
  void aDateBeforeEveryRowDatesEveryRow(String date, String expected) {
    List<String> lines = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      lines.add(stamped(date, number));
      lines.addAll(number == 1 ? HEADING : List.of());
      lines.add(row(number));
    }
    assertEquals(expected, times(lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Last login: Mon May  6 11:00:00 CEST 2024 on /dev/pts/0 from 10.0.0.7",
        "Time after run : Mon May  6 11:00:00 CEST 2024",
        "Reminder: maintenance on 2024-05-06 11:00:00",
        "IDENTIFIER:     A6DF45AA\n\nDate/Time:       Mon May  6 11:00:00 CEST 2024\n"
            + "Sequence Number: 12"
      })
  void aDateAmongOtherWordsDatesNothing(String line) {
    List<String> lines = new ArrayList<>(List.of(line));
    lines.addAll(HEADING);
    lines.add(row(1));
    assertEquals("-", times(lines));
  }

  /** A screen of FCX144 whose rows go on for an hour: its first column is the time. */
  @Test
  void aTimeThatATableHasItselfIsNoStamp() throws IOException {
    String screen =
        Files.readString(
            Path.of("src/test/resources/golden/fcx144/vmold_20040301.screen.txt"),
            StandardCharsets.ISO_8859_1);
    int row = screen.indexOf("10:05:00 0");
    String figures = screen.substring(row + "10:05:00".length(), screen.indexOf('\n', row));
    StringBuilder text = new StringBuilder(screen.substring(0, row));
    for (int minute = 0; minute < 60; minute++) {
      text.append(String.format(Locale.ROOT, "11:%02d:00%s\n", minute, figures));
    }
    Reading reading = Readings.of("vmold_20040301.screen.txt", text.toString());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(60 * 4, Readings.samples(reading).size());
  }
}
