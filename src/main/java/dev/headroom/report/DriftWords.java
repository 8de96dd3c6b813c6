package dev.headroom.report;

import dev.headroom.risk.Sureness;
import dev.headroom.sizing.Drift;
import dev.headroom.sizing.Goal;
import dev.headroom.unit.Size;
import dev.headroom.unit.Span;
import java.util.Locale;

/** Says how the level of demand changed over a history. */
final class DriftWords {
  private static final double WEEK = 7;

  private DriftWords() {}

  /**
   * A change of level, and what of the history counts for it; a trend, and what it comes to. Each
   * sentence begins with a blank; none where there is neither.
   *
   * @param days how much history counts
   */
  static String of(Drift drift, double days, Goal goal) {
    if (drift.shifted()) {
      return String.format(
          Locale.ROOT,
          " Demand went to another level %s ago, by %s%s: only what follows counts as history.",
          Span.text(Span.ofDays(days)),
          drift.shift() > 0 ? "+" : "-",
          Size.gb(Math.abs(drift.shift())));
    }
    double ahead = drift.rise() * goal.horizonDays();
    return drift.rise() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            " The largest demand of a day %s by %s a week over the history; %s that comes to %s,"
                + " and the chance takes it for a matter of luck.",
            drift.rise() > 0 ? "rose" : "fell",
            Size.gb(Math.abs(drift.rise()) * WEEK),
            Sureness.ahead(goal),
            Size.gb(Math.abs(ahead)));
  }
}
