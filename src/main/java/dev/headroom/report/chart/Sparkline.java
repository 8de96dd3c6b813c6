package dev.headroom.report.chart;

import dev.headroom.report.PoolReport;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws what was hot in a pool against its size, for a row of a table. */
public final class Sparkline {
  private static final int WIDTH = 118;
  private static final int HEIGHT = 24;
  private static final int COLUMNS = 60;
  private static final int PITCH = 2;
  private static final int TOP = 2;

  private Sparkline() {}

  /** The chart, no more than 700 bytes as it stands in a page; empty where nothing is known. */
  public static Optional<SmallChart> draw(PoolReport pool, PoolDemand demand) {
    if (!demand.anyKnown()) {
      return Optional.empty();
    }
    double peak = demand.hot()[demand.hottest()];
    OptionalDouble size = pool.sizes().size();
    double most = Math.max(peak, size.orElse(0));
    double top = most > 0 ? most : 1;
    Outline outline = Outline.of(demand, COLUMNS);
    List<SmallChart.Mark> marks = new ArrayList<>();
    marks.add(
        new SmallChart.Mark(
            "hot", outline.area(outline.hot(), 0, PITCH, HEIGHT, value -> place(value, top))));
    String text = "Hot up to " + Size.gb(peak);
    if (size.isPresent()) {
      int level = place(size.getAsDouble(), top);
      marks.add(
          new SmallChart.Mark("size", new PathText().move(0, level).line(WIDTH, level).toString()));
      String over = over(outline, size.getAsDouble() - pool.sizes().reserve());
      if (!over.isEmpty()) {
        marks.add(new SmallChart.Mark("over", over));
      }
      text += " of " + Size.gb(size.getAsDouble());
    }
    return Optional.of(new SmallChart("spark", WIDTH, HEIGHT, marks, List.of(), text));
  }

  /** A dash at the top over every column in which what is hot passes what members can get. */
  private static String over(Outline outline, double available) {
    PathText path = new PathText();
    for (int k = 0; k < outline.columns().length; k++) {
      if (outline.hot()[k] <= available) {
        continue;
      }
      int from = outline.columns()[k] * PITCH;
      int last = k;
      while (last + 1 < outline.columns().length
          && outline.hot()[last + 1] > available
          && !outline.gapBefore()[last + 1]) {
        last++;
      }
      path.move(from, 1).line(outline.columns()[last] * PITCH + PITCH, 1);
      k = last;
    }
    return path.toString();
  }

  private static int place(double bytes, double top) {
    return HEIGHT - (int) Math.round(bytes / top * (HEIGHT - TOP - 2));
  }
}
