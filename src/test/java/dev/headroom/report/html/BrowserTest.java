package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.report.InventedPools;
import dev.headroom.report.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real browser makes of the pages; passed over where none is installed. */
@Tag("browser")
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  // measures the page as laid out, and says so where the dump shows it; only in a copy of the page
  private static final String RULER =
      """
      <script>
      document.querySelectorAll('svg.chart').forEach(s => {
        const frame = s.getBoundingClientRect();
        s.querySelectorAll('path').forEach(p => {
          const box = p.getBoundingClientRect();
          if (box.width > 0 || box.height > 0) { s.dataset.drawn = Number(s.dataset.drawn || 0) + 1; }
        });
        s.querySelectorAll('text').forEach(t => {
          const box = t.getBoundingClientRect();
          if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
              || box.bottom > frame.bottom + 1) { s.dataset.cut = t.textContent; }
        });
      });
      document.body.dataset.sizing = getComputedStyle(document.body).boxSizing;
      document.body.dataset.wider = document.documentElement.scrollWidth - window.innerWidth;
      </script>
      """;

  @TempDir Path folder;

  @BeforeEach
  void needsABrowser() {
    assumeTrue(Files.isExecutable(CHROMIUM), "no browser here");
  }

  @Test
  void thePagesStandAsMeant() throws Exception {
    HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder);
    String index = dump("index.html", 1200);
    assertTrue(index.contains("This pool is too small: 14.00 GB are promised on 12.00 GB"));
    assertEquals(3, count(index, "<table>"));
    assertFits(index);
    for (String name : List.of("pool-p570-c.html", "pool-p570-g.html")) {
      String page = dump(name, 1200);
      assertEquals(3, count(page, "<table>"));
      assertEquals(2, count(page, "<svg class=\"chart\""));
      assertEquals(2, count(page, "data-drawn=\"[1-9]"));
      assertEquals(0, count(page, "data-cut"));
      assertFits(page);
    }
  }

  @Test
  void nothingOverflowsANarrowWindow() throws Exception {
    Report report =
        InventedPools.report(
            List.of(InventedPools.busyDay("x".repeat(300)), InventedPools.unknown("vm")));
    for (Path page : HtmlReport.write(report, folder)) {
      assertFits(dump(page.getFileName().toString(), 500));
    }
  }

  @Test
  void aBrowserObeysThePagesOwnStyleAndNoOther() throws Exception {
    HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder);
    assertTrue(dump("index.html", 1200).contains("data-sizing=\"border-box\""), "its own style");
    Path index = folder.resolve("index.html");
    Files.writeString(
        index,
        Files.readString(index)
            .replace(
                "</head>", "<style>body { box-sizing: content-box !important }</style></head>"));
    String page = dump("index.html", 1200);
    assertTrue(page.contains("data-sizing=\"border-box\""), "another style is not obeyed");
  }

  @Test
  void aBrowserRunsNoScript() throws Exception {
    HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder);
    Path index = folder.resolve("index.html");
    Files.writeString(
        index,
        Files.readString(index)
            .replace("</body>", "<script>document.body.dataset.ran = 'yes'</script></body>"));
    assertFalse(dom(index, 1200).contains("data-ran"), "the policy lets no script run");
  }

  private static void assertFits(String page) {
    Matcher wider = Pattern.compile("data-wider=\"(-?\\d+)\"").matcher(page);
    assertTrue(wider.find(), "the page was measured");
    assertTrue(Integer.parseInt(wider.group(1)) <= 0, "wider than the window by " + wider.group(1));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }

  private String dump(String page, int width) throws IOException, InterruptedException {
    Path measured = folder.resolve("measured-" + page);
    Files.writeString(
        measured,
        Files.readString(folder.resolve(page))
            // the ruler is a script: the page's own policy allows none
            .replace("default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';")
            .replace("</body>", RULER + "</body>"));
    return dom(measured, width);
  }

  private String dom(Path page, int width) throws IOException, InterruptedException {
    Path dom = Files.createTempFile(folder, "dom", ".html");
    Process browser =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                String.format(Locale.ROOT, "--window-size=%d,1600", width),
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertTrue(browser.waitFor(60, TimeUnit.SECONDS), "the browser did not end");
    } finally {
      browser.destroyForcibly();
    }
    return Files.readString(dom, StandardCharsets.UTF_8);
  }
}
