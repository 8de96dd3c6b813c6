package dev.headroom.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's version. It stands in the build file only; the build writes it into a resource. */
final class ProgramVersion {
  private ProgramVersion() {}

  static String read() {
    Properties properties = new Properties();
    try (InputStream written = ProgramVersion.class.getResourceAsStream("version.properties")) {
      if (written == null) {
        throw new IllegalStateException("the program was built without version.properties");
      }
      properties.load(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }
}
