package dev.headroom.report.html;

import dev.headroom.report.FleetAnswer;
import dev.headroom.report.InputSummary;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WorstFirst;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the first page shows: every pool, worst first, and what was read. */
record IndexPage(
    String version,
    List<Row> pools,
    FleetPart fleet,
    Read read,
    NamedBy namedBy,
    boolean supposed) {

  /** What was read: captures, what became of their lines, and what is wrong with them. */
  record Read(List<InputSummary> inputs, Lines lines, DiagnosticSummary diagnostics) {
    /** A page that can be mailed shows at most this number of captures; a fleet has thousands. */
    private static final int SHOWN = 200;

    /** More captures than this are closed away until they are asked for. */
    private static final int OPEN = 20;

    /** Whether there are too many captures to stand open between a reader and the rest. */
    boolean many() {
      return inputs.size() > OPEN;
    }

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
  record Row(PoolReport pool, PoolPlace place) {}

  static IndexPage of(Report report, List<PoolPlace> places, boolean supposed) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      rows.add(new Row(report.pools().get(i), places.get(i)));
    }
    rows.sort(
        Comparator.comparing(Row::pool, WorstFirst.ORDER.thenComparing(FleetAnswer.COSTLIEST)));
    return new IndexPage(
        report.version(),
        List.copyOf(rows),
        FleetPart.of(rows),
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
}
