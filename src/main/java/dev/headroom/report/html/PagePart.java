package dev.headroom.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts that lie beside this class: parts of the style and of the script of every page. */
final class PagePart {
  private PagePart() {}

  /** The text of a file. */
  static String text(String name) {
    try (InputStream in = PagePart.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
