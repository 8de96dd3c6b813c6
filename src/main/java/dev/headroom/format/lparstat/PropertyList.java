package dev.headroom.format.lparstat;

import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one list says about one partition. Its name may stand anywhere in it, so that its values
 * wait until it ends.
 */
final class PropertyList {
  private final double time;
  private final Set<Integer> labels = new HashSet<>();
  private final List<Value> values = new ArrayList<>();
  private int lastLabel = -1;
  private @Nullable String partitionName;
  private @Nullable String nodeName;

  private record Value(Metric metric, double value, long line) {}

  /**
   * An empty list, taken at this time in milliseconds; {@link Double#NaN} where it is not known.
   */
  PropertyList(double time) {
    this.time = time;
  }

  /**
   * Whether a line with this label is the first of another list. A line that stands there twice in
   * a row was doubled and begins none.
   */
  boolean endsBefore(int label) {
    return label != lastLabel && labels.contains(label);
  }

  void note(int label) {
    labels.add(label);
    lastLabel = label;
  }

  void add(Metric metric, double value, long line) {
    values.add(new Value(metric, value, line));
  }

  void partitionName(String name) {
    partitionName = name;
  }

  void nodeName(String name) {
    nodeName = name;
  }

  /** The partition's name; the node's where the list has none; null where it has neither. */
  @Nullable String name() {
    return partitionName == null ? nodeName : partitionName;
  }

  /** The node's name; null where the list has none. */
  @Nullable String node() {
    return nodeName;
  }

  /** Writes a row a value: each keeps the line that it stands on. */
  void fill(TableBuilder rows) {
    for (Value value : values) {
      rows.set(value.metric(), value.value());
      rows.endRow(value.line(), time);
    }
  }
}
