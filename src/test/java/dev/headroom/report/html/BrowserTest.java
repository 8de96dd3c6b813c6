package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.InventedPools;
import dev.headroom.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser makes of the pages; passed over where none is installed. */
@Tag("browser")
@ExtendWith(InBrowser.class)
class BrowserTest {
  @TempDir Path folder;

  @Test
  void thePagesStandAsMeant(Tab tab) throws IOException {
    for (Path page : HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder)) {
      tab.open(page);
      assertEquals(List.of(), cutOff(tab), page.toString());
      assertEquals(List.of(), undrawn(tab), page.toString());
      assertFits(tab);
    }
    assertEquals(List.of(), tab.complaints());
    assertEquals(List.of(), outside(tab));
  }

  @Test
  void nothingOverflowsANarrowWindow(Tab tab) throws IOException {
    Report report =
        InventedPools.report(
            List.of(InventedPools.busyDay("x".repeat(300)), InventedPools.unknown("vm")));
    tab.width(400);
    for (Path page : HtmlReport.write(report, folder)) {
      tab.open(page);
      assertFits(tab);
    }
  }

  @Test
  void aBrowserObeysThePagesOwnStyleAndNoOther(Tab tab) throws IOException {
    Path index = smuggled("<style>body { box-sizing: content-box !important }</style>");
    tab.open(index);
    assertEquals("border-box", tab.text("getComputedStyle(document.body).boxSizing"));
    assertTrue(tab.complaints().stream().anyMatch(said -> said.contains("style")));
  }

  @Test
  void aBrowserRunsNoOtherScript(Tab tab) throws IOException {
    tab.open(smuggled("<script>window.ran = 'yes'</script>"));
    assertFalse(tab.holds("window.ran"), "the policy lets no other script run");
  }

  @Test
  void aBrowserAsksNoOtherHostForAnything(Tab tab) throws IOException {
    tab.open(smuggled("<img src=\"http://example.invalid/a.png\">"));
    assertEquals(List.of(), outside(tab), "the policy lets nothing be loaded");
    assertFalse(tab.complaints().isEmpty(), "and it says so");
  }

  /** The first page as if a name had brought markup into it. */
  private Path smuggled(String markup) throws IOException {
    HtmlReport.write(InventedPools.report(List.of(InventedPools.busyDay("js22"))), folder);
    Path index = folder.resolve("index.html");
    Files.writeString(index, Files.readString(index).replace("</main>", markup + "</main>"));
    return index;
  }

  /** What was asked for beside pages of this machine. */
  private static List<String> outside(Tab tab) {
    return tab.requests().stream().filter(address -> !address.startsWith("file:")).toList();
  }

  private static void assertFits(Tab tab) {
    int wider = tab.number("document.documentElement.scrollWidth - window.innerWidth");
    assertTrue(wider <= 0, () -> "wider than the window by " + wider + ": " + tab.text("location"));
  }

  /** Texts of charts that stand outside them. */
  private static List<String> cutOff(Tab tab) {
    return Tab.texts(
        tab.value(
            """
            [...document.querySelectorAll('svg.chart')].filter(s => s.checkVisibility()).flatMap(s => {
              const frame = s.getBoundingClientRect();
              return [...s.querySelectorAll('text')].filter(t => {
                const box = t.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1
                  || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
              }).map(t => t.textContent);
            })
            """));
  }

  /** Titles of charts in which nothing is drawn. */
  private static List<String> undrawn(Tab tab) {
    return Tab.texts(
        tab.value(
            """
            [...document.querySelectorAll('svg.chart')].filter(s => s.checkVisibility()).filter(s =>
              ![...s.querySelectorAll('path')].some(p => {
                const box = p.getBoundingClientRect();
                return box.width > 0 || box.height > 0;
              })).map(s => s.querySelector('title').textContent)
            """));
  }
}
