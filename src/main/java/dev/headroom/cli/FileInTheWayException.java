package dev.headroom.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Something of the user's has the name of a file that the program would write. */
final class FileInTheWayException extends IOException {
  private static final long serialVersionUID = 1L;

  FileInTheWayException(Path file, String why) {
    super("cannot write " + file + ": " + why);
  }
}
