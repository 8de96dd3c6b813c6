package dev.headroom.report.chart;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.ChartPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.ServedOverTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandChartTest {
  private static Drawing draw(PoolReport pool) {
    return DemandChart.draw(pool, pool.memory().history().orElseThrow(), "x").orElseThrow();
  }

  private static List<String> labels(Drawing drawing) {
    return drawing.labels().stream().map(Drawing.Label::text).toList();
  }

  private static PoolReport served(PoolReport pool, ServedOverTime served) {
    PoolReport.Memory memory = pool.memory();
    return new PoolReport(
        pool.name(),
        pool.kind(),
        pool.sizes(),
        pool.judgement(),
        new PoolReport.Memory(
            memory.overcommit(), memory.stolen(), memory.members(), memory.history(), served),
        pool.grounds());
  }

  @Test
  void aMonthOfSixteenMembersIsSmall() {
    PoolReport month = ChartPools.pool(ChartPools.month(16));
    Drawing drawing = draw(month);
    Readings readings = drawing.readings().orElseThrow();
    int bytes =
        drawing.plot().length()
            + readings.steps().length()
            + readings.columns().stream().mapToInt(column -> column.values().length()).sum();
    assertTrue(bytes < 180_000, "characters: " + bytes);
    assertEquals(draw(month), drawing, "the same again");
  }

  @Test
  void whatWasSeenBesideTheDemandIsOnTheSameAxis() {
    Drawing drawing = draw(ChartPools.pool(ChartPools.month(2)));
    List<String> labels = labels(drawing);
    assertTrue(labels.stream().anyMatch(l -> l.matches("stolen, as seen: up to 0\\.\\d\\d GB")));
    assertTrue(labels.stream().anyMatch(l -> l.matches("loaned, as seen: up to 0\\.\\d\\d GB")));
    assertTrue(labels.stream().anyMatch(l -> l.matches("page-ins, as seen: up to \\d+ in 5 min")));
    assertTrue(drawing.about().description().contains("Below: stolen, as seen: up to"));
    Drawing bare = draw(ChartPools.pool(ChartPools.even(50, i -> false)));
    assertEquals(
        List.of(), labels(bare).stream().filter(label -> label.contains("as seen")).toList());
    assertTrue(bare.height() < drawing.height());
  }

  @Test
  void guestsHaveTheWordsOfTheirPlatformAndLendNothing() {
    List<String> labels = labels(draw(ChartPools.zvm(ChartPools.guests())));
    assertTrue(labels.contains("paged out, as seen: up to 1.00 GB"), labels.toString());
    assertTrue(labels.contains("page reads, as seen: up to 85 a second"), labels.toString());
    assertFalse(labels.toString().contains("loaned"));
  }

  @Test
  void whatIsModelledIsCalledSo() {
    PoolReport pool = ChartPools.pool(ChartPools.even(4, i -> false));
    BitSet modelled = new BitSet();
    modelled.set(0, 2);
    double[] stolen = {0, GB, NONE, NONE};
    double[] loaned = {0, 0, 0, 0};
    List<String> labels =
        labels(draw(served(pool, new ServedOverTime(loaned, stolen, modelled, new BitSet()))));
    assertTrue(labels.contains("stolen, by the model: up to 1.00 GB"), labels.toString());
    assertTrue(labels.contains("loaned, as seen, else by the model: none"), labels.toString());
  }

  @Test
  void aGapSaysWhyAndForHowLong() {
    Drawing silent = draw(ChartPools.pool(ChartPools.even(100, i -> i >= 40 && i < 75)));
    int why = labels(silent).indexOf("too few members report");
    assertEquals("for 3 hours", labels(silent).get(why + 1));
    assertTrue(silent.plot().contains("fill=\"url(#x-gap)\""));
    PoolHistory whole = ChartPools.even(100, i -> false);
    double[] instants = whole.instants().clone();
    for (int i = 50; i < 100; i++) {
      instants[i] += 3 * 3_600_000 - ChartPools.FIVE_MINUTES;
    }
    PoolHistory parted =
        new PoolHistory(true, instants, whole.intervalMillis(), whole.members(), whole.coverage());
    List<String> labels = labels(draw(ChartPools.pool(parted)));
    assertEquals("for 3 hours", labels.get(labels.indexOf("no samples") + 1));
    assertFalse(draw(ChartPools.pool(whole)).plot().contains("-gap"));
  }

  @Test
  void aNarrowGapIsHatchedWithoutWords() {
    Drawing drawing = draw(ChartPools.pool(ChartPools.even(500, i -> i == 250)));
    assertTrue(drawing.plot().contains("fill=\"url(#x-gap)\""));
    assertFalse(labels(drawing).toString().contains("too few"));
  }

  @Test
  void afterShowsWhatWouldBeShortByTheModel() {
    PoolHistory history = ChartPools.month(2);
    PoolReport before = ChartPools.pool(history);
    BitSet unfit = new BitSet();
    unfit.set(100, 200);
    double[] stolen = new double[history.size()];
    Arrays.fill(stolen, 100, 200, GB);
    BitSet modelled = new BitSet();
    modelled.set(0, history.size());
    PoolReport after =
        served(
            ChartPools.pool(history.unserved()),
            new ServedOverTime(new double[history.size()], stolen, modelled, unfit));
    List<Drawing> both = DemandChart.beforeAndAfter(before, after, 1);
    assertEquals("a member was seen short of memory", shade(both.get(0)).orElseThrow());
    assertEquals("what is hot would not fit (by the model)", shade(both.get(1)).orElseThrow());
    assertTrue(labels(both.get(1)).contains("stolen, by the model: up to 1.00 GB"));
    assertFalse(labels(both.get(1)).toString().contains("page-ins"));
    PoolReport fits =
        served(
            ChartPools.pool(history.unserved()),
            new ServedOverTime(stolen, stolen, modelled, new BitSet()));
    assertTrue(shade(DemandChart.beforeAndAfter(before, fits, 1).get(1)).isEmpty());
  }

  private static Optional<String> shade(Drawing drawing) {
    return drawing.legend().stream()
        .filter(key -> key.area().length() == "#rrggbbaa".length())
        .map(Drawing.Key::text)
        .findFirst();
  }

  @Test
  void fewRowsAreAllThereToBeRead() {
    Readings readings =
        draw(ChartPools.pool(ChartPools.even(5, i -> i == 2))).readings().orElseThrow();
    assertEquals("time", readings.axis().kind());
    assertEquals(1000, readings.axis().unit());
    assertEquals("0,300,600,300", readings.steps());
    assertEquals(
        new Readings.Column("total", "MB", "7680,7680,7680,7680"), readings.columns().get(0));
    assertEquals(
        new Readings.Column("hot", "MB", "6144,6144,6144,6144"), readings.columns().get(1));
  }

  @Test
  void manyRowsAreThoseWithTheMost() {
    PoolHistory month = ChartPools.month(3);
    Readings readings = draw(ChartPools.pool(month)).readings().orElseThrow();
    int rows = readings.steps().split(",", -1).length;
    assertTrue(rows > 300 && rows < 2000, "rows: " + rows);
    for (Readings.Column column : readings.columns()) {
      assertEquals(rows, column.values().split(",", -1).length, column.name());
    }
    PoolDemand demand = PoolDemand.of(month);
    String most = String.valueOf(Math.round(demand.hot()[demand.hottest()] / (1 << 20)));
    assertTrue(Arrays.asList(readings.columns().get(1).values().split(",")).contains(most));
    long span = Arrays.stream(readings.steps().split(",")).mapToLong(Long::parseLong).sum() * 1000;
    assertTrue(span <= 30L * 86_400_000);
  }

  @Test
  void whatHasNoTimeIsReadByItsNumber() {
    Readings readings = draw(ChartPools.pool(ChartPools.untimed(10))).readings().orElseThrow();
    assertEquals("sample", readings.axis().kind());
    assertEquals("0,1,1,1,1,1,1,1,1,1", readings.steps());
    Drawing one = draw(ChartPools.pool(ChartPools.even(1, i -> false)));
    assertEquals("6144", one.readings().orElseThrow().columns().get(1).values());
  }

  @Test
  void rowsThatAreNotSeenAreEmptyNotNought() {
    PoolReport pool = ChartPools.pool(ChartPools.even(3, i -> i == 1));
    double[] stolen = {NONE, GB, NONE};
    double[] loaned = {NONE, NONE, NONE};
    Readings readings =
        draw(served(pool, new ServedOverTime(loaned, stolen, new BitSet(), new BitSet())))
            .readings()
            .orElseThrow();
    assertEquals("7680,,7680", readings.columns().get(0).values());
    assertEquals(new Readings.Column("stolen", "MB", ",1024,"), readings.columns().get(2));
  }

  @Test
  void whatIsNoughtThroughoutIsSaidAndDrawnAsALine() {
    PoolReport pool = ChartPools.pool(ChartPools.even(3, i -> false));
    double[] none = new double[3];
    Drawing drawing =
        draw(served(pool, new ServedOverTime(none, none, new BitSet(), new BitSet())));
    assertTrue(labels(drawing).contains("stolen, as seen: none"));
    assertFalse(drawing.plot().contains("NaN"));
    PoolHistory idle =
        Histories.timed(1000, Histories.member("a", 3).logical(GB).hot(0).warm(0).build());
    assertFalse(draw(ChartPools.pool(idle)).plot().contains("NaN"));
  }
}
