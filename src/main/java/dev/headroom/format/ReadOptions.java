package dev.headroom.format;

import dev.headroom.capture.Limits;
import dev.headroom.identity.SiteCapture;
import dev.headroom.series.Metric;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How inputs are read.
 *
 * @param captures what the site file says about captures; the first entry that matches wins
 * @param zone the zone into whose local time a time with an offset is turned
 * @param format the one format to read, whatever the content looks like
 * @param limits what an input may cost
 * @param rowsByGrammar whether rows of long tables are read by the grammar alone, token by token;
 *     the result is the same and slower
 * @param kept the metrics whose samples are kept; those of others are read and counted, where a
 *     table has very many rows, and let go
 */
public record ReadOptions(
    List<SiteCapture> captures,
    ZoneId zone,
    Optional<String> format,
    Limits limits,
    boolean rowsByGrammar,
    Set<Metric> kept) {
  /** The defaults. */
  public static final ReadOptions DEFAULT =
      new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, false);

  /** Copies the list. */
  public ReadOptions {
    captures = List.copyOf(captures);
  }

  /** Options under which the samples of every metric are kept. */
  public ReadOptions(
      List<SiteCapture> captures,
      ZoneId zone,
      Optional<String> format,
      Limits limits,
      boolean rowsByGrammar) {
    this(captures, zone, format, limits, rowsByGrammar, EnumSet.allOf(Metric.class));
  }

  /** The same, where only samples of these metrics are kept. */
  public ReadOptions keeping(Set<Metric> metrics) {
    return new ReadOptions(captures, zone, format, limits, rowsByGrammar, metrics);
  }

  /** What the site file says about a source. */
  public Optional<SiteCapture> capture(String source) {
    return captures.stream().filter(capture -> capture.matches(source)).findFirst();
  }
}
