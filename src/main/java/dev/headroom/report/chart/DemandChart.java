package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolReport;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;

/** Draws what members asked for over time, one on top of the other, against the pool's size. */
public final class DemandChart {
  private static final int TOP = 20;
  private static final int BOTTOM = 310;
  private static final int HEIGHT = 360;
  private static final Color LIMIT = new Color(0xD1495B);
  private static final Color SHORT = new Color(0xD1, 0x49, 0x5B, 0x28);
  // runs over areas, and so may stay dark on a dark page
  private static final Color HOT = new Color(0x14202C);
  // neighbours differ in lightness; none is near the colour of a grade
  private static final int[] MEMBERS = {
    0x4A7BB0, 0x8CC0CF, 0x6F66A8, 0xB3A8D6, 0x2F8F8B, 0xA5AFBA, 0x7C6A57, 0xC8B79C, 0x3C5468,
    0x98B7DD
  };

  private final PoolReport pool;
  private final PoolHistory history;
  private final DemandStack stack;
  private final InstantScale instants;
  private final DemandShapes shapes;
  private final Scale range;

  private final String id;

  private DemandChart(PoolReport pool, PoolHistory history, String id, double least) {
    this.pool = pool;
    this.id = id;
    this.history = history;
    this.stack = DemandStack.of(history);
    double[] all = history.instants();
    this.instants = new InstantScale(history.timed(), all[0], all[all.length - 1]);
    this.shapes = new DemandShapes(history, stack, instants);
    double top = Math.max(least, top(stack, pool)) / Size.GB;
    this.range = Scale.over(0, top > 0 ? top * 1.08 : 1, 6);
  }

  /**
   * The chart; empty where the history holds no instant.
   *
   * @param id its name, unique in its page
   */
  public static Optional<Drawing> draw(PoolReport pool, PoolHistory history, String id) {
    return history.size() == 0
        ? Optional.empty()
        : Optional.of(new DemandChart(pool, history, id, 0).draw());
  }

  /** Both charts on the same scale of memory; empty where one history holds no instant. */
  public static List<Drawing> beforeAndAfter(PoolReport before, PoolReport after, int number) {
    PoolHistory was = before.memory().history().orElse(null);
    PoolHistory would = after.memory().history().orElse(null);
    if (was == null || would == null || was.size() == 0 || would.size() == 0) {
      return List.of();
    }
    double top = Math.max(top(DemandStack.of(was), before), top(DemandStack.of(would), after));
    return List.of(
        new DemandChart(before, was, "before" + number, top).draw(),
        new DemandChart(after, would, "after" + number, top).draw());
  }

  private static double top(DemandStack stack, PoolReport pool) {
    return Math.max(stack.peak(), pool.sizes().size().orElse(0));
  }

  private Drawing draw() {
    XYPlot plot = SvgCanvas.plot(instants.scale(), range, shapes.hotLine());
    XYItemRenderer renderer = plot.getRenderer();
    renderer.setSeriesPaint(0, HOT);
    renderer.setSeriesStroke(0, new BasicStroke(1.3f));
    // from the top down, each over the one before: half the points of bands with two edges
    for (int band = stack.tops().length - 1; band >= 0; band--) {
      addArea(
          renderer, shapes.area(stack.tops()[band]), new Color(MEMBERS[band]), Layer.BACKGROUND);
    }
    boolean seenShort = addArea(renderer, shapes.shortTimes(range.high()), SHORT, Layer.FOREGROUND);
    List<Drawing.Label> labels = axisLabels();
    sizeLine(plot, labels);
    return new Drawing(
        new Drawing.About(id, "Demand over time", description()),
        HEIGHT,
        SvgCanvas.draw(
            id, plot, new Rectangle2D.Double(Drawing.LEFT, TOP, Drawing.PLOT_WIDTH, BOTTOM - TOP)),
        labels,
        List.of(),
        legend(seenShort));
  }

  private static boolean addArea(XYItemRenderer renderer, Path2D area, Paint paint, Layer layer) {
    if (area.getCurrentPoint() == null) {
      return false;
    }
    renderer.addAnnotation(new XYShapeAnnotation(area, null, null, paint), layer);
    return true;
  }

  private void sizeLine(XYPlot plot, List<Drawing.Label> labels) {
    if (pool.sizes().size().isEmpty()) {
      return;
    }
    double size = pool.sizes().size().getAsDouble();
    addLevel(plot, size, new BasicStroke(1.8f));
    labels.add(levelLabel(size, -5, "size " + Size.gb(size)));
    if (pool.sizes().reserve() > 0) {
      double available = size - pool.sizes().reserve();
      float[] dashes = {5f, 4f};
      addLevel(
          plot,
          available,
          new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, dashes, 0f));
      labels.add(levelLabel(available, 14, "less reserve " + Size.gb(available)));
    }
  }

  private static void addLevel(XYPlot plot, double bytes, BasicStroke stroke) {
    plot.addRangeMarker(new ValueMarker(bytes / Size.GB, LIMIT, stroke), Layer.FOREGROUND);
  }

  private Drawing.Label levelLabel(double bytes, double below, String text) {
    double y = range.place(bytes / Size.GB, BOTTOM, TOP) + below;
    return Drawing.Label.of(Drawing.RIGHT - 6, y, "end", "limit", text);
  }

  private List<Drawing.Label> axisLabels() {
    List<Drawing.Label> labels = new ArrayList<>();
    for (long tick = range.firstTick(); tick <= range.lastTick(); tick++) {
      double value = tick * range.step();
      double y = range.place(value, BOTTOM, TOP) + 4;
      String text = Decimal.fixed(value, range.decimals());
      labels.add(Drawing.Label.of(Drawing.LEFT - 8, y, "end", "tick", text));
    }
    labels.add(Drawing.Label.of(Drawing.LEFT - 8, 12, "end", "axis", "GB"));
    for (InstantScale.Tick tick : instants.ticks()) {
      double x = instants.scale().place(tick.at(), Drawing.LEFT, Drawing.RIGHT);
      String anchor = x > Drawing.RIGHT - 24 ? "end" : "middle";
      labels.add(Drawing.Label.of(x, BOTTOM + 17, anchor, "tick", tick.label()));
      if (!tick.below().isEmpty()) {
        labels.add(Drawing.Label.of(x, BOTTOM + 33, anchor, "axis", tick.below()));
      }
    }
    if (!history.timed()) {
      double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
      labels.add(
          Drawing.Label.of(
              middle, BOTTOM + 38, "middle", "axis", "sample number (captures without time)"));
    }
    return labels;
  }

  private List<Drawing.Key> legend(boolean seenShort) {
    List<Drawing.Key> legend = new ArrayList<>();
    for (int band = stack.names().size() - 1; band >= 0; band--) {
      legend.add(Drawing.Key.area(new Color(MEMBERS[band]), stack.names().get(band)));
    }
    legend.add(Drawing.Key.lineOn(new Color(MEMBERS[1]), HOT, "hot of the total"));
    if (pool.sizes().size().isPresent()) {
      legend.add(Drawing.Key.line(LIMIT, "none", "pool size"));
      if (pool.sizes().reserve() > 0) {
        legend.add(Drawing.Key.line(LIMIT, "5 4", "size less reserve"));
      }
    }
    if (seenShort) {
      legend.add(Drawing.Key.area(SHORT, "a member was seen short of memory"));
    }
    return legend;
  }

  private String description() {
    StringBuilder text = new StringBuilder("Stacked areas of what each ");
    text.append(pool.kind().member()).append(" asked for");
    text.append(history.timed() ? " over time" : ", sample by sample (captures without time)");
    pool.memory()
        .overcommit()
        .peakDemand()
        .ifPresent(peak -> text.append("; the total peaks at ").append(Size.gb(peak)));
    pool.sizes().size().ifPresent(size -> text.append("; the pool has ").append(Size.gb(size)));
    return text.append(". Gaps are times at which too few members reported.").toString();
  }
}
