package dev.headroom.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 %, 0.00 %",
    "0.00004, less than 0.01 %, < 0.01 %",
    "0.00005, 0.01 %, 0.01 %",
    "0.0035, 0.35 %, 0.35 %",
    "0.99999999, 100 %, > 99.99 %",
    "1, 100 %, 100.00 %",
    "1.5, 150 %, 150.00 %"
  })
  void aTraceIsNotShownAsNothing(double share, String text, String cell) {
    assertEquals(text, Share.text(share));
    assertEquals(cell, Share.cell(share));
  }

  @Test
  void chancesAreRoundedUp() {
    assertEquals("20 %", Share.atMost(0.2));
    assertEquals("20.1 %", Share.atMost(0.20001));
    assertEquals("0.1 %", Share.atMost(0.00001));
    assertEquals("0 %", Share.atMost(0));
  }

  @Test
  void decimalsAreChosen() {
    assertEquals("50 %", Share.fixed(0.5, 0));
    assertEquals("5.0 %", Share.fixed(0.05, 1));
    assertEquals("5 %", Share.brief(0.05));
    assertEquals("2.5 %", Share.brief(0.025));
  }

  @ParameterizedTest
  @CsvSource({"5%, 0.05", "5 %, 0.05", "0.05, 0.05", "2.5%, 0.025", "' 1 ', 1", "150%, 1.5"})
  void sharesAreRead(String text, double share) {
    assertEquals(share, Share.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-5%", "five", "5%%", "1,5%"})
  void whatIsNoShareIsRefusedWithAnExample(String text) {
    Exception refused = assertThrows(IllegalArgumentException.class, () -> Share.of(text));
    assertEquals("'" + text + "' is not a share; write 5% or 0.05", refused.getMessage());
  }
}
