package dev.headroom.identity;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
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
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + match);
    Path path;
    try {
      path = Path.of(source.replace("!/", "/"));
    } catch (InvalidPathException e) {
      return false; // an archive may name its members as it likes
    }
    for (int from = 0; from < path.getNameCount(); from++) {
      if (matcher.matches(path.subpath(from, path.getNameCount()))) {
        return true;
      }
    }
    return matcher.matches(path);
  }
}
