package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolReport;
import dev.headroom.series.Table;
import dev.headroom.unit.Count;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Draws the demand of a pool in one small chart: the total, what is hot of it, the size, and where
 * the peak is. Readable at 400 pixels.
 */
public final class PoolSketch {
  private static final int WIDTH = 400;
  private static final int HEIGHT = 136;
  private static final int TOP = 34;
  private static final int BOTTOM = 118;
  private static final int PITCH = 2;
  private static final int COLUMNS = WIDTH / PITCH;

  private final PoolReport pool;
  private final PoolDemand demand;
  private final Outline outline;
  private final double top;
  private final int hottest;

  private PoolSketch(PoolReport pool, PoolDemand demand) {
    this.pool = pool;
    this.demand = demand;
    this.outline = Outline.of(demand, COLUMNS);
    double most = Math.max(demand.peak(), pool.sizes().size().orElse(0));
    this.top = most > 0 ? most * 1.02 : 1;
    this.hottest = demand.hottest();
  }

  /** The chart, no more than 8 KB as it stands in a page; empty where nothing is known. */
  public static Optional<SmallChart> draw(PoolReport pool, PoolDemand demand) {
    return demand.anyKnown() ? Optional.of(new PoolSketch(pool, demand).draw()) : Optional.empty();
  }

  private SmallChart draw() {
    List<SmallChart.Mark> marks = new ArrayList<>();
    List<Drawing.Label> labels = new ArrayList<>();
    marks.add(
        new SmallChart.Mark("total", outline.area(outline.total(), 0, PITCH, BOTTOM, this::place)));
    marks.add(new SmallChart.Mark("hot", outline.line(outline.hot(), 0, PITCH, this::place)));
    marks.add(
        new SmallChart.Mark("base", new PathText().move(0, BOTTOM).line(WIDTH, BOTTOM).toString()));
    int peakX = Outline.column(demand.history().instants(), hottest, COLUMNS) * PITCH;
    int peakY = place(demand.hot()[hottest]);
    pool.sizes()
        .size()
        .ifPresent(
            size -> {
              int level = place(size);
              marks.add(
                  new SmallChart.Mark(
                      "size", new PathText().move(0, level).line(WIDTH, level).toString()));
              boolean right = peakX < WIDTH / 2;
              labels.add(
                  Drawing.Label.of(
                      right ? WIDTH : 0,
                      level - 4,
                      right ? "end" : "start",
                      "limit",
                      "size " + Size.gb(size)));
            });
    marks.add(
        new SmallChart.Mark(
            "peak", new PathText().move(peakX, TOP - 18).line(peakX, peakY).toString()));
    String peak = "peak hot " + Size.gb(demand.hot()[hottest]) + ", " + time(hottest);
    labels.add(Drawing.Label.of(peakX, 12, anchor(peakX), "axis", peak));
    addEnds(labels);
    return new SmallChart("sketch", WIDTH, HEIGHT, marks, labels, description(peak));
  }

  private static String anchor(int x) {
    return x < WIDTH * 3 / 8 ? "start" : x > WIDTH * 5 / 8 ? "end" : "middle";
  }

  private void addEnds(List<Drawing.Label> labels) {
    int[] ends = demand.ends();
    double y = BOTTOM + 14;
    if (ends[0] == ends[1]) {
      labels.add(Drawing.Label.of(WIDTH / 2.0, y, "middle", "axis", time(ends[0])));
      return;
    }
    labels.add(Drawing.Label.of(0, y, "start", "axis", time(ends[0])));
    labels.add(Drawing.Label.of(WIDTH, y, "end", "axis", time(ends[1])));
  }

  private String time(int instant) {
    PoolHistory history = demand.history();
    double at = history.instants()[instant];
    return history.timed()
        ? IsoTime.text(Objects.requireNonNull(Table.localTime(at)))
        : "sample " + Count.of((long) at);
  }

  private String description(String peak) {
    StringBuilder text = new StringBuilder("Demand over time: ");
    text.append(peak).append("; with ").append(pool.kind().warm()).append(" up to ");
    text.append(Size.gb(demand.peak()));
    pool.sizes().size().ifPresent(size -> text.append("; the size is ").append(Size.gb(size)));
    return text.append('.').toString();
  }

  private int place(double bytes) {
    return BOTTOM - (int) Math.round(bytes / top * (BOTTOM - TOP));
  }
}
