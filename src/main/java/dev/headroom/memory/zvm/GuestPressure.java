package dev.headroom.memory.zvm;

import dev.headroom.memory.PoolHistory;

/**
 * How often guests that are not idle were seen to read pages back, and what would have held them.
 *
 * @param share of the intervals in which one of them did; 0 where none was seen to
 * @param size the largest real memory at which one did, bytes; {@link Double#NaN} where that is not
 *     known
 * @param enough the largest sum of that memory and of what these guests had paged out then, bytes;
 *     {@link Double#NaN} where it is not known
 */
public record GuestPressure(double share, double size, double enough) {
  /** No guest was seen to read pages back. */
  public static final GuestPressure NONE = new GuestPressure(0, Double.NaN, Double.NaN);

  private static final double A_BYTE = 1;

  /** Guests may read pages back in this share of the intervals, and sizes are as without. */
  public static final double OFTEN = 0.01;

  /** What a history shows of it. */
  static GuestPressure of(ZvmHistory history) {
    PoolHistory pool = history.pool();
    int reporting = 0;
    int paged = 0;
    double size = Double.NaN;
    double enough = Double.NaN;
    for (int instant = 0; instant < pool.size(); instant++) {
      boolean reports = false;
      boolean paging = false;
      double out = 0;
      for (GuestHistory guest : history.guests()) {
        reports |= guest.member().reports(instant);
        if (!guest.idle() && guest.member().censored(instant)) {
          paging = true;
          double own = guest.member().stolen(instant);
          out += own > 0 ? own : 0;
        }
      }
      reporting += reports || paging ? 1 : 0;
      paged += paging ? 1 : 0;
      double real = history.real()[instant];
      if (paging && !Double.isNaN(real)) {
        size = real <= size ? size : real;
        enough = real + out <= enough ? enough : real + out;
      }
    }
    return paged == 0 ? NONE : new GuestPressure((double) paged / reporting, size, enough);
  }

  /** Whether it was seen at a size or at a larger one. */
  public boolean speaksOf(double at) {
    return share > 0 && at < size + A_BYTE;
  }

  /** Whether that was seen in more of the intervals than sizes may leave out of account. */
  public boolean often() {
    return share > OFTEN;
  }
}
