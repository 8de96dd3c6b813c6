package dev.headroom.analysis;

import dev.headroom.capture.Limits;
import dev.headroom.format.ReadOptions;
import dev.headroom.series.Fineness;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What an analysis can be told beside its inputs and the site file.
 *
 * @param zone the zone into whose local time a time with an offset is turned
 * @param format the one format to read, whatever the content looks like; one of {@link
 *     dev.headroom.format.Formats}
 * @param span the times that count
 * @param goal how sure advice should be, and for how long
 * @param fineness how fine the grid may be on which members are laid
 * @param jobs how many inputs are read and pools judged at once, 1 or more; the report is the same
 */
public record AnalysisOptions(
    ZoneId zone, Optional<String> format, TimeRange span, Goal goal, Fineness fineness, int jobs) {
  /** The defaults: UTC, every format, all times, one input at once. */
  public static final AnalysisOptions DEFAULT =
      new AnalysisOptions(
          ZoneOffset.UTC, Optional.empty(), TimeRange.ALL, Goal.DEFAULT, Fineness.DEFAULT, 1);

  /** How inputs are read with these options and what a site file says of captures. */
  public ReadOptions reading(Site site) {
    return new ReadOptions(
        site.captures().stream().map(Site.Capture::toFormat).toList(),
        zone,
        format,
        Limits.DEFAULT,
        false);
  }
}
