package dev.headroom.memory;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import java.util.List;

/** The metrics that the rows of a history are made of, in the order in which it prefers them. */
public final class Carriers {
  private static final List<Metric> PARTITION =
      List.of(
          Metric.MEMORY_VIRTUAL,
          Metric.MEMORY_INUSE,
          Metric.MEMORY_COMPUTATIONAL,
          Metric.MEMORY_PHYSICAL);

  private static final List<Metric> GUEST =
      List.of(Metric.MEMORY_WORKINGSET, Metric.MEMORY_RESIDENT);

  private Carriers() {}

  /** Those of a kind of subject; none where it has no part in a memory system. */
  public static List<Metric> of(Kind kind) {
    return switch (kind) {
      case PARTITION -> PARTITION;
      case GUEST -> GUEST;
      default -> List.of();
    };
  }
}
