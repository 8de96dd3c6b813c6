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
      walk(path, skip, inputs);
    }
    return inputs;
  }

  private static void walk(Path path, Predicate<Path> skip, List<Input> inputs) throws IOException {
    if (!Files.isDirectory(path)) {
      if (!skip.test(path)) {
        inputs.add(Input.ofFile(path));
      }
      return;
    }
    List<Path> children;
    try (Stream<Path> listed = Files.list(path)) {
      children = listed.sorted(Comparator.comparing(child -> name(child))).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path child : children) {
      // a linked folder may lead back up: only what lies here is walked
      if (!(Files.isSymbolicLink(child) && Files.isDirectory(child))) {
        walk(child, skip, inputs);
      }
    }
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
