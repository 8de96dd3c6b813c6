package dev.headroom.report.html;

import dev.headroom.report.FleetAnswer;
import java.util.ArrayList;
import java.util.List;

/**
 * What the first page shows of many pools before it shows each.
 *
 * @param answer the answer on all
 * @param rows one for each pool, worst first
 * @param costly the pools to look at first
 * @param grades how many pools have each grade, worst first
 */
record FleetPart(
    FleetAnswer answer, List<FleetRow> rows, List<FleetRow> costly, List<GradeCount> grades) {
  /** Of more pools than this, those that are fine are folded away until they are asked for. */
  private static final int UNFOLDED = 20;

  /** How many pools have a grade. */
  record GradeCount(Badge badge, int number) {}

  /** What is shown of pools that are ranked, the worst first. */
  static FleetPart of(List<IndexPage.Row> ranked) {
    List<FleetRow> rows =
        ranked.stream().map(row -> new FleetRow(row.pool(), row.place())).toList();
    return new FleetPart(
        FleetAnswer.of(rows.stream().map(FleetRow::pool).toList()),
        rows,
        FleetAnswer.costliest(rows, FleetRow::pool),
        gradeCounts(rows));
  }

  /** Whether the script may fold away what is fine; without it, and on paper, all rows show. */
  boolean folds() {
    return rows.size() > UNFOLDED;
  }

  private static List<GradeCount> gradeCounts(List<FleetRow> ranked) {
    List<GradeCount> counts = new ArrayList<>();
    for (FleetRow row : ranked) {
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
