package dev.headroom.format.vmstat;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.VmstatCountersLexer;
import dev.headroom.unit.Share;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One list of {@code vmstat -v}: which labels it has had, and what its figures must satisfy among
 * themselves. A list that does not is kept as read, and a diagnostic says that it contradicts
 * itself.
 */
final class CounterList {
  /** Percentages have one decimal, cut or rounded; the rest is the noise of doubles. */
  private static final double TOLERANCE = 0.1 + 1e-9;

  private final double time;
  private final Set<Integer> labels = new HashSet<>();
  private final Map<Integer, Double> figures = new HashMap<>();
  private final Map<Integer, Line> shares = new HashMap<>();

  /** A list that was printed at this time, {@link Double#NaN} where it is not known. */
  CounterList(double time) {
    this.time = time;
  }

  double time() {
    return time;
  }

  /** Notes a label; false where the list has had it. */
  boolean note(int label) {
    return labels.add(label);
  }

  /** Keeps a figure as printed. */
  void keep(int label, double figure, Line line) {
    figures.put(label, figure);
    if (label == VmstatCountersLexer.NUMPERM
        || label == VmstatCountersLexer.NUMCLIENT
        || label == VmstatCountersLexer.COMPUTATIONAL) {
      shares.put(label, line.copy());
    }
  }

  private double figure(int label) {
    return figures.getOrDefault(label, Double.NaN);
  }

  /** Checks a list that has been read to its end. What is absent proves nothing. */
  void check(SectionContext context) {
    double lruable = figure(VmstatCountersLexer.LRUABLE_PAGES);
    double files = figure(VmstatCountersLexer.FILE_PAGES);
    check(context, VmstatCountersLexer.NUMPERM, files / lruable, "file pages / lruable pages");
    check(
        context,
        VmstatCountersLexer.NUMCLIENT,
        figure(VmstatCountersLexer.CLIENT_PAGES) / lruable,
        "client pages / lruable pages");
    if (labels.contains(VmstatCountersLexer.FRAMES_LOANED)) {
      return; // whether loaned pages count as computational is not known
    }
    double memory = figure(VmstatCountersLexer.MEMORY_PAGES);
    check(
        context,
        VmstatCountersLexer.COMPUTATIONAL,
        (memory - figure(VmstatCountersLexer.FREE_PAGES) - files) / memory,
        "(memory pages - free pages - file pages) / memory pages");
  }

  private void check(SectionContext context, int label, double share, String formula) {
    Line line = shares.get(label);
    double percent = 100 * share;
    if (line != null && Math.abs(figure(label) - percent) > TOLERANCE) {
      context.report(
          line,
          0,
          DiagnosticCode.INCONSISTENT,
          formula
              + " is "
              + Share.fixed(share, 1)
              + ", not "
              + Share.fixed(figure(label) / 100, 1)
              + "; kept as read");
    }
  }
}
