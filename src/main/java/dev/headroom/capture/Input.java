package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file, or standard input, that is to be read.
 *
 * @param source its name as the user gave it, with {@code /} between folders; {@code -} for
 *     standard input
 * @param place where it lies, as an absolute path with {@code /} between folders, so that how the
 *     user spelled the path makes no difference; the source's name where it lies in no folder
 * @param opener opens its bytes
 */
public record Input(String source, String place, Opener opener) {
  /** An input that lies in no folder. */
  public Input(String source, Opener opener) {
    this(source, source, opener);
  }

  /** Opens the bytes of an input. */
  @FunctionalInterface
  public interface Opener {
    /**
     * A new stream over all bytes.
     *
     * @throws IOException where it cannot be opened
     */
    InputStream open() throws IOException;
  }

  /** A file under the name that leads to it. */
  public static Input ofFile(Path file) {
    return new Input(
        sourceName(file),
        sourceName(file.toAbsolutePath().normalize()),
        () -> Files.newInputStream(file));
  }

  static String sourceName(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }
}
