package dev.headroom.capture;

import java.io.Serializable;

/**
 * What became of the lines of an input; every line is counted exactly once.
 *
 * @param understood lines that gave samples or told how to read them
 * @param noise blank lines, rulers, banners, prompts, text between captures
 * @param rejected lines that a diagnostic accounts for
 */
public record LineCounts(long understood, long noise, long rejected) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No lines. */
  public static final LineCounts NONE = new LineCounts(0, 0, 0);

  /** All lines. */
  public long total() {
    return understood + noise + rejected;
  }

  /** The counts of both together. */
  public LineCounts plus(LineCounts other) {
    return new LineCounts(
        understood + other.understood, noise + other.noise, rejected + other.rejected);
  }
}
