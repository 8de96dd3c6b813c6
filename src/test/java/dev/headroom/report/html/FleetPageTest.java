package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.FleetAnswer;
import dev.headroom.report.FleetWords;
import dev.headroom.report.InventedFleet;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first page tells of many pools, and how large it gets. */
class FleetPageTest {
  private static final int MANY = 1000;
  private static final int LARGEST = 10_000_000;

  @TempDir Path folder;

  private String index(Report report) throws IOException {
    return Files.readString(HtmlReport.write(report, folder).get(0));
  }

  private static List<String> all(String pattern, String page) {
    return Pattern.compile(pattern)
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void aThousandPoolsAreOnePageThatCanBeMailed() throws IOException {
    Report report = InventedFleet.report(MANY, 3 * MANY);
    List<Path> pages = HtmlReport.write(report, folder);
    assertEquals(MANY + 1, pages.size(), "a page for each beside the first");
    long size = Files.size(pages.get(0));
    assertTrue(size < LARGEST, "bytes: " + size);
    String page = Files.readString(pages.get(0));
    String start = page.substring(page.indexOf("<main>"), page.indexOf("<section"));
    FleetAnswer answer = FleetAnswer.of(report.pools());
    assertTrue(start.contains("<dd>" + FleetWords.need(answer)), start);
    assertTrue(start.contains("<dd>" + FleetWords.spare(answer)), start);
    for (String sentence : FleetWords.ungraded(answer)) {
      assertTrue(start.contains("<p>" + sentence), start);
    }
    assertTrue(start.contains(" of 1,000 pools need memory: "), start);
    assertEquals(MANY, all("(<tr[^>]*><td><span class=\"badge)", page).size(), "a row for each");
    assertEquals(MANY, all("<section class=\"pool\" id=\"([^\"]+)\"", page).size());
    List<String> first =
        all("<li><span class=\"badge[^<]*</span> <a href=\"[^\"]*\">([^<]+)</a>", page);
    assertEquals(
        FleetAnswer.costliest(report.pools(), Function.identity()).stream()
            .map(PoolReport::name)
            .toList(),
        first);
    assertEquals(200, all("(<tr><th scope=\"row\" class=\"wrap\">fleet/)", page).size());
    assertTrue(page.contains("2,800 more captures: report.json has them all."));
  }

  @Test
  void everyLinkOfTheTableLeadsToThePoolInTheSameFile() throws IOException {
    String page = index(InventedPools.report(InventedFleet.of(30)));
    List<String> links = all("<th scope=\"row\"><a href=\"#([^\"]+)\"", page);
    List<String> places = all("<section class=\"pool\" id=\"([^\"]+)\"", page);
    assertEquals(30, links.size());
    assertEquals(places, links, "in the same order");
  }

  @Test
  void aFigureThatIsNotKnownIsNoNumber() throws IOException {
    String page =
        index(
            InventedPools.report(
                List.of(InventedPools.busyDay("a"), InventedPools.unknown("VMSYS01"))));
    String row = page.substring(page.indexOf("<tr><td><span class=\"badge unknown\""));
    row = row.substring(0, row.indexOf("</tr>"));
    assertTrue(row.contains("<td>z/VM</td>"), row);
    assertEquals(10, all("(<abbr title=\"not known)", row).size(), row);
    assertFalse(Pattern.compile("\\d\\.\\d").matcher(row).find(), row);
    String other = page.substring(page.indexOf("<tr><td><span class=\"badge red\""));
    other = other.substring(0, other.indexOf("</tr>"));
    for (String cell : List.of("12.00", "14.00", "12.65", "13.50", "14.10", "+1.50", "20.00 %")) {
      assertTrue(other.contains("<td>" + cell), cell + " in " + other);
    }
    assertTrue(other.contains("aria-label=\"Hot up to "), other);
  }

  @Test
  void onePoolIsNoFleet() throws IOException {
    String page = index(InventedPools.report(List.of(InventedPools.busyDay("a"))));
    assertFalse(page.contains("class=\"fleet"));
    assertFalse(page.contains("Who needs memory?"));
  }

  @Test
  void fewCapturesStandOpenAndManyAreClosed() throws IOException {
    assertTrue(index(InventedFleet.report(2, 20)).contains("<details open>\n<summary>Captures"));
    assertTrue(index(InventedFleet.report(2, 21)).contains("<details>\n<summary>Captures"));
  }
}
