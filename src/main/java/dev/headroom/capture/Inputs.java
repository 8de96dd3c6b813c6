package dev.headroom.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the inputs under the paths that a user names. */
public final class Inputs {
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
   * the names, {@code -} is standard input.
   *
   * @param paths as the user gave them
   * @param standardInput what {@code -} reads
   * @param skip files that are no captures, such as the site file
   * @throws NoSuchFileException where a path does not exist
   * @throws IOException where a folder cannot be read
   */
  public static List<Input> under(
      List<String> paths, InputStream standardInput, Predicate<Path> skip) throws IOException {
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
   * @throws IOException where a folder cannot be read
   */
  public static List<Input> under(List<String> paths, InputStream standardInput, Walk walk)
      throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String given : paths) {
      if (given.equals("-")) {
        inputs.add(new Input("-", () -> standardInput));
        continue;
      }
      Path path = Path.of(given);
      if (!Files.exists(path)) {
        throw new NoSuchFileException(given);
      }
      if (Files.isDirectory(path)) {
        walk(path, walk, inputs);
      } else if (!walk.skipsFile(path, true)) {
        inputs.add(Input.ofFile(path));
      }
    }
    return inputs;
  }

  private static void walk(Path folder, Walk walk, List<Input> inputs) throws IOException {
    List<Path> children;
    try (Stream<Path> listed = Files.list(folder)) {
      children = listed.sorted(Comparator.comparing(child -> name(child))).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path child : children) {
      if (!Files.isDirectory(child)) {
        // a pipe or device in a folder is no capture, and to read it may never end
        boolean other = Files.exists(child) && !Files.isRegularFile(child);
        if (!other && !walk.skipsFile(child, false)) {
          inputs.add(Input.ofFile(child));
        }
      } else if (!Files.isSymbolicLink(child) && !walk.skipsFolder(child)) {
        // a linked folder may lead back up: only what lies here is walked
        walk(child, walk, inputs);
      }
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
