package dev.headroom.memory.ams;

import java.util.OptionalDouble;

/**
 * How well the rule of a replay explains the stolen memory that captures show.
 *
 * @param share share of all that was stolen that the rule explains, 0 to 1; absent where nothing
 *     was stolen
 * @param missed largest error at one instant, bytes
 * @param at the instant of that error
 */
public record Explained(OptionalDouble share, double missed, int at) {
  static Explained by(Calibration calibration) {
    return new Explained(calibration.explained(), calibration.missed(), calibration.missedAt());
  }
}
