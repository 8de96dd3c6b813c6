package dev.headroom.format.topas;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;

/**
 * The screens of {@code topas -C}, plain and with shared memory, one or many, saved or recorded
 * from a terminal. A line that it reads:
 *
 * <pre>bxaix86  A61 UM  8.0  8.0   8   8   4   0  86  0.06   898  0.40  14.9    2  8.00</pre>
 */
public final class TopasCec implements Format {
  @Override
  public String name() {
    return "topas-cec";
  }

  @Override
  public String tool() {
    return "topas";
  }

  @Override
  public String grammar() {
    return "TopasCec.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return line.startsWith("Topas CEC Monitor") || TopasLayout.isHeader(line);
  }

  /** The table of dedicated processors is the second of its screen. */
  @Override
  public boolean begins(Line line) {
    return !(line.contains("%istl") || line.contains("%bstl"));
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new TopasCecReader(context);
  }
}
