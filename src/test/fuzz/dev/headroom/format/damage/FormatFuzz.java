package dev.headroom.format.damage;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.Limits;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Jazzer calls with bytes of its making, for the reader of one format: nothing is thrown, and
 * every line is counted once.
 */
public final class FormatFuzz {
  private static final Set<DiagnosticCode> NO_TEXT =
      Set.of(DiagnosticCode.BINARY, DiagnosticCode.UNREADABLE);

  private static final ReadOptions OPTIONS =
      new ReadOptions(
          List.of(),
          ZoneOffset.UTC,
          Optional.of(System.getProperty("fuzz.format", "vmstat")),
          Limits.DEFAULT,
          false);

  private FormatFuzz() {}

  /** Reads one text. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    byte[] text = new byte[bytes.length + 1];
    text[0] = '\n'; // no archive and no other encoding begins so
    System.arraycopy(bytes, 0, text, 1, bytes.length);
    Reading reading = Readings.of("host", text, OPTIONS);
    reading.tables();
    if (reading.diagnostics().stream().anyMatch(each -> NO_TEXT.contains(each.code()))) {
      return; // what is no text at all has no lines
    }
    LineCounts lines = reading.lines();
    long counted = lines.understood() + lines.noise() + lines.rejected();
    long there = Text.lines(text).size();
    if (counted != there) {
      throw new IllegalStateException(counted + " lines of " + there + " were counted");
    }
  }
}
