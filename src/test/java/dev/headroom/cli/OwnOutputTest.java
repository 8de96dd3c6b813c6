package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the program wrote is no input of it, and does not outlive the report that it is of. */
final class OwnOutputTest {
  private static final String VMSTAT =
      """
      kthr    memory              page              faults              cpu
      ----- ----------- ------------------------ ------------ -----------------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
       0  0 %d  9000   0   0   0   0    0   0   6  181  256  1  2 97  0  0.02   3.8
       0  0 %d  9000   0   0   0   0    0   0   6  181  256  1  2 97  0  0.02   3.8
      """;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void captures() throws IOException {
    Files.writeString(folder.resolve("vmstat_oak.txt"), VMSTAT.formatted(500_000, 510_000));
    Files.writeString(folder.resolve("vmstat_elm.txt"), VMSTAT.formatted(300_000, 310_000));
    site("one", "two");
  }

  private void site(String... pools) throws IOException {
    StringBuilder text = new StringBuilder("pools:\n");
    for (String pool : pools) {
      text.append("  - {name: ").append(pool).append(", size: 4GB, members: [{name: ");
      String member = pool.equals("one") ? "oak" : pool.equals("two") ? "elm" : "m" + pool;
      text.append(member).append(", logical: 3GB}]}\n");
    }
    Files.writeString(folder.resolve("site.yaml"), text);
  }

  /** So many pools that each has a page of its own. */
  private static String[] many(int pools) {
    String[] names = new String[pools];
    for (int i = 0; i < pools; i++) {
      names[i] = i == 0 ? "one" : "p" + i;
    }
    return names;
  }

  private int run(String... args) {
    err.getBuffer().setLength(0);
    CommandLine line = Headroom.commandLine(new ByteArrayOutputStream());
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--no-progress");
    return line.execute(all.toArray(String[]::new));
  }

  private List<String> names(Path where) throws IOException {
    try (Stream<Path> files = Files.list(where)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }

  @Test
  void aSecondRunIntoTheFolderOfTheCapturesGivesTheSame() throws IOException {
    assertEquals(0, run("analyze", folder.toString(), "-o", folder.toString()));
    String first = Files.readString(folder.resolve("report.json"));
    assertTrue(first.contains("\"rejected\": 0"), first);
    List<String> names = names(folder);
    assertEquals(0, run("analyze", folder.toString(), "-o", folder.toString()));
    assertEquals(first, Files.readString(folder.resolve("report.json")));
    assertEquals(names, names(folder));
    assertEquals(
        "headroom: not read: 2 files that headroom wrote beside captures\n", err.toString());
  }

  @Test
  void aFolderWithAReportIsLeftOutAndSaidOnce() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString()));
    String first = Files.readString(out.resolve("report.json"));
    Files.writeString(out.resolve("series.csv.gz"), "an older run's");
    Files.createDirectories(out.resolve("more"));
    Files.writeString(out.resolve("more/vmstat_ash.txt"), VMSTAT.formatted(1, 2));
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString()));
    assertEquals(first, Files.readString(out.resolve("report.json")));
    assertEquals(
        "headroom: not read: the report in "
            + out
            + ", and 1 other file there; name the folder to read them\n",
        err.toString());
  }

  @Test
  void aFileThatIsNamedIsRead() throws IOException {
    assertEquals(0, run("analyze", folder.toString(), "-o", folder.toString(), "--series"));
    assertEquals(3, run("parse", folder.resolve("index.html").toString()));
    assertTrue(err.toString().contains("unknown-format"), err.toString());
    assertEquals(0, run("parse", folder.resolve("series.csv.gz").toString()));
  }

  @Test
  void pagesOfPoolsThatAreGoneGoAndTheUsersStay() throws IOException {
    Path out = folder.resolve("out");
    site(many(22));
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString(), "--series"));
    assertTrue(Files.exists(out.resolve("pool-p21.html")));
    Files.writeString(out.resolve("pool-notes.html"), "<p>mine</p>");
    Files.writeString(out.resolve("notes.txt"), "mine");
    site(many(21));
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString()));
    assertTrue(Files.exists(out.resolve("pool-p20.html")));
    assertFalse(Files.exists(out.resolve("pool-p21.html")));
    site("one");
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString()));
    assertEquals(List.of("index.html", "notes.txt", "pool-notes.html", "report.json"), names(out));
  }

  @Test
  void yesterdaysReportStaysWhereTodaysCannotBeWritten() throws IOException {
    Path out = folder.resolve("out");
    site(many(21));
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString()));
    String index = Files.readString(out.resolve("index.html"));
    Files.createDirectories(out.resolve("series.csv.gz"));
    Files.writeString(out.resolve("series.csv.gz/mine.txt"), "mine");
    site("one");
    assertEquals(2, run("analyze", folder.toString(), "-o", out.toString(), "--series"));
    assertEquals(index, Files.readString(out.resolve("index.html")));
    assertTrue(Files.exists(out.resolve("pool-p20.html")));
    assertFalse(Files.exists(out.resolve(".headroom-new")));
    assertTrue(
        err.toString()
            .contains("cannot write " + out.resolve("series.csv.gz") + ": a folder is in the way"),
        err.toString());
  }

  @Test
  void aFileOfTheUsersIsNeverWrittenOver() throws IOException {
    for (String name : List.of("index.html", "report.json", "series.csv.gz")) {
      Path out = Files.createDirectory(folder.resolve("own-" + name));
      Files.writeString(out.resolve(name), "{\"mine\": 1}");
      assertEquals(2, run("analyze", folder.toString(), "-o", out.toString(), "--series"));
      assertEquals(List.of(name), names(out));
      assertEquals("{\"mine\": 1}", Files.readString(out.resolve(name)));
      assertTrue(
          err.toString()
              .contains(
                  "cannot write "
                      + out.resolve(name)
                      + ": a file of that name is there, and headroom did not write it"),
          err.toString());
    }
    Path out = Files.createDirectory(folder.resolve("own"));
    Files.writeString(out.resolve("backtest.json"), "[]");
    assertEquals(2, run("backtest", "samples/backtest", "-o", out.toString()));
    assertEquals(List.of("backtest.json"), names(out));
  }

  @Test
  void aLinkThatLeadsBackUpDoesNoHarm() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString(), "--series"));
    byte[] first = Files.readAllBytes(out.resolve("series.csv.gz"));
    Files.createSymbolicLink(folder.resolve("up"), folder);
    Files.createSymbolicLink(folder.resolve("self"), folder.resolve("self"));
    assertEquals(0, run("analyze", folder.toString(), "-o", out.toString(), "--series"));
    assertArrayEquals(first, Files.readAllBytes(out.resolve("series.csv.gz")));
  }
}
