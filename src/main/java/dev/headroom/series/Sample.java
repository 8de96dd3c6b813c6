package dev.headroom.series;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One normalised sample.
 *
 * @param subject what it is about
 * @param metric what is measured
 * @param time local to the capture, without a zone; null where it is not known
 * @param clock the time of the day where the date is not known; null where both or neither are
 * @param seq its place among the samples of this subject and metric within one capture, from 0
 * @param value the value in the metric's unit
 * @param origin where it was read
 */
public record Sample(
    Subject subject,
    Metric metric,
    @Nullable LocalDateTime time,
    @Nullable LocalTime clock,
    long seq,
    double value,
    Origin origin) {
  /**
   * Where a sample was read.
   *
   * @param format the format that it was read from
   * @param source the input, as given
   * @param line the line that it stands on, from 1
   */
  public record Origin(String format, String source, long line) {}
}
