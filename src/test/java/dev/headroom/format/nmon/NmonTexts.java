package dev.headroom.format.nmon;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Files of nmon for tests: the golden ones, and long ones that go on like them. */
final class NmonTexts {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/nmon");

  /** So many lines of processors and disks stand in each snapshot of a long file. */
  private static final int PROCESSORS = 64;

  private NmonTexts() {}

  /** A recording with sections of pages, lists of other tools, and a midnight. */
  static String pages() {
    return golden("erpdb1_190305_2357.nmon");
  }

  /** A recording without sections of pages. */
  static String shares() {
    return golden("erpapp2.shares.nmon");
  }

  /** A recording of Linux on Power. */
  static String linux() {
    return golden("lop7.ams.nmon");
  }

  static Path path(String name) {
    return GOLDEN.resolve(name);
  }

  private static String golden(String name) {
    try {
      return Files.readString(GOLDEN.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a text. */
  static List<String> lines(String text) {
    return new ArrayList<>(text.lines().toList());
  }

  /** A text of these lines. */
  static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** A recording of so many snapshots, a minute apart, with the lines that most of a file is. */
  static byte[] regular(int snapshots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> lines = lines(pages());
    int first = 0;
    while (!lines.get(first).startsWith("ZZZZ,")) {
      write(out, lines.get(first++));
    }
    List<String> rows = new ArrayList<>();
    for (int line = first + 1; !lines.get(line).startsWith("ZZZZ,"); line++) {
      rows.add(lines.get(line));
    }
    for (int snapshot = 1; snapshot <= snapshots; snapshot++) {
      String mark = String.format(Locale.ROOT, "T%04d", snapshot);
      int minute = snapshot % 1440;
      write(
          out,
          String.format(
              Locale.ROOT,
              "ZZZZ,%s,%02d:%02d:02,%02d-MAR-2019",
              mark,
              minute / 60,
              minute % 60,
              1 + snapshot / 1440 % 28));
      for (int processor = 1; processor <= PROCESSORS; processor++) {
        write(
            out,
            String.format(
                Locale.ROOT, "CPU%02d,%s,30.%d,12.0,0.3,57.1", processor, mark, processor % 10));
        write(
            out,
            String.format(
                Locale.ROOT,
                "TOP,55051%02d,%s,0.10,0.08,0.02,1,13872,108,84,15,0,60,oracle,Unclassified",
                processor,
                mark));
      }
      rows.forEach(row -> write(out, row.replace("T0001", mark)));
    }
    return out.toByteArray();
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
