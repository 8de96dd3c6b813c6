package dev.headroom.format.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the judge would say of readers that are not as good as they are. */
class JudgeTest {
  private static final String HEAD =
      "kthr    memory              page              faults        cpu\n"
          + "----- ----------- ------------------------ ------------ -----------\n"
          + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa\n";
  private static final String ROWS =
      " 1  0 500001 300001   0   0   0   0    0   0  11  101  201  1  1 98  0\n"
          + " 1  0 500002 300002   0   0   0   0    0   0  12  102  202  1  1 98  0\n";
  private static final Specimen SPECIMEN = new Specimen("lpar1.txt", bytes(HEAD + ROWS));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The verdict where a text is read as if it were another. */
  private static Set<Verdict> readAs(Text text, String read) {
    return Judge.of(SPECIMEN, new Damaged(text, bytes(read), Damaged.Wrapper.SOUND)).keySet();
  }

  private static Set<Verdict> readAs(String read) {
    return readAs(SPECIMEN.text(), read);
  }

  @Test
  void aSoundReadingIsRight() {
    assertEquals(Set.of(), readAs(HEAD + ROWS));
  }

  @Test
  void anotherValueIsWrong() {
    assertEquals(Set.of(Verdict.SILENT), readAs(HEAD + ROWS.replace("500002", "500003")));
  }

  @Test
  void aRowThatIsMissingIsLost() {
    assertEquals(
        Set.of(Verdict.LOST_NEIGHBOUR),
        readAs(HEAD + ROWS.substring(0, ROWS.indexOf('\n') + 1) + "\n"));
  }

  @Test
  void aLineTooManyIsCounted() {
    assertEquals(Set.of(Verdict.NOT_COUNTED), readAs(HEAD + ROWS + "\n"));
  }

  @Test
  void anotherNumberInADamagedCellCannotBeTold() {
    int at = (HEAD + ROWS).indexOf("500002");
    Text damaged = SPECIMEN.text().edit(at, at + 1, bytes("9"));
    assertEquals(
        Set.of(Verdict.UNTELLABLE), readAs(damaged, HEAD + ROWS.replace("500002", "900002")));
    assertEquals(
        Set.of(Verdict.SILENT),
        readAs(SPECIMEN.text().edit(at, at + 1, bytes("x")), HEAD + ROWS.replace("500002", "7")));
  }

  @Test
  void rowsBelowADamagedHeadingMayGoButNotChange() {
    Text damaged = SPECIMEN.text().edit(HEAD.indexOf("avm"), HEAD.indexOf("avm") + 1, bytes("#"));
    assertEquals(Set.of(), readAs(damaged, "\n\n\n" + ROWS));
    assertEquals(
        Set.of(Verdict.SILENT), readAs(damaged, HEAD.replace("avm   fre", "fre   avm") + ROWS));
  }

  @Test
  void linesKnowWhereTheyComeFrom() {
    Text text = SPECIMEN.text();
    Text broken = text.edit(HEAD.length() + 3, HEAD.length() + 3, bytes("\n"));
    assertEquals(List.of(1, 2, 3, 4, 4, 5), lines(broken));
    Text glued = text.edit(HEAD.length() - 1, HEAD.length(), new byte[0]);
    assertEquals(List.of(1, 2, 3, 5), lines(glued));
    assertEquals(List.of(true, true, false, true), glued.rows().stream().map(Row::isKept).toList());
    assertEquals(
        List.of(1, 2, 3, 4), lines(text.edit(HEAD.length() + 9, text.length(), bytes(""))));
  }

  private static List<Integer> lines(Text text) {
    return text.rows().stream().map(row -> row.from().get(0).line()).toList();
  }
}
