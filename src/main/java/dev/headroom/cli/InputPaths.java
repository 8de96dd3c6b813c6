package dev.headroom.cli;

import dev.headroom.capture.FileNames;
import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import dev.headroom.site.SiteFolders;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What lies under the paths that a user names: the captures, the site files that folders bring
 * along, and what the program wrote itself, which is no capture.
 */
final class InputPaths {
  private final List<String> paths;
  private final @Nullable Path option;
  private final List<Input> inputs;

  /** The site files of the folders and files that are named, then those of folders below. */
  private final Set<Path> named = new LinkedHashSet<>();

  private final Set<Path> below = new LinkedHashSet<>();
  private final List<String> reports = new ArrayList<>();
  private long others;
  private long own;
  private SiteFile.@Nullable UnusableException ambiguous;

  private InputPaths(List<String> paths, @Nullable Path option, InputStream standardInput)
      throws NoSuchFileException {
    this.paths = paths;
    this.option = option;
    this.inputs = Inputs.under(paths, standardInput, new Walk());
  }

  /**
   * Goes through the paths.
   *
   * @param option the site file of {@code --site}; null where it is not given
   * @throws NoSuchFileException where a path does not exist
   */
  static InputPaths of(List<String> paths, @Nullable Path option, InputStream standardInput)
      throws NoSuchFileException {
    return new InputPaths(paths, option, standardInput);
  }

  List<Input> inputs() {
    return inputs;
  }

  /** One sentence on what was left out since the program wrote it; empty where nothing was. */
  Optional<String> note() {
    List<String> parts = new ArrayList<>();
    if (!reports.isEmpty()) {
      parts.add(
          (reports.size() == 1 ? "the report in " : "the reports in ")
              + Names.list(reports)
              + (others > 0
                  ? ", and "
                      + Count.of(others, "other file")
                      + " there; name the folder to read them"
                  : ""));
    }
    if (own > 0) {
      parts.add(Count.of(own, "file") + " that headroom wrote beside captures");
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("headroom: not read: " + String.join("; ", parts));
  }

  /**
   * What the site files say, each for its own captures.
   *
   * @throws SiteFile.UnusableException where one cannot be used
   */
  Site site() throws SiteFile.UnusableException {
    if (option != null) {
      return SiteFile.read(option);
    }
    if (ambiguous != null) {
      throw ambiguous;
    }
    for (String path : paths) {
      Path folder = FileNames.path(path);
      if (Files.isDirectory(folder)) {
        SiteFile.in(folder).ifPresent(named::add);
      }
    }
    List<Path> roots = distinct(named, List.of());
    List<SiteFolders.Part> parts = new ArrayList<>();
    for (Path file : roots) {
      parts.add(part(file, roots.size() > 1));
    }
    for (Path file : distinct(below, roots)) {
      parts.add(part(file, true));
    }
    return SiteFolders.joined(parts);
  }

  private static SiteFolders.Part part(Path file, boolean ofFolder)
      throws SiteFile.UnusableException {
    String source = Input.ofFile(file).source();
    return new SiteFolders.Part(
        SiteFile.read(file), ofFolder ? source.substring(0, source.lastIndexOf('/') + 1) : "");
  }

  private static List<Path> distinct(Set<Path> files, List<Path> known) {
    List<Path> distinct = new ArrayList<>();
    for (Path file : files) {
      if (Stream.concat(known.stream(), distinct.stream()).noneMatch(other -> same(file, other))) {
        distinct.add(file);
      }
    }
    return distinct;
  }

  private static boolean same(Path file, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(file, other);
    } catch (IOException e) {
      return false;
    }
  }

  private final class Walk implements Inputs.Walk {
    @Override
    public boolean skipsFolder(Path folder) {
      if (ReportFolder.isStage(folder)) {
        return true;
      }
      if (OwnOutput.isReport(folder)) {
        reports.add(FileNames.text(folder));
        others += others(folder);
        return true;
      }
      if (option == null) {
        try {
          SiteFile.in(folder).ifPresent(below::add);
        } catch (SiteFile.UnusableException e) {
          ambiguous = ambiguous == null ? e : ambiguous;
        }
      }
      return false;
    }

    @Override
    public boolean skipsFile(Path file, boolean isNamed) {
      if (option != null && same(file, option)) {
        return true;
      }
      if (SiteFile.isNamed(file)) {
        if (isNamed && option == null) {
          named.add(file);
        }
        return true;
      }
      boolean wrote = !isNamed && OwnOutput.wrote(file);
      own += wrote ? 1 : 0;
      return wrote;
    }

    /** How many files beside a report are not of it. */
    private long others(Path folder) {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(Files::isRegularFile)
            .filter(file -> !OwnOutput.wrote(file) && !SiteFile.isNamed(file))
            .count();
      } catch (IOException | java.io.UncheckedIOException e) {
        return 0;
      }
    }
  }
}
