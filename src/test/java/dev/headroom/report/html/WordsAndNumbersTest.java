package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.headroom.Tries;
import dev.headroom.report.Figures;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.StolenBand;
import dev.headroom.report.VisibleText;
import dev.headroom.series.CellGuard;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsAndNumbersTest {
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

  @ParameterizedTest
  @CsvSource({
    "0, 0.00 %",
    "1, 100.00 %",
    "0.00001, < 0.01 %",
    "0.99999999, > 99.99 %",
    "0.0035, 0.35 %"
  })
  void sharesThatAreNotNothingAreNotShownAsNothing(double share, String text) {
    assertEquals(text, Figures.percent(share));
  }

  @Test
  void absentFiguresAreDashes() {
    Figures.Figure none = Figures.gb(OptionalDouble.empty());
    assertEquals("–", none.text());
    assertFalse(none.known());
    assertFalse(Figures.gb(OptionalDouble.of(Double.NaN)).known());
    assertEquals("0.00 GB", Figures.gb(OptionalDouble.of(0)).text());
    assertEquals("12.00 GB", Figures.gb(12.0 * (1L << 30)));
    assertEquals("1 day", Figures.days(OptionalDouble.of(1)).text());
    assertEquals("0.5 days", Figures.days(OptionalDouble.of(0.5)).text());
    assertEquals(
        "1.00 to 1.40 ×", Figures.factor(OptionalDouble.of(1), OptionalDouble.of(1.4)).text());
    assertEquals(
        "0.50 GB",
        Figures.gbRange(new StolenBand(OptionalDouble.empty(), OptionalDouble.of(1 << 29))).text());
  }

  @Test
  void timesHaveSeconds() {
    assertEquals("2009-06-30T12:03:00", IsoTime.of(LocalDateTime.of(2009, 6, 30, 12, 3)));
    assertEquals("2009-06-30T12:03:33", IsoTime.of(LocalDateTime.of(2009, 6, 30, 12, 3, 33)));
    assertEquals(
        "2009-06-30T12:03:00.250",
        IsoTime.of(LocalDateTime.of(2009, 6, 30, 12, 3, 0, 250_000_000)));
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void guardedCellsReadBack(@ForAll String name) {
    assertEquals(name, CellGuard.unguard(CellGuard.guard(name)));
    assertEquals("'" + "=" + name, CellGuard.guard("=" + name));
  }

  @Test
  void normalNamesAreNotTouched() {
    for (String name : List.of("bxaix85", "it's", "'quoted'", "lab/day.zip!/x.vmstat", "-")) {
      assertEquals(name.equals("-") ? "'-" : name, CellGuard.guard(name));
    }
  }

  @Test
  void hiddenCharactersShowOneForOne() {
    assertEquals("a␛[31m␀␡\t\n", VisibleText.of("a\u001b[31m\u0000\u007f\t\n"));
    assertEquals("x\uFFFDy\uFFFD", VisibleText.of("x\u202Ey\uD83D"));
    assertEquals("plain – ü \uD83D\uDE00", VisibleText.of("plain – ü \uD83D\uDE00"));
    assertEquals("\uFFFD\uFFFD", VisibleText.of("\uDB40\uDC41"));
  }

  @Test
  void excerptsSayWhatTheyLeaveOut() {
    assertEquals("short", VisibleText.excerpt("short"));
    assertEquals(
        "y".repeat(400) + "… (1,600 more characters)", VisibleText.excerpt("y".repeat(2000)));
  }

  @Test
  void pagesHaveSafeAndDifferentNames() {
    List<PoolReport> pools =
        java.util.stream.Stream.of(
                "js22", "JS22", "js 22", "../x", "", "名前", "nul", "z".repeat(300))
            .map(InventedPools::unknown)
            .toList();
    List<String> names = PageNames.of(pools);
    assertEquals(
        List.of(
            "pool-js22.html",
            "pool-js22-2.html",
            "pool-js-22.html",
            "pool-x.html",
            "pool.html",
            "pool-2.html",
            "pool-nul.html"),
        names.subList(0, 7));
    assertEquals("pool-".length() + 55 + ".html".length(), names.get(7).length());
  }

  @Property(tries = 1000 * Tries.TIMES, seed = Tries.SEED)
  void pageNamesNeverClash(@ForAll List<String> names) {
    List<String> pages = PageNames.of(names.stream().map(InventedPools::unknown).toList());
    assertEquals(pages.size(), pages.stream().distinct().count());
  }
}
