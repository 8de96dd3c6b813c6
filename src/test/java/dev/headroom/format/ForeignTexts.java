package dev.headroom.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Texts that no format reads, from {@code foreign/FORMAT/}: prose, and captures of tools that are
 * not read yet. A golden pair of that format overrides them, so that a new format changes no test.
 */
public final class ForeignTexts {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final Path ROOT = RESOURCES.resolve("foreign");

  private ForeignTexts() {}

  /** The files of all texts that are foreign still. */
  public static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT, 2)) {
      return files
          .filter(file -> Files.isRegularFile(file) && ROOT.relativize(file).getNameCount() == 2)
          .filter(file -> !isRead(String.valueOf(ROOT.relativize(file).getName(0))))
          .sorted()
          .toList();
    }
  }

  /** All texts that are foreign still. */
  public static List<String> all() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files()) {
      texts.add(Files.readString(file, StandardCharsets.UTF_8));
    }
    return texts;
  }

  /** Whether a format of this name has golden pairs. */
  public static boolean isRead(String format) {
    return Files.isDirectory(RESOURCES.resolve("golden").resolve(format));
  }
}
