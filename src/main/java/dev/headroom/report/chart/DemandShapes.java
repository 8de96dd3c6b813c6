package dev.headroom.report.chart;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Size;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The lines and areas of a chart of demand, in the units of its axes: {@link InstantScale#place} to
 * the right, GB upwards.
 *
 * @param history all that is known
 * @param stack what of it is drawn
 * @param instants the horizontal axis
 */
record DemandShapes(PoolHistory history, DemandStack stack, InstantScale instants) {

  /** The hot part of the total, with an absent point in every gap. */
  DefaultXYDataset hotLine() {
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < stack.instants().length; i++) {
      double x = instants.place(stack.instants()[i]);
      if (stack.gapBefore()[i]) {
        points.add(new double[] {x, Double.NaN});
      }
      points.add(new double[] {x, stack.hot()[i] / Size.GB});
    }
    double[][] columns = new double[2][points.size()];
    for (int i = 0; i < points.size(); i++) {
      columns[0][i] = points.get(i)[0];
      columns[1][i] = points.get(i)[1];
    }
    DefaultXYDataset lines = new DefaultXYDataset();
    lines.addSeries("hot", columns);
    return lines;
  }

  /** What is under a line, broken at gaps; an instant between two gaps is a pixel wide. */
  Path2D area(double[] tops) {
    Path2D path = new Path2D.Double();
    double pixel = (instants.scale().high() - instants.scale().low()) / Drawing.PLOT_WIDTH;
    int start = 0;
    for (int i = 1; i <= tops.length; i++) {
      if (i < tops.length && !stack.gapBefore()[i]) {
        continue;
      }
      double first = instants.place(stack.instants()[start]);
      double last = instants.place(stack.instants()[i - 1]);
      if (start == i - 1) {
        first -= pixel / 2;
        last += pixel / 2;
      }
      path.moveTo(first, 0);
      for (int k = start; k < i; k++) {
        double x = start == i - 1 ? first : instants.place(stack.instants()[k]);
        path.lineTo(x, tops[k] / Size.GB);
      }
      if (start == i - 1) {
        path.lineTo(last, tops[start] / Size.GB);
      }
      path.lineTo(last, 0);
      path.closePath();
      start = i;
    }
    return path;
  }

  /** The times at which some member was seen short of memory, as one shape over the full height. */
  Path2D shortTimes(double height) {
    Path2D path = new Path2D.Double();
    Scale scale = instants.scale();
    double pixel = (scale.high() - scale.low()) / Drawing.PLOT_WIDTH;
    double from = Double.NaN;
    double to = Double.NaN;
    for (int i = 0; i < history.size(); i++) {
      if (!someoneShort(i)) {
        continue;
      }
      double at = instants.place(history.instants()[i]);
      double begin = Math.max(scale.low(), at - Math.max(pixel, interval(i)));
      if (!(begin - to <= 2 * pixel)) {
        addColumn(path, from, to, height);
        from = begin;
      }
      to = at;
    }
    addColumn(path, from, to, height);
    return path;
  }

  /** The length of the interval that ends at an instant, 0 where it is not known. */
  private double interval(int instant) {
    double step = history.timed() ? history.intervalMillis() : 1;
    double[] all = history.instants();
    return Double.isNaN(step)
        ? 0
        : instants.place(all[instant]) - instants.place(all[instant] - step);
  }

  private boolean someoneShort(int instant) {
    for (MemberHistory member : history.members()) {
      if (member.censored(instant)) {
        return true;
      }
    }
    return false;
  }

  private static void addColumn(Path2D path, double from, double to, double height) {
    if (!Double.isNaN(from)) {
      path.moveTo(from, 0);
      path.lineTo(from, height);
      path.lineTo(to, height);
      path.lineTo(to, 0);
      path.closePath();
    }
  }
}
