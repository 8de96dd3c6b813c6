package dev.headroom.risk;

import java.util.Locale;

/** How much a finding matters, from least to most. The colours are those of a pool's grade. */
public enum Severity {
  /** The rule could not be judged; the finding says what was missing. */
  UNKNOWN,
  /** Worth knowing, no risk: a pool larger than it needs to be. */
  INFO,
  /** Nothing was lost yet. */
  YELLOW,
  /** Something was lost, within tolerance. */
  AMBER,
  /** Beyond tolerance. */
  RED;

  /** The severity as it stands in a report, such as {@code red}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
