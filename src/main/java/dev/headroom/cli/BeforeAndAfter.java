package dev.headroom.cli;

import dev.headroom.report.WhatIf;
import dev.headroom.report.html.ExitText;
import dev.headroom.sizing.ams.ExitPlan;
import java.util.ArrayList;
import java.util.List;

/** What the terminal shows of one pool before and after. */
final class BeforeAndAfter {
  private BeforeAndAfter() {}

  /** The lines, an empty one after each part. */
  static List<String> lines(WhatIf pool) {
    List<String> lines = new ArrayList<>();
    if (pool.changed()) {
      lines.addAll(pool.would().supposed());
      lines.add("");
      table(
          lines,
          List.of(pool.after().name(), "before (seen)", "before (modelled)", "after (modelled)"),
          pool.figures());
      if (!pool.members().isEmpty()) {
        table(
            lines,
            List.of("member", "figure", "before (modelled)", "after (modelled)"),
            pool.members());
      }
      lines.add(pool.after().judgement().verdict());
      if (!pool.caution().isEmpty()) {
        lines.add(pool.caution());
      }
      lines.add("");
    }
    pool.exit().ifPresent(plan -> exit(lines, pool.after().name(), plan));
    return lines;
  }

  private static void exit(List<String> lines, String pool, ExitPlan plan) {
    lines.add(pool + " without Active Memory Sharing:");
    lines.add("");
    table(lines, ExitText.HEADINGS, ExitText.rows(plan));
    lines.add(ExitText.cost(pool, plan));
    lines.add("");
    ExitText.notes(plan).forEach(note -> lines.add("- " + note));
    lines.add("");
  }

  private static void table(List<String> lines, List<String> headings, List<List<String>> figures) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(headings);
    // a dash that every terminal can show
    figures.forEach(row -> rows.add(row.stream().map(cell -> cell.replace("–", "-")).toList()));
    lines.addAll(SummaryTable.aligned(rows));
    lines.add("");
  }
}
