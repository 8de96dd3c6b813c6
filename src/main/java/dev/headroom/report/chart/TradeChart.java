package dev.headroom.report.chart;

import dev.headroom.backtest.BacktestResult;
import dev.headroom.backtest.Reliability;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Share;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Draws what every method traded: how often its size was exceeded, and how much it saved. The
 * advice at several probabilities is a line; up and to the left is better.
 */
public final class TradeChart {
  private static final Color ADVICE = new Color(0x2F8F8B);
  private static final Color RULES = new Color(0x8A63B8);
  private static final int TOP = 24;
  private static final int BOTTOM = 324;
  private static final int HEIGHT = 366;

  /** Labels this near to each other may meet. */
  private static final int NEAR = 190;

  private static final int LINE = 14;

  private TradeChart() {}

  /** A method's place, in per cent. */
  private record Point(String text, boolean advice, double breach, double saving) {}

  /** Draws the methods of a backtest. */
  public static Drawing draw(BacktestResult result) {
    List<Point> points = points(result);
    double low = Math.min(0, points.stream().mapToDouble(Point::saving).min().orElse(0));
    double high = points.stream().mapToDouble(Point::saving).max().orElse(1);
    double most = points.stream().mapToDouble(Point::breach).max().orElse(1);
    Scale domain = Scale.over(-1, Math.max(10, Math.min(101, most * 1.06)), 10);
    Scale range = Scale.over(low - 3, high + 5, 6);
    DefaultXYDataset lines = new DefaultXYDataset();
    lines.addSeries("advice", columns(points, true));
    lines.addSeries("rules", columns(points, false));
    XYPlot plot = SvgCanvas.plot(domain, range, lines);
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
    style(renderer, 0, ADVICE);
    style(renderer, 1, RULES);
    renderer.setSeriesLinesVisible(1, false);
    List<Drawing.Label> labels = axes(domain, range);
    labels.addAll(names(points, domain, range));
    return new Drawing(
        new Drawing.About("trade", "What each method traded", description(points)),
        HEIGHT,
        SvgCanvas.draw(
            "trade",
            plot,
            new Rectangle2D.Double(Drawing.LEFT, TOP, Drawing.PLOT_WIDTH, BOTTOM - TOP)),
        labels,
        List.of(),
        List.of(
            Drawing.Key.line(ADVICE, "none", "the advice, at the chance it was asked for"),
            Drawing.Key.area(RULES, "simple rules")));
  }

  private static List<Point> points(BacktestResult result) {
    List<Point> points = new ArrayList<>();
    for (Reliability row : result.reliability()) {
      String asked = "asked for " + Share.fixed(row.asked(), 0);
      points.add(new Point(asked, true, row.observed() * 100, row.savingOnPeaks() * 100));
    }
    result.methods().stream()
        .skip(1) // the advice wanted lies on the line
        .forEach(
            method ->
                points.add(
                    new Point(
                        method.title(),
                        false,
                        method.summary().breachRate() * 100,
                        method.summary().saving().onPeaks() * 100)));
    return points;
  }

  private static double[][] columns(List<Point> points, boolean advice) {
    List<Point> chosen = points.stream().filter(point -> point.advice() == advice).toList();
    double[][] columns = new double[2][chosen.size()];
    for (int i = 0; i < chosen.size(); i++) {
      columns[0][i] = chosen.get(i).breach();
      columns[1][i] = chosen.get(i).saving();
    }
    return columns;
  }

  private static void style(XYLineAndShapeRenderer renderer, int series, Color colour) {
    renderer.setSeriesPaint(series, colour);
    renderer.setSeriesStroke(series, new BasicStroke(2f));
    renderer.setSeriesShape(series, new Ellipse2D.Double(-4, -4, 8, 8));
    renderer.setSeriesShapesVisible(series, true);
  }

  private static List<Drawing.Label> axes(Scale domain, Scale range) {
    List<Drawing.Label> labels = new ArrayList<>();
    for (long tick = range.firstTick(); tick <= range.lastTick(); tick++) {
      double value = tick * range.step();
      double y = range.place(value, BOTTOM, TOP) + 4;
      labels.add(
          Drawing.Label.of(
              Drawing.LEFT - 8, y, "end", "tick", Decimal.fixed(value, range.decimals())));
    }
    for (long tick = domain.firstTick(); tick <= domain.lastTick(); tick++) {
      double value = tick * domain.step();
      double x = domain.place(value, Drawing.LEFT, Drawing.RIGHT);
      labels.add(
          Drawing.Label.of(
              x, BOTTOM + 17, "middle", "tick", Decimal.fixed(value, domain.decimals())));
    }
    labels.add(
        Drawing.Label.of(
            Drawing.LEFT, TOP - 10, "start", "axis", "% saved on the sum of the members' peaks"));
    double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
    labels.add(
        Drawing.Label.of(
            middle, BOTTOM + 35, "middle", "axis", "% of the periods in which it was exceeded"));
    return labels;
  }

  /** Names beside their points, from the top down; one that would meet another goes below it. */
  private static List<Drawing.Label> names(List<Point> points, Scale domain, Scale range) {
    List<Point> ordered = new ArrayList<>(points);
    ordered.sort(Comparator.comparingDouble(Point::saving).reversed());
    double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
    List<double[]> taken = new ArrayList<>();
    List<Drawing.Label> labels = new ArrayList<>();
    for (Point point : together(ordered)) {
      double x = domain.place(point.breach(), Drawing.LEFT, Drawing.RIGHT);
      double y = range.place(point.saving(), BOTTOM, TOP) + 4;
      for (double[] other : taken) {
        if (Math.abs(other[0] - x) < NEAR && y < other[1] + LINE) {
          y = other[1] + LINE;
        }
      }
      taken.add(new double[] {x, y});
      boolean left = x > middle;
      labels.add(
          Drawing.Label.of(
              left ? x - 9 : x + 9,
              y,
              left ? "end" : "start",
              point.advice() ? "advised" : "axis",
              point.text()));
    }
    return labels;
  }

  /** Points in one place have one name together. */
  private static List<Point> together(List<Point> ordered) {
    List<Point> merged = new ArrayList<>();
    for (Point point : ordered) {
      int last = merged.size() - 1;
      Point before = last < 0 ? point : merged.get(last);
      if (last >= 0 && before.breach() == point.breach() && before.saving() == point.saving()) {
        String text = before.text() + ", " + point.text().replace("asked for ", "");
        merged.set(last, new Point(text, before.advice(), before.breach(), before.saving()));
      } else {
        merged.add(point);
      }
    }
    return merged;
  }

  private static String description(List<Point> points) {
    StringBuilder text = new StringBuilder("Share of the periods exceeded, and saving:");
    String separator = " ";
    for (Point point : points) {
      text.append(separator).append(point.text()).append(' ');
      text.append(Decimal.fixed(point.breach(), 1)).append(" %, ");
      text.append(Decimal.fixed(point.saving(), 1)).append(" %");
      separator = "; ";
    }
    return text.append('.').toString();
  }
}
