package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.InventedBacktest;
import dev.headroom.report.InventedFleet;
import dev.headroom.report.InventedPools;
import dev.headroom.report.WhatIf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds in a browser for each kind of page. */
@Tag("browser")
@ExtendWith(InBrowser.class)
class EveryPageTest {
  @TempDir Path folder;

  /** A report on one pool, on few, on many with a page of one of them, a comparison, a backtest. */
  private List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>();
    pages.addAll(
        HtmlReport.write(
            InventedPools.report(List.of(InventedPools.busyDay("js22"))), folder.resolve("one")));
    WhatIf whatIf = WhatIfPageTest.whatIf("js22");
    pages.addAll(
        HtmlReport.write(
            InventedPools.report(List.of(whatIf.after(), InventedPools.unknown("VMSYS01"))),
            List.of(whatIf),
            folder.resolve("few"),
            1));
    pages.addAll(
        HtmlReport.write(InventedPools.report(InventedFleet.of(21)), folder.resolve("many"))
            .subList(0, 2));
    pages.add(
        BacktestPage.write(
            InventedBacktest.report(Optional.empty(), "a", "b"), folder.resolve("backtest")));
    assertEquals(6, pages.size());
    return pages;
  }

  @Test
  void noneComplainsOrAsksForAnything(Tab tab) throws IOException {
    for (Path page : pages()) {
      tab.open(page);
      tab.script(false);
      tab.open(page);
      tab.script(true);
    }
    assertEquals(List.of(), tab.complaints());
    List<String> outside =
        tab.requests().stream().filter(address -> !address.startsWith("file:")).toList();
    assertEquals(List.of(), outside);
  }

  @Test
  void noneBarsAReader(Tab tab) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path page : pages()) {
      for (int width : new int[] {1280, 400}) {
        for (boolean dark : new boolean[] {false, true}) {
          tab.width(width);
          tab.screen(dark);
          tab.open(page);
          String where = folder.relativize(page) + " at " + width + (dark ? ", dark: " : ": ");
          Axe.findings(tab).forEach(finding -> found.add(where + finding));
        }
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  void noneIsWiderThanANarrowWindow(Tab tab) throws IOException {
    tab.width(400);
    for (Path page : pages()) {
      tab.open(page);
      int wider = tab.number("document.documentElement.scrollWidth - window.innerWidth");
      assertTrue(wider <= 0, () -> page + " is wider by " + wider);
    }
  }

  @Test
  void whatIsClosedOpensOnPaper(Tab tab) throws IOException {
    tab.open(HtmlReport.write(InventedFleet.report(21, 30), folder).get(0));
    String last = "document.querySelector('#inputs ~ details tbody tr:last-child')";
    String height = "document.querySelector('#inputs ~ details').offsetHeight";
    assertEquals(30, tab.number("document.querySelectorAll('#inputs ~ details tbody tr').length"));
    assertFalse(tab.holds(last + ".checkVisibility()"), "closed");
    assertTrue(tab.number(height) < 100, "and takes no room");
    tab.paper();
    assertTrue(tab.holds(last + ".checkVisibility()"), "paper shows it");
    assertTrue(tab.number(height) > 300, "and gives it room");
    tab.screen(false);
    tab.click("#inputs ~ details summary");
    assertTrue(tab.holds(last + ".checkVisibility()"), "and so does a click");
  }
}
