package dev.headroom.format.vmstat;

import dev.headroom.identity.CaptureClock;
import dev.headroom.series.TableBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one would write by hand for the 24 cells of {@code vmstat -ht} and nothing else: it takes
 * the columns by their order, trusts every digit, and checks nothing. A yardstick for the decoder.
 */
final class HandWrittenReader {
  static final List<String> HEADER =
      List.of(
          "r b avm fre re pi po fr sr cy in sy cs us sy id wa pc ec hpi hpit pmem loan hr mi se"
              .split(" "));

  private final CaptureClock clock;
  private final @Nullable TableBuilder rows;
  private final byte[] window = new byte[1 << 20];
  private final double[] cells = new double[23];
  private int at;

  /** Reads into these rows; sums only where there are none. */
  HandWrittenReader(CaptureClock clock, @Nullable TableBuilder rows) {
    this.clock = clock;
    this.rows = rows;
  }

  /** Reads all rows; the sum of all cells and times. */
  double read(InputStream in) throws IOException {
    double sum = 0;
    long line = 0;
    int filled = 0;
    while (true) {
      int count = in.read(window, filled, window.length - filled);
      if (count < 0) {
        return sum;
      }
      filled += count;
      int end = filled;
      while (window[end - 1] != '\n') {
        end--;
      }
      at = 0;
      while (at < end) {
        line++;
        int first = at;
        while (window[first] == ' ') {
          first++;
        }
        if (window[first] < '0' || window[first] > '9') {
          while (window[at++] != '\n') {
            // banner, ruler, header or blank
          }
          continue;
        }
        sum += row(line);
      }
      System.arraycopy(window, end, window, 0, filled - end);
      filled -= end;
    }
  }

  private double row(long line) {
    for (int cell = 0; cell < 17; cell++) {
      cells[cell] = whole();
    }
    cells[2] *= 4096;
    cells[3] *= 4096;
    cells[17] = decimal();
    cells[18] = decimal();
    cells[19] = whole();
    cells[20] = whole();
    cells[21] = Math.rint(decimal() * (1L << 30));
    cells[22] = Math.rint(decimal() * (1L << 30));
    int second = whole();
    at++;
    second = second * 60 + whole();
    at++;
    second = second * 60 + whole();
    while (window[at++] != '\n') {
      // what is left of the line
    }
    TableBuilder into = rows;
    if (into != null) {
      for (int cell = 0; cell < 9; cell++) {
        into.set(cell, cells[cell]);
      }
      for (int cell = 10; cell < 23; cell++) {
        into.set(cell - 1, cells[cell]);
      }
      into.endRow(line, clock.atSecondOfDay(second));
      return 0;
    }
    double sum = second;
    for (double cell : cells) {
      sum += cell;
    }
    return sum;
  }

  private int whole() {
    while (window[at] == ' ') {
      at++;
    }
    int value = 0;
    int digit = window[at] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = window[++at] - '0';
    }
    return value;
  }

  private double decimal() {
    int value = whole();
    at++;
    int divisor = 1;
    int digit = window[at] - '0';
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      divisor *= 10;
      digit = window[++at] - '0';
    }
    return (double) value / divisor;
  }
}
