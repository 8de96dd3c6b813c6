package dev.headroom.memory;

import java.util.Locale;

/** How far a pool is over-committed. */
public enum Mode {
  /** What is promised fits. */
  NONE,
  /** More is promised than there is; what is hot fits. */
  LOGICAL,
  /** What is hot does not fit in some interval, or the hypervisor was seen to page. */
  PHYSICAL;

  /** The mode as it stands in a report, such as {@code logical}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
