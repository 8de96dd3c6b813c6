package dev.headroom.format.vmstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.ConfigurationLine;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.List;
import java.util.StringTokenizer;

/**
 * The table of {@code vmstat} with any of {@code -t -h -I -W -w -l -c -p -S -@}, on dedicated and
 * shared processors and memory. A line that it reads:
 *
 * <pre>
 *  0  0 685577 263910   0   0   0   0    0   0   6  181  256  1  2 98  0  0.02   3.8   0    0  4.00  2.00
 * </pre>
 */
public final class Vmstat implements Format {
  /** What stands in the header where another character parts its columns. */
  private static final List<String> PARTED = List.of(",avm,fre,", ";avm;fre;", "|avm|fre|");

  @Override
  public String name() {
    return "vmstat";
  }

  @Override
  public String tool() {
    return "vmstat";
  }

  @Override
  public String grammar() {
    return "Vmstat.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return isAbove(line)
        || isParted(line)
        || LoneRow.is(line)
        || ConfigurationLine.stands(line, lines, Vmstat::isAbove);
  }

  private static boolean isAbove(Line line) {
    return isBanner(line) || isHeader(line);
  }

  /** Whether a line begins as the banner of a table, of all or of page sizes or of WPARs. */
  private static boolean isBanner(Line line) {
    return line.startsWith("kthr ")
        || line.startsWith("kthr\t")
        || (line.startsWith("pgsz") && line.contains(" memory "))
        || (line.startsWith("wpar") && line.contains(" kthr "));
  }

  /** Whether a line is a header whose blanks were replaced, as by {@code tr -s ' ' ','}. */
  static boolean isParted(Line line) {
    return PARTED.stream().anyMatch(line::contains);
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new VmstatReader(context);
  }

  /** Whether most words of a line are headings of this table. */
  static boolean isHeader(Line line) {
    if (line.length() > 400 || !(line.contains("avm") || line.contains("fre"))) {
      return false;
    }
    int words = 0;
    int known = 0;
    StringTokenizer tokens = new StringTokenizer(line.text(), " \t");
    while (tokens.hasMoreTokens()) {
      words++;
      known += VmstatLayout.isHeading(tokens.nextToken()) ? 1 : 0;
    }
    return words >= 8 && known * 10 >= words * 6;
  }
}
