package dev.headroom.risk;

import dev.headroom.series.Row;

/**
 * A line that a finding rests on.
 *
 * @param source the input, as given
 * @param line the line, from 1
 */
public record Evidence(String source, long line) {
  /** The line that a row stands on. */
  public static Evidence of(Row row) {
    return new Evidence(row.source(), row.line());
  }
}
