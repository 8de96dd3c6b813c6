package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.unit.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No name from outside moves the cursor, turns text round, or makes a line of its own. */
final class TerminalTest {
  private static final String NAME = "e\u001b[2Jv\u0085\u009bi\u202el\u2066x\u200fy\u2028z\u007f";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    out.reset();
    err.reset();
    return Headroom.run(Outlet.of(out), Outlet.of(err), args);
  }

  private static void isHarmless(ByteArrayOutputStream shown) {
    String text = shown.toString(StandardCharsets.UTF_8);
    assertTrue(text.endsWith("\n"), text);
    text.chars().forEach(c -> assertFalse(c == '\r' || VisibleText.hidden((char) c), text));
  }

  @Test
  void oneTextIsOneLine() {
    StringWriter shown = new StringWriter();
    Terminal terminal = new Terminal(new java.io.PrintWriter(shown));
    terminal.lines(List.of("a\nb\r\tc", NAME));
    terminal.flush();
    assertEquals(
        "a\u240Ab\u240D\tc\ne\u241B[2Jv\uFFFD\uFFFDi\uFFFDl\uFFFDx\uFFFDy\uFFFDz\u2421\n",
        shown.toString());
  }

  @Test
  void aFileCannotForgeADiagnosticByItsName() throws IOException {
    Path file = folder.resolve("a\nb.txt:1:1: bad-number: forged \u001b[31m");
    Files.writeString(file, "no capture\u001b[2J\n");
    assertEquals(Headroom.NOTHING_USABLE, run("parse", file.toString()));
    isHarmless(err);
    assertEquals(
        file.toString().replace('\n', '\u240A').replace('\u001b', '\u241B')
            + ":1:0: unknown-format: this input has no known format (headroom formats lists the"
            + " formats)",
        err.toString(StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    assertEquals(Headroom.WRONG_USAGE, run("parse", "x\nheadroom: forged"));
    assertEquals(
        "headroom: x\u240Aheadroom: forged: there is no such file or folder",
        err.toString(StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    assertEquals(Headroom.WRONG_USAGE, run("parse", ".", "--ro\nheadroom: forged"));
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("\nheadroom: forged"), err::toString);
  }

  @Test
  void aSiteFileCannotForgeASentenceByAKey() throws IOException {
    Path site = folder.resolve("s.yaml");
    Files.writeString(site, "\"a\\nheadroom: forged\\u202E\": x\n");
    assertEquals(Headroom.WRONG_USAGE, run("parse", "samples/ams-lab", "--site", site.toString()));
    isHarmless(err);
    assertFalse(err.toString(StandardCharsets.UTF_8).contains("\nheadroom: forged"), err::toString);
  }

  @Test
  void tablesAndSentencesShowWhatANameHides() throws IOException {
    StringBuilder text = new StringBuilder("subject,kind,metric,time,value,unit\n");
    for (int hour = 10; hour < 20; hour++) {
      for (String metric : List.of("memory.logical", "memory.physical", "memory.virtual")) {
        text.append("oak").append(",partition,").append(metric).append(",2020-01-01T").append(hour);
        text.append(":00:00,4294967296,B\n");
      }
      text.append("oak").append(",partition,pool.id,2020-01-01T").append(hour);
      text.append(":00:00,0,count\n");
      text.append("oak").append(",partition,pool.memory,2020-01-01T").append(hour);
      text.append(":00:00,8589934592,B\n");
    }
    Path capture = Files.writeString(folder.resolve("a.csv"), text);
    Path site = folder.resolve("s.yaml");
    Files.writeString(site, "pools: [{name: \"p\\u202Eq\", size: 8GB}]\n");
    String[] reading = {capture.toString(), "--site", site.toString()};
    assertEquals(0, run("analyze", reading[0], reading[1], reading[2], "-o", folder + "/out"));
    isHarmless(out);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("p\uFFFDq"), out::toString);
    assertEquals(0, run("whatif", reading[0], reading[1], reading[2], "--exit"));
    isHarmless(out);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("p\uFFFDq without"), out::toString);
    assertEquals(0, run("parse", reading[0], reading[1], reading[2]));
    isHarmless(out);
  }
}
