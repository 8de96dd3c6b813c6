package dev.headroom.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The steps that put a report in its place; each is done as a whole or not at all. But for {@link
 * #settle}, a power cut may undo the last of them.
 */
interface FileSteps {
  /** The steps on disk. */
  FileSteps ON_DISK = new FileSteps() {};

  /**
   * Waits until what a file holds, or which names a folder holds, is on the disk. Where a system
   * cannot say so of a folder, nothing is waited for.
   *
   * @throws IOException where the disk cannot take what a file holds
   */
  default void settle(Path fileOrFolder) throws IOException {
    boolean folder = Files.isDirectory(fileOrFolder);
    try (FileChannel open =
        FileChannel.open(
            fileOrFolder, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
      open.force(true);
    } catch (IOException e) {
      if (!folder) {
        throw e;
      }
    }
  }

  /** Gives a file a second name, or where that cannot be, makes a copy of it. */
  default void keep(Path file, Path also) throws IOException {
    try {
      if (!Files.isSymbolicLink(file)) {
        Files.createLink(also, file);
        return;
      }
    } catch (FileSystemException | UnsupportedOperationException e) {
      // not every file system has such names, and not every file may get one
    }
    Files.copy(file, also);
  }

  /** Makes a link to a name. */
  default void lead(Path link, Path to) throws IOException {
    Files.createSymbolicLink(link, to);
  }

  /** Moves a file to a name, in place of what has it. */
  default void move(Path file, Path to) throws IOException {
    // without this option the JDK takes the old file away first
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes a file, a link or an empty folder away. */
  default void delete(Path file) throws IOException {
    Files.delete(file);
  }
}
