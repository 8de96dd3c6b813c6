package dev.headroom.report.chart;

import dev.headroom.report.PoolReport;
import dev.headroom.risk.Sureness;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Draws what a size costs: the share of intervals in which it would not have held what was hot, and
 * below, where it is known, the chance that it will not. Both on one axis of sizes, with the sizes
 * advised and the present one marked.
 */
public final class CurveChart {
  private static final Color VIOLATION = new Color(0x4A7BB0);
  private static final Color BREACH = new Color(0x8A63B8);
  private static final Color ADVISED = new Color(0x2F8F8B);
  private static final Color PRESENT = new Color(0xD1495B);
  private static final int LABEL_ROWS_TOP = 14;
  private static final int LABEL_ROW = 16;
  private static final int PANEL_TOP = 96;
  private static final int PANEL_HEIGHT = 150;
  private static final int PANEL_GAP = 34;
  private static final int FEW_POINTS = 12;

  private final String id;
  private final PoolReport pool;
  private final Sizing sizing;
  private final List<CurvePoint> curve;
  private final List<Mark> marks;
  private final Scale domain;
  private final StringBuilder plots = new StringBuilder();
  private final List<Drawing.Label> labels = new ArrayList<>();
  private final List<Drawing.Leader> leaders = new ArrayList<>();

  private CurveChart(PoolReport pool, Sizing sizing, String id) {
    this.id = id;
    this.pool = pool;
    this.sizing = sizing;
    this.curve = drawable(sizing);
    this.marks = marks();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (CurvePoint point : curve) {
      low = Math.min(low, point.size() / Size.GB);
      high = Math.max(high, point.size() / Size.GB);
    }
    for (Mark mark : marks) {
      low = Math.min(low, mark.size());
      high = Math.max(high, mark.size());
    }
    double margin = high > low ? (high - low) * 0.03 : 0.5;
    this.domain = Scale.over(Math.max(0, low - margin), high + margin, 10);
  }

  /** A size that is marked, GB. */
  private record Mark(String name, double size, boolean present) {
    String text() {
      return name + " " + Size.gb(size * Size.GB);
    }
  }

  /**
   * The chart; empty where there is no curve.
   *
   * @param id its name, unique in its page
   */
  public static Optional<Drawing> draw(PoolReport pool, Sizing sizing, String id) {
    return drawable(sizing).isEmpty()
        ? Optional.empty()
        : Optional.of(new CurveChart(pool, sizing, id).draw());
  }

  private static List<CurvePoint> drawable(Sizing sizing) {
    return sizing.curve().stream()
        .filter(point -> Double.isFinite(point.size()) && Double.isFinite(point.violationRate()))
        .toList();
  }

  private Drawing draw() {
    double worst = 0;
    boolean chanceKnown = false;
    for (CurvePoint point : curve) {
      worst = Math.max(worst, point.violationRate());
      chanceKnown |= point.breachProbability().isPresent();
    }
    int bottom = PANEL_TOP + PANEL_HEIGHT;
    Scale rates = Scale.over(0, worst > 0 ? Math.min(100, worst * 108) : 1, 4);
    panel(
        id + "-rate",
        rates,
        bottom,
        VIOLATION,
        "% of the intervals in which what was hot did not fit",
        point -> OptionalDouble.of(point.violationRate()));
    if (chanceKnown) {
      bottom += PANEL_GAP + PANEL_HEIGHT;
      panel(
          id + "-breach",
          new Scale(0, 100, 25),
          bottom,
          BREACH,
          "% chance that what is hot passes the size " + Sureness.ahead(sizing.chance().goal()),
          CurvePoint::breachProbability);
    }
    sizeLabels(bottom);
    markLabels();
    return new Drawing(
        new Drawing.About(id, "What a size would cost", description()),
        bottom + 40,
        plots.toString(),
        labels,
        leaders,
        List.of());
  }

  private void panel(
      String panel,
      Scale range,
      int bottom,
      Color colour,
      String caption,
      Function<CurvePoint, OptionalDouble> share) {
    XYPlot plot = SvgCanvas.plot(domain, range, line(share));
    XYLineAndShapeRenderer renderer = (XYLineAndShapeRenderer) plot.getRenderer();
    renderer.setSeriesPaint(0, colour);
    renderer.setSeriesStroke(0, new BasicStroke(2f));
    renderer.setSeriesShape(0, new Ellipse2D.Double(-2.5, -2.5, 5, 5));
    renderer.setSeriesShapesVisible(0, curve.size() <= FEW_POINTS);
    for (Mark mark : marks) {
      plot.addDomainMarker(
          new ValueMarker(mark.size(), mark.present() ? PRESENT : ADVISED, stroke(mark)),
          Layer.BACKGROUND);
    }
    int top = bottom - PANEL_HEIGHT;
    plots.append(
        SvgCanvas.draw(
            panel,
            plot,
            new Rectangle2D.Double(Drawing.LEFT, top, Drawing.PLOT_WIDTH, PANEL_HEIGHT)));
    for (long tick = range.firstTick(); tick <= range.lastTick(); tick++) {
      double value = tick * range.step();
      labels.add(
          Drawing.Label.of(
              Drawing.LEFT - 8,
              range.place(value, bottom, top) + 4,
              "end",
              "tick",
              Decimal.fixed(value, range.decimals())));
    }
    labels.add(Drawing.Label.of(Drawing.LEFT, top - 8, "start", "axis", caption));
  }

  private static BasicStroke stroke(Mark mark) {
    return mark.present()
        ? new BasicStroke(1.8f)
        : new BasicStroke(
            1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {5f, 4f}, 0f);
  }

  private DefaultXYDataset line(Function<CurvePoint, OptionalDouble> share) {
    double[][] columns = new double[2][curve.size()];
    for (int i = 0; i < curve.size(); i++) {
      CurvePoint point = curve.get(i);
      columns[0][i] = point.size() / Size.GB;
      columns[1][i] = share.apply(point).orElse(Double.NaN) * 100;
    }
    DefaultXYDataset lines = new DefaultXYDataset();
    lines.addSeries("share", columns);
    return lines;
  }

  private List<Mark> marks() {
    List<Mark> all = new ArrayList<>();
    all.add(new Mark("minimum", sizing.minimum() / Size.GB, false));
    all.add(new Mark("recommended", sizing.recommended() / Size.GB, false));
    all.add(new Mark("best", sizing.best() / Size.GB, false));
    pool.sizes().size().ifPresent(size -> all.add(new Mark("present size", size / Size.GB, true)));
    all.removeIf(mark -> !Double.isFinite(mark.size()));
    all.sort(Comparator.comparingDouble(Mark::size));
    return all;
  }

  /**
   * Every mark has a row of its own, so that labels of sizes close together never meet. Labels on
   * the left run to the right and the other way round; the rows are such that no line to a label
   * runs through one further down.
   */
  private void markLabels() {
    double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
    List<Mark> ordered = new ArrayList<>();
    List<Mark> right = new ArrayList<>();
    for (Mark mark : marks) {
      (place(mark) > middle ? right : ordered).add(mark);
    }
    Collections.reverse(right);
    ordered.addAll(right);
    double row = LABEL_ROWS_TOP;
    for (Mark mark : ordered) {
      double x = place(mark);
      boolean left = x > middle;
      String style = mark.present() ? "limit" : "advised";
      labels.add(
          Drawing.Label.of(left ? x - 5 : x + 5, row, left ? "end" : "start", style, mark.text()));
      leaders.add(Drawing.Leader.of(x, row - 10, PANEL_TOP, style));
      row += LABEL_ROW;
    }
  }

  private double place(Mark mark) {
    return domain.place(mark.size(), Drawing.LEFT, Drawing.RIGHT);
  }

  private void sizeLabels(int bottom) {
    for (long tick = domain.firstTick(); tick <= domain.lastTick(); tick++) {
      double value = tick * domain.step();
      double x = domain.place(value, Drawing.LEFT, Drawing.RIGHT);
      String text = Decimal.fixed(value, domain.decimals());
      labels.add(Drawing.Label.of(x, bottom + 17, "middle", "tick", text));
    }
    double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
    labels.add(Drawing.Label.of(middle, bottom + 35, "middle", "axis", "size of the pool in GB"));
  }

  private String description() {
    StringBuilder text = new StringBuilder("For each size of the pool, the share of intervals in ");
    text.append("which hot demand would not have fitted. Marked:");
    String separator = " ";
    for (Mark mark : marks) {
      text.append(separator).append(mark.text());
      separator = ", ";
    }
    return text.append('.').toString();
  }
}
