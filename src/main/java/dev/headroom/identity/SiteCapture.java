package dev.headroom.identity;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the site file says about the captures of some inputs.
 *
 * @param match a glob over the source as given, or over its end: {@code lab/bxaix85*} matches
 *     {@code /tmp/lab/bxaix85.vmstat}
 * @param subject the name of their subject; null where it says none
 * @param start when the first row was taken; null where it says none
 * @param intervalMillis the interval between rows; {@link Double#NaN} where it says none
 * @param clockMillis what is added to all times, for the clock was off; 0 where it says nothing
 */
public record SiteCapture(
    String match,
    @Nullable String subject,
    @Nullable LocalDateTime start,
    double intervalMillis,
    double clockMillis) {

  /** Whether this entry is about that source. */
  public boolean matches(String source) {
    return Glob.of(match).matchesEnd(source.replace("!/", "/"));
  }
}
