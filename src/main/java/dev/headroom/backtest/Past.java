package dev.headroom.backtest;

import dev.headroom.memory.Percentile;
import java.util.Arrays;

/**
 * The known part of a history, as simple rules see it. Bytes, without reserve.
 *
 * @param peak the largest sum
 * @param sumOfPeaks the own peaks of all members together
 * @param distances how far each member was from its own peak at the first instant of the largest
 *     sum, largest first
 * @param sums the sums at all instants that count
 * @param sumOfP99 the 99th percentiles of all members together
 */
record Past(double peak, double sumOfPeaks, double[] distances, double[] sums, double sumOfP99) {
  private static final double P99 = 0.99;

  /** What is known of a demand at some instant of which the sum counts. */
  static Past of(CarriedDemand known) {
    int peakAt = -1;
    for (int instant = 0; instant < known.size(); instant++) {
      double sum = known.sum(instant);
      if (!Double.isNaN(sum) && (peakAt < 0 || sum > known.sum(peakAt))) {
        peakAt = instant;
      }
    }
    if (peakAt < 0) {
      throw new IllegalArgumentException("no instant counts");
    }
    double sumOfPeaks = 0;
    double sumOfP99 = 0;
    double[] distances = new double[known.members()];
    for (int i = 0; i < distances.length; i++) {
      double[] needed = known.known(i);
      double peak = Arrays.stream(needed).max().orElse(0);
      double then = known.needed(i, peakAt);
      sumOfPeaks += peak;
      sumOfP99 += Percentile.nearestRank(P99, needed).orElse(0);
      // rising order of the negative is falling order
      distances[i] = -(peak - (Double.isNaN(then) ? 0 : then));
    }
    Arrays.sort(distances);
    for (int i = 0; i < distances.length; i++) {
      distances[i] = 0 - distances[i];
    }
    return new Past(known.sum(peakAt), sumOfPeaks, distances, known.counted(), sumOfP99);
  }

  /** The peak of the sum, and that some members go to their own peaks at that moment. */
  double peakPlus(int members) {
    double size = peak;
    for (int i = 0; i < Math.min(members, distances.length); i++) {
      size += distances[i];
    }
    return size;
  }

  /** The mean of the sum and a number of its standard deviations. */
  double sigmas(double count) {
    double mean = Arrays.stream(sums).average().orElse(Double.NaN);
    double squares = Arrays.stream(sums).map(sum -> (sum - mean) * (sum - mean)).sum();
    return mean + count * Math.sqrt(squares / sums.length);
  }

  /** A percentile of the sum by nearest rank. */
  double percentile(double share) {
    return Percentile.nearestRank(share, sums).orElse(Double.NaN);
  }
}
