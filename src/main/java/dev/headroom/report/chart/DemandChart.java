package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolReport;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.PlainNumber;
import dev.headroom.unit.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * Draws what members asked for over time, one on top of the other, against the pool's size; below
 * it, on the same axis of time, what was stolen and loaned and what was read back, as far as it is
 * known. Where nothing is known of the demand, the picture is hatched and says why.
 */
public final class DemandChart {
  private static final int TOP = 20;
  private static final int BOTTOM = 310;
  private static final int STRIP_GAP = 22;
  private static final int STRIP_HEIGHT = 34;

  /** Of a strip that shows that there was nothing. */
  private static final int NOTHING_HEIGHT = 4;

  private static final int BELOW = 50;

  /** No letter of what a gap says is wider on average. */
  private static final double LETTER = 6.8;

  private static final int LINE = 15;

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
  private final PoolDemand demand;
  private final DemandStack stack;
  private final List<Strip> strips;
  private final InstantScale instants;
  private final DemandShapes shapes;
  private final String id;
  private final int bottom;
  private Scale range;
  private List<Strip> peers;
  private String unfit = "what is hot does not fit";

  private DemandChart(PoolReport pool, PoolHistory history, String id) {
    this.pool = pool;
    this.id = id;
    this.history = history;
    this.demand = PoolDemand.of(history);
    this.stack = DemandStack.of(demand);
    this.strips = Strip.of(pool, history);
    double[] all = history.instants();
    this.instants = new InstantScale(history.timed(), all[0], all[all.length - 1]);
    this.shapes = new DemandShapes(history, stack, instants);
    int below = BOTTOM;
    for (Strip strip : strips) {
      below += STRIP_GAP + height(strip);
    }
    this.bottom = below;
    this.peers = strips;
    this.range = range(top());
  }

  /**
   * The chart; empty where the history holds no instant.
   *
   * @param id its name, unique in its page
   */
  public static Optional<Drawing> draw(PoolReport pool, PoolHistory history, String id) {
    return history.size() == 0
        ? Optional.empty()
        : Optional.of(new DemandChart(pool, history, id).draw());
  }

  /**
   * Both charts on the same scale of memory; empty where one history holds no instant. Before shows
   * what was seen, after what would be by the model.
   */
  public static List<Drawing> beforeAndAfter(PoolReport before, PoolReport after, int number) {
    PoolHistory was = before.memory().history().orElse(null);
    PoolHistory would = after.memory().history().orElse(null);
    if (was == null || would == null || was.size() == 0 || would.size() == 0) {
      return List.of();
    }
    DemandChart first = new DemandChart(before, was, "before" + number);
    DemandChart second = new DemandChart(after, would, "after" + number);
    Scale range = range(Math.max(first.top(), second.top()));
    first.range = range;
    second.range = range;
    List<Strip> all = new ArrayList<>(first.strips);
    all.addAll(second.strips);
    first.peers = all;
    second.peers = all;
    second.unfit = "what is hot would not fit (by the model)";
    return List.of(first.draw(), second.draw());
  }

  private static Scale range(double top) {
    return Scale.over(0, top > 0 ? top / Size.GB * 1.08 : 1, 6);
  }

  private double top() {
    return Math.max(stack.peak(), pool.sizes().size().orElse(0));
  }

  private Drawing draw() {
    XYPlot plot = SvgCanvas.plot(instants.scale(), range, shapes.hotLine());
    XYItemRenderer renderer = plot.getRenderer();
    renderer.setSeriesPaint(0, HOT);
    renderer.setSeriesStroke(0, new BasicStroke(1.3f));
    // from the top down, each over the one before: half the points of bands with two edges
    for (int band = stack.tops().length - 1; band >= 0; band--) {
      addArea(renderer, shapes.band(band), new Color(MEMBERS[band]), Layer.BACKGROUND);
    }
    boolean seen =
        addArea(renderer, shapes.times(this::someoneShort, range.high()), SHORT, Layer.FOREGROUND);
    boolean unfitting =
        addArea(
            renderer,
            shapes.times(i -> doesNotFit(i) && !someoneShort(i), range.high()),
            SHORT,
            Layer.FOREGROUND);
    List<Drawing.Label> labels = axisLabels();
    sizeLine(plot, labels);
    StringBuilder picture =
        new StringBuilder(
            SvgCanvas.draw(
                id,
                plot,
                new Rectangle2D.Double(Drawing.LEFT, TOP, Drawing.PLOT_WIDTH, BOTTOM - TOP)));
    int below = BOTTOM;
    for (Strip strip : strips) {
      picture.append(strip(strip, below + STRIP_GAP, labels));
      below += STRIP_GAP + height(strip);
    }
    picture.append(gaps(labels));
    return new Drawing(
        new Drawing.About(id, "Demand over time", description()),
        bottom + BELOW,
        picture.toString(),
        labels,
        List.of(),
        legend(seen, unfitting),
        Optional.of(Readings.of(demand, strips, axis(), size())));
  }

  private boolean someoneShort(int instant) {
    for (MemberHistory member : history.members()) {
      if (member.censored(instant)) {
        return true;
      }
    }
    return false;
  }

  private boolean doesNotFit(int instant) {
    return pool.memory().served().unfit().get(instant);
  }

  private static boolean addArea(XYItemRenderer renderer, Path2D area, Paint paint, Layer layer) {
    Rectangle2D bounds = area.getBounds2D();
    // the library divides by both
    if (!(bounds.getWidth() > 0 && bounds.getHeight() > 0)) {
      return false;
    }
    renderer.addAnnotation(new XYShapeAnnotation(area, null, null, paint), layer);
    return true;
  }

  /** A strip, and what stands above it. */
  private String strip(Strip strip, int top, List<Drawing.Label> labels) {
    double most = 0;
    for (Strip peer : peers) {
      most = peer.shown() == strip.shown() ? Math.max(most, peer.peak()) : most;
    }
    double high = most > 0 ? most : 1;
    XYPlot plot =
        SvgCanvas.plot(instants.scale(), new Scale(0, high, high), new DefaultXYDataset());
    addArea(plot.getRenderer(), shapes.strip(strip), colour(strip), Layer.BACKGROUND);
    labels.add(Drawing.Label.of(Drawing.LEFT, top - 5, "start", "axis", strip.label()));
    return SvgCanvas.draw(
        id + "-" + strip.shown().name().toLowerCase(Locale.ROOT),
        plot,
        new Rectangle2D.Double(Drawing.LEFT, top, Drawing.PLOT_WIDTH, height(strip)));
  }

  private static int height(Strip strip) {
    return strip.peak() > 0 ? STRIP_HEIGHT : NOTHING_HEIGHT;
  }

  private static Color colour(Strip strip) {
    return new Color(
        switch (strip.shown()) {
          case STOLEN -> 0xC46A2B;
          case LOANED -> 0x4A9088;
          case READS -> 0x8A63B8;
        });
  }

  /** A hatch over every gap, and in those that have room what it is. */
  private String gaps(List<Drawing.Label> labels) {
    Scale scale = instants.scale();
    double pixel = (instants.instantAt(scale.high()) - instants.instantAt(scale.low()));
    PathText path = new PathText();
    for (Gap gap : Gap.of(demand, pixel / Drawing.PLOT_WIDTH)) {
      double from = scale.place(instants.place(gap.from()), Drawing.LEFT, Drawing.RIGHT);
      double to = scale.place(instants.place(gap.to()), Drawing.LEFT, Drawing.RIGHT);
      int left = (int) Math.round(from);
      int right = Math.max(left + 1, (int) Math.round(to));
      path.move(left, TOP).line(right, TOP).line(right, BOTTOM).line(left, BOTTOM).close();
      double y = BOTTOM - 12 - (gap.lines().size() - 1) * LINE;
      for (String line : gap.lines()) {
        if (to - from >= gap.lines().get(0).length() * LETTER) {
          labels.add(Drawing.Label.of((from + to) / 2, y, "middle", "axis moves gap", line));
        }
        y += LINE;
      }
    }
    if (path.isEmpty()) {
      return "";
    }
    String hatch = id + "-gap";
    return "<defs><pattern id=\""
        + hatch
        + "\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path class=\"hatch\""
        + " d=\"M-1 8L8-1M-1 1L1-1M6 8L8 6\"/></pattern></defs><path class=\"gap\" fill=\"url(#"
        + hatch
        + ")\" d=\""
        + path
        + "\"/>";
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
      labels.add(Drawing.Label.of(x, bottom + 17, anchor, "tick time", tick.label()));
      if (!tick.below().isEmpty()) {
        labels.add(Drawing.Label.of(x, bottom + 33, anchor, "axis time", tick.below()));
      }
    }
    if (!history.timed()) {
      double middle = (Drawing.LEFT + Drawing.RIGHT) / 2.0;
      labels.add(
          Drawing.Label.of(
              middle, bottom + 38, "middle", "axis", "sample number (captures without time)"));
    }
    return labels;
  }

  private Readings.Axis axis() {
    return new Readings.Axis(
        Readings.kind(history),
        PlainNumber.of(instants.instantAt(instants.scale().low())),
        PlainNumber.of(instants.instantAt(instants.scale().high())),
        1,
        PlainNumber.of(range.high()),
        TOP,
        BOTTOM);
  }

  private String size() {
    OptionalDouble size = pool.sizes().size();
    return size.isPresent() ? Size.gb(size.getAsDouble()) : "";
  }

  private List<Drawing.Key> legend(boolean seenShort, boolean unfitting) {
    List<Drawing.Key> legend = new ArrayList<>();
    int bands = stack.names().size();
    if (bands > 1) {
      legend.add(Drawing.Key.text("From the top down:"));
    }
    for (int band = bands - 1; band >= 0; band--) {
      legend.add(Drawing.Key.area(new Color(MEMBERS[band]), stack.names().get(band)));
    }
    legend.add(Drawing.Key.lineOn(new Color(MEMBERS[1]), HOT, "hot of the total"));
    if (pool.sizes().size().isPresent()) {
      legend.add(Drawing.Key.line(LIMIT, "none", "pool size"));
      if (pool.sizes().reserve() > 0) {
        legend.add(Drawing.Key.line(LIMIT, "5 4", "size less reserve"));
      }
    }
    List<String> shades = new ArrayList<>();
    if (seenShort) {
      shades.add("a member was seen short of memory");
    }
    if (unfitting) {
      shades.add(unfit);
    }
    if (!shades.isEmpty()) {
      legend.add(Drawing.Key.area(SHORT, String.join(", or ", shades)));
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
    text.append('.');
    for (Strip strip : strips) {
      text.append(" Below: ").append(strip.label()).append('.');
    }
    return text.append(" Hatched are times at which too few members reported.").toString();
  }
}
