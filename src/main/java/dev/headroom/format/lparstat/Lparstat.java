package dev.headroom.format.lparstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;

/**
 * The tables of {@code lparstat INTERVAL COUNT}, and of {@code -m} with {@code -pw} and {@code
 * -eR}: dedicated and shared processors, AIX and Linux. Of {@code -m} there are samples only where
 * the partition is in a memory pool; a table on dedicated memory is understood and says nothing.
 * Lines that it reads:
 *
 * <pre>
 * %user  %sys  %wait  %idle physc %entc  lbusy   app  vcsw phint
 *  11.3  15.0    0.0   73.7  0.22  44.5    6.1 45.26   919     0
 * </pre>
 */
public final class Lparstat implements Format {
  @Override
  public String name() {
    return "lparstat";
  }

  @Override
  public String tool() {
    return "lparstat";
  }

  @Override
  public String grammar() {
    return "Lparstat.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return LparstatLayout.isHeader(line)
        || ConfigurationLine.stands(line, lines, LparstatLayout::isHeader)
        || isOfMemory(line)
        || isLinux(line, lines);
  }

  /** No sister tool prints the entitlement of I/O: the table is known though its head is lost. */
  private static boolean isOfMemory(Line line) {
    return line.startsWith("System configuration:") && line.contains(" iome=");
  }

  private static boolean isLinux(Line line, Lines lines) {
    if (!line.startsWith("System Configuration")) {
      return false;
    }
    Line next = lines.ahead(1);
    return next != null && next.startsWith("type=") && next.contains(" lcpu=");
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new LparstatReader(context);
  }
}
