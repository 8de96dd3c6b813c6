package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small chart of every member's demand and of what is hot of it, all on one scale of memory and
 * one axis of time, so that they can be compared.
 *
 * @param top where the scale ends, bytes; it begins at 0
 * @param charts one for each member of the history, in its order; empty where nothing is known of
 *     it
 */
public record MemberSketches(double top, List<Optional<SmallChart>> charts) {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 44;
  private static final int TOP = 2;
  private static final int PITCH = 2;
  private static final int COLUMNS = WIDTH / PITCH;

  /** Copies the list. */
  public MemberSketches {
    charts = List.copyOf(charts);
  }

  /** Draws all members. */
  public static MemberSketches of(PoolHistory history) {
    List<PoolDemand> demands = new ArrayList<>();
    double top = 0;
    for (MemberHistory member : history.members()) {
      PoolDemand demand = PoolDemand.of(history, member);
      demands.add(demand);
      top = Math.max(top, demand.peak());
    }
    List<Optional<SmallChart>> charts = new ArrayList<>();
    for (PoolDemand demand : demands) {
      charts.add(demand.anyKnown() ? Optional.of(draw(demand, top)) : Optional.empty());
    }
    return new MemberSketches(top, charts);
  }

  private static SmallChart draw(PoolDemand demand, double top) {
    Outline outline = Outline.of(demand, COLUMNS);
    String base = new PathText().move(0, HEIGHT).line(WIDTH, HEIGHT).toString();
    return new SmallChart(
        "member",
        WIDTH,
        HEIGHT,
        List.of(
            new SmallChart.Mark(
                "total",
                outline.area(outline.total(), 0, PITCH, HEIGHT, value -> place(value, top))),
            new SmallChart.Mark(
                "hot", outline.line(outline.hot(), 0, PITCH, value -> place(value, top))),
            new SmallChart.Mark("base", base)),
        List.of(),
        "Demand up to "
            + Size.gb(demand.peak())
            + ", hot up to "
            + Size.gb(demand.hot()[demand.hottest()]));
  }

  private static int place(double bytes, double top) {
    return top > 0 ? HEIGHT - (int) Math.round(bytes / top * (HEIGHT - TOP)) : HEIGHT;
  }
}
