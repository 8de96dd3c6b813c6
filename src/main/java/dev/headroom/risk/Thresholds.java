package dev.headroom.risk;

import java.util.Map;
import java.util.TreeMap;

/**
 * The thresholds that were changed; all others have their defaults. Those of one platform mean
 * nothing to the rules of another.
 *
 * @param changed values by the name of the threshold, in its unit
 */
public record Thresholds(Map<String, Double> changed) {
  /** Nothing changed. */
  public static final Thresholds DEFAULTS = new Thresholds(Map.of());

  /** Copies the map. */
  public Thresholds {
    changed = Map.copyOf(changed);
  }

  /** The same with one more changed. A name that no rule knows changes nothing. */
  public Thresholds with(String name, double value) {
    Map<String, Double> more = new TreeMap<>(changed);
    more.put(name, value);
    return new Thresholds(more);
  }

  /** A declared threshold with the value that counts. */
  public Threshold of(Threshold declared) {
    double value = changed.getOrDefault(declared.name(), declared.defaultValue());
    return new Threshold(
        declared.name(), declared.unit(), declared.defaultValue(), value, declared.meaning());
  }
}
