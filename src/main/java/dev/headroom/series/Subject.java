package dev.headroom.series;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * What a sample is about: a partition, a guest, a pool or a system.
 *
 * @param kind what it is
 * @param name its name, never blank
 */
public record Subject(Kind kind, String name) implements Comparable<Subject>, Serializable {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Subject> ORDER =
      Comparator.comparing(Subject::kind).thenComparing(Subject::name);

  /** Checks that both parts are there. */
  public Subject {
    Objects.requireNonNull(kind, "kind");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a subject needs a name");
    }
  }

  @Override
  public int compareTo(Subject other) {
    return ORDER.compare(this, other);
  }
}
