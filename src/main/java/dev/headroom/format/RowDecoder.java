package dev.headroom.format;

import dev.headroom.series.TableBuilder;

/**
 * Reads the rows under one header straight from the bytes. This is the hot loop of the program:
 * plain arrays, no objects, no calls that do not inline; its benchmark stands beside its test.
 *
 * <p>It takes rows of plain numbers that fill the layout exactly, and nothing else. Whatever it
 * does not take goes to the grammar, which gives the same values where both can read a row.
 */
public final class RowDecoder {
  /** More digits than this are a damaged counter, not a measurement. */
  public static final int MOST_DIGITS = 12;

  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
  };

  private final int cells;
  private final int timeCell;

  /** How many decimals the last number of a row has at least; one with fewer was cut. */
  private final int lastDecimals;

  private final int[] targets;
  private final double[] scales;

  /** The values of the row decoded last, cell by cell, in the units of the metrics. */
  private final double[] values;

  private int secondOfDay;

  /**
   * A decoder of one layout.
   *
   * @param stateOnly whether rows are averages since boot, so that only states are kept
   */
  public RowDecoder(ColumnLayout layout, boolean stateOnly) {
    cells = layout.cells().size();
    targets = new int[cells];
    scales = new double[cells];
    values = new double[cells];
    int time = -1;
    for (int i = 0; i < cells; i++) {
      ColumnLayout.Cell cell = layout.cells().get(i);
      targets[i] = layout.target(i, stateOnly);
      scales[i] = cell.scale();
      time = cell.time() ? i : time;
    }
    timeCell = time;
    lastDecimals = cells == 0 ? 0 : layout.cells().get(cells - 1).decimals();
  }

  /**
   * Decodes the line that begins at a place of the window.
   *
   * @param limit where whole lines end; the byte before it is a line end
   * @return where the next line begins; -1 where the line is no row of plain numbers
   */
  public int decode(byte[] window, int from, int limit) {
    double[] into = values;
    double[] units = scales;
    int at = from;
    int decimals = 0;
    for (int cell = 0; cell < into.length; cell++) {
      int digit = window[at] - '0';
      while (digit == ' ' - '0' || digit == '\t' - '0') {
        digit = window[++at] - '0';
      }
      if (cell == timeCell) {
        at = time(window, at, limit);
        if (at < 0) {
          return -1;
        }
        continue;
      }
      int start = at;
      long digits = 0;
      while (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        digit = window[++at] - '0';
      }
      int count = at - start;
      decimals = 0;
      if (digit == '.' - '0') {
        start = at + 1;
        digit = window[++at] - '0';
        while (digit >= 0 && digit <= 9) {
          digits = digits * 10 + digit;
          digit = window[++at] - '0';
        }
        decimals = at - start;
        count += decimals;
      }
      if (count == 0 || count > MOST_DIGITS || !parts(window[at])) {
        return -1;
      }
      double scale = units[cell];
      if (decimals == 0) {
        into[cell] = digits * scale;
      } else if (scale == 1) {
        into[cell] = digits / POWERS[decimals];
      } else {
        into[cell] = Math.rint(digits * scale / POWERS[decimals]);
      }
    }
    return decimals < lastDecimals ? -1 : pastLineEnd(window, at);
  }

  private static boolean parts(byte b) {
    return b == ' ' || b == '\n' || b == '\t' || b == '\r';
  }

  /** Past {@code hh:mm:ss}; -1 where no time of a day stands. */
  private int time(byte[] window, int from, int limit) {
    // the line end before the limit stops every look ahead: a line that is cut has no digit there
    int hour = window[from] - '0';
    if (hour < 0 || hour > 9) {
      return -1;
    }
    int at = from + 1;
    int digit = window[at] - '0';
    if (digit >= 0 && digit <= 9) {
      hour = hour * 10 + digit;
      at++;
    }
    if (at + 6 >= limit || window[at] != ':' || window[at + 3] != ':' || !parts(window[at + 6])) {
      return -1;
    }
    int minute = twoDigits(window, at + 1);
    int second = twoDigits(window, at + 4);
    if (hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return -1;
    }
    secondOfDay = (hour * 60 + minute) * 60 + second;
    return at + 6;
  }

  private static int twoDigits(byte[] window, int at) {
    int tens = window[at] - '0';
    int ones = window[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  private static int pastLineEnd(byte[] window, int from) {
    int at = from;
    while (window[at] == ' ' || window[at] == '\t') {
      at++;
    }
    while (window[at] == '\r') {
      at++;
    }
    return window[at] == '\n' ? at + 1 : -1;
  }

  /** The values of the row decoded last, by cell, for the hot loop alone: it overwrites them. */
  public double[] values() {
    return values;
  }

  /** Whether rows carry the time of the day. */
  public boolean timed() {
    return timeCell >= 0;
  }

  /** The time of the row decoded last, in seconds of the day. */
  public int secondOfDay() {
    return secondOfDay;
  }

  /** Hands the row decoded last to a table; the caller ends the row. */
  public void fill(TableBuilder rows) {
    for (int cell = 0; cell < cells; cell++) {
      int target = targets[cell];
      if (target >= 0) {
        rows.set(target, values[cell]);
      }
    }
  }
}
