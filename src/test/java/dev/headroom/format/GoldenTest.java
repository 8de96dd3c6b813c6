package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Golden pairs: each capture under {@code golden/FORMAT/} gives exactly what stands in the file of
 * the same name with {@code .golden} added. Where it differs, what it gave is written to {@code
 * target/golden/} for review; copy it over when it is right.
 */
class GoldenTest {
  @TestFactory
  Stream<DynamicTest> everyCaptureGivesItsGoldenSamples() {
    return GoldenCaptures.each(GoldenTest::check);
  }

  private static void check(Path file) throws IOException {
    String source = GoldenCaptures.ROOT.relativize(file).toString().replace('\\', '/');
    Reading reading = Readings.of(source, Files.readAllBytes(file), ReadOptions.DEFAULT);
    String actual = Readings.all(reading);
    Path golden = file.resolveSibling(file.getFileName() + ".golden");
    String expected = Files.exists(golden) ? Files.readString(golden, StandardCharsets.UTF_8) : "";
    if (!actual.equals(expected)) {
      Path review = Path.of("target/golden").resolve(GoldenCaptures.ROOT.relativize(golden));
      Files.createDirectories(review.getParent());
      Files.writeString(review, actual, StandardCharsets.UTF_8);
    }
    assertEquals(expected, actual);
  }
}
