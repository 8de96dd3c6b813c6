package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.BreakingStream;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.capture.Lines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that fail while they are read: what came before stays, and one diagnostic says why. */
class BrokenStreamTest {
  private static final String HEAD = " r b avm fre re pi po fr sr cy in sy cs us sy id wa\n";
  private static final String ROW = " 1 0 500001 300001 0 0 0 0 0 0 11 101 201 1 1 98 0\n";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Reading read(byte[] bytes, int after) {
    return new CaptureReader(ReadOptions.DEFAULT)
        .read(new Input("lpar7", () -> new BreakingStream(bytes, after)));
  }

  private static List<DiagnosticCode> codes(Reading reading) {
    return reading.diagnostics().stream().map(each -> each.code()).toList();
  }

  /** Within the first window of lines, and past it. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5_000, 50_000})
  void rowsBeforeTheFailureStay(int rows) {
    byte[] text = bytes(HEAD + ROW.repeat(rows) + ROW);
    Reading reading = read(text, text.length - ROW.length() / 2);
    long samples = reading.tables().stream().mapToLong(table -> table.samples()).sum();
    assertEquals(16L * rows, samples);
    assertEquals(rows + 1L, reading.lines().understood());
    assertEquals(List.of(DiagnosticCode.UNREADABLE), codes(reading));
    assertTrue(reading.diagnostics().get(0).message().contains(BreakingStream.FAILURE));
  }

  @Test
  void aPackedStreamThatBreaksKeepsItsFirstRows() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 512, true)) {
      StringBuilder rows = new StringBuilder(HEAD);
      for (int i = 0; i < 20_000; i++) {
        rows.append(ROW.replace("500001", String.valueOf(100_000 + i * 7919 % 900_000)));
      }
      gzip.write(bytes(rows.toString()));
      gzip.flush();
      packed.flush();
      int whole = packed.size();
      gzip.write(bytes(ROW.repeat(10)));
      gzip.finish();
      Reading reading = read(packed.toByteArray(), whole);
      long samples = reading.tables().stream().mapToLong(table -> table.samples()).sum();
      assertTrue(samples > 16L * 1_000, "kept: " + samples);
      assertEquals(List.of(DiagnosticCode.UNREADABLE), codes(reading));
    }
  }

  @Test
  void anInputThatCannotBeOpenedIsOneDiagnostic() {
    Reading reading =
        new CaptureReader(ReadOptions.DEFAULT)
            .read(
                new Input(
                    "lpar7",
                    () -> {
                      throw new IOException("Permission denied");
                    }));
    assertEquals(List.of(), reading.tables());
    assertEquals(List.of(DiagnosticCode.UNREADABLE), codes(reading));
  }

  @Test
  void wholeLinesAreHandedOutBeforeTheFailure() throws IOException {
    Lines lines = new Lines(new BreakingStream(bytes("a\nb\nc"), 5), Limits.DEFAULT);
    assertEquals("a", String.valueOf(lines.next().text()));
    assertEquals("b", String.valueOf(lines.next().text()));
    assertEquals(BreakingStream.FAILURE, assertThrows(IOException.class, lines::next).getMessage());
  }
}
