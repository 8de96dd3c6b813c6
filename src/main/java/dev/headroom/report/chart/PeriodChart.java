package dev.headroom.report.chart;

import dev.headroom.backtest.Trial;
import dev.headroom.unit.Decimal;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Draws every judged period: the peak that followed as a share of the size advised, over time. What
 * stands above the line was exceeded.
 */
public final class PeriodChart {
  private static final Color HELD = new Color(0x4A7BB0);
  private static final Color EXCEEDED = new Color(0xD1495B);
  private static final int TOP = 24;
  private static final int BOTTOM = 244;
  private static final int HEIGHT = 288;

  /** A page shows at most this number of periods that held, and all that were exceeded. */
  private static final int SHOWN = 1500;

  private PeriodChart() {}

  /** Draws the periods that were judged. */
  public static Drawing draw(List<Trial> judged) {
    List<Trial> exceeded = judged.stream().filter(PeriodChart::exceeded).toList();
    List<Trial> held = thinned(judged.stream().filter(trial -> !exceeded(trial)).toList());
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    double most = 100;
    for (Trial trial : judged) {
      first = Math.min(first, trial.window().cut());
      last = Math.max(last, trial.window().cut());
      most = Math.max(most, share(trial));
    }
    double margin = judged.get(0).window().until() - judged.get(0).window().cut();
    InstantScale instants = new InstantScale(true, first - margin / 2, last + margin / 2);
    Scale range = Scale.over(0, most * 1.06, 5);
    DefaultXYDataset points = new DefaultXYDataset();
    points.addSeries("held", columns(held, instants));
    points.addSeries("exceeded", columns(exceeded, instants));
    XYPlot plot = SvgCanvas.plot(instants.scale(), range, points);
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
    style(renderer, 0, HELD);
    style(renderer, 1, EXCEEDED);
    plot.addRangeMarker(
        new ValueMarker(100, new Color(0x2F8F8B), new BasicStroke(1.8f)), Layer.BACKGROUND);
    return new Drawing(
        new Drawing.About(
            "periods",
            "What followed the advice",
            "In "
                + exceeded.size()
                + " of "
                + judged.size()
                + " periods the advised size was exceeded."),
        HEIGHT,
        SvgCanvas.draw(
            "periods",
            plot,
            new Rectangle2D.Double(Drawing.LEFT, TOP, Drawing.PLOT_WIDTH, BOTTOM - TOP)),
        labels(instants, range),
        List.of(),
        List.of(
            Drawing.Key.area(HELD, "held"), Drawing.Key.area(EXCEEDED, "exceeded at least once")));
  }

  private static boolean exceeded(Trial trial) {
    return trial.advice().orElseThrow().score().breached();
  }

  private static double share(Trial trial) {
    double advised = trial.advice().orElseThrow().score().size();
    return advised > 0 ? trial.yardsticks().oracle() / advised * 100 : 0;
  }

  private static List<Trial> thinned(List<Trial> held) {
    int step = Math.max(1, (held.size() + SHOWN - 1) / SHOWN);
    List<Trial> shown = new ArrayList<>();
    for (int i = 0; i < held.size(); i += step) {
      shown.add(held.get(i));
    }
    return shown;
  }

  private static double[][] columns(List<Trial> trials, InstantScale instants) {
    double[][] columns = new double[2][trials.size()];
    for (int i = 0; i < trials.size(); i++) {
      columns[0][i] = instants.place(trials.get(i).window().cut());
      columns[1][i] = share(trials.get(i));
    }
    return columns;
  }

  private static void style(XYLineAndShapeRenderer renderer, int series, Color colour) {
    renderer.setSeriesPaint(series, colour);
    renderer.setSeriesShape(series, new Ellipse2D.Double(-3, -3, 6, 6));
    renderer.setSeriesShapesVisible(series, true);
    renderer.setSeriesLinesVisible(series, false);
  }

  private static List<Drawing.Label> labels(InstantScale instants, Scale range) {
    List<Drawing.Label> labels = new ArrayList<>();
    for (long tick = range.firstTick(); tick <= range.lastTick(); tick++) {
      double value = tick * range.step();
      double y = range.place(value, BOTTOM, TOP) + 4;
      labels.add(
          Drawing.Label.of(
              Drawing.LEFT - 8, y, "end", "tick", Decimal.fixed(value, range.decimals())));
    }
    labels.add(
        Drawing.Label.of(
            Drawing.LEFT, TOP - 10, "start", "axis", "peak that followed, % of the size advised"));
    for (InstantScale.Tick tick : instants.ticks()) {
      double x = instants.scale().place(tick.at(), Drawing.LEFT, Drawing.RIGHT);
      String anchor = x > Drawing.RIGHT - 24 ? "end" : "middle";
      labels.add(Drawing.Label.of(x, BOTTOM + 17, anchor, "tick", tick.label()));
      if (!tick.below().isEmpty()) {
        labels.add(Drawing.Label.of(x, BOTTOM + 33, anchor, "axis", tick.below()));
      }
    }
    return labels;
  }
}
