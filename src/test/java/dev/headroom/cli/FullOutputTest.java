package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Where data can be written no further: exit code 70 and one line, no stack trace. */
final class FullOutputTest {
  private static final String CAPTURE = "src/test/resources/golden/vmstat/lpar7.ht.txt";

  private final StringWriter err = new StringWriter();

  /** Takes some bytes, then fails as a full disk does, or a reader that went away. */
  private static final class Full extends OutputStream {
    private final String failure;
    private int room;

    Full(int room, String failure) {
      this.room = room;
      this.failure = failure;
    }

    @Override
    public void write(int one) throws IOException {
      if (room-- <= 0) {
        throw new IOException(failure);
      }
    }
  }

  private int run(OutputStream data, String... args) {
    CommandLine line = Headroom.commandLine(data);
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parse", "parse --csv"})
  void aFullDiskIsAFault(String command) {
    String[] words = (command + " --no-progress " + CAPTURE).split(" ");
    assertEquals(Headroom.FAULT, run(new Full(100, "No space left on device"), words));
    assertTrue(
        err.toString().contains("headroom: cannot write: No space left on device"), "" + err);
    assertFalse(err.toString().contains("\tat "), "" + err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parse", "parse --csv"})
  void aReaderThatHasSeenEnoughIsNoFault(String command) {
    String[] words = (command + " --no-progress " + CAPTURE).split(" ");
    assertEquals(Headroom.DONE, run(new Full(100, "Broken pipe"), words));
    assertFalse(err.toString().contains("cannot write"), "" + err);
  }
}
