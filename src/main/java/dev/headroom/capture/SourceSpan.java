package dev.headroom.capture;

import java.io.Serializable;

/**
 * A place in an input.
 *
 * @param source the input, as given; an archive's member after {@code !/}
 * @param line from 1; 0 where the place is the input as a whole
 * @param column from 1; 0 where the place is the line as a whole
 */
public record SourceSpan(String source, long line, int column) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Checks that nothing is negative. */
  public SourceSpan {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("a place cannot be negative: " + line + ":" + column);
    }
  }

  @Override
  public String toString() {
    return source + ":" + line + ":" + column;
  }
}
