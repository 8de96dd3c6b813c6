package dev.headroom.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Why something could not be written. What a system says of it is in its own words and language, so
 * the folder is looked at first.
 */
final class WriteFailure {
  /** With less room than this even a small file, its block and its name, has no place. */
  private static final long LEAST_ROOM = 1 << 14;

  private static final Map<String, String> WORDS =
      Map.of(
          "No space left on device", "there is no space left",
          "Disk quota exceeded", "your share of the disk is used up",
          "File too large", "the file is larger than the system allows",
          "Bad file descriptor", "it is closed",
          "Input/output error", "the device reports an error",
          "Read-only file system", "its file system can only be read",
          "File name too long", "the name is too long",
          "Not a directory", "a file stands where a folder is needed",
          "Operation not permitted", "you have no right to write there",
          "Too many levels of symbolic links", "its links lead in a circle");

  private WriteFailure() {}

  /** Of standard output. */
  static String ofOutput(IOException failure) {
    return "cannot write the output: " + word(failure);
  }

  /** Of a file in a folder, or of the folder itself. */
  static String of(Path path, IOException failure) {
    Optional<Path> file = inTheWay(path);
    if (file.isPresent()) {
      return file.get() + " is a file, and a folder is needed there; name another folder";
    }
    if (failure instanceof FileInTheWayException) {
      return String.valueOf(failure.getMessage());
    }
    String what = "cannot write to " + path + ": ";
    Path folder = nearestFolder(path);
    try {
      if (Files.getFileStore(folder).isReadOnly()) {
        return what + "its file system can only be read";
      }
      if (Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM) {
        return what + "there is no space left";
      }
    } catch (IOException e) {
      // what the failure itself says has to do
    }
    return what + word(failure);
  }

  private static String word(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "you have no right to write there";
    }
    if (failure instanceof NoSuchFileException) {
      return "its folder is not there";
    }
    String said = failure instanceof FileSystemException of ? of.getReason() : failure.getMessage();
    return said == null ? "the system gives no reason" : WORDS.getOrDefault(said, said);
  }

  /** The file that stands where a path needs a folder. */
  private static Optional<Path> inTheWay(Path path) {
    for (Path part = path; part != null; part = part.getParent()) {
      if (Files.exists(part)) {
        return Files.isDirectory(part) ? Optional.empty() : Optional.of(part);
      }
    }
    return Optional.empty();
  }

  private static Path nearestFolder(Path path) {
    for (Path part = path.toAbsolutePath(); part != null; part = part.getParent()) {
      if (Files.isDirectory(part)) {
        return part;
      }
    }
    return path;
  }
}
