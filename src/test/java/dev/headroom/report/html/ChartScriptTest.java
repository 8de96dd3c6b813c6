package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.ChartPools;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.chart.DemandChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A chart over time under a reader's hands. */
@Tag("browser")
@ExtendWith(InBrowser.class)
class ChartScriptTest {
  private static final String CHART = "document.querySelector('svg.chart')";
  private static final String READING = "document.querySelector('.reading').textContent";
  private static final String SHOWN =
      "[..."
          + CHART
          + ".querySelectorAll('text')].filter(t => getComputedStyle(t).visibility"
          + " === 'visible').map(t => t.textContent)";

  @TempDir Path folder;

  private void open(Tab tab, PoolReport pool) throws IOException {
    String chart =
        HtmlReport.render(
            "chart.jte",
            DemandChart.draw(pool, pool.memory().history().orElseThrow(), "x").orElseThrow());
    Path page = folder.resolve("page.html");
    Files.writeString(
        page,
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>t</title><style>"
            + PageStyle.CSS
            + "</style></head><body><section data-pool>"
            + chart
            + "</section><script>"
            + PagePart.text("chart.js")
            + "</script></body></html>");
    tab.open(page);
  }

  private static PoolReport busy() {
    return InventedPools.busyDay("js22");
  }

  /** Where an hour of the day shown whole is, pixels from the window's left and top. */
  private static double[] hour(Tab tab, double hour) {
    JsonNode frame =
        tab.value("(b => ({x: b.x, y: b.y, w: b.width}))(" + CHART + ".getBoundingClientRect())");
    double scale = frame.get("w").asDouble() / 960;
    double x = 52 + hour * 12 / 287 * 888;
    return new double[] {
      frame.get("x").asDouble() + x * scale, frame.get("y").asDouble() + 150 * scale
    };
  }

  @Test
  void thePointerReadsTheNearestInstant(Tab tab) throws IOException {
    open(tab, busy());
    double[] two = hour(tab, 14);
    tab.move(two[0], two[1]);
    assertEquals(
        "time 2009-06-30 14:00 total 14.00 GB hot 12.23 GB size 12.00 GB page-ins 412 in 5 min",
        tab.text(READING).strip());
    assertTrue(
        tab.holds(CHART + ".querySelector('.cursor').getAttribute('visibility') === 'visible'"));
    double[] nine = hour(tab, 9.01);
    tab.move(nine[0], nine[1]);
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 09:00 total "), tab.text(READING));
    assertEquals(
        "polite", tab.text("document.querySelector('.reading').getAttribute('aria-live')"));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void arrowsWalkFromThePeak(Tab tab) throws IOException {
    open(tab, busy());
    tab.value("document.querySelectorAll('.chart-tools button').forEach(b => b.remove())");
    tab.press("Tab");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 14:00 total 14.00 GB"), "the peak");
    tab.press("ArrowRight");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 14:05 "), tab.text(READING));
    tab.press("ArrowLeft");
    tab.press("ArrowLeft");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 13:55 "), tab.text(READING));
    tab.press("End");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 23:55 "), tab.text(READING));
    tab.press("ArrowRight");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 23:55 "), "there is no more");
    tab.press("Home");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 00:00 "), tab.text(READING));
  }

  @Test
  void whatIsNotKnownIsADash(Tab tab) throws IOException {
    open(tab, ChartPools.pool(ChartPools.month(2)));
    String told =
        "document.querySelector('.readings .column').dataset.values.split(',').includes('')";
    assertFalse(tab.holds(told));
    PoolHistory gap = ChartPools.even(30, i -> i == 3);
    open(tab, ChartPools.pool(gap));
    tab.value(CHART + ".focus()");
    tab.press("Home");
    tab.press("ArrowRight");
    tab.press("ArrowRight");
    tab.press("ArrowRight");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 00:20 "), "the gap has no reading");
  }

  @Test
  void keysLookCloserAndBack(Tab tab) throws IOException {
    open(tab, busy());
    String whole = tab.text(SHOWN);
    assertTrue(whole.contains("06:00") && !whole.contains("13:30"), whole);
    tab.value(CHART + ".focus()");
    for (int i = 0; i < 3; i++) {
      tab.press("+");
    }
    String close = tab.text(SHOWN);
    assertTrue(close.contains("13:30") && close.contains("Tue 30 Jun"), close);
    assertFalse(close.contains("06:00"), close);
    double[] pane = pane(tab);
    assertEquals(888.0 / 8, pane[1], 0.1);
    assertTrue(pane[0] < 52 + 888 * 14 / 24.0 && pane[0] + pane[1] > 52 + 888 * 14 / 24.0);
    tab.press("-");
    assertEquals(888.0 / 4, pane(tab)[1], 0.1);
    tab.press("Home");
    assertTrue(pane(tab)[0] < 53, "the view goes where the reading goes");
    tab.press("0");
    assertEquals(888, pane(tab)[1], 0.1);
    assertEquals(whole, tab.text(SHOWN));
  }

  private static double[] pane(Tab tab) {
    JsonNode box =
        tab.value("(b => [b.x, b.width])(document.querySelector('.pane').viewBox.baseVal)");
    return new double[] {box.get(0).asDouble(), box.get(1).asDouble()};
  }

  @Test
  void draggingOverAPartShowsIt(Tab tab) throws IOException {
    open(tab, busy());
    double[] from = hour(tab, 12);
    double[] to = hour(tab, 15);
    tab.drag(from[0], from[1], to[0], to[1]);
    double[] pane = pane(tab);
    assertEquals(52 + 12 * 12 / 287.0 * 888, pane[0], 2);
    assertEquals(3 * 12 / 287.0 * 888, pane[1], 3);
    assertTrue(tab.text(SHOWN).contains("13:30"), tab.text(SHOWN));
    tab.click(".chart-tools button:nth-of-type(3)");
    assertEquals(888, pane(tab)[1], 0.1);
  }

  @Test
  void buttonsThatCanDoNothingSaySo(Tab tab) throws IOException {
    open(tab, busy());
    String disabled =
        "[...document.querySelectorAll('.chart-tools button')].map(b => b.disabled).join()";
    assertEquals("false,true,true", tab.text(disabled));
    tab.click(".chart-tools button");
    assertEquals("false,false,false", tab.text(disabled));
    for (int i = 0; i < 40 && tab.text(disabled).startsWith("false"); i++) {
      tab.value("document.querySelector('.chart-tools button').click()");
    }
    assertEquals("true,false,false", tab.text(disabled));
  }

  @Test
  void aSizeThatIsTriedIsALine(Tab tab) throws IOException {
    open(tab, busy());
    assertFalse(tab.holds(CHART + ".querySelector('.tried')"));
    tab.value(
        "document.querySelector('[data-pool]').dispatchEvent(new CustomEvent('headroom:size',"
            + " {detail: {gb: 9.5}, bubbles: true}))");
    assertTrue(tab.text(SHOWN).contains("tried 9.50 GB"));
    double y =
        Double.parseDouble(tab.text(CHART + ".querySelector('line.tried').getAttribute('y1')"));
    double ten = label(tab, "10") - 4;
    double five = label(tab, "5") - 4;
    assertEquals(ten + (five - ten) / 10, y, 0.2);
    tab.value(
        "document.querySelector('[data-pool]').dispatchEvent(new CustomEvent('headroom:size',"
            + " {detail: {gb: 9999}, bubbles: true}))");
    assertEquals("20.0", tab.text(CHART + ".querySelector('line.tried').getAttribute('y1')"));
    assertEquals(1, tab.number(CHART + ".querySelectorAll('line.tried').length"));
  }

  private static double label(Tab tab, String text) {
    return Double.parseDouble(
        tab.text(
            "[..."
                + CHART
                + ".querySelectorAll('text.tick')].find(t => t.textContent === '"
                + text
                + "').getAttribute('y')"));
  }

  @Test
  void capturesWithoutTimeAreReadByTheirNumber(Tab tab) throws IOException {
    open(tab, ChartPools.pool(ChartPools.untimed(5000)));
    tab.value(CHART + ".focus()");
    tab.press("End");
    assertTrue(tab.text(READING).startsWith("at sample 4,999 total "), tab.text(READING));
    tab.press("+");
    assertTrue(tab.text(SHOWN).contains("3,000"), tab.text(SHOWN));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void aSingleInstantCanBeRead(Tab tab) throws IOException {
    open(tab, ChartPools.pool(ChartPools.even(1, i -> false)));
    tab.value(CHART + ".focus()");
    tab.press("ArrowRight");
    tab.press("+");
    assertTrue(
        tab.text(READING).startsWith("time 2009-06-30 00:00 total 7.50 GB"), tab.text(READING));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void guestsAreReadInTheirOwnWords(Tab tab) throws IOException {
    open(tab, ChartPools.zvm(ChartPools.guests()));
    tab.value(CHART + ".focus()");
    tab.press("Home");
    assertTrue(tab.text(READING).contains("paged out 0.20 GB"), tab.text(READING));
    assertTrue(tab.text(READING).contains("page reads 0 a second"), tab.text(READING));
  }

  @Test
  void withoutTheScriptNothingInvitesToUseIt(Tab tab) throws IOException {
    tab.script(false);
    open(tab, busy());
    tab.script(true);
    assertEquals(0, tab.number("document.querySelectorAll('button, .reading, [tabindex]').length"));
    assertTrue(tab.text(SHOWN).contains("size 12.00 GB"));
  }

  @Test
  void inAReportTheSliderMovesTheLine(Tab tab) throws IOException {
    HtmlReport.write(InventedPools.report(List.of(busy())), folder);
    tab.open(folder.resolve("index.html"));
    tab.value(CHART + ".focus()");
    tab.press("ArrowRight");
    assertTrue(tab.text(READING).startsWith("time 2009-06-30 14:05 "), tab.text(READING));
    tab.press("+");
    assertFalse(tab.text(SHOWN).contains("06:00"), tab.text(SHOWN));
    tab.value("document.querySelector('.slider input').focus()");
    tab.press("ArrowRight");
    String tried = tab.text(CHART + ".querySelector('text.tried').textContent");
    assertTrue(tried.matches("tried 1\\d\\.\\d\\d GB"), tried);
    assertEquals(List.of(), tab.complaints());
    assertEquals(1, tab.requests().size(), "the page alone was asked for");
  }

  @Test
  void aMonthOfSixteenMembersIsAPageUnderAMegabyte(Tab tab) throws IOException {
    PoolReport month = ChartPools.pool(ChartPools.month(16));
    Path page = HtmlReport.write(InventedPools.report(List.of(month)), folder).get(0);
    assertTrue(Files.size(page) < 1_000_000, "bytes: " + Files.size(page));
    tab.open(page);
    tab.value(CHART + ".focus()");
    tab.press("End");
    assertTrue(tab.text(READING).startsWith("time 2009-07-29 23:55 "), tab.text(READING));
    assertEquals(List.of(), tab.complaints());
  }

  @Test
  void aNarrowWindowHasRoomForTheTools(Tab tab) throws IOException {
    tab.width(400);
    open(tab, busy());
    tab.value(CHART + ".focus()");
    assertEquals(0, tab.number("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
  }

  @Test
  void onPaperThereAreNoTools(Tab tab) throws IOException {
    open(tab, busy());
    tab.paper();
    assertTrue(
        tab.holds("getComputedStyle(document.querySelector('.chart-tools')).display === 'none'"));
  }

  @Test
  void aReportWithChartsIsCleanForAxe(Tab tab) throws IOException {
    HtmlReport.write(InventedPools.report(List.of(busy())), folder);
    tab.open(folder.resolve("index.html"));
    tab.value(CHART + ".focus()");
    assertEquals(List.of(), Axe.findings(tab));
  }
}
