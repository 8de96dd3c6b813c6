package dev.headroom.format.transcript;

/**
 * Counts the midnights between the times of the day that one clock gives, one after another. A time
 * that falls back by more than half a day is of the next day.
 */
final class Midnights {
  private static final int DAY = 86_400;

  private int last = -1;
  private int count;

  /** Notes the second of the day that the line at hand prints. */
  void note(int second) {
    if (last - second > DAY / 2) {
      count++;
    }
    last = second;
  }

  /** How many midnights passed since the first time. */
  int count() {
    return count;
  }
}
