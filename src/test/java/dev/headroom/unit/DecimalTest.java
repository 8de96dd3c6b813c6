package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTest {
  @ParameterizedTest
  @CsvSource({
    "4.466, 2, 4.47, 4.47",
    "4.5, 2, 4.50, 4.5",
    "0.125, 2, 0.13, 0.13",
    "1.005, 2, 1.01, 1.01",
    "0.015, 2, 0.02, 0.02",
    "3.565, 2, 3.57, 3.57",
    "-0.001, 2, 0.00, 0",
    "100, 0, 100, 100",
    "1e20, 1, 100000000000000000000.0, 100000000000000000000",
    "NaN, 2, –, –"
  })
  void numbersAreRoundedFromTheirShortestDecimal(
      double value, int decimals, String fixed, String upTo) {
    assertEquals(fixed, Decimal.fixed(value, decimals));
    assertEquals(upTo, Decimal.upTo(value, decimals));
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "0, 0", "128, 128", "0.3333333333, 0.333333", "2e6, 2000000", "NaN, –"})
  void writtenNumbersKeepSixDigits(double value, String text) {
    assertEquals(text, Decimal.written(value));
  }

  @Test
  void counts() {
    assertEquals("1,440", Count.of(1440));
    assertEquals("1 line", Count.of(1, "line"));
    assertEquals("0 lines", Count.of(0, "line"));
    assertEquals("1,440 lines", Count.of(1440, "line"));
  }

  @Test
  void names() {
    assertEquals("", Names.list(List.of()));
    assertEquals("a", Names.list(List.of("a")));
    assertEquals("a and b", Names.list(List.of("a", "b")));
    assertEquals("a, b, c, d and e", Names.list(List.of("a", "b", "c", "d", "e")));
    assertEquals("a, b, c, d, e and 1 more", Names.list(List.of("a", "b", "c", "d", "e", "f")));
    assertEquals("a, b", Names.all(List.of("a", "b")));
  }
}
