package dev.headroom;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of real captures and traces that lies beside the project on some machines and may not
 * be part of it. Where it does not lie there, a test that asks for it is skipped; where it does,
 * what a test asks for must be in it, so that no test passes because it found nothing.
 */
public final class SharedFolder {
  private SharedFolder() {}

  /** A file of it; the test fails where the folder lacks it. */
  public static Path file(String name) {
    Path file = folder().resolve(name);
    assertTrue(Files.isRegularFile(file), () -> "the shared folder has no " + name);
    return file;
  }

  /**
   * The files straight below one of its folders whose names match a regular expression as a whole,
   * in the order of their names; the test fails where there are none.
   */
  public static List<Path> files(String below, String names) {
    Path folder = folder().resolve(below);
    assertTrue(Files.isDirectory(folder), () -> "the shared folder has no folder " + below);
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(file -> String.valueOf(file.getFileName()).matches(names))
              .sorted()
              .toList();
      assertFalse(found.isEmpty(), () -> "no file in " + below + " of the shared folder: " + names);
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    for (String place : List.of("../shared", "../../shared")) {
      if (Files.isDirectory(Path.of(place, "captures"))) {
        return Path.of(place);
      }
    }
    assumeTrue(false, "not beside this clone");
    throw new AssertionError("an assumption that does not hold ends the test");
  }
}
