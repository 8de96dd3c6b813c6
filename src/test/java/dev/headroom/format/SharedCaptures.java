package dev.headroom.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real captures that lie beside the project on some machines and may not be part of it. */
public final class SharedCaptures {
  private SharedCaptures() {}

  /** Where a shared file lies, if it does. */
  public static Path path(String name) {
    Path beside = Path.of("..", "shared", name);
    return Files.exists(beside) ? beside : Path.of("..", "..", "shared", name);
  }

  /** Reads a shared file; without it the test is skipped. */
  public static Reading read(String name) throws IOException {
    assumeTrue(Files.exists(path(name)), "not beside this clone");
    return Readings.of(name, Files.readString(path(name), StandardCharsets.UTF_8));
  }
}
