package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a test in a browser relies on: that what is wrong in a page is seen. */
@Tag("browser")
@ExtendWith(InBrowser.class)
class TabTest {
  @TempDir Path folder;

  private Path page(String body) throws IOException {
    return Files.writeString(
        folder.resolve("page.html"),
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>t</title></head><body>"
            + body
            + "</body></html>");
  }

  @Test
  void complaintsAreHeard(Tab tab) throws IOException {
    tab.open(page("<p>quiet</p>"));
    assertEquals(List.of(), tab.complaints());
    tab.open(page("<script>console.error('told'); throw new Error('thrown')</script>"));
    String said = String.join("\n", tab.complaints());
    assertTrue(said.contains("told") && said.contains("thrown"), said);
  }

  @Test
  void requestsAreSeen(Tab tab) throws IOException {
    Path page = page("<img src=\"http://outside.invalid/a.png\" alt=\"\">");
    tab.open(page);
    assertEquals(List.of(page.toUri().toString(), "http://outside.invalid/a.png"), tab.requests());
    assertFalse(tab.complaints().isEmpty(), "and it is said that it failed");
  }

  @Test
  void whatThePolicyRefusesIsHeard(Tab tab) throws IOException {
    Path page =
        page("<script>window.ran = 1</script><img src=\"http://outside.invalid/\" alt=\"\">");
    String policy =
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\"></head>";
    Files.writeString(page, Files.readString(page).replace("</head>", policy));
    tab.open(page);
    assertFalse(tab.holds("window.ran"));
    String said = String.join("\n", tab.complaints());
    assertTrue(said.contains("script-src") && said.contains("img-src"), said);
    assertEquals(1, tab.requests().size(), "the page alone was asked for");
  }

  @Test
  void keysAndPointerReachThePage(Tab tab) throws IOException {
    tab.open(
        page(
            "<input id=i><button id=b>b</button><script>"
                + "window.told = [];"
                + "for (const t of ['click', 'keydown', 'mousemove'])"
                + " addEventListener(t, e => told.push(e.type + ' ' + (e.key || e.target.id)));"
                + "</script>"));
    tab.press("Tab");
    tab.type("a+");
    tab.press("Shift+Tab");
    assertEquals("a+", tab.text("document.getElementById('i').value"));
    tab.click("#b");
    String told = tab.text("told.join()");
    for (String each : List.of("keydown Tab", "keydown a", "keydown +", "mousemove b", "click b")) {
      assertTrue(told.contains(each), told);
    }
    tab.value("document.getElementById('b').focus()");
    tab.press("Enter");
    assertEquals("2", tab.text("told.filter(t => t === 'click b').length"));
  }

  @Test
  void scriptsCanBeOff(Tab tab) throws IOException {
    tab.script(false);
    tab.open(page("<noscript>without</noscript><script>window.ran = 1</script>"));
    assertFalse(tab.holds("window.ran"));
    assertTrue(tab.shown().contains("without"));
  }

  @Test
  void theScreenIsAsAskedFor(Tab tab) throws IOException {
    tab.width(400);
    tab.screen(true);
    tab.open(page("<p>p</p>"));
    assertEquals(400, tab.number("innerWidth"));
    assertTrue(tab.holds("matchMedia('(prefers-color-scheme: dark)').matches"));
    tab.paper();
    assertTrue(tab.holds("matchMedia('print').matches"));
    assertTrue(tab.image().length > 100);
  }

  @Test
  void whatNeverComesIsSaid(Tab tab) throws IOException {
    tab.open(page("<script>setTimeout(() => { window.late = 1 }, 50)</script>"));
    tab.until("window.late");
    AssertionError error = assertThrows(AssertionError.class, () -> tab.value("nothing.at.all"));
    assertTrue(error.getMessage().contains("nothing is not defined"), error.getMessage());
    assertThrows(AssertionError.class, () -> tab.click("#missing"));
  }

  @Test
  void whatBarsAReaderIsFound(Tab tab) throws IOException {
    tab.open(page("<main><h1>h</h1><p>fine</p></main>"));
    assertEquals(List.of(), Axe.findings(tab));
    tab.open(page("<main><h1>h</h1><p style=\"color:#bbb\">pale</p><input></main>"));
    String found = String.join("\n", Axe.findings(tab));
    assertTrue(found.contains("color-contrast") && found.contains("label"), found);
  }
}
