package dev.headroom.risk;

import java.util.Locale;

/** The grade of a pool, from best to worst; docs/rules.md defines them. */
public enum Grade {
  /** It holds the recommended size and nothing was paged. */
  GREEN,
  /** It holds what was hot, not the recommendation; or paging was rare. */
  YELLOW,
  /** Hot demand passed it, or paging was frequent, within tolerance. */
  AMBER,
  /** Beyond tolerance. */
  RED;

  /** The grade as it stands in a report, such as {@code green}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
