package dev.headroom.report.html;

import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.report.chart.DemandChart;
import dev.headroom.report.chart.Drawing;
import java.util.ArrayList;
import java.util.List;

/** What the page of before and after shows: one part for each pool. */
record WhatIfPage(String version, List<Part> parts) {

  /**
   * One pool.
   *
   * @param number from 1, for anchors
   * @param page where all of it is shown
   */
  record Part(int number, WhatIf whatIf, String page, List<Drawing> charts) {
    Badge before() {
      return Badge.of(whatIf.seen().judgement().grade());
    }

    Badge after() {
      return Badge.of(whatIf.after().judgement().grade());
    }
  }

  static WhatIfPage of(Report report, List<PoolPlace> places, List<WhatIf> whatIfs) {
    List<Part> parts = new ArrayList<>();
    for (WhatIf whatIf : whatIfs) {
      int number = parts.size() + 1;
      parts.add(
          new Part(
              number,
              whatIf,
              places.get(report.pools().indexOf(whatIf.after())).linkFromBeside(),
              whatIf.changed()
                  ? DemandChart.beforeAndAfter(whatIf.seen(), whatIf.after(), number)
                  : List.of()));
    }
    return new WhatIfPage(report.version(), List.copyOf(parts));
  }
}
