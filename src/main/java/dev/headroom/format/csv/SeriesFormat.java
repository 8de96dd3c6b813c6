package dev.headroom.format.csv;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.Optional;

/**
 * The program's own CSV, so that any other source can be fed in: a header that names at least
 * {@code subject}, {@code metric} and {@code value}, then a sample a line. A line that it reads:
 *
 * <pre>bxaix85,partition,memory.physical,2009-06-30T12:03:33,0,4294967296,B</pre>
 *
 * <p>Columns go by their names, in any order; {@code format}, {@code source} and {@code line},
 * which {@code parse --csv} prints too, carry nothing here.
 */
public final class SeriesFormat implements Format {
  @Override
  public String name() {
    return "series";
  }

  @Override
  public String tool() {
    return "headroom";
  }

  @Override
  public String grammar() {
    return "-";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return line.contains("subject")
        && line.contains("metric")
        && line.contains("value")
        && header(line).isPresent();
  }

  private static Optional<SeriesHeader> header(Line line) {
    return CsvLine.of(line).flatMap(SeriesHeader::of);
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new SeriesReader(context);
  }
}
