package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.report.Figures;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.StolenBand;
import dev.headroom.series.CellGuard;
import dev.headroom.unit.VisibleText;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WordsAndNumbersTest {
  @Test
  void absentFiguresAreDashes() {
    Figures.Figure none = Figures.gb(OptionalDouble.empty());
    assertEquals("–", none.text());
    assertFalse(none.known());
    assertFalse(Figures.gb(OptionalDouble.of(Double.NaN)).known());
    assertEquals("0.00 GB", Figures.gb(OptionalDouble.of(0)).text());
    assertEquals("1 day", Figures.days(OptionalDouble.of(1)).text());
    assertEquals("0.5 days", Figures.days(OptionalDouble.of(0.5)).text());
    assertEquals(
        "1.00 to 1.40 ×", Figures.factor(OptionalDouble.of(1), OptionalDouble.of(1.4)).text());
    assertEquals(
        "0.50 GB",
        Figures.gbRange(new StolenBand(OptionalDouble.empty(), OptionalDouble.of(1 << 29))).text());
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
    List<String> names = PoolPlace.of(pools).stream().map(PoolPlace::file).toList();
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
    List<PoolPlace> places = PoolPlace.of(names.stream().map(InventedPools::unknown).toList());
    assertEquals(places.size(), places.stream().map(PoolPlace::file).distinct().count());
    assertTrue(places.stream().allMatch(place -> place.inside() == places.size() <= 20));
  }
}
