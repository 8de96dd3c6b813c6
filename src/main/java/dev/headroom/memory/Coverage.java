package dev.headroom.memory;

import java.util.List;

/** How much of a pool's configured memory reports at each instant. */
public final class Coverage {
  private Coverage() {}

  /**
   * The share of configured memory that reports; a member of unknown size counts as the average.
   *
   * @param instants how many instants the members have
   */
  public static double[] of(List<MemberHistory> members, int instants) {
    double[] weights = new double[members.size()];
    double known = 0;
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = largest(members.get(i).asked().logical());
      if (!Double.isNaN(weights[i])) {
        known += weights[i];
        count++;
      }
    }
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Double.isNaN(weights[i]) ? (count == 0 ? 1 : known / count) : weights[i];
      total += weights[i];
    }
    double[] coverage = new double[instants];
    for (int instant = 0; instant < coverage.length; instant++) {
      double reporting = 0;
      for (int i = 0; i < weights.length; i++) {
        reporting += members.get(i).reports(instant) ? weights[i] : 0;
      }
      coverage[instant] = reporting / total;
    }
    return coverage;
  }

  private static double largest(double[] values) {
    double largest = Double.NaN;
    for (double value : values) {
      largest = Double.isNaN(largest) || value > largest ? value : largest;
    }
    return largest;
  }
}
