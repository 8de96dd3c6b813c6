package dev.headroom.format.lparstat;

import dev.headroom.capture.Line;
import dev.headroom.series.Metric;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one list says about one partition. Its name may stand anywhere in it, so that its values
 * wait until it ends.
 */
final class PropertyList {
  private final double time;
  private final boolean continues;
  private final List<Value> values = new ArrayList<>();
  private @Nullable String partitionName;
  private @Nullable String nodeName;

  private record Value(Metric metric, double value, Line line) {}

  /**
   * An empty list.
   *
   * @param time when it was taken, in milliseconds; {@link Double#NaN} where it is not known
   * @param continues whether it is of the same partition as the list before it, if it has no name
   */
  PropertyList(double time, boolean continues) {
    this.time = time;
    this.continues = continues;
  }

  double time() {
    return time;
  }

  boolean continues() {
    return continues;
  }

  void add(Metric metric, double value, Line line) {
    values.add(new Value(metric, value, line.copy()));
  }

  /** Takes back what it says of a metric; the line that gave it, where there was one. */
  Optional<Line> forget(Metric metric) {
    Optional<Value> found = values.stream().filter(each -> each.metric() == metric).findFirst();
    found.ifPresent(values::remove);
    return found.map(Value::line);
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
      rows.endRow(value.line().number(), time);
    }
  }
}
