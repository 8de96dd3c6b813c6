package dev.headroom.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

class ScreenReplayTest {
  /** Two rows at places of their own, and the picture after it, of which two cells changed. */
  private static final String DRAWN =
      "~[H~[2J~[1;3HTitle 10:00~[3;1Holm~[3;6H1.50~[1;9H10:10~[3;6H2~[24;1H";

  private static List<String> rows(String recording) throws IOException {
    return rows(new ByteArrayInputStream(bytes(recording)));
  }

  private static byte[] bytes(String recording) {
    return recording.replace('~', '\u001b').getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> rows(InputStream in) throws IOException {
    Lines lines = new Lines(in, Limits.DEFAULT);
    List<String> rows = new ArrayList<>();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        rows.add(line.number() + ":" + line.text());
      }
    }
    return rows;
  }

  @Test
  void changedCellsGiveWholeRowsOfEveryPicture() throws IOException {
    assertEquals(
        List.of(
            "1:$ topas", "2:  Title 10:00", "2:olm  1.50", "2:  Title 10:10", "2:olm  2.50", "3:$"),
        rows("$ topas\r\n" + DRAWN + "\r\n$\r\n"));
  }

  /** A row that is sent whole has a line of its own, and keeps its number. */
  @Test
  void rowsThatAreSentWholeKeepTheirLines() throws IOException {
    assertEquals(
        List.of("1:Title", "2:olm 1", "3:Title", "4:olm 2"),
        rows("~[H~[2JTitle\r\n~[2;1Holm 1\r\n~[H~[2JTitle\r\n~[2;1Holm 2\r\n"));
  }

  /** Whole rows sent again above others: a row that did not change was not sent a second time. */
  @Test
  void aRowThatIsNotSentAgainStandsInTheNextPictureToo() throws IOException {
    assertEquals(
        List.of("1:Title 1", "1:olm", "1:fir 3", "1:Title 2", "1:olm", "1:fir 4"),
        rows("~[H~[2JTitle 1~[2;1Holm~[3;1Hfir 3~[1;1HTitle 2~[3;1Hfir 4~[9;1H"));
  }

  @Test
  void aPictureIsWholeWhereTheScreenIsClearedOrLeft() throws IOException {
    String first = "~[?1049h~[2;4Ha~[3;4Hb";
    assertEquals(
        List.of("1:   a", "1:   b", "1:   c", "1:$"),
        rows(first + "~[2J~[2;4Hc~[?1049l$ \n").stream().map(String::stripTrailing).toList());
  }

  /** Level strokes are dashes; a tab, an erased end, a deleted and an inserted row. */
  @Test
  void whatATerminalDoesIsDone() throws IOException {
    assertEquals(
        List.of("1:-- x", "1:a       b", "1:new", "1:four", "2:end"),
        rows(
            "~[2J~[1;1H~(0qq~(B ~[1;4Hx\u0007~]0;title\u0007~[m~[2;1Ha\tb~[4;1Hfour"
                + "~[3;1H~[L~[4;1H~[M~[3;1Hnewrest\b\b\b\b~[K~[20;1H\nend\n"));
  }

  @Test
  void linesBelowAClearedScreenAreLines() throws IOException {
    StringBuilder text = new StringBuilder("~[H~[J");
    for (int i = 1; i <= 1000; i++) {
      text.append("row ").append(i).append("\r\n");
    }
    List<String> rows = rows(text.toString());
    assertEquals(1000, rows.size());
    assertEquals("1000:row 1000", rows.get(999));
  }

  @Test
  void aRecordingWithoutCarriageReturnsHasRowsToo() throws IOException {
    assertEquals(
        List.of("3:  Title", "3:olm", "3:  Titel", "3:olm"),
        rows("~[2J~[1;3HTitle\nolm\n~[1;6Hel\n"));
  }

  /** What is drawn when the recording breaks off is part of one picture and part of the next. */
  @ParameterizedTest
  @ValueSource(strings = {"~[1;9H10:20", "~[1;9H10:20~[3;", "~[1;9H10:20~"})
  void aPictureThatIsCutIsLeftOutAndTold(String cut) {
    Lines lines = new Lines(new ByteArrayInputStream(bytes(DRAWN + cut)), Limits.DEFAULT);
    List<String> rows = new ArrayList<>();
    assertThrows(
        CutRecordingException.class,
        () -> {
          for (Line line = lines.next(); line != null; line = lines.next()) {
            rows.add(line.text().strip());
          }
        });
    rows.removeIf(String::isEmpty);
    assertEquals(List.of("Title 10:00", "olm  1.50", "Title 10:10", "olm  2.50"), rows);
  }

  /** Where the last row is drawn last, only its last figure can have been cut. */
  @Test
  void theLastFigureOfAPictureMayBeCut() throws IOException {
    Lines lines =
        new Lines(new ByteArrayInputStream(bytes("~[2J~[1;3Ha~[2;3Hb 1.5")), Limits.DEFAULT);
    List<Boolean> unended = new ArrayList<>();
    boolean next = lines.nextIsUnended();
    for (Line line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        unended.add(next);
      }
      next = lines.nextIsUnended();
    }
    assertEquals(List.of(false, true), unended);
  }

  /** However the bytes come, and wherever a sequence is parted, the rows are the same. */
  @Test
  void theSameRowsByteByByte() throws IOException {
    byte[] bytes = bytes("$ topas\r\n" + DRAWN + "\r\n$\r\n");
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };
    assertEquals(rows(new ByteArrayInputStream(bytes)), rows(slow));
  }

  @Test
  void countsBeyondTheScreenAreHarmless() throws IOException {
    List<String> rows =
        rows("~[2J~[2;3Ha" + "~[999999999L~[99999999999999999999;3H~[88888b".repeat(300) + "\r\n");
    assertTrue(rows.size() < 1000, () -> rows.size() + " rows");
  }

  /** What a tool prints is printed once: a backspace at a figure stands in a digit's place. */
  @Test
  void aBackspaceMakesNoOtherFigure() {
    for (String damaged :
        List.of("1024\b 5", "6\b.20", " \b24288", "105\u001b[1;64K", "34721\u001b(0  5")) {
      byte[] bytes = damaged.getBytes(StandardCharsets.ISO_8859_1);
      int end = TerminalText.clean(bytes, 0, bytes.length);
      String read = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
      assertTrue(read.matches("(?s).*[\u001a\u001b].*"), damaged);
    }
    byte[] typed = "vmstat 10\b \b5".getBytes(StandardCharsets.ISO_8859_1);
    int end = TerminalText.clean(typed, 0, typed.length);
    assertEquals("vmstat 15", new String(typed, 0, end, StandardCharsets.ISO_8859_1));
  }
}
