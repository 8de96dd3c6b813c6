package dev.headroom.report.chart;

import dev.headroom.report.PoolReport;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the sizes that matter of a pool on one axis, each in a row of its own with its name and its
 * figure, so that labels never meet; the present size is also a line through all rows. What is not
 * known is left out. Readable at 400 pixels.
 */
public final class SizeAxis {
  private static final int WIDTH = 400;
  private static final int LEFT = 128;
  private static final int RIGHT = 322;
  private static final int ROW = 22;

  private SizeAxis() {}

  /** A row: a size in bytes, and by which shape it is told. */
  private record Row(String name, String style, double size) {}

  /** The chart, to be printed as other small charts are; empty where no size is known. */
  public static Optional<SmallChart> draw(PoolReport pool) {
    List<Row> rows = rows(pool);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double low = rows.stream().mapToDouble(Row::size).min().orElseThrow() / Size.GB;
    double high = rows.stream().mapToDouble(Row::size).max().orElseThrow() / Size.GB;
    double margin = high > low ? (high - low) * 0.12 : Math.max(0.5, high * 0.1);
    Scale scale = Scale.over(Math.max(0, low - margin), high + margin, 4);
    int bottom = rows.size() * ROW + 4;
    List<SmallChart.Mark> marks = new ArrayList<>();
    List<Drawing.Label> labels = new ArrayList<>();
    StringBuilder description = new StringBuilder("Sizes:");
    PathText base = new PathText().move(LEFT, bottom).line(RIGHT, bottom);
    for (long tick = scale.firstTick(); tick <= scale.lastTick(); tick++) {
      double value = tick * scale.step();
      int x = place(scale, value);
      base.move(x, 2).line(x, bottom);
      labels.add(
          Drawing.Label.of(
              x, bottom + 14, "middle", "axis", Decimal.fixed(value, scale.decimals())));
    }
    labels.add(Drawing.Label.of(WIDTH, bottom + 14, "end", "axis", "GB"));
    marks.add(new SmallChart.Mark("base", base.toString()));
    int y = ROW / 2 + 2;
    for (Row row : rows) {
      int x = place(scale, row.size() / Size.GB);
      if (row.style().equals("present")) {
        marks.add(
            new SmallChart.Mark("size", new PathText().move(x, 2).line(x, bottom).toString()));
      }
      marks.add(new SmallChart.Mark(row.style(), shape(row.style(), x, y)));
      labels.add(Drawing.Label.of(0, y + 4, "start", "name", row.name()));
      labels.add(Drawing.Label.of(WIDTH, y + 4, "end", "figure", Size.gb(row.size())));
      description.append(y > ROW ? ", " : " ").append(row.name()).append(' ');
      description.append(Size.gb(row.size()));
      y += ROW;
    }
    return Optional.of(
        new SmallChart(
            "sizes", WIDTH, bottom + 20, marks, labels, description.append('.').toString()));
  }

  private static List<Row> rows(PoolReport pool) {
    List<Row> rows = new ArrayList<>();
    pool.least().ifPresent(size -> rows.add(new Row(pool.kind().least(), "seen", size)));
    pool.advice()
        .map(Sizing::recommended)
        .ifPresent(size -> rows.add(new Row("advised", "advised", size)));
    pool.advice()
        .map(Sizing::best)
        .ifPresent(size -> rows.add(new Row(pool.kind().together(), "best", size)));
    pool.sizes().size().ifPresent(size -> rows.add(new Row("present size", "present", size)));
    rows.removeIf(row -> !Double.isFinite(row.size()));
    return rows;
  }

  private static int place(Scale scale, double gb) {
    return (int) Math.round(scale.place(gb, LEFT, RIGHT));
  }

  /** A shape for each, as large as the others: none is told by its colour alone. */
  private static String shape(String style, int x, int y) {
    return switch (style) {
      case "seen" -> "m" + (x - 5) + " " + y + "a5 5 0 1 0 10 0a5 5 0 1 0-10 0z";
      case "advised" ->
          new PathText()
              .move(x - 7, y)
              .line(x, y - 7)
              .line(x + 7, y)
              .line(x, y + 7)
              .close()
              .toString();
      case "best" ->
          new PathText().move(x - 7, y + 6).line(x, y - 7).line(x + 7, y + 6).close().toString();
      default ->
          new PathText()
              .move(x - 5, y - 5)
              .line(x + 5, y - 5)
              .line(x + 5, y + 5)
              .line(x - 5, y + 5)
              .close()
              .toString();
    };
  }
}
