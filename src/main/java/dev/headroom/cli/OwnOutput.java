package dev.headroom.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the files that this program wrote from captures, by what they hold. */
final class OwnOutput {
  /** The first line of a site file that the program wrote. */
  static final String SKELETON = "# A site file that headroom wrote";

  private static final int HEAD = 4096;
  private static final Pattern SCHEMA =
      Pattern.compile("\\A\\s*\\{\\s*\"schema\"\\s*:\\s*\"headroom-(?:report|backtest)/");
  private static final Pattern PAGE =
      Pattern.compile(
          "<meta name=\"generator\" content=\"Headroom |"
              // pages of older versions have no such mark
              + "<meta name=\"referrer\" content=\"no-referrer\">\\s*<title>[^<]*Headroom");
  private static final Set<String> DATA = Set.of("series.csv", "series.csv.gz", "timeline.csv.gz");

  private OwnOutput() {}

  /** Whether a folder holds a report. */
  static boolean isReport(Path folder) {
    return holds(folder.resolve("report.json"), SCHEMA);
  }

  /** Whether the program wrote a file; data files are known by the report beside them. */
  static boolean wrote(Path file) {
    String name = name(file);
    if (name.endsWith(".html")) {
      return isPage(file);
    }
    if (name.endsWith(".json")) {
      return holds(file, SCHEMA);
    }
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return head(file).startsWith(SKELETON);
    }
    Path folder = file.toAbsolutePath().getParent();
    return DATA.contains(name) && folder != null && isReport(folder);
  }

  /** Whether a file is a page of a report. */
  static boolean isPage(Path file) {
    return holds(file, PAGE);
  }

  private static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? "" : last.toString();
  }

  private static boolean holds(Path file, Pattern mark) {
    return mark.matcher(head(file)).find();
  }

  /** The first bytes of a file; empty where it cannot be read, which its reader then says. */
  private static String head(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(HEAD), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
