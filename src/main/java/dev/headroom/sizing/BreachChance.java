package dev.headroom.sizing;

import java.util.OptionalDouble;

/** The chance that what is hot passes a size at least once within the horizon. */
interface BreachChance {
  /**
   * The chance.
   *
   * @param available size less reserve, bytes
   * @return 0 to 1, never rising with the size; absent where the history cannot say
   */
  OptionalDouble above(double available);
}
