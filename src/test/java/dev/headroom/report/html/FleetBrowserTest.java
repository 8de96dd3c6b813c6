package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.InventedFleet;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The table of all pools, as a reader works with it. */
@Tag("browser")
@ExtendWith(InBrowser.class)
class FleetBrowserTest {
  private static final int POOLS = 40;
  private static final String TEXT = ".filters [name=text]";

  @TempDir Path folder;

  private Path fleet() throws IOException {
    return HtmlReport.write(InventedPools.report(InventedFleet.of(POOLS)), folder).get(0);
  }

  private static List<String> shown(Tab tab) {
    return Tab.texts(
        tab.value(
            "[...document.querySelectorAll('.fleet tbody tr')].filter(r => r.checkVisibility())"
                + ".map(r => r.cells[1].textContent)"));
  }

  private static List<String> column(Tab tab, int column) {
    return Tab.texts(
        tab.value(
            "[...document.querySelectorAll('.fleet tbody tr')].map(r => r.cells["
                + column
                + "].textContent.trim())"));
  }

  private static List<String> headings(Tab tab) {
    return Tab.texts(
        tab.value("[...document.querySelectorAll('.fleet thead th')].map(h => h.textContent)"));
  }

  private static void choose(Tab tab, String filter, String value) {
    tab.value(
        "(() => { const s = document.querySelector('.filters [name="
            + filter
            + "]'); s.value = '"
            + value
            + "'; s.dispatchEvent(new Event('change')); })()");
  }

  private static String said(Tab tab) {
    return tab.text("document.querySelector('.count').textContent");
  }

  @Test
  void everyColumnSortsBothWaysAndWhatIsNotKnownComesLast(Tab tab) throws IOException {
    tab.open(fleet());
    List<String> headings = headings(tab);
    assertEquals(15, headings.size());
    int shown = shown(tab).size();
    for (int column = 5; column < headings.size(); column++) {
      tab.click(".fleet thead th:nth-child(" + (column + 1) + ") button");
      assertSorted(tab, column, "descending");
      tab.click(".fleet thead th:nth-child(" + (column + 1) + ") button");
      assertSorted(tab, column, "ascending");
      assertEquals(
          shown
              + " of 40 pools shown, by "
              + headings.get(column).toLowerCase(Locale.ROOT)
              + ", ascending.",
          said(tab));
    }
    assertEquals(1, tab.number("document.querySelectorAll('.fleet [aria-sort]').length"));
  }

  private static void assertSorted(Tab tab, int column, String way) {
    assertEquals(
        way,
        tab.text(
            "document.querySelectorAll('.fleet thead th')["
                + column
                + "].getAttribute('aria-sort')"));
    List<String> cells = column(tab, column);
    List<Double> known = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isEmpty() || cells.get(i).equals("–")) {
        continue;
      }
      assertEquals(known.size(), i, "what is not known comes last");
      known.add(Double.parseDouble(cells.get(i).replace("−", "-").replace(" %", "")));
    }
    assertTrue(known.size() > 1, "column " + column);
    List<Double> sorted = new ArrayList<>(known);
    sorted.sort(way.equals("ascending") ? Comparator.naturalOrder() : Collections.reverseOrder());
    assertEquals(sorted, known, "column " + column);
  }

  @Test
  void wordsAndPicturesSortToo(Tab tab) throws IOException {
    tab.open(fleet());
    assertEquals("red", column(tab, 0).get(0));
    tab.click(".fleet thead th:nth-child(2) button");
    List<String> names = column(tab, 1);
    assertEquals(names.stream().sorted().toList(), names);
    tab.click(".fleet thead th:nth-child(3) button");
    assertEquals("AMS", column(tab, 2).get(0));
    tab.click(".fleet thead th:nth-child(3) button");
    assertEquals("z/VM", column(tab, 2).get(0));
    tab.click(".fleet thead th:nth-child(4) button");
    assertEquals("logical", column(tab, 3).get(0));
    tab.click(".fleet thead th:nth-child(1) button");
    assertEquals("red", column(tab, 0).get(0));
    tab.click(".fleet thead th:nth-child(1) button");
    assertEquals("green", column(tab, 0).get(0));
    tab.click(".fleet thead th:nth-child(5) button");
    List<String> fullness =
        Tab.texts(
            tab.value(
                "[...document.querySelectorAll('.fleet tbody tr')].map(r => r.cells[4].dataset.sort)"));
    List<Double> known =
        fullness.stream().filter(each -> !each.isEmpty()).map(Double::valueOf).toList();
    assertEquals(known.stream().sorted(Collections.reverseOrder()).toList(), known);
    assertEquals("", fullness.get(POOLS - 1), "what is not known comes last");
  }

  @Test
  void theKeyboardAloneIsEnough(Tab tab) throws IOException {
    tab.open(fleet());
    tab.value("document.querySelector('.filters [name=text]').focus()");
    tab.type("fra1");
    assertTrue(shown(tab).stream().allMatch(name -> name.startsWith("fra1")), "typed");
    tab.press("Tab");
    tab.press("r");
    assertEquals("red", tab.text("document.activeElement.value"));
    for (int i = 0; i < 4; i++) {
      tab.press("Tab");
    }
    assertEquals("Grade", tab.text("document.activeElement.textContent"));
    assertNotEquals(
        "none", tab.text("getComputedStyle(document.activeElement).outlineStyle"), "focus shows");
    for (int i = 0; i < 5; i++) {
      tab.press("Tab");
    }
    tab.press("Enter");
    assertEquals(
        "descending", tab.text("document.activeElement.closest('th').getAttribute('aria-sort')"));
    tab.press("Space");
    assertEquals(
        "ascending", tab.text("document.activeElement.closest('th').getAttribute('aria-sort')"));
  }

  @Test
  void filtersNarrowTogetherAndAreToldOf(Tab tab) throws IOException {
    tab.open(fleet());
    List<PoolReport> pools = InventedFleet.of(POOLS);
    choose(tab, "grade", "green");
    long green = count(pools, "green", "", "");
    assertEquals(green + " of 40 pools shown, worst first.", said(tab));
    assertEquals(green, shown(tab).size(), "what was asked for is not folded away");
    choose(tab, "platform", "z/VM");
    assertEquals(count(pools, "green", "z/VM", ""), shown(tab).size());
    choose(tab, "mode", "logical");
    long few = count(pools, "green", "z/VM", "logical");
    assertTrue(few > 0 && few < green, "some");
    assertEquals(few, shown(tab).size());
    tab.click(TEXT);
    tab.type("no such pool");
    assertEquals("0 of 40 pools shown, worst first.", said(tab));
    tab.click(".filters .reset");
    assertEquals(POOLS - green, shown(tab).size());
    assertEquals("status", tab.text("document.querySelector('.count').getAttribute('role')"));
  }

  private static long count(List<PoolReport> pools, String grade, String kind, String mode) {
    return pools.stream()
        .filter(pool -> pool.judgement().grade().filter(g -> g.label().equals(grade)).isPresent())
        .filter(pool -> kind.isEmpty() || pool.kind().brief().equals(kind))
        .filter(
            pool ->
                mode.isEmpty()
                    || pool.memory().overcommit().mode().orElseThrow().label().equals(mode))
        .count();
  }

  @Test
  void theAddressKeepsWhatWasChosen(Tab tab) throws IOException {
    Path page = fleet();
    tab.open(page);
    choose(tab, "grade", "yellow");
    tab.click(TEXT);
    tab.type("fra3");
    tab.click(".fleet thead th:nth-child(6) button");
    List<String> chosen = shown(tab);
    assertTrue(chosen.size() > 1, "some");
    String said = said(tab);
    String fragment = tab.text("location.hash");
    tab.reload();
    assertEquals(chosen, shown(tab), "loaded again");
    tab.open(page, fragment);
    assertEquals(chosen, shown(tab), "opened by a link");
    assertEquals(said, said(tab));
    assertEquals("fra3", tab.text("document.querySelector('" + TEXT + "').value"));
    tab.click(".fleet tbody tr:not([hidden]) a");
    tab.until("location.hash.startsWith('#pool-')");
    assertTrue(tab.holds("document.querySelector(location.hash)"), "it leads to the pool");
    assertEquals(chosen, shown(tab), "and changes nothing");
    tab.value("history.back()");
    tab.until("location.hash === '" + fragment + "'");
    assertEquals(chosen, shown(tab));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void anAddressThatMakesNoSenseShowsAll(Tab tab) throws IOException {
    tab.open(fleet(), "#grade=purple&sort=nothing&order=x&fine=y&text=%3Cimg%20src=x%3E");
    assertEquals("", tab.text("document.querySelector('.filters [name=grade]').value"));
    assertEquals("<img src=x>", tab.text("document.querySelector('" + TEXT + "').value"));
    assertEquals("0 of 40 pools shown, worst first.", said(tab));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void whatIsFineIsFoldedAwayWhereThereAreMany(Tab tab) throws IOException {
    tab.open(fleet());
    long green = count(InventedFleet.of(POOLS), "green", "", "");
    assertEquals(POOLS - green, shown(tab).size());
    assertEquals(
        "Show " + green + " more: what is fine",
        tab.text("document.querySelector('.fold').innerText"));
    tab.paper();
    assertEquals(POOLS, shown(tab).size(), "paper shows all");
    assertFalse(tab.holds("document.querySelector('.filters').checkVisibility()"));
    String told = "document.querySelector('.count').checkVisibility()";
    assertFalse(tab.holds(told), "it would tell of the screen");
    choose(tab, "grade", "red");
    assertTrue(tab.holds(told), "what was narrowed is told");
    choose(tab, "grade", "");
    tab.screen(false);
    tab.click(".fold button");
    assertEquals(POOLS, shown(tab).size());
    tab.reload();
    assertEquals(POOLS, shown(tab).size(), "the address keeps it");
    tab.click(".fold button");
    assertEquals(POOLS - green, shown(tab).size());
  }

  @Test
  void nothingIsFoldedAwayWhereThereAreFew(Tab tab) throws IOException {
    tab.open(HtmlReport.write(InventedPools.report(InventedFleet.of(20)), folder).get(0));
    assertEquals(20, shown(tab).size());
    assertFalse(tab.holds("document.querySelector('.fold').checkVisibility()"));
  }

  @Test
  void withoutScriptEverythingIsSaid(Tab tab) throws IOException {
    tab.script(false);
    tab.open(fleet());
    assertEquals(POOLS, shown(tab).size());
    assertFalse(tab.holds("document.querySelector('.filters').checkVisibility()"), "no dead field");
    assertEquals(
        0,
        tab.number(
            "[...document.querySelectorAll('button')]"
                + ".filter(b => b.checkVisibility()).length"),
        "no dead button");
    assertEquals(15, headings(tab).size());
    assertTrue(tab.shown().contains("Who needs memory?"));
    assertEquals("40 pools, worst first.", said(tab), "not the script's words");
  }

  @Test
  void hostileNamesStayText(Tab tab) throws IOException {
    List<PoolReport> pools = new ArrayList<>();
    List<String> names = hostileNames();
    names.forEach(name -> pools.add(InventedPools.busyDay(name)));
    tab.open(HtmlReport.write(InventedPools.report(pools), folder).get(0));
    assertEquals(names, column(tab, 1));
    for (String name : names) {
      tab.value(
          "(() => { const t = document.querySelector('"
              + TEXT
              + "'); t.value = "
              + DevTools.of("name", name).get("name")
              + "; t.dispatchEvent(new Event('input')); })()");
      assertEquals(List.of(name), shown(tab));
      tab.reload();
      assertEquals(List.of(name), shown(tab), "kept in the address");
    }
    assertFalse(tab.holds("window.ran"));
    assertEquals(List.of(), tab.complaints());
  }

  private static List<String> hostileNames() {
    return Stream.of(
            "<script>window.ran=1</script>",
            "\"><img src=x onerror=window.ran=1>",
            "' onmouseover='window.ran=1",
            "${7*7} &amp; #a=b&grade=red %41",
            "javascript:window.ran=1")
        .toList();
  }

  @Test
  void onANarrowScreenEachFigureBearsItsHeading(Tab tab) throws IOException {
    tab.width(400);
    tab.open(fleet());
    List<String> labels =
        Tab.texts(
            tab.value(
                "[...document.querySelector('.fleet tbody tr').cells].slice(2)"
                    + ".map(c => getComputedStyle(c, '::before').content.replaceAll('\"', ''))"));
    assertEquals(headings(tab).subList(2, 15), labels);
    assertEquals(
        0,
        tab.number(
            "[...document.querySelectorAll('.fleet tbody tr > *')].filter(c => c.checkVisibility())"
                + ".filter(c => c.getBoundingClientRect().right > innerWidth"
                + " || c.scrollWidth > c.clientWidth + 1).length"),
        "nothing is cut off");
  }
}
