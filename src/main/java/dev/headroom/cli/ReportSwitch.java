package dev.headroom.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts a report that was written beside in place of the old one, all files at one instant.
 *
 * <p>No file system renames several files at once. So each file of the old report gets a second
 * name beside, and its own name becomes a link that leads there through one link, {@code current};
 * readers see no difference. Then {@code current} is turned from the old report to the new one,
 * which is a single step. At last every link makes room for the file that it leads to. Whenever
 * this is broken off, all names lead to the old report, or all to the new one; {@link #finish}
 * takes up whatever was left. Each of these stages is on the disk before the next one begins, so
 * that a power cut breaks them off like anything else. Where a file system has no links, files are
 * moved one after another, and one that was broken off is completed by the next run.
 *
 * @param out the folder of the report
 * @param work the folder beside, in which the new report lies in {@code new}
 * @param steps what is done on disk
 */
record ReportSwitch(Path out, Path work, FileSteps steps) {
  private static final String NEW = "new";
  private static final String OLD = "old";
  private static final String CURRENT = "current";
  private static final String NEXT = "next";
  private static final String GONE = "gone";

  /** Where the new report is written. */
  Path stage() {
    return work.resolve(NEW);
  }

  /**
   * Makes the new report the report of the folder.
   *
   * @param gone names of the old report that the new one has no file for
   * @throws IOException where that cannot be; then the old report stands as it was
   */
  void turn(List<Path> gone) throws IOException {
    List<String> names = new ArrayList<>();
    for (Path file : files(stage())) {
      steps.settle(file);
      names.add(name(file));
    }
    steps.settle(stage());
    gone.forEach(file -> names.add(name(file)));
    Path old = Files.createDirectory(work.resolve(OLD));
    for (String name : names) {
      if (Files.exists(out.resolve(name))) {
        steps.keep(out.resolve(name), old.resolve(name));
      }
    }
    steps.settle(old);
    if (!hasLinks()) {
      List<String> lost = gone.stream().map(ReportSwitch::name).toList();
      steps.settle(Files.writeString(work.resolve(GONE), String.join("\n", lost)));
      Path next = Files.writeString(work.resolve(NEXT), NEW);
      steps.settle(next);
      steps.move(next, work.resolve(CURRENT));
      return;
    }
    steps.settle(work);
    for (String name : names) {
      lead(Path.of(name(work), CURRENT, name), out.resolve(name));
    }
    steps.settle(out);
    lead(Path.of(NEW), work.resolve(CURRENT));
  }

  /** Lets {@code current} lead to the old report, if the file system has links. */
  private boolean hasLinks() throws IOException {
    try {
      steps.lead(work.resolve(NEXT), Path.of(OLD));
    } catch (FileSystemException | UnsupportedOperationException e) {
      return false;
    }
    steps.move(work.resolve(NEXT), work.resolve(CURRENT));
    return true;
  }

  /** Puts a link in place of what has a name. */
  private void lead(Path to, Path name) throws IOException {
    steps.lead(work.resolve(NEXT), to);
    steps.move(work.resolve(NEXT), name);
  }

  /**
   * Puts the files of the report that {@code current} leads to under their names, and takes the
   * links away. It may be broken off and begun again; where nothing was begun, nothing is done.
   */
  void finish() throws IOException {
    Path current = work.resolve(CURRENT);
    if (!Files.exists(current, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    steps.settle(work); // what current leads to, before it is taken for settled
    String report =
        Files.isSymbolicLink(current)
            ? Files.readSymbolicLink(current).toString()
            : Files.readString(current);
    if (report.equals(NEW) || report.equals(OLD)) {
      for (Path file : files(work.resolve(report))) {
        Path to = out.resolve(name(file));
        if (isOurs(to)) {
          steps.move(file, to);
        }
      }
    }
    for (Path file : files(out)) {
      if (leadsBeside(file)) {
        steps.delete(file);
      }
    }
    steps.settle(out); // before the folder beside, which they came from, is cleared away
    if (Files.exists(work.resolve(GONE))) {
      for (String name : Files.readAllLines(work.resolve(GONE))) {
        Path page = out.resolve(Path.of(name).getFileName());
        if (OwnOutput.isPage(page)) {
          steps.delete(page);
        }
      }
    }
  }

  /** Whether nothing of the user's has the name: it may have got there since. */
  private boolean isOurs(Path file) {
    return leadsBeside(file)
        || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        || OwnOutput.wrote(file);
  }

  private boolean leadsBeside(Path file) {
    try {
      return Files.isSymbolicLink(file) && Files.readSymbolicLink(file).startsWith(name(work));
    } catch (IOException e) {
      return false;
    }
  }

  /** What lies in a folder, in the order of the names; nothing where there is no such folder. */
  static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
