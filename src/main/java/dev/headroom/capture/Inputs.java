package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the inputs under the paths that a user names. */
public final class Inputs {
  private static final String NO_RIGHT = "you have no right to read it";
  private static final String NO_FILE =
      "it is a pipe, a socket or a device, which may never end; name it itself to read it";

  private static final String NO_END = "it is a link that leads nowhere, or in a circle";

  private Inputs() {}

  /** What a walk through folders leaves out. */
  public interface Walk {
    /** Whether a folder below a named one is left out, with all below it. */
    boolean skipsFolder(Path folder);

    /**
     * Whether a file is left out.
     *
     * @param named whether it is named itself, and not only a folder above it
     */
    boolean skipsFile(Path file, boolean named);
  }

  /**
   * All inputs under these paths: a file is itself, a folder is everything below it in the order of
   * the names, {@code -} is standard input. A pipe, socket or device is read where it is named
   * itself; below a folder it is an input that says why it is not read, and so is whatever there is
   * no right to read.
   *
   * @param paths as the user gave them
   * @param standardInput what {@code -} reads
   * @param skip files that are no captures, such as the site file
   * @throws NoSuchFileException where a path does not exist
   */
  public static List<Input> under(
      List<String> paths, InputStream standardInput, Predicate<Path> skip)
      throws NoSuchFileException {
    return under(
        paths,
        standardInput,
        new Walk() {
          @Override
          public boolean skipsFolder(Path folder) {
            return false;
          }

          @Override
          public boolean skipsFile(Path file, boolean named) {
            return skip.test(file);
          }
        });
  }

  /**
   * All inputs under these paths, save what a walk leaves out.
   *
   * @param paths as the user gave them
   * @param standardInput what {@code -} reads
   * @param walk hears of every folder below a named one and of every file
   * @throws NoSuchFileException where a path does not exist
   */
  public static List<Input> under(List<String> paths, InputStream standardInput, Walk walk)
      throws NoSuchFileException {
    List<Input> inputs = new ArrayList<>();
    for (String given : paths) {
      if (given.equals("-")) {
        inputs.add(new Input("-", () -> standardInput));
        continue;
      }
      Path path = FileNames.path(given);
      if (!isThere(path)) {
        inputs.add(Input.refused(path, NO_RIGHT));
      } else if (Files.isDirectory(path)) {
        walk(path, walk, inputs);
      } else if (!walk.skipsFile(path, true)) {
        inputs.add(Input.ofFile(path));
      }
    }
    return inputs;
  }

  /**
   * Whether something is there that may be looked at; what is there and may not is an input that
   * cannot be read.
   */
  private static boolean isThere(Path path) throws NoSuchFileException {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      return true;
    } catch (AccessDeniedException e) {
      return false;
    } catch (IOException e) {
      throw new NoSuchFileException(FileNames.text(path));
    }
  }

  /** A folder that cannot be read costs itself: it becomes an input that cannot be read. */
  private static void walk(Path folder, Walk walk, List<Input> inputs) {
    List<Path> children;
    try (Stream<Path> listed = Files.list(folder)) {
      children = listed.sorted(Comparator.comparing(child -> name(child))).toList();
    } catch (IOException | UncheckedIOException e) {
      inputs.add(Input.refused(folder, isDenied(e) ? NO_RIGHT : "the folder cannot be read"));
      return;
    }
    for (Path child : children) {
      if (Files.isSymbolicLink(child) && !Files.exists(child)) {
        inputs.add(Input.refused(child, NO_END));
      } else if (Input.isPipe(child)) {
        inputs.add(Input.refused(child, NO_FILE));
      } else if (!Files.isDirectory(child)) {
        if (!walk.skipsFile(child, false)) {
          inputs.add(Input.ofFile(child));
        }
      } else if (!Files.isSymbolicLink(child) && !walk.skipsFolder(child)) {
        // a linked folder may lead back up: only what lies here is walked
        walk(child, walk, inputs);
      }
    }
  }

  private static boolean isDenied(Exception e) {
    return e instanceof AccessDeniedException || e.getCause() instanceof AccessDeniedException;
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : FileNames.text(last);
  }
}
