package dev.headroom.report.html;

import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.Figures;
import dev.headroom.report.PoolReport;
import dev.headroom.report.ZvmFigures;
import dev.headroom.report.chart.CurveChart;
import dev.headroom.report.chart.DemandChart;
import dev.headroom.report.chart.Drawing;
import dev.headroom.report.chart.MemberSketches;
import dev.headroom.report.chart.PoolDemand;
import dev.headroom.report.chart.SmallChart;
import dev.headroom.report.chart.WeekMap;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that is shown of one pool, below its first screenful.
 *
 * @param id the pool's anchor, with which all anchors in it begin
 * @param pool what is reported of it
 * @param all whether its members are all
 * @param facts the figures at the top
 * @param demand the chart of demand over time
 * @param week the most that was hot in each hour of the week; empty where less than two days are
 *     known
 * @param curve the curve of sizes
 */
record PoolPage(
    String id,
    PoolReport pool,
    MembersAll all,
    List<Fact> facts,
    Optional<Drawing> demand,
    Optional<WeekMap> week,
    Curve curve) {
  private static final int ROWS = 60;
  private static final double ROUNDING = 0.5;

  /** The curve of sizes: its chart, its rows, and in how many sizes one is a row. */
  record Curve(Optional<Drawing> chart, List<CurvePoint> rows, int step) {}

  /** One of the figures at the top. */
  record Fact(String name, Figures.Figure figure, String meaning) {}

  static PoolPage of(PoolReport pool, String id) {
    List<CurvePoint> curve = pool.advice().map(Sizing::curve).orElse(List.of());
    int step = Math.max(1, (curve.size() + ROWS - 1) / ROWS);
    return new PoolPage(
        id,
        pool,
        MembersAll.of(pool),
        facts(pool),
        pool.memory()
            .history()
            .flatMap(history -> DemandChart.draw(pool, history, id + "-demand-chart")),
        pool.memory().history().flatMap(history -> WeekMap.of(pool, PoolDemand.of(history))),
        new Curve(
            pool.advice().flatMap(sizing -> CurveChart.draw(pool, sizing, id + "-curve-chart")),
            rows(curve, step),
            step));
  }

  private static List<CurvePoint> rows(List<CurvePoint> curve, int step) {
    List<CurvePoint> rows = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      if (i % step == 0 || i == curve.size() - 1) {
        rows.add(curve.get(i));
      }
    }
    return rows;
  }

  private static List<Fact> facts(PoolReport pool) {
    Overcommit overcommit = pool.memory().overcommit();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Size", Figures.gb(pool.sizes().size()), sizeNote(pool)));
    facts.add(new Fact("Promised", Figures.gb(pool.sizes().promised()), promisedNote(overcommit)));
    facts.add(
        new Fact(
            "Peak demand", Figures.gb(overcommit.peakDemand()), pool.kind().warm() + " included"));
    facts.add(new Fact("Peak hot", Figures.gb(overcommit.peakHot()), "what must stay in memory"));
    facts.add(
        new Fact(
            "Violation rate",
            Figures.percent(overcommit.violationRate()),
            of(overcommit) + "in which what was hot did not fit"));
    facts.add(
        new Fact(
            "Paging rate",
            Figures.percent(overcommit.observedPagingRate()),
            of(overcommit) + "with " + pool.kind().allReads()));
    facts.add(
        new Fact(
            "Peak " + pool.kind().taken(),
            Figures.gb(overcommit.peakStolen()),
            pool.kind().takenTo().isEmpty() ? stolenNote(pool) : pool.kind().takenTo()));
    if (pool.zvm().isPresent()) {
      ZvmFacts.add(pool.zvm().get(), facts);
    } else {
      facts.add(
          new Fact(
              "Longest wait",
              Figures.millis(overcommit.waiting().longest()),
              "for page-ins, of one member in one interval"));
      facts.add(
          new Fact(
              "Time waited",
              Figures.percent(overcommit.stalledShare()),
              "of the worst member's intervals with page-ins"));
    }
    return facts;
  }

  private static String of(Overcommit overcommit) {
    return "of " + Count.of(overcommit.shares().intervals(), "interval") + ", ";
  }

  /** How sure the advised size is; empty where no size is advised. */
  List<Fact> advised() {
    if (pool.advice().isEmpty()) {
      return List.of();
    }
    Sizing sizing = pool.advice().get();
    return List.of(
        new Fact(
            "Chance to be passed",
            Figures.chance(sizing.breachProbability(), sizing.chance().goal()),
            "that the recommendation is, " + Sureness.ahead(sizing.chance().goal())),
        new Fact(
            "Chance at this size",
            Figures.chance(sizing.chance().present(), sizing.chance().goal()),
            "that the present size is passed, " + Sureness.ahead(sizing.chance().goal())),
        new Fact("History", Figures.days(sizing.historyDays()), "that all this rests on"));
  }

  /** The grade that the pool would have at a size of the curve; empty where none can be given. */
  Optional<Badge> grade(CurvePoint point) {
    return Optional.ofNullable(pool.judgement().grades().get(point.size()))
        .map(grade -> Badge.of(Optional.of(grade)));
  }

  /** How much more or less than the present size one of the curve is; empty where that is it. */
  String change(CurvePoint point) {
    if (pool.sizes().size().isEmpty()) {
      return "";
    }
    double more = point.size() - pool.sizes().size().getAsDouble();
    return Math.abs(more) < ROUNDING
        ? "present size"
        : Size.gb(Math.abs(more)) + (more > 0 ? " more" : " less");
  }

  /** A member and its own small chart, which is empty where nothing is known of its demand. */
  record Member(MemberSummary summary, Optional<SmallChart> chart) {}

  /** The members, in the order of their names. */
  List<Member> members() {
    Map<String, Optional<SmallChart>> charts = new HashMap<>();
    pool.memory().history().ifPresent(history -> addSketches(history, charts));
    return pool.memory().members().stream()
        .map(member -> new Member(member, charts.getOrDefault(member.name(), Optional.empty())))
        .toList();
  }

  private static void addSketches(PoolHistory history, Map<String, Optional<SmallChart>> charts) {
    MemberSketches sketches = MemberSketches.of(history);
    for (int i = 0; i < history.members().size(); i++) {
      charts.put(history.members().get(i).name(), sketches.charts().get(i));
    }
  }

  /** What the best size holds. */
  static String bestNote(PoolReport pool) {
    if (pool.zvm().isEmpty()) {
      return "holds the members' own peaks that were seen, all together";
    }
    ZvmFigures figures = pool.zvm().get();
    OptionalDouble sets = figures.needs().workingSets();
    return sets.isPresent()
            && pool.advice()
                .filter(
                    sizing ->
                        sizing.best()
                            >= sets.getAsDouble()
                                + pool.sizes().reserve()
                                + figures.system().block())
                .isPresent()
        ? "real memory, and what busy guests had paged out while they read pages back"
        : "working sets of guests that are not idle";
  }

  /** The processors advised for a z/VM system. */
  Optional<ProcessorSizing> processors() {
    return pool.zvm().flatMap(ZvmFigures::processors);
  }

  /** The paging space advised for a z/VM system. */
  Optional<PageSpaceSizing> pageSpace() {
    return pool.zvm().flatMap(ZvmFigures::pageSpace);
  }

  /** What the minimum holds. */
  static String minimumNote(PoolReport pool) {
    if (pool.zvm().isEmpty()) {
      return "would just have held what was seen";
    }
    return pool.zvm().get().needs().hot().isPresent()
        ? "heaps and database memory, and a tenth on top"
        : "heaps and databases are not in the site file";
  }

  private static String sizeNote(PoolReport pool) {
    List<String> notes = new ArrayList<>();
    if (pool.sizes().reserve() > 0) {
      notes.add(Size.gb(pool.sizes().reserve()) + " of it reserved");
    }
    if (pool.sizes().maximum().isPresent()) {
      notes.add("can grow to " + Size.gb(pool.sizes().maximum().getAsDouble()));
    }
    return String.join("; ", notes);
  }

  private static String promisedNote(Overcommit overcommit) {
    Figures.Figure ratio = Figures.ratio(overcommit.configuredRatio());
    String mode =
        overcommit
            .mode()
            .map(
                known ->
                    switch (known) {
                      case NONE -> "no over-commitment";
                      case LOGICAL -> "logical over-commitment";
                      case PHYSICAL -> "physical over-commitment";
                    })
            .orElse("");
    if (!ratio.known()) {
      return mode;
    }
    return ratio.text() + " × the size" + (mode.isEmpty() ? "" : ", " + mode);
  }

  private static String stolenNote(PoolReport pool) {
    Figures.Figure range = Figures.gbRange(pool.memory().stolen());
    return range.known() ? "by either rule of sharing " + range.text() : "";
  }
}
