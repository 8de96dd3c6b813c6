package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
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
 * @param readOnce whether it can be read once only, as what comes through a pipe
 */
public record Input(String source, String place, Opener opener, boolean readOnce) {
  /** An input that lies in no folder. */
  public Input(String source, Opener opener) {
    this(source, source, opener, source.equals("-"));
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
        FileNames.text(file), place(file), () -> Files.newInputStream(file), isPipe(file));
  }

  /** Something that lies among the inputs and is not read, so that its reader says why. */
  static Input refused(Path path, String reason) {
    return new Input(
        FileNames.text(path),
        place(path),
        () -> {
          throw new FileSystemException(FileNames.text(path), null, reason);
        },
        true);
  }

  private static String place(Path path) {
    return FileNames.text(path.toAbsolutePath().normalize());
  }

  /** Whether a path leads to something that is neither a file nor a folder. */
  static boolean isPipe(Path path) {
    return Files.exists(path) && !Files.isRegularFile(path) && !Files.isDirectory(path);
  }
}
