package dev.headroom.report.chart;

import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Size;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
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
  /** A strip has a place for each two pixels. */
  private static final int STRIP_WIDTH = 2;

  private static final int STRIP_BUCKETS = Drawing.PLOT_WIDTH / STRIP_WIDTH;

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

  /** A band of the stack and all below it. */
  Path2D band(int band) {
    return area(stack.instants(), stack.gapBefore(), stack.tops()[band], Size.GB);
  }

  /** A strip, in its own unit. */
  Path2D strip(Strip strip) {
    boolean[] known = strip.known();
    double visible = STRIP_WIDTH * pixel() * (instants.instantAt(1) - instants.instantAt(0));
    int[] kept = Thinning.keep(history.instants(), known, STRIP_BUCKETS, strip.values());
    double[] at = new double[kept.length];
    double[] values = new double[kept.length];
    boolean[] gapBefore = new boolean[kept.length];
    for (int k = 0; k < kept.length; k++) {
      at[k] = history.instants()[kept[k]];
      values[k] = strip.values()[kept[k]];
      gapBefore[k] = k > 0 && PoolDemand.gapBetween(history, known, kept[k - 1], kept[k], visible);
    }
    return area(at, gapBefore, values, 1);
  }

  /** What is under a line, broken at gaps; an instant between two gaps is a pixel wide. */
  private Path2D area(double[] at, boolean[] gapBefore, double[] tops, double unit) {
    Path2D path = new Path2D.Double();
    double pixel = pixel();
    int start = 0;
    for (int i = 1; i <= tops.length; i++) {
      if (i < tops.length && !gapBefore[i]) {
        continue;
      }
      double first = instants.place(at[start]);
      double last = instants.place(at[i - 1]);
      if (start == i - 1) {
        first -= pixel / 2;
        last += pixel / 2;
      }
      path.moveTo(first, 0);
      for (int k = start; k < i; k++) {
        double x = start == i - 1 ? first : instants.place(at[k]);
        path.lineTo(x, tops[k] / unit);
      }
      if (start == i - 1) {
        path.lineTo(last, tops[start] / unit);
      }
      path.lineTo(last, 0);
      path.closePath();
      start = i;
    }
    return path;
  }

  /** The intervals of which something is so, as one shape over the full height. */
  Path2D times(IntPredicate so, double height) {
    Path2D path = new Path2D.Double();
    double pixel = pixel();
    double from = Double.NaN;
    double to = Double.NaN;
    for (int i = 0; i < history.size(); i++) {
      if (!so.test(i)) {
        continue;
      }
      double at = instants.place(history.instants()[i]);
      double begin = Math.max(instants.scale().low(), at - Math.max(pixel, interval(i)));
      if (!(begin - to <= 2 * pixel)) {
        addColumn(path, from, to, height);
        from = begin;
      }
      to = at;
    }
    addColumn(path, from, to, height);
    return path;
  }

  private double pixel() {
    return (instants.scale().high() - instants.scale().low()) / Drawing.PLOT_WIDTH;
  }

  /** The length of the interval that ends at an instant, 0 where it is not known. */
  private double interval(int instant) {
    double step = history.timed() ? history.intervalMillis() : 1;
    double[] all = history.instants();
    return Double.isNaN(step)
        ? 0
        : instants.place(all[instant]) - instants.place(all[instant] - step);
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
