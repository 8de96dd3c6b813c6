package dev.headroom.series;

import java.util.Locale;
import java.util.Optional;

/** What a subject is. */
public enum Kind {
  /** A logical partition that runs AIX. */
  PARTITION,
  /** A z/VM user. */
  GUEST,
  /** A processor of a z/VM LPAR. */
  PROCESSOR,
  /** A Power server or a z/VM LPAR. */
  SYSTEM,
  /** A pool of memory. */
  POOL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The kind as it stands in a sample, such as {@code partition}. */
  public String label() {
    return label;
  }

  /** The kind with this label; empty if absent. */
  public static Optional<Kind> ofLabel(String label) {
    for (Kind kind : values()) {
      if (kind.label.equals(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
