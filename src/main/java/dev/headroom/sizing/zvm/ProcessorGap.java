package dev.headroom.sizing.zvm;

import java.util.ArrayList;
import java.util.List;

/**
 * What the control program used itself while the guests used the rest, over one interval of the
 * guests' report. A wide gap is a sign of paging: a guest that waits for a page uses no processor,
 * and the control program uses more of it.
 *
 * @param time the interval's end, local milliseconds
 * @param system processors that the whole system kept busy
 * @param guests processors that all its guests used together
 * @param own processor time that the control program did not charge to any guest; {@link
 *     Double#NaN} where it is not known
 */
public record ProcessorGap(double time, double system, double guests, double own) {
  private static final double PERCENT = 100;
  private static final double SECOND = 1000;
  private static final double FITS = 1.2;

  /** Processors that the system used and no guest did; negative where figures contradict. */
  public double width() {
    return system - guests;
  }

  /**
   * The gaps of all intervals of the guests' report over which the system's processors are known.
   *
   * @param busy the guests' use together, %
   * @param seconds the guests' processor time together, which tells how long an interval was
   * @param system the processors' use together, %
   * @param own what the control program did not charge to any guest, %
   */
  static List<ProcessorGap> of(
      ProcessorLoad busy, ProcessorLoad seconds, ProcessorLoad system, ProcessorLoad own) {
    List<ProcessorGap> gaps = new ArrayList<>();
    double step = system.interval();
    double usual = busy.interval();
    int all = busy.mostTerms();
    for (int i = 0; i < busy.size(); i++) {
      double time = busy.places()[i];
      double interval = interval(busy.values()[i], seconds.at(time), usual);
      // half a step, for two reports of one interval need not end in the same second
      double until = Double.isNaN(step) ? time : time + step / 2;
      double from = Double.isNaN(step) ? time - 1 : Math.min(until - step, until - interval);
      // rows that average longer than the interval say nothing of it
      boolean told = Double.isNaN(step) || step <= FITS * interval;
      boolean whole = Double.isNaN(step) || system.count(from, until) * step * FITS >= interval;
      if (busy.terms()[i] == all && told && whole && system.count(from, until) > 0) {
        gaps.add(
            new ProcessorGap(
                time,
                system.mean(from, until) / PERCENT,
                busy.values()[i] / PERCENT,
                own.mean(from, until) / PERCENT));
      }
    }
    return List.copyOf(gaps);
  }

  /** How long an interval was: processor time over use is time; else the usual step. */
  static double interval(double busy, double seconds, double usual) {
    double told = seconds * SECOND / (busy / PERCENT);
    return busy >= 1 && told > 0 ? told : usual;
  }
}
