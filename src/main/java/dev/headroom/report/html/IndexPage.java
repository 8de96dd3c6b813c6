package dev.headroom.report.html;

import dev.headroom.report.Figures;
import dev.headroom.report.InputSummary;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WorstFirst;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** What the first page shows: every pool, worst first, and what was read. */
record IndexPage(
    String version,
    List<Row> pools,
    List<GradeCount> grades,
    Read read,
    NamedBy namedBy,
    boolean supposed) {

  /** What was read: captures, what became of their lines, and what is wrong with them. */
  record Read(List<InputSummary> inputs, Lines lines, DiagnosticSummary diagnostics) {
    /** A page that can be mailed shows at most this number of captures; a fleet has thousands. */
    private static final int SHOWN = 200;

    /** The captures that the page shows. */
    List<InputSummary> shown() {
      return inputs.subList(0, Math.min(inputs.size(), SHOWN));
    }

    /** How many more there are. */
    int hidden() {
      return inputs.size() - shown().size();
    }
  }

  /** How many lines were understood, noise, and rejected. */
  record Lines(String understood, String noise, String rejected) {}

  /** One pool. */
  record Row(PoolReport pool, PoolPlace place) {
    Badge badge() {
      return Badge.of(pool.judgement().grade());
    }

    MembersAll all() {
      return MembersAll.of(pool);
    }

    Figures.Figure size(ToDoubleFunction<Sizing> which) {
      return Figures.gb(
          pool.sizes().advised().isPresent()
              ? OptionalDouble.of(which.applyAsDouble(pool.sizes().advised().get()))
              : OptionalDouble.empty());
    }

    Figures.Figure stolen() {
      return Figures.gb(pool.memory().overcommit().peakStolen());
    }
  }

  /** How many pools have a grade. */
  record GradeCount(Badge badge, int number) {}

  static IndexPage of(Report report, List<PoolPlace> places, boolean supposed) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      rows.add(new Row(report.pools().get(i), places.get(i)));
    }
    rows.sort(Comparator.comparing(Row::pool, WorstFirst.ORDER));
    return new IndexPage(
        report.version(),
        List.copyOf(rows),
        gradeCounts(rows),
        new Read(
            report.inputs(),
            new Lines(
                Count.of(report.lines().understood()),
                Count.of(report.lines().noise()),
                Count.of(report.lines().rejected())),
            DiagnosticSummary.of(report.diagnostics())),
        NamedBy.of(report.subjects()),
        supposed);
  }

  /** What the page is about. */
  String title() {
    return pools.size() == 1
        ? "Memory report on " + pools.get(0).pool().name() + " – Headroom"
        : "Shared memory report – Headroom";
  }

  /** The kinds of memory systems on the page, each once. */
  List<PoolKind> kinds() {
    return pools.stream().map(row -> row.pool().kind()).distinct().toList();
  }

  /** The first screenful of a pool. */
  PoolTop top(Row row) {
    return PoolTop.of(row.pool(), row.place(), true);
  }

  /** All of a pool. */
  PoolPage full(Row row) {
    return PoolPage.of(row.pool(), row.place().id());
  }

  private static List<GradeCount> gradeCounts(List<Row> ranked) {
    List<GradeCount> counts = new ArrayList<>();
    for (Row row : ranked) {
      int last = counts.size() - 1;
      if (last >= 0 && counts.get(last).badge().equals(row.badge())) {
        counts.set(last, new GradeCount(row.badge(), counts.get(last).number() + 1));
      } else {
        counts.add(new GradeCount(row.badge(), 1));
      }
    }
    return List.copyOf(counts);
  }
}
