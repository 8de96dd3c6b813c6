package dev.headroom.format.nmon;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import java.util.Set;

/**
 * The files that {@code nmon} and {@code topas_nmon} write, of AIX and of Linux, sorted or as they
 * were written. A line that it reads:
 *
 * <pre>MEM,T0001,4.8,99.1,2070.4,8119.8,43008.0,8192.0</pre>
 */
public final class Nmon implements Format {
  private static final int LONGEST_CELL = 24;

  /** What a line AAA of nmon is about; other files of commas may begin with these letters too. */
  private static final Set<String> KEYS =
      Set.of(
          "progname",
          "command",
          "version",
          "build",
          "disks_per_line",
          "host",
          "user",
          "AIX",
          "TL",
          "OS",
          "runname",
          "time",
          "date",
          "interval",
          "snapshots",
          "hardware",
          "cpus",
          "kernel",
          "SerialNumber",
          "LPARNumberName",
          "MachineType",
          "NodeName",
          "timestampsize");

  @Override
  public String name() {
    return "nmon";
  }

  @Override
  public String tool() {
    return "nmon";
  }

  @Override
  public String grammar() {
    return "Nmon.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    byte[] bytes = line.bytes();
    int start = line.start();
    int comma = cellEnd(bytes, start, line.end());
    if (comma == line.end() || comma - start < 3) {
      return false;
    }
    int second = cellEnd(bytes, comma + 1, line.end());
    Section section = Section.at(bytes, start, comma);
    if (section != null) {
      int length = Math.min(section.title().length(), line.end() - comma - 1);
      return Marks.of(bytes, comma + 1, second) > 0
          || text(line, comma + 1, comma + 1 + length).equals(section.title());
    }
    return switch (text(line, start, comma)) {
      case "AAA" -> KEYS.contains(text(line, comma + 1, second));
      case "BBBP" -> text(line, comma + 1, second).matches("\\d{3,5}") && second < line.end();
      case "ZZZZ" -> Marks.of(bytes, comma + 1, second) > 0;
      default -> false;
    };
  }

  private static int cellEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != ',' && at - from < LONGEST_CELL) {
      at++;
    }
    return at < end && bytes[at] == ',' ? at : end;
  }

  private static String text(Line line, int from, int to) {
    return to - from > LONGEST_CELL ? "" : line.text(from - line.start(), to - line.start());
  }

  @Override
  public boolean begins(Line line) {
    return line.startsWith("AAA,");
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new NmonReader(context);
  }
}
