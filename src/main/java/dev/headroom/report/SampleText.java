package dev.headroom.report;

import dev.headroom.series.Sample;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time of samples as text. The samples of one row share their time, so its text is made once a
 * row.
 */
final class SampleText {
  private @Nullable LocalDateTime last;
  private String text = "";

  /** The sample's time; empty where it is not known. */
  String time(Sample sample) {
    LocalDateTime time = sample.time();
    if (!Objects.equals(time, last)) {
      last = time;
      text = time == null ? "" : IsoTime.of(time);
    }
    return text;
  }
}
