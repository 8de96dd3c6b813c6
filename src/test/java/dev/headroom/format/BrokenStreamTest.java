package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.capture.Lines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

  private static final String FAILURE = "Input/output error";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Gives some bytes, then fails, as a worn disk or a lost mount does. */
  private static InputStream breaking(byte[] bytes, int after) throws IOException {
    InputStream broken = mock(InputStream.class);
    when(broken.read()).thenThrow(new IOException(FAILURE));
    when(broken.read(any(), anyInt(), anyInt())).thenThrow(new IOException(FAILURE));
    return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, after), broken);
  }

  private static Reading read(byte[] bytes, int after) {
    return new CaptureReader(ReadOptions.DEFAULT)
        .read(new Input("lpar7", () -> breaking(bytes, after)));
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
    assertTrue(reading.diagnostics().get(0).message().contains(FAILURE));
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
    Lines lines = new Lines(breaking(bytes("a\nb\nc"), 5), Limits.DEFAULT);
    assertEquals("a", String.valueOf(lines.next().text()));
    assertEquals("b", String.valueOf(lines.next().text()));
    assertEquals(FAILURE, assertThrows(IOException.class, lines::next).getMessage());
  }
}
