package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.analysis.Analysis;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class HeadroomTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void saysItsVersionOnStdout() {
    assertEquals(Headroom.DONE, run("--version"));
    assertEquals("headroom " + Analysis.VERSION, out.toString().strip());
    assertEquals("", err.toString());
  }

  @Test
  void wrongUsageGoesToStderr() {
    assertEquals(Headroom.WRONG_USAGE, run());
    assertEquals(Headroom.WRONG_USAGE, run("--no-such-option"));
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("--no-such-option"), err::toString);
  }

  @Test
  void aFaultOfTheProgramIsOneLine() {
    CommandLine line = Headroom.commandLine(new ByteArrayOutputStream());
    line.addSubcommand(new Faulty());

    assertEquals(Headroom.FAULT, run(line, "faulty"));
    assertEquals(1, err.toString().lines().count(), err::toString);
  }

  @Command(name = "faulty")
  private static final class Faulty implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("out of luck");
    }
  }

  private int run(String... args) {
    return run(Headroom.commandLine(new ByteArrayOutputStream()), args);
  }

  private int run(CommandLine line, String... args) {
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }
}
