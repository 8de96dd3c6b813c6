package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeTest {
  @ParameterizedTest
  @CsvSource({
    "0B, 0",
    "1KB, 1024",
    "77MB, 80740352",
    "1.5 GB, 1610612736",
    "12GiB, 12884901888",
    "2T, 2199023255552",
    "' 0.3K ', 307"
  })
  void sizesAreRead(String text, double bytes) {
    assertEquals(bytes, Size.of(text).bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "-1GB", "1e3GB", "1,5GB", "12PB", "GB"})
  void whatIsNoSizeIsRefusedWithAnExample(String text) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Size.of(text));
    assertEquals(
        "'" + text + "' is not a size; write a number and a unit, such as 12GB or 77MB",
        refused.getMessage());
  }

  @Test
  void printedUnitsOfToolsAreInAnyCase() {
    assertEquals(1, Size.factor(""));
    assertEquals(1L << 30, Size.factor("gb"));
    assertEquals(1L << 40, Size.factor("T"));
    assertEquals(0, Size.factor("pages"));
    assertEquals(1_331_439_862, Size.bytes("1.24", "GB"));
  }

  @Test
  void sizesAreWritten() {
    assertEquals("0.00 GB", Size.gb(10_240));
    assertEquals("12.00 GB", Size.gb(12 * Size.GB));
    assertEquals("-0.50 GB", Size.gb(-0.5 * Size.GB));
    assertEquals("–", Size.gb(Double.NaN).substring(0, 1));
    assertEquals("0.00 GB", Size.text(0));
    assertEquals("0.01 MB", Size.text(10_240));
    assertEquals("4.00 MB", Size.text(4 * Size.MB));
    assertEquals("0.01 GB", Size.text(0.005 * Size.GB));
    assertEquals("100.00 GB", Size.text(100 * Size.GB));
    assertEquals("77 MB", Size.mb(77 * Size.MB));
    assertEquals("10,240.5 MB", Size.mb(10_240.5 * Size.MB));
  }
}
