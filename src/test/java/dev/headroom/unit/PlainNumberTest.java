package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.headroom.Tries;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {
  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void plainNumbersReadBackAsThemselves(@ForAll double value) {
    String text = PlainNumber.of(value);
    assertEquals(value + 0.0, Double.parseDouble(text) + 0.0);
    assertFalse(text.contains("E"));
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void decimalsOfCapturesReadBackAsPrinted(@ForAll int digits) {
    assertEquals(digits / 1000.0, Double.parseDouble(PlainNumber.of(digits / 1000.0)));
    assertEquals(
        java.math.BigDecimal.valueOf(digits, 3).stripTrailingZeros().toPlainString(),
        PlainNumber.of(digits / 1000.0));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "4294967296, 4294967296",
    "0.31, 0.31",
    "-1.5, -1.5",
    "1e20, 100000000000000000000",
    "1e-7, 0.0000001",
    "2e-44, 0.00000000000000000000000000000000000000000002",
    "9007199254740993, 9007199254740992"
  })
  void plainNumbers(double value, String text) {
    assertEquals(text, PlainNumber.of(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0",
    "7, 7.0",
    "0.05, 0.05",
    "1.1666666666666667, 1.16666667",
    "1e-12, 0.000000000001",
    "120, 120.0"
  })
  void rates(double value, String text) {
    assertEquals(text, PlainNumber.rate(value));
  }
}
