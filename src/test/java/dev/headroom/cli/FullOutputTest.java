package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where output can be written no further, every command ends with a sentence and a code. */
final class FullOutputTest {
  @TempDir private Path folder;

  /** Takes three bytes, then fails as a full disk does, or a reader that went away. */
  private static Outlet failing(String failure) throws IOException {
    OutputStream out = mock(OutputStream.class, CALLS_REAL_METHODS);
    doNothing().doNothing().doNothing().doThrow(new IOException(failure)).when(out).write(anyInt());
    return Outlet.of(out);
  }

  private String[] words(String command) {
    List<String> words = new ArrayList<>();
    for (String word : command.split(" ", -1)) {
      words.add(
          word.replace("LAB", "samples/ams-lab")
              .replace("DAYS", "samples/backtest")
              .replace("DIR", folder.resolve("out").toString()));
    }
    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "parse LAB",
        "parse --csv LAB",
        "analyze LAB -o DIR",
        "whatif LAB --exit",
        "whatif LAB --exit --json",
        "backtest DAYS",
        "backtest DAYS --json",
        "formats",
        "--help",
        "analyze --help",
        "--version",
      })
  void isTold(String command) throws IOException {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Outlet full = failing("No space left on device");
    assertEquals(Headroom.FAULT, Headroom.run(full, Outlet.of(err), words(command)));
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.endsWith("headroom: cannot write the output: there is no space left\n"), said);

    err.reset();
    Outlet gone = failing("Broken pipe");
    assertEquals(Headroom.DONE, Headroom.run(gone, Outlet.of(err), words(command)));
    assertEquals(-1, err.toString(StandardCharsets.UTF_8).indexOf("cannot"), err::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parse LAB", "parse LAB samples/README.md"})
  void whatIsToldAndLostIsNoSuccess(String command) throws IOException {
    Outlet out = Outlet.of(new ByteArrayOutputStream());
    Outlet full = failing("No space left on device");
    assertEquals(Headroom.FAULT, Headroom.run(out, full, words(command)));
    Outlet gone = failing("Broken pipe");
    assertEquals(Headroom.DONE, Headroom.run(out, gone, words(command)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"No space left on device", "Broken pipe"})
  void aWrongCallStaysOne(String failure) throws IOException {
    Outlet out = Outlet.of(new ByteArrayOutputStream());
    Outlet err = failing(failure);
    assertEquals(Headroom.WRONG_USAGE, Headroom.run(out, err, words("parse")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "amber"})
  void aReaderThatHasSeenEnoughDoesNotChangeTheGrade(String limit) throws IOException {
    Outlet gone = failing("Broken pipe");
    Outlet err = Outlet.of(new ByteArrayOutputStream());
    assertEquals(
        limit.equals("red") ? Headroom.DONE : Headroom.GRADE_REACHED,
        Headroom.run(gone, err, words("analyze LAB -o DIR --fail-on " + limit)));
  }
}
