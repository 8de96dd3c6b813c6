package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Site files of folders: which captures each holds for. */
final class SiteOfFoldersTest {
  private static final String SVMON =
      """
                     size       inuse        free         pin     virtual
      memory      1048576      300000      748576      100000      250000
      pg space     131072        1000
      """;

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int run(String... args) {
    err.getBuffer().setLength(0);
    data.reset();
    CommandLine line = Headroom.commandLine(data);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--no-progress");
    return line.execute(all.toArray(String[]::new));
  }

  /** The subjects that a parse gives, each once. */
  private List<String> subjects(String... args) {
    assertEquals(0, run(args), err.toString());
    return Pattern.compile("\"subject\":\"([^\"]*)\"")
        .matcher(data.toString(StandardCharsets.UTF_8))
        .results()
        .map((MatchResult found) -> found.group(1))
        .distinct()
        .toList();
  }

  private List<String> pools() throws IOException {
    String report = Files.readString(folder.resolve("out/report.json"));
    return Pattern.compile("\"name\": \"([^\"]*)\",\\s*\"kind\": \"(?:ams|zvm)\"")
        .matcher(report)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  private void twoServers() throws IOException {
    file("x/a/cap.txt", SVMON);
    file("x/b/cap.txt", SVMON);
    file("x/c/cap.txt", SVMON);
    file("x/a/site.yaml", "captures: [{match: \"cap*\", subject: ash}]\n");
    file("x/b/site.yaml", "captures: [{match: \"cap*\", subject: bay}]\n");
  }

  @Test
  void aSiteFileBelowHoldsForItsFolder() throws IOException {
    twoServers();
    assertEquals(List.of("ash", "bay", "cap"), subjects("parse", folder.resolve("x").toString()));
    assertEquals("", err.toString().replaceFirst("\\d+ samples.*\n", ""));
  }

  @Test
  void theNearestOneComesFirst() throws IOException {
    twoServers();
    file("x/site.yml", "captures: [{match: \"**\", subject: oak}]\n");
    assertEquals(List.of("ash", "bay", "oak"), subjects("parse", folder.resolve("x").toString()));
  }

  @Test
  void foldersThatAreNamedBringTheirOwnEach() throws IOException {
    twoServers();
    assertEquals(
        List.of("bay", "ash"),
        subjects("parse", folder.resolve("x/b").toString(), folder.resolve("x/a").toString()));
  }

  @Test
  void theOptionLeavesThemAlone() throws IOException {
    twoServers();
    file("other.yaml", "captures: [{match: \"a/cap*\", subject: elm}]\n");
    assertEquals(
        List.of("elm", "cap"),
        subjects(
            "parse",
            folder.resolve("x").toString(),
            "--site",
            folder.resolve("other.yaml").toString()));
    assertEquals("", err.toString().replaceFirst("\\d+ samples.*\n", ""));
  }

  @Test
  void poolsOfTwoFilesWithOneNameAreTwo() throws IOException {
    twoServers();
    for (String each : List.of("a", "b")) {
      String member = each.equals("a") ? "ash" : "bay";
      file(
          "x/" + each + "/site.yaml",
          "pools: [{name: p, size: 8GB, members: [{name: "
              + member
              + "}]}]\ncaptures: [{match: \"*\", subject: "
              + member
              + "}]\n");
    }
    assertEquals(
        0,
        run("analyze", folder.resolve("x").toString(), "-o", folder.resolve("out").toString()),
        err.toString());
    assertEquals(List.of("p", "b-p"), pools());
  }

  @Test
  void refusesRulesBelowAndTwoFilesInOneFolder() throws IOException {
    twoServers();
    file("x/a/site.yaml", "rules: {gaps: 7}\n");
    assertEquals(2, run("parse", folder.resolve("x").toString()));
    assertTrue(
        err.toString().contains("site.yaml:1:1: rules hold for the whole run"), err.toString());
    file("x/a/site.yml", "");
    assertEquals(2, run("parse", folder.resolve("x").toString()));
    assertTrue(err.toString().contains("are both site files"), err.toString());
  }
}
