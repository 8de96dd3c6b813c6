package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoTimeTest {
  private static final LocalDateTime MINUTE = LocalDateTime.of(2009, 6, 30, 12, 3);

  @Test
  void timesHaveSeconds() {
    assertEquals("2009-06-30T12:03:00", IsoTime.of(MINUTE));
    assertEquals("2009-06-30T12:03:33", IsoTime.of(MINUTE.withSecond(33)));
    assertEquals("2009-06-30T12:03:00.250", IsoTime.of(MINUTE.withNano(250_000_000)));
    assertEquals("2009-06-30 12:03:00", IsoTime.cell(MINUTE));
  }

  @Test
  void sentencesLeaveOutSecondsThatAreZero() {
    assertEquals("2009-06-30 12:03", IsoTime.text(MINUTE));
    assertEquals("2009-06-30 12:03:33", IsoTime.text(MINUTE.withSecond(33).withNano(1)));
    assertEquals("2009-06-30 12:03", IsoTime.text(MINUTE.withNano(250_000_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "2009-06-30, 2009-06-30T00:00:00",
    "2009-06-30 12:03, 2009-06-30T12:03:00",
    "' 2009-06-30T12:03:33 ', 2009-06-30T12:03:33"
  })
  void timesAreRead(String text, String time) {
    assertEquals(time, IsoTime.of(IsoTime.parse(text)));
  }

  @Test
  void whatIsNoTimeIsRefused() {
    assertThrows(DateTimeException.class, () -> IsoTime.parse("noon"));
    assertThrows(DateTimeException.class, () -> IsoTime.parse("2009-06-31"));
  }
}
