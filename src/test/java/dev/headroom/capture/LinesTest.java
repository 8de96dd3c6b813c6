package dev.headroom.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {
  private static final int WINDOW = 1 << 20;

  /** Counts the bytes that pass, and how often it is asked. */
  private static final class Watched extends InputStream {
    private final InputStream in;
    private int calls;

    Watched(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      calls++;
      return in.read(buffer, offset, length);
    }
  }

  private static Lines of(String text) {
    return new Lines(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), Limits.DEFAULT);
  }

  private static List<String> all(Lines lines) throws IOException {
    List<String> all = new ArrayList<>();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      all.add(line.number() + (lines.lineEnded() ? ":" : "+") + line.text());
    }
    return all;
  }

  @Test
  void endsAtLineFeedsAndPartsScreenRows() throws IOException {
    assertEquals(
        List.of("1:a", "2:b", "3:", "4+c", "4:d", "5+e", "5:f", "6:g"),
        all(of("a\nb\r\n\nc\rd\ne\u001b[5;1Hf\r\r\ng")));
  }

  /** A recorded screen is one line of hours: none of its rows may be lost at the window's end. */
  @ParameterizedTest
  @ValueSource(strings = {"row 12345\r", "row 12345\u001b[7;1H", "row 12345\f"})
  void aLineLongerThanTheWindowKeepsItsRows(String row) throws IOException {
    int rows = 3 * WINDOW / row.length();
    List<String> all = all(of(row.repeat(rows) + "\nnext\n"));

    assertEquals(List.of("2:next"), all.subList(all.size() - 1, all.size()));
    assertEquals(rows, all.stream().filter(line -> line.contains("row 12345")).count());
  }

  @Test
  void aRowLongerThanTheWindowIsOneAndTooLong() throws IOException {
    Lines lines = of("a\n" + "x".repeat(3 * WINDOW) + "\nb\n");

    assertEquals("a", text(lines.next()));
    Line line = lines.next();
    assertTrue(line != null && line.number() == 2 && lines.wasTooLong());
    assertEquals(List.of("3:b"), all(lines));
  }

  /** Short lines before a line that fills the window must not move it again and again. */
  @Test
  void shortLinesBeforeALongOneDoNotFillTheWindowEachTime() throws IOException {
    String text = "\n".repeat(60_000) + "y".repeat(WINDOW + 100) + "\n";
    Watched in = new Watched(text.repeat(3).getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(3 * 60_001, all(new Lines(in, Limits.DEFAULT)).size());
    assertTrue(in.calls < 100, "asked " + in.calls + " times");
  }

  @Test
  void linesAheadAreThoseThatCome() throws IOException {
    Lines lines = of("a\nb\r\nc");
    lines.next();

    assertEquals("b", text(lines.ahead(1)));
    assertEquals("c", text(lines.ahead(2)));
    assertEquals("", text(lines.ahead(3)));
    assertEquals(List.of("2:b", "3:c"), all(lines));
  }

  @Test
  void onlyTheInputsLastLineWithoutAnEndIsUnended() throws IOException {
    Lines lines = of("a\nb");

    assertEquals(false, lines.nextIsUnended());
    lines.next();
    assertEquals(true, lines.nextIsUnended());
    lines.next();
    assertEquals(false, lines.nextIsUnended());
  }

  private static String text(Line line) {
    return line == null ? "" : line.text();
  }
}
