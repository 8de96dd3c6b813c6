package dev.headroom.format.hmc;

import dev.headroom.series.TableBuilder;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The samples of one subject. The console prints the newest first; here they are laid by their
 * times, since counters tell something only from one sample to the next.
 */
final class UtilisationRows {
  private final Utilisation of;
  private final List<Row> rows;

  /** Takes what is wrong with a counter of a sample. */
  interface Faults {
    /** A counter fell, so that it began anew. */
    void reset(Row row, String counter, double before, double now);

    /** A counter stands out from the samples before and after it. */
    void outlier(Row row, String counter, double value);
  }

  /**
   * A sample.
   *
   * @param time when it was taken
   * @param line where it stands
   * @param states the figures of its instant, bytes or as printed; {@link Double#NaN} if absent
   * @param counters the counters; {@link Double#NaN} if absent
   */
  record Row(LocalDateTime time, long line, double[] states, double[] counters) {}

  UtilisationRows(Utilisation of, List<Row> rows) {
    this.of = of;
    this.rows = new ArrayList<>(rows);
    this.rows.sort(Comparator.comparing(Row::time));
  }

  /** The samples by their times. */
  TableBuilder table(Faults faults, ToDoubleFunction<LocalDateTime> clock) {
    leaveOutliers(faults);
    TableBuilder table = new TableBuilder(of.metrics());
    double[] derived = new double[of.derived().size()];
    for (int at = 0; at < rows.size(); at++) {
      Row row = rows.get(at);
      for (int i = 0; i < row.states().length; i++) {
        table.set(i, row.states()[i]);
      }
      of.fill(counted(at, faults), row.states(), derived);
      for (int i = 0; i < derived.length; i++) {
        table.set(row.states().length + i, derived[i]);
      }
      table.endRow(row.line(), clock.applyAsDouble(row.time()));
    }
    return table;
  }

  /** By how much each counter grew since the sample before; absent at a reset, and of the first. */
  private double[] counted(int at, Faults faults) {
    Row row = rows.get(at);
    double[] counted = new double[row.counters().length];
    Arrays.fill(counted, Double.NaN);
    if (at == 0 || !rows.get(at - 1).time().isBefore(row.time())) {
      return counted;
    }
    Row before = rows.get(at - 1);
    for (int i = 0; i < counted.length; i++) {
      counted[i] = row.counters()[i] - before.counters()[i];
      if (counted[i] < 0) {
        faults.reset(row, of.counters().get(i), before.counters()[i], row.counters()[i]);
        Arrays.fill(counted, Double.NaN);
        return counted;
      }
    }
    return counted;
  }

  /**
   * Leaves out a counter that is not between its neighbours although these do grow: after a reset
   * it does not come back at once to where it was.
   */
  private void leaveOutliers(Faults faults) {
    for (int at = 1; at + 1 < rows.size(); at++) {
      double[] before = rows.get(at - 1).counters();
      double[] here = rows.get(at).counters();
      double[] after = rows.get(at + 1).counters();
      for (int i = 0; i < here.length; i++) {
        if (after[i] >= before[i] && (here[i] < before[i] || here[i] > after[i])) {
          faults.outlier(rows.get(at), of.counters().get(i), here[i]);
          here[i] = Double.NaN;
        }
      }
    }
  }
}
