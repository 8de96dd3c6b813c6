package dev.headroom.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder that a report is written into. While the program runs, a folder inside it holds what is
 * not ready; a lock there keeps a second run out. What a run that was killed left there is cleared
 * away, or completed where the report was whole.
 */
final class OutputFolder implements AutoCloseable {
  /** The name of the folder inside. */
  static final String WORK = ".headroom-new";

  private static final String LOCK = "lock";

  private final Path out;
  private final Path work;
  private final FileSteps steps;
  private final ReportSwitch change;
  private final List<Path> made = new ArrayList<>();
  private final Thread interrupted = new Thread(this::clear);
  private @Nullable FileChannel lock;
  private final ReentrantLock busy = new ReentrantLock();
  private boolean turned;
  private boolean closed;

  private OutputFolder(Path out, FileSteps steps) {
    this.out = out;
    this.work = out.resolve(WORK);
    this.steps = steps;
    this.change = new ReportSwitch(out, work, steps);
  }

  /**
   * Makes the folder ready, before anything is read: what would keep the report from being written
   * is found now.
   *
   * @param names the files that will be written for certain
   * @throws FileInTheWayException where the user has a file of such a name
   * @throws IOException where the folder cannot be written
   */
  static OutputFolder open(Path out, List<String> names) throws IOException {
    return open(out, names, FileSteps.ON_DISK);
  }

  static OutputFolder open(Path out, List<String> names, FileSteps steps) throws IOException {
    OutputFolder folder = new OutputFolder(out, steps);
    try {
      folder.begin(names);
      Runtime.getRuntime().addShutdownHook(folder.interrupted);
      return folder;
    } catch (IOException e) {
      folder.clear();
      throw e;
    }
  }

  private void begin(List<String> names) throws IOException {
    for (Path part = out.toAbsolutePath(); part != null && !Files.exists(part); ) {
      made.add(part);
      part = part.getParent();
    }
    lock = locked(work.resolve(LOCK));
    change.finish();
    empty();
    for (String name : names) {
      refuseOthers(out.resolve(name));
    }
    Files.createDirectory(change.stage());
  }

  /** The lock, held until the folder is closed. */
  private FileChannel locked(Path file) throws IOException {
    while (true) {
      Files.createDirectories(work);
      Object before = key(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new FileInTheWayException(
            out, "another run of headroom is writing there; wait for it, or name another folder");
      }
      // a run that ends takes its lock away, and then this one keeps no other run out
      if (before != null && before.equals(key(file))) {
        return channel;
      }
      channel.close();
    }
  }

  /** What tells a file from another one under the same name; null where there is no file. */
  private static @Nullable Object key(Path file) throws IOException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key == null ? file : key;
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static boolean isLocked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true; // some network file systems have no locks
    }
  }

  /** Where the files are written to. */
  Path stage() {
    return change.stage();
  }

  /**
   * Makes what was written the report of the folder, all at once.
   *
   * @param isOld which of the files that this program wrote are of a report only that is replaced
   * @throws IOException where that cannot be; then the report before it stands as it was
   */
  void publish(Predicate<String> isOld) throws IOException {
    busy.lock();
    try {
      turn(isOld);
    } finally {
      busy.unlock();
    }
  }

  private void turn(Predicate<String> isOld) throws IOException {
    List<Path> staged = ReportSwitch.files(stage());
    Set<String> names = staged.stream().map(OutputFolder::name).collect(Collectors.toSet());
    for (String name : names) {
      refuseOthers(out.resolve(name));
    }
    List<Path> gone =
        ReportSwitch.files(out).stream()
            .filter(file -> isOld.test(name(file)) && !names.contains(name(file)))
            .filter(OwnOutput::wrote)
            .toList();
    change.turn(gone);
    turned = true;
    try {
      change.finish();
    } catch (IOException e) {
      // all names lead to the new report; what is left is done when the folder is closed
    }
  }

  /**
   * Refuses to write over what the program did not write.
   *
   * @throws FileInTheWayException where a folder or a file of the user's has the name
   */
  private static void refuseOthers(Path file) throws FileInTheWayException {
    if (Files.isDirectory(file)) {
      throw new FileInTheWayException(file, "a folder is in the way");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !OwnOutput.wrote(file)) {
      throw new FileInTheWayException(
          file,
          "a file of that name is there, and headroom did not write it; move it, or name another"
              + " folder");
    }
  }

  /** Clears away what is not of the report; of a folder that got none, nothing remains. */
  @Override
  public void close() {
    clear();
    try {
      Runtime.getRuntime().removeShutdownHook(interrupted);
    } catch (IllegalStateException e) {
      // the program is being ended, and clears up by the hook
    }
  }

  /** A program that is being ended does not wait for a report: what it leaves is whole. */
  private void clear() {
    if (!busy.tryLock()) {
      return;
    }
    if (closed) {
      return;
    }
    closed = true;
    try (FileChannel held = lock) {
      if (held != null) {
        change.finish();
        empty();
        steps.delete(work.resolve(LOCK));
        steps.delete(work);
      }
      for (Path folder : turned ? List.<Path>of() : made) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      // the next run clears up: nothing of it is seen by who reads the report
    }
  }

  /** Takes away what lies in the folder inside, save the lock. */
  private void empty() throws IOException {
    for (Path file : ReportSwitch.files(work)) {
      if (!name(file).equals(LOCK)) {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          for (Path inside : ReportSwitch.files(file)) {
            steps.delete(inside);
          }
        }
        steps.delete(file);
      }
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
