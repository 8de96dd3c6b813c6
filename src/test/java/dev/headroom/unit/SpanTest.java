package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "20, 20 s",
    "59.96, 60 s",
    "60, 1 min",
    "90, 1.5 min",
    "3599, 60 min",
    "3600, 60 min",
    "5400, 90 min",
    "7199, 120 min",
    "7200, 2 hours",
    "172799, 48 hours",
    "172800, 2 days",
    "864000, 10 days"
  })
  void aMeasuredSpanIsRounded(double seconds, String text) {
    assertEquals(text, Span.text(seconds * 1000));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "5, 5 s",
    "-2.5, 2.5 s",
    "0.0004, 0 s",
    "100, 1 min 40 s",
    "900, 15 min",
    "3600, 1 hour",
    "7620, 2 hours 7 min",
    "86400, 1 day",
    "-129600, 1 day 12 hours",
    "345600, 4 days"
  })
  void aChosenSpanIsExact(double seconds, String text) {
    assertEquals(text, Span.exact(seconds * 1000));
  }

  @Test
  void daysHoursAndMilliseconds() {
    assertEquals("1 day", Span.days(1));
    assertEquals("0.25 days", Span.days(0.25));
    assertEquals("1.5 days", Span.days(1.5));
    assertEquals("10 days", Span.days(10));
    assertEquals("1.5 h", Span.hours(5_400_000));
    assertEquals("7.8 ms", Span.millis(7.81));
    assertEquals(86_400_000, Span.ofDays(1));
    assertEquals(0.5, Span.inDays(43_200_000));
  }

  @ParameterizedTest
  @CsvSource({
    "2h, 7200",
    "-30m, -1800",
    "+5s, 5",
    "1d12h, 129600",
    "1D, 86400",
    "2w, 1209600",
    "1.5h, 5400",
    "1w1d1h1m1s, 694861"
  })
  void spansAreRead(String text, double seconds) {
    assertEquals(seconds * 1000, Span.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "soon", "12", "h", "1m2h", "1 h", "12345678s"})
  void whatIsNoSpanIsRefusedWithAnExample(String text) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Span.of(text));
    assertEquals(
        "'"
            + text
            + "' is not a length of time; write days, hours, minutes, seconds, such as 2h, -30m or"
            + " 1d12h",
        refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5s", "1m40s", "2h7m", "4d", "1d12h", "0.25s"})
  void whatIsChosenIsWrittenInFull(String text) {
    String written =
        Span.exact(Span.of(text))
            .replaceAll(" days?", "d")
            .replaceAll(" hours?", "h")
            .replace(" min", "m")
            .replace(" s", "s")
            .replace(" ", "");
    assertEquals(text, written);
  }
}
