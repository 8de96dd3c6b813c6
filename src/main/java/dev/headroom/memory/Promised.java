package dev.headroom.memory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Logical memory of all members of a pool: what was promised to them.
 *
 * <p>Logical memory is configuration, which holds until it is changed: where a capture is silent,
 * the last value counts, and before the first value the first. What is configured counts for
 * members that no capture mentions.
 *
 * @param atLeast the largest total over the instants of those members for which it is known, bytes
 * @param complete whether there are members and it is known of all of them
 */
record Promised(double atLeast, boolean complete) {

  static Promised of(PoolHistory history, MemorySystem system) {
    Map<String, OptionalDouble> silent = new LinkedHashMap<>(system.configuredLogical());
    double[] total = new double[history.size()];
    double always = 0;
    boolean complete = !(silent.isEmpty() && history.members().isEmpty());
    for (MemberHistory member : history.members()) {
      if (add(total, member.asked().logical())) {
        silent.remove(member.name());
      } else {
        silent.putIfAbsent(member.name(), OptionalDouble.empty());
      }
    }
    for (OptionalDouble configured : silent.values()) {
      always += configured.orElse(0);
      complete &= configured.isPresent();
    }
    return new Promised(Arrays.stream(total).max().orElse(0) + always, complete);
  }

  /** The total, where it is known of all. */
  OptionalDouble total() {
    return complete ? OptionalDouble.of(atLeast) : OptionalDouble.empty();
  }

  private static boolean add(double[] total, double[] logical) {
    OptionalDouble first = Arrays.stream(logical).filter(v -> !Double.isNaN(v)).findFirst();
    if (first.isEmpty()) {
      return false;
    }
    double holds = first.getAsDouble();
    for (int instant = 0; instant < total.length; instant++) {
      holds = Double.isNaN(logical[instant]) ? holds : logical[instant];
      total[instant] += holds;
    }
    return true;
  }
}
