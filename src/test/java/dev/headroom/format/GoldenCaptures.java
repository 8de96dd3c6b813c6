package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The captures under {@code golden/FORMAT/}; what each gives stands beside it. */
public final class GoldenCaptures {
  /** Where they are. */
  public static final Path ROOT = Path.of("src/test/resources/golden");

  private GoldenCaptures() {}

  /** All captures in the order of their paths; the test fails where there are none. */
  public static List<Path> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> captures =
          files
              .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".golden"))
              .sorted()
              .toList();
      assertFalse(captures.isEmpty(), "golden captures are missing");
      return captures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a test does with one capture. */
  interface Check {
    void check(Path capture) throws IOException;
  }

  /** A test for each capture, named by its path. */
  static Stream<DynamicTest> each(Check check) {
    return all().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(ROOT.relativize(file).toString(), () -> check.check(file)));
  }
}
