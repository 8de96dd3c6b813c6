package dev.headroom.report.chart;

/**
 * Writes SVG path data that is short: whole numbers, each place as its distance from the one before
 * it, runs in one direction as one line. Coordinates grow to the right and downwards.
 */
final class PathText {
  private final StringBuilder text = new StringBuilder();
  private char command;
  private int startX;
  private int startY;
  private int x;
  private int y;
  private int runX;
  private int runY;

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
      text.append(number);
      first = false;
    }
  }
}
