package dev.headroom.format;

import dev.headroom.capture.Limits;
import dev.headroom.identity.SiteCapture;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * How inputs are read.
 *
 * @param captures what the site file says about captures; the first entry that matches wins
 * @param zone the zone into whose local time a time with an offset is turned
 * @param format the one format to read, whatever the content looks like
 * @param limits what an input may cost
 * @param rowsByGrammar whether rows of long tables are read by the grammar alone, token by token;
 *     the result is the same and slower
 */
public record ReadOptions(
    List<SiteCapture> captures,
    ZoneId zone,
    Optional<String> format,
    Limits limits,
    boolean rowsByGrammar) {
  /** The defaults. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, false);

  /** Copies the list. */
  public ReadOptions {
    captures = List.copyOf(captures);
  }

  /** What the site file says about a source. */
  public Optional<SiteCapture> capture(String source) {
    return captures.stream().filter(capture -> capture.matches(source)).findFirst();
  }
}
