package dev.headroom.analysis;

import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Grid;
import dev.headroom.unit.Decimal;
import java.util.ArrayList;
import java.util.List;

/** What laying captures side by side takes for granted, a sentence each; the same everywhere. */
final class GridAssumptions {
  private GridAssumptions() {}

  /** How members are laid side by side. */
  static List<String> of(PoolHistory history) {
    List<String> said = new ArrayList<>();
    if (!history.timed() && history.size() > 0) {
      said.add(
          "No capture says when it was taken: rows are laid side by side in their order, as if they"
              + " had been taken together.");
    } else if (history.size() > 0 && Double.isNaN(history.intervalMillis())) {
      said.add("There is one report only: what it shows is taken to have held together.");
    } else if (history.timed() && history.size() > 0) {
      said.add(
          "All members are laid on one grid of "
              + Decimal.fixed(history.intervalMillis() / 1000, 0)
              + (history.thinned()
                  ? " s, wider than the "
                      + Decimal.fixed(history.heldMillis() / Grid.HOLD / 1000, 0)
                      + " s of their captures: each cell shows its worst moment, and every share"
                      + " of intervals is one of cells; --full keeps all."
                  : " s, the coarsest interval of their captures; a value holds for two intervals"
                      + " at most."));
    }
    if (history.timed() && history.size() > 0 && !history.dated()) {
      said.add(
          "No capture says on what day it was taken: rows lie side by side by their times of the"
              + " day, as if all had been taken on one day; after midnight a capture goes on on the"
              + " next.");
    }
    return said;
  }
}
