package dev.headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares bytes with those committed. What differs is written below {@code target/golden}, to be
 * looked at and, where it is right, copied to {@code src/test/resources}.
 */
public final class Goldens {
  private Goldens() {}

  public static void assertGolden(String name, byte[] actual) throws IOException {
    byte[] expected;
    try (InputStream resource = Goldens.class.getResourceAsStream("golden/" + name)) {
      expected = resource == null ? new byte[0] : resource.readAllBytes();
    }
    String text = new String(actual, StandardCharsets.UTF_8);
    if (!new String(expected, StandardCharsets.UTF_8).equals(text)) {
      Path written = Path.of("target", "golden", name);
      Files.createDirectories(written.getParent());
      Files.write(written, actual);
    }
    assertEquals(new String(expected, StandardCharsets.UTF_8), text, "see target/golden/" + name);
  }
}
