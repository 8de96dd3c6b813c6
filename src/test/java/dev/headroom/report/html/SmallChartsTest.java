package dev.headroom.report.html;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.PoolHistory;
import dev.headroom.report.ChartPools;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.chart.MemberSketches;
import dev.headroom.report.chart.PoolDemand;
import dev.headroom.report.chart.PoolSketch;
import dev.headroom.report.chart.SizeAxis;
import dev.headroom.report.chart.SmallChart;
import dev.headroom.report.chart.Sparkline;
import dev.headroom.report.chart.WeekMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Charts of few points, as they stand in a page. */
class SmallChartsTest {
  private static String text(Optional<SmallChart> chart) {
    return HtmlReport.render("small.jte", chart.orElseThrow());
  }

  private static String sparkline(PoolHistory history) {
    return text(Sparkline.draw(ChartPools.pool(history), PoolDemand.of(history)));
  }

  private static String sketch(PoolHistory history) {
    return text(PoolSketch.draw(ChartPools.pool(history), PoolDemand.of(history)));
  }

  @Test
  void chartsOfAMonthAreSmall() {
    PoolHistory month = ChartPools.month(16);
    assertTrue(sparkline(month).length() <= 700, "sparkline: " + sparkline(month).length());
    assertTrue(sketch(month).length() <= 8000, "sketch: " + sketch(month).length());
    MemberSketches members = MemberSketches.of(month);
    assertEquals(16, members.charts().size());
    for (Optional<SmallChart> member : members.charts()) {
      assertTrue(points(member.orElseThrow()) <= 200 + 4);
      assertTrue(text(member).length() <= 3000, "member: " + text(member).length());
    }
    assertEquals(sketch(month), sketch(ChartPools.month(16)), "the same bytes again");
  }

  private static long points(SmallChart chart) {
    // two series share the points of a chart
    return chart.marks().stream()
        .mapToLong(
            mark ->
                Pattern.compile("-?\\d+[ -]\\d+|[hv]-?\\d+").matcher(mark.path()).results().count())
        .max()
        .orElse(0);
  }

  @Test
  void thePeakAndTheEndsAreTold() {
    String busy =
        text(
            PoolSketch.draw(
                InventedPools.busyDay("js22"),
                PoolDemand.of(InventedPools.busyDay("js22").memory().history().orElseThrow())));
    assertTrue(busy.contains(">peak hot 12.23 GB, 2009-06-30 14:00<"), busy);
    assertTrue(busy.contains(">size 12.00 GB<"));
    assertTrue(busy.contains("text-anchor=\"start\">2009-06-30 00:00<"));
    assertTrue(busy.contains("text-anchor=\"end\">2009-06-30 23:55<"));
    assertTrue(busy.contains("with file cache up to 14.00 GB; the size is 12.00 GB."));
  }

  @Test
  void whatPassesTheSizeIsMarkedByMoreThanAColour() {
    PoolReport busy = InventedPools.busyDay("js22");
    String text = text(Sparkline.draw(busy, PoolDemand.of(busy.memory().history().orElseThrow())));
    assertTrue(text.contains("class=\"over\""), text);
    assertFalse(sparkline(ChartPools.even(50, i -> false)).contains("class=\"over\""));
  }

  @Test
  void capturesWithoutTimeCountTheirSamples() {
    String text = sketch(ChartPools.untimed(5000));
    assertTrue(text.contains(">sample 0<"), text);
    assertTrue(text.contains(">sample 4,999<"));
    assertTrue(text.contains("peak hot 7.00 GB, sample 6"));
  }

  @Test
  void aSingleInstantIsDrawnAndNamedOnce() {
    String text = sketch(ChartPools.even(1, i -> false));
    assertTrue(text.contains("text-anchor=\"middle\">2009-06-30 00:00<"), text);
    assertTrue(sparkline(ChartPools.even(1, i -> false)).contains("class=\"hot\" d=\"m"));
  }

  @Test
  void aPoolOfUnknownSizeHasNoLineOfIt() {
    PoolHistory history = ChartPools.even(50, i -> false);
    PoolReport pool = ChartPools.unsized(history);
    String text = text(PoolSketch.draw(pool, PoolDemand.of(history)));
    assertFalse(text.contains("size"), text);
    assertFalse(text(Sparkline.draw(pool, PoolDemand.of(history))).contains("size"));
    assertTrue(SizeAxis.draw(pool).isEmpty());
  }

  @Test
  void nothingKnownIsNotDrawn() {
    PoolHistory silent = ChartPools.even(50, i -> true);
    PoolDemand demand = PoolDemand.of(silent);
    assertTrue(Sparkline.draw(ChartPools.pool(silent), demand).isEmpty());
    assertTrue(PoolSketch.draw(ChartPools.pool(silent), demand).isEmpty());
  }

  @Test
  void aZvmSystemIsDrawnToo() {
    PoolHistory guests = ChartPools.guests();
    String text = text(PoolSketch.draw(ChartPools.zvm(guests), PoolDemand.of(guests)));
    assertTrue(text.contains("peak hot 8.00 GB"), text);
    assertTrue(text.contains("with what is not hot up to"));
    assertEquals(2, MemberSketches.of(guests).charts().size());
  }

  @Test
  void membersAreOnOneScale() {
    MemberSketches sketches = MemberSketches.of(ChartPools.even(50, i -> false));
    assertEquals(4.5 * GB, sketches.top());
    List<Optional<SmallChart>> charts = sketches.charts();
    // 3 of 4.5 GB, and all of them, in 42 steps
    assertTrue(charts.get(0).orElseThrow().marks().get(0).path().startsWith("m0 44v-28h"));
    assertTrue(charts.get(1).orElseThrow().marks().get(0).path().startsWith("m0 44v-42h"));
    assertEquals(
        "Demand up to 3.00 GB, hot up to 2.00 GB", charts.get(0).orElseThrow().description());
  }

  @Test
  void sizesStandInRowsOfTheirOwn() {
    String text = text(SizeAxis.draw(InventedPools.busyDay("js22")));
    for (String row : List.of("seen", "advised", "everybody at once", "present size")) {
      assertTrue(text.contains("class=\"name\"") && text.contains(">" + row + "<"), row);
    }
    for (String figure : List.of("12.65 GB", "13.50 GB", "14.10 GB", "12.00 GB")) {
      assertTrue(text.contains(">" + figure + "<"), figure);
    }
    List<String> rows =
        Pattern.compile("class=\"name\" x=\"0.0\" y=\"([0-9.]+)\"")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertEquals(List.of("17.0", "39.0", "61.0", "83.0"), rows);
    assertEquals(
        4,
        Pattern.compile("class=\"(seen|advised|best|present)\"").matcher(text).results().count());
  }

  @Test
  void theWeekIsATable() {
    PoolHistory month = ChartPools.month(2);
    WeekMap map = WeekMap.of(ChartPools.pool(month), PoolDemand.of(month)).orElseThrow();
    String text = HtmlReport.render("week.jte", map);
    assertTrue(text.contains("<th scope=\"col\">Mon</th>"), text);
    assertTrue(text.contains("<th scope=\"row\">23:00</th>"));
    assertEquals(
        7 * 24, Pattern.compile("<td class=\"w\\d\">\\d+</td>").matcher(text).results().count());
    assertTrue(text.length() <= 8000, "week: " + text.length());
  }
}
