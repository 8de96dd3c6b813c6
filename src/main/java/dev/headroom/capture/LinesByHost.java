package dev.headroom.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes apart a text in which every line has its host in front of it, such as {@code dsh} and
 * {@code pdsh} print: lines of several hosts stand between each other, and the lines of one make up
 * its text.
 */
public final class LinesByHost {
  /** So much text is held at the most: what a run over many hosts prints is far smaller. */
  private static final long MOST = 256L << 20;

  private final Limits limits;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private long held;

  private static final class Part {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private long[] numbers = new long[64];
    private int lines;

    void add(Line line) {
      text.write(line.bytes(), line.start(), line.length());
      text.write('\n');
      if (lines == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * lines);
      }
      numbers[lines++] = line.number();
    }
  }

  /**
   * The lines of one host.
   *
   * @param host the name that stands in front of them
   * @param lines its lines, without the name, with the numbers that they have in the input
   */
  public record OfHost(String host, Lines lines) {}

  private LinesByHost(Limits limits) {
    this.limits = limits;
  }

  /**
   * Reads all lines and gives them back host by host, in the order in which hosts first appear. A
   * line without a host belongs to the host before it.
   *
   * @throws IOException where the input cannot be read, or holds more than is kept at once
   */
  public static List<OfHost> of(Lines lines, Limits limits) throws IOException {
    LinesByHost all = new LinesByHost(limits);
    String host = "";
    for (Line line = lines.next(); line != null; line = lines.next()) {
      String named = lines.host();
      host = named == null ? host : named;
      all.add(host, line);
    }
    return all.parted();
  }

  private void add(String host, Line line) throws IOException {
    held += line.length() + 1L;
    if (held > MOST) {
      throw new IOException("more than 256 MB of lines with a host in front of each");
    }
    parts.computeIfAbsent(host, name -> new Part()).add(line);
  }

  private List<OfHost> parted() {
    List<OfHost> hosts = new ArrayList<>();
    parts.forEach(
        (host, part) ->
            hosts.add(
                new OfHost(
                    host,
                    new Lines(
                        new ByteArrayInputStream(part.text.toByteArray()),
                        limits,
                        Arrays.copyOf(part.numbers, part.lines)))));
    return hosts;
  }
}
