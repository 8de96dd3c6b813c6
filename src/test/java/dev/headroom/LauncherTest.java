package dev.headroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, in a copy of the tree with a Java and a Maven that only say what they are asked.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  private static final int FAULT = 70;

  @TempDir private Path folder;
  private Path home;
  private Path tools;

  private record Ended(int code, List<String> out, List<String> err) {}

  @BeforeEach
  void copyTheTree() throws IOException {
    home = Files.createDirectories(folder.resolve("a tree"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(Path.of("headroom"), home.resolve("headroom"));
    assertTrue(home.resolve("headroom").toFile().setExecutable(true));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("grammars"));
    for (String needed :
        List.of("dirname", "readlink", "find", "mkdir", "mktemp", "mv", "rm", "cat")) {
      tool(needed, "exec " + onPath(needed) + " \"$@\"");
    }
    tool(
        "java",
        """
        for argument; do [[ $argument == -jar ]] && jar=1; [[ -n $jar ]] && echo "$argument"; done
        """);
    tool("mvn", "echo 'chatter'; mkdir -p target; : > target/headroom.jar");
  }

  @Test
  void buildsOnceAndPassesArgumentsOnUntouched() throws Exception {
    Ended first = run(home.resolve("headroom"), "parse", "a file", "", "*");
    Ended second = run(home.resolve("headroom"), "parse", "a file", "", "*");

    List<String> said =
        List.of("-jar", home.toRealPath() + "/target/headroom.jar", "parse", "a file", "", "*");
    assertEquals(new Ended(0, said, first.err()), first);
    assertEquals(1, first.err().size(), first::toString);
    assertEquals(new Ended(0, said, List.of()), second);
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(home.resolve("headroom"));
    Path grammar = Files.writeString(home.resolve("grammars/New.g4"), "");
    assertTrue(grammar.toFile().setLastModified(Long.MAX_VALUE / 1_000_000_000));

    assertEquals(1, run(home.resolve("headroom")).err().size());
  }

  @Test
  void isFoundThroughLinks() throws Exception {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, Path.of("other link"));
    Files.createSymbolicLink(folder.resolve("other link"), Path.of("a tree/headroom"));

    Ended ended = run(link, "--version");

    assertEquals(home.toRealPath() + "/target/headroom.jar", ended.out().get(1));
  }

  @Test
  void saysInOneLineThatJavaIsMissing() throws Exception {
    Files.delete(tools.resolve("java"));
    Ended ended = run(home.resolve("headroom"));

    assertEquals(FAULT, ended.code());
    assertEquals(
        List.of(
            "headroom: needs Java 17 or newer: apt install openjdk-17-jdk-headless, or set JAVA_HOME"
                + " to one"),
        ended.err());
  }

  @Test
  void saysInOneLineThatJavaIsTooOld() throws Exception {
    Path old = Files.createDirectories(folder.resolve("jdk 11/bin"));
    Files.writeString(folder.resolve("jdk 11/release"), "JAVA_VERSION=\"11.0.2\"\n");
    Files.copy(tools.resolve("java"), old.resolve("java"));
    assertTrue(old.resolve("java").toFile().setExecutable(true));

    Ended ended = run(Map.of("JAVA_HOME", old.getParent().toString()), home.resolve("headroom"));

    assertEquals(FAULT, ended.code());
    assertEquals(1, ended.err().size(), ended::toString);
    assertTrue(ended.err().get(0).endsWith("is 11)"), ended::toString);
  }

  @Test
  void saysThatMavenIsMissing() throws Exception {
    Files.delete(tools.resolve("mvn"));
    Ended ended = run(home.resolve("headroom"));

    assertEquals(FAULT, ended.code());
    assertEquals(List.of("headroom: needs Maven to build itself: apt install maven"), ended.err());
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() throws Exception {
    tool("mvn", "echo '[ERROR] broken'; exit 1");
    Ended ended = run(home.resolve("headroom"));

    assertEquals(FAULT, ended.code());
    assertEquals(List.of(), ended.out());
    assertTrue(ended.err().contains("[ERROR] broken"), ended::toString);
  }

  private void tool(String name, String body) throws IOException {
    Path tool = tools.resolve(name);
    Files.writeString(tool, "#!" + onPath("bash") + "\n" + body + "\n");
    assertTrue(tool.toFile().setExecutable(true));
  }

  private static Path onPath(String name) {
    for (String folder : List.of("/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")) {
      if (Files.isExecutable(Path.of(folder, name))) {
        return Path.of(folder, name);
      }
    }
    throw new IllegalStateException("no " + name + " on this machine");
  }

  private Ended run(Path launcher, String... arguments) throws Exception {
    return run(Map.of(), launcher, arguments);
  }

  private Ended run(Map<String, String> environment, Path launcher, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.add(onPath("bash").toString());
    command.add(launcher.toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the launcher does not end");
    return new Ended(
        process.exitValue(), Files.readAllLines(out, UTF_8), Files.readAllLines(err, UTF_8));
  }
}
