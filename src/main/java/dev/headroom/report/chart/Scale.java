package dev.headroom.report.chart;

/**
 * A linear scale with round steps.
 *
 * @param low the value at its start
 * @param high the value at its end, more than {@code low}
 * @param step the distance between two grid lines
 */
record Scale(double low, double high, double step) {
  /** A scale over the range, with at most this many steps of 1, 2 or 5 times a power of ten. */
  static Scale over(double low, double high, int steps) {
    double top = high > low ? high : low + 1;
    double least = (top - low) / steps;
    double step = powerOfTen(least);
    for (int factor : new int[] {2, 5, 10}) {
      if (step < least) {
        step = powerOfTen(least) * factor;
      }
    }
    return new Scale(low, top, step);
  }

  /** Where a value stands on a stretch of the picture. */
  double place(double value, double from, double to) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** The multiple of the step at or above the scale's start. */
  long firstTick() {
    return (long) Math.ceil(low / step - 1e-9);
  }

  /** The multiple of the step at or below the scale's end. */
  long lastTick() {
    return (long) Math.floor(high / step + 1e-9);
  }

  /** How many decimals tell two ticks apart. */
  int decimals() {
    int decimals = 0;
    for (double unit = step; unit < 0.999999 && decimals < 9; unit *= 10) {
      decimals++;
    }
    return decimals;
  }

  /**
   * The largest power of ten that is not above the value; no logarithm, which may differ by a bit.
   */
  private static double powerOfTen(double value) {
    double power = 1;
    while (power > value) {
      power /= 10;
    }
    while (power * 10 <= value) {
      power *= 10;
    }
    return power;
  }
}
