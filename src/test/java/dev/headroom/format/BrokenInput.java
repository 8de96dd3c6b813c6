package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;

/**
 * A damaged capture, and exactly what must be said about it.
 *
 * @param name what is broken
 * @param text the capture
 * @param samples how many samples remain
 * @param rejected how many lines are rejected
 * @param messages the diagnostics, each as {@code line:column code: message}
 */
public record BrokenInput(
    String name, String text, int samples, int rejected, List<String> messages) {

  /** The check as a test of its own. */
  public DynamicTest test() {
    return DynamicTest.dynamicTest(name, this::check);
  }

  /** The check of the capture in a file of this name. */
  public DynamicTest testIn(String source) {
    return DynamicTest.dynamicTest(name, () -> check(source));
  }

  /** Reads the capture and compares. */
  public void check() {
    check("broken.txt");
  }

  private void check(String source) {
    Reading reading = Readings.of(source, text);
    assertEquals(messages, reading.diagnostics().stream().map(BrokenInput::shown).toList());
    assertEquals(rejected, reading.lines().rejected(), "rejected lines");
    assertEquals(samples, Readings.samples(reading).size(), "samples");
  }

  private static String shown(Diagnostic diagnostic) {
    return diagnostic.where().line()
        + ":"
        + diagnostic.where().column()
        + " "
        + diagnostic.code().word()
        + ": "
        + diagnostic.message();
  }
}
