package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report takes the place of the one before it as a whole, whatever happens in between. */
final class OutputFolderTest {
  private static final List<String> OLD = List.of("index.html", "pool-a.html", "pool-gone.html");
  private static final List<String> NEW = List.of("index.html", "pool-a.html", "pool-new.html");

  @TempDir private Path folder;
  private Path out;

  /** Steps of which one fails, or that one and all after it, as after a kill. */
  private static final class Breaking implements FileSteps {
    private final int at;
    private final boolean forGood;
    private final boolean links;
    private int done;

    Breaking(int at, boolean forGood, boolean links) {
      this.at = at;
      this.forGood = forGood;
      this.links = links;
    }

    private void step() throws IOException {
      done++;
      if (done == at || (forGood && done > at)) {
        throw new IOException("broken off at step " + at);
      }
    }

    @Override
    public void settle(Path fileOrFolder) throws IOException {
      step();
      FileSteps.super.settle(fileOrFolder);
    }

    @Override
    public void keep(Path file, Path also) throws IOException {
      step();
      FileSteps.super.keep(file, also);
    }

    @Override
    public void lead(Path link, Path to) throws IOException {
      step();
      if (!links) {
        throw new UnsupportedOperationException();
      }
      FileSteps.super.lead(link, to);
    }

    @Override
    public void move(Path file, Path to) throws IOException {
      step();
      FileSteps.super.move(file, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      step();
      FileSteps.super.delete(file);
    }
  }

  @BeforeEach
  void aReportAndAFileOfTheUsers() throws IOException {
    out = folder.resolve("out");
    begin();
  }

  private void begin() throws IOException {
    Files.createDirectory(out);
    write(out, OLD, "old");
    Files.writeString(out.resolve("notes.txt"), "mine");
    Files.writeString(out.resolve("pool-mine.html"), "mine");
  }

  private static void write(Path where, List<String> pages, String what) throws IOException {
    for (String page : pages) {
      Files.writeString(
          where.resolve(page), "<meta name=\"generator\" content=\"Headroom 1\">" + what);
    }
    Files.writeString(where.resolve("report.json"), "{\"schema\": \"headroom-report/1\"} " + what);
  }

  private void removeAll() throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes the new report; whether it said that it did. */
  private boolean publish(FileSteps steps) throws IOException {
    try (OutputFolder output = OutputFolder.open(out, List.of("index.html"), steps)) {
      write(output.stage(), NEW, "new");
      output.publish(name -> name.startsWith("pool-"));
      return true;
    } catch (IOException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("broken off"), e.toString());
      return false;
    }
  }

  /** What a reader finds under every name: links are followed. */
  private Map<String, String> seen() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        seen.put(String.valueOf(file.getFileName()), text.substring(text.length() - 3));
      }
    }
    assertEquals("ine", seen.remove("notes.txt"));
    assertEquals("ine", seen.remove("pool-mine.html"));
    return seen;
  }

  private static Map<String, String> whole(List<String> pages, String what) {
    Map<String, String> whole = new TreeMap<>();
    pages.forEach(page -> whole.put(page, what));
    whole.put("report.json", what);
    return whole;
  }

  private void holdsPlainFilesOnly() throws IOException {
    try (Stream<Path> files = Files.list(out)) {
      assertTrue(
          files.allMatch(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)),
          "something is left beside the report");
    }
  }

  @Test
  void theNewReportTakesThePlaceOfTheOld() throws IOException {
    assertTrue(publish(FileSteps.ON_DISK));
    assertEquals(whole(NEW, "new"), seen());
    holdsPlainFilesOnly();
  }

  /** Notes what is on the disk when each name of the report is taken over. */
  private static final class Noting implements FileSteps {
    private final List<String> done = new ArrayList<>();

    private void note(String step, Path path) {
      done.add(step + " " + path.getFileName());
    }

    @Override
    public void settle(Path fileOrFolder) throws IOException {
      FileSteps.super.settle(fileOrFolder);
      note("settle", fileOrFolder);
    }

    @Override
    public void move(Path file, Path to) throws IOException {
      FileSteps.super.move(file, to);
      note("move", to);
    }
  }

  @Test
  void whatANameLeadsToIsOnTheDiskBeforeItDoes() throws IOException {
    Noting steps = new Noting();
    assertTrue(publish(steps));
    List<String> done = steps.done;
    int turned = done.lastIndexOf("move current");
    for (String page : NEW) {
      assertTrue(done.indexOf("settle " + page) < done.indexOf("move " + page), done::toString);
    }
    assertTrue(done.indexOf("settle new") < done.indexOf("move index.html"), done::toString);
    assertTrue(done.indexOf("settle old") < done.indexOf("move index.html"), done::toString);
    assertEquals("settle out", done.get(turned - 1), "all names lead beside before the turn");
    assertEquals("settle .headroom-new", done.get(turned + 1), "the turn is on the disk");
    assertEquals("settle out", done.get(done.size() - 1), "all files have their names");
  }

  @Test
  void aStepThatFailsLeavesTheOldReportAndIsTold() throws IOException {
    int failed = 0;
    int steps = steps(true);
    for (int at = 1; at <= steps; at++) {
      removeAll();
      begin();
      boolean published = publish(new Breaking(at, false, true));
      assertEquals(published ? whole(NEW, "new") : whole(OLD, "old"), seen(), "step " + at);
      holdsWholeAfterTheNextRun(seen(), at);
      failed += published ? 0 : 1;
    }
    assertTrue(failed > 10, "only " + failed + " of " + steps + " steps are before the turn");
  }

  /** Whatever a run left, one that comes after it and writes nothing clears up. */
  private void holdsWholeAfterTheNextRun(Map<String, String> before, int at) throws IOException {
    OutputFolder.open(out, List.of("index.html")).close();
    assertEquals(before, seen(), "after step " + at);
    holdsPlainFilesOnly();
  }

  private int steps(boolean links) throws IOException {
    removeAll();
    begin();
    Breaking counting = new Breaking(0, false, links);
    assertTrue(publish(counting));
    return counting.done;
  }

  @Test
  void aRunThatIsKilledAtAnyStepLeavesTheOldReportOrTheNewOne() throws IOException {
    int steps = steps(true);
    int old = 0;
    for (int at = 1; at <= steps; at++) {
      removeAll();
      begin();
      publish(new Breaking(at, true, true));
      Map<String, String> left = seen();
      boolean isOld = left.equals(whole(OLD, "old"));
      assertTrue(isOld || left.equals(whole(NEW, "new")), "step " + at + " leaves " + left);
      old += isOld ? 1 : 0;
      holdsWholeAfterTheNextRun(left, at);
    }
    assertTrue(old > 10 && old < steps - 5, old + " of " + steps);
  }

  @Test
  void withoutLinksTheNextRunCompletesWhatWasBrokenOff() throws IOException {
    int steps = steps(false);
    assertEquals(whole(NEW, "new"), seen());
    holdsPlainFilesOnly();
    for (int at = 1; at <= steps; at++) {
      removeAll();
      begin();
      publish(new Breaking(at, true, false));
      OutputFolder.open(out, List.of("index.html")).close();
      Map<String, String> left = seen();
      assertTrue(
          left.equals(whole(OLD, "old")) || left.equals(whole(NEW, "new")),
          "step " + at + " leaves " + left);
      holdsPlainFilesOnly();
    }
  }

  @Test
  void aSecondRunIsKeptOut() throws IOException {
    try (OutputFolder first = OutputFolder.open(out, List.of())) {
      FileInTheWayException e =
          assertThrows(FileInTheWayException.class, () -> OutputFolder.open(out, List.of()));
      assertEquals(
          "cannot write "
              + out
              + ": another run of headroom is writing there; wait for it, or name another folder",
          e.getMessage());
      assertTrue(Files.isDirectory(first.stage()));
    }
    assertEquals(whole(OLD, "old"), seen());
    holdsPlainFilesOnly();
  }

  @Test
  void aFileOfTheUsersIsFoundBeforeAnythingIsRead() throws IOException {
    Files.writeString(out.resolve("index.html"), "mine");
    FileInTheWayException e =
        assertThrows(
            FileInTheWayException.class, () -> OutputFolder.open(out, List.of("index.html")));
    assertTrue(String.valueOf(e.getMessage()).contains("headroom did not write it"), e.toString());
    holdsPlainFilesOnly();
  }

  @Test
  void foldersThatGotNoReportAreTakenAwayAgain() throws IOException {
    Path deep = folder.resolve("a/b/c");
    OutputFolder.open(deep, List.of()).close();
    assertFalse(Files.exists(folder.resolve("a")));
    OutputFolder.open(out, List.of()).close();
    assertEquals(whole(OLD, "old"), seen());
  }
}
