package dev.headroom.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error. It remembers why it took no more, since those who print text
 * do not hear of it, and takes nothing from then on.
 */
final class Outlet extends OutputStream {
  private final OutputStream to;
  private final Path handle;
  private @Nullable IOException failure;

  private Outlet(OutputStream to, Path handle) {
    this.to = to;
    this.handle = handle;
  }

  /** A stream of which nothing else is known. */
  static Outlet of(OutputStream to) {
    return new Outlet(to, Path.of(""));
  }

  /**
   * A stream of the process.
   *
   * @param descriptor 1 for standard output, 2 for standard error
   */
  static Outlet ofProcess(OutputStream to, int descriptor) {
    return new Outlet(to, Path.of("/proc/self/fd/" + descriptor));
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      to.write(bytes, from, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      to.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Whether who read the output has seen enough and went away. */
  boolean readerIsGone() {
    return failure != null && (saysPipe(failure) || isPipe());
  }

  /** Why something is lost that should have been printed; empty where nothing is. */
  Optional<IOException> loss() {
    return readerIsGone() ? Optional.empty() : Optional.ofNullable(failure);
  }

  private static boolean saysPipe(IOException failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
  }

  /** What the system calls the failure is in the user's language: what the stream is tells more. */
  private boolean isPipe() {
    try {
      return Files.isSymbolicLink(handle)
          && Files.readSymbolicLink(handle).toString().startsWith("pipe:");
    } catch (IOException e) {
      return false;
    }
  }
}
