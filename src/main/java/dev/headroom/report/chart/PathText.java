package dev.headroom.report.chart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes SVG path data that is short: each place as its distance from the one before it, runs in
 * one direction as one line. Coordinates grow to the right and downwards; they are whole numbers of
 * a unit, which is 1, or a tenth.
 */
final class PathText {
  private static final int TENTHS = 10;

  /** What a path of straight lines is made of, as the library writes it. */
  private static final Pattern STEP =
      Pattern.compile("([ML]) ?(-?\\d+)(?:\\.(\\d))? (-?\\d+)(?:\\.(\\d))? ?|(Z) ?");

  private final int parts;
  private final StringBuilder text = new StringBuilder();
  private char command;
  private int startX;
  private int startY;
  private int x;
  private int y;
  private int runX;
  private int runY;

  PathText() {
    this(1);
  }

  private PathText(int parts) {
    this.parts = parts;
  }

  /**
   * The same path, shorter; the very same text where it is not all straight lines between places
   * with at most one decimal.
   */
  static String shortened(String path) {
    PathText text = new PathText(TENTHS);
    Matcher step = STEP.matcher(path);
    int end = 0;
    while (end < path.length() && step.find() && step.start() == end) {
      end = step.end();
      if (step.group(6) != null) {
        text.close();
        continue;
      }
      int x = tenths(step.group(2), step.group(3));
      int y = tenths(step.group(4), step.group(5));
      if (step.group(1).equals("M")) {
        text.move(x, y);
      } else {
        text.line(x, y);
      }
    }
    return end == path.length() ? text.toString() : path;
  }

  private static int tenths(String whole, @Nullable String decimal) {
    int part = decimal == null ? 0 : Integer.parseInt(decimal);
    int value = Integer.parseInt(whole) * TENTHS;
    return whole.startsWith("-") ? value - part : value + part;
  }

  /** Begins a new part of the path. */
  PathText move(int toX, int toY) {
    finish();
    write('m', toX - x, toY - y);
    startX = toX;
    startY = toY;
    x = toX;
    y = toY;
    return this;
  }

  /** Draws a straight line. */
  PathText line(int toX, int toY) {
    int dx = toX - x - runX;
    int dy = toY - y - runY;
    boolean onward = (long) runX * dx + (long) runY * dy > 0;
    if (!onward || (long) runX * dy != (long) runY * dx) {
      finish();
    }
    runX = toX - x;
    runY = toY - y;
    return this;
  }

  /** Goes back to where the part began. */
  PathText close() {
    finish();
    text.append('z');
    command = 'z';
    x = startX;
    y = startY;
    return this;
  }

  /** Whether nothing was drawn. */
  boolean isEmpty() {
    return text.isEmpty() && runX == 0 && runY == 0;
  }

  @Override
  public String toString() {
    finish();
    return text.toString();
  }

  private void finish() {
    if (runX == 0 && runY == 0) {
      return;
    }
    if (runY == 0) {
      write('h', runX);
    } else if (runX == 0) {
      write('v', runY);
    } else {
      write('l', runX, runY);
    }
    x += runX;
    y += runY;
    runX = 0;
    runY = 0;
  }

  private void write(char wanted, int... numbers) {
    if (command != wanted) {
      text.append(wanted);
    }
    boolean first = command != wanted;
    command = wanted;
    for (int number : numbers) {
      if (!first && number >= 0) {
        text.append(' ');
      }
      append(number);
      first = false;
    }
  }

  private void append(int number) {
    int decimal = Math.abs(number % parts);
    int whole = number / parts;
    if (number < 0) {
      text.append('-');
    }
    if (whole != 0 || decimal == 0) {
      text.append(Math.abs(whole));
    }
    if (decimal != 0) {
      text.append('.').append(decimal);
    }
  }
}
