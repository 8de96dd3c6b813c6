package dev.headroom.report.html;

import static dev.headroom.report.InventedPools.GB;
import static dev.headroom.report.InventedPools.START_MILLIS;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.Goldens;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.chart.DemandChart;
import dev.headroom.report.chart.DemandStack;
import dev.headroom.report.chart.Drawing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  @TempDir Path folder;

  private static final Report SMALL =
      InventedPools.report(
          List.of(InventedPools.unknown("VMSYS01"), InventedPools.busyDay("js22")));

  @Test
  void pagesAreThoseCommitted() throws IOException {
    List<Path> pages = HtmlReport.write(SMALL, folder);
    assertEquals(
        List.of("index.html"), pages.stream().map(page -> page.getFileName().toString()).toList());
    assertAll(
        pages.stream()
            .map(
                page ->
                    () ->
                        Goldens.assertGolden(
                            page.getFileName().toString(), Files.readAllBytes(page))));
  }

  @Test
  void poolsAreRankedWorstFirst() throws IOException {
    HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder);
    String index = Files.readString(folder.resolve("index.html"));
    Matcher badge = Pattern.compile("<tr[^>]*><td><span class=\"badge (\\w+)\"").matcher(index);
    List<String> grades = new ArrayList<>();
    while (badge.find()) {
      grades.add(badge.group(1));
    }
    assertEquals(
        List.of(
            "red", "red", "amber", "amber", "yellow", "yellow", "unknown", "unknown", "green",
            "green", "green", "green"),
        grades);
  }

  @Test
  void nothingIsLoadedFromOutside() throws IOException {
    for (String page : pagesOfTheFleet()) {
      String lower = page.toLowerCase(java.util.Locale.ROOT);
      assertFalse(lower.contains("http:") || lower.contains("https:"), "an address");
      assertEquals(lower.indexOf("<script>"), lower.lastIndexOf("<script"), "one script");
      assertFalse(lower.contains("<link"), "a link");
      assertFalse(lower.contains("<img") || lower.contains("<iframe"), "something to load");
      assertFalse(lower.contains("@import") || lower.contains("@font-face"), "a style to load");
      Matcher reference = Pattern.compile("(?:href|src)=\"([^\"]*)\"").matcher(page);
      while (reference.find()) {
        assertTrue(
            reference
                .group(1)
                .matches("(index|pool-[a-z0-9-]+)\\.html|#pool-[a-z0-9-]+|report\\.json"),
            reference.group(1));
      }
      Matcher url = Pattern.compile("url\\(([^)]*)\\)").matcher(page);
      while (url.find()) {
        assertTrue(url.group(1).startsWith("#"), url.group(1));
      }
    }
  }

  @Test
  void thePolicyAllowsThePagesStyleAndNothingElse() throws Exception {
    for (String page : pagesOfTheFleet()) {
      String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
      String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));
      assertTrue(
          page.contains(
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '"
                  + hash(style)
                  + "'; script-src '"
                  + hash(script)
                  + "'; base-uri 'none'; form-action 'none'\">"),
          page.substring(0, 600));
      assertTrue(page.indexOf("Content-Security-Policy") < page.indexOf("<title>"), "before names");
      assertFalse(Pattern.compile("<[^>]* style=").matcher(page).find(), "a style it would refuse");
      assertEquals(page.indexOf("<style"), page.lastIndexOf("<style"), "one style");
    }
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "sha256-" + Base64.getEncoder().encodeToString(digest);
  }

  @Test
  void everyIdIsUniqueAndEveryReferenceHasOne() throws IOException {
    for (String page : pagesOfTheFleet()) {
      Set<String> ids = new HashSet<>();
      Matcher id = Pattern.compile("\\bid=\"([^\"]*)\"").matcher(page);
      while (id.find()) {
        assertTrue(ids.add(id.group(1)), id.group(1) + " stands twice");
      }
      Matcher reference = Pattern.compile("(?:url\\(#|labelledby=\")([^\")]*)").matcher(page);
      while (reference.find()) {
        assertTrue(ids.containsAll(List.of(reference.group(1).split(" "))), reference.group(1));
      }
    }
  }

  private List<String> pagesOfTheFleet() throws IOException {
    List<String> pages = new ArrayList<>();
    for (Path page : HtmlReport.write(InventedPools.report(InventedPools.fleet()), folder)) {
      pages.add(Files.readString(page));
    }
    assertEquals(1, pages.size(), "twelve pools are shown on the first page");
    List<PoolReport> many = new ArrayList<>(InventedPools.fleet());
    many.addAll(InventedPools.fleet());
    for (Path page : HtmlReport.write(InventedPools.report(many), folder)) {
      pages.add(Files.readString(page));
    }
    assertEquals(26, pages.size());
    return pages;
  }

  @Test
  void whatIsNotKnownIsADashThatSaysSo() throws IOException {
    HtmlReport.write(SMALL, folder);
    String all = Files.readString(folder.resolve("index.html"));
    String page = all.substring(all.indexOf("<section class=\"pool\" id=\"pool-vmsys01\""));
    assertTrue(page.contains("<abbr title=\"not known: the captures do not say\""));
    assertTrue(page.contains(">–</abbr>"));
    String body = page.substring(0, page.indexOf("</section>\n<section aria-labelledby=\"inputs"));
    assertFalse(Pattern.compile("\\b0\\.00|NaN|null|Optional|Infinity").matcher(body).find(), body);
  }

  @Test
  void aReportWithoutPoolsSaysWhatToDo() throws IOException {
    HtmlReport.write(InventedPools.report(List.of()), folder);
    String index = Files.readString(folder.resolve("index.html"));
    assertTrue(index.contains("No shared pool was found"));
  }

  @Test
  void aChartOfAFleetStaysSmall() {
    PoolHistory crowd = InventedPools.crowd(40).orElseThrow();
    Drawing drawing = DemandChart.draw(InventedPools.busyDay("crowd"), crowd, "x").orElseThrow();
    assertTrue(drawing.plot().length() < 150_000, "characters: " + drawing.plot().length());
    assertEquals("31 others", drawing.legend().get(1).text());
  }

  @Test
  void aHistoryWithoutTimesIsCountedInSamples() {
    double[] ordinals = {0, 1, 2, 3};
    Drawing drawing = draw(history(false, ordinals, Double.NaN, 1, 1, 1, 1));
    assertTrue(
        drawing.labels().stream()
            .anyMatch(label -> label.text().equals("sample number (captures without time)")));
  }

  @Test
  void anythingThatCanBeAHistoryIsDrawn() {
    double hour = 3_600_000;
    assertTrue(
        DemandChart.draw(
                InventedPools.unknown("x"),
                new PoolHistory(true, new double[0], 1, List.of(), new double[0]),
                "x")
            .isEmpty());
    assertTrue(moves(draw(history(true, new double[] {START_MILLIS}, Double.NaN, 1))) > 0);
    assertEquals(0, moves(draw(history(true, new double[] {0, hour}, hour, 0, 0))));
    double century = 36_525 * 24 * hour;
    assertTrue(moves(draw(history(true, new double[] {-century, century}, hour, 1, 1))) > 0);
  }

  @Test
  void gapsStayGaps() {
    double minute = 60_000;
    double[] instants = {0, minute, 2 * minute, 9 * minute, 10 * minute, 11 * minute, 12 * minute};
    // one gap where no instant is, one where too few report
    DemandStack stack = DemandStack.of(history(true, instants, minute, 1, 1, 1, 1, 1, 0.5, 1));
    assertEquals(6, stack.instants().length);
    assertEquals("[false, false, false, true, false, true]", Arrays.toString(stack.gapBefore()));
    for (double top : stack.tops()[0]) {
      assertEquals(3 * GB, top);
    }
  }

  private static Drawing draw(PoolHistory history) {
    return DemandChart.draw(InventedPools.unknown("x"), history, "x").orElseThrow();
  }

  /** How many areas and lines with a bend are drawn. */
  private static int moves(Drawing drawing) {
    return drawing
            .plot()
            .split("<path[^>]* d=\"m[^\"]*[lhv][^\"]*[lhv][^\"]*\" stroke=\"none\"", -1)
            .length
        - 1;
  }

  private static PoolHistory history(
      boolean timed, double[] instants, double interval, double... coverage) {
    int size = instants.length;
    MemberHistory member =
        Histories.member("only", size).logical(GB).floor(GB).hot(GB).warm(GB).build();
    return new PoolHistory(timed, instants, interval, List.of(member), coverage);
  }
}
