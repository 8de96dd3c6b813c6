package dev.headroom.format.damage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which lines a misleading one may cost, one rule a test, each beside what misleads in no way. */
class MisleadingLinesTest {
  private static final Specimen SVMON =
      new Specimen(
          "lpar5.txt",
          bytes(
              """
              Unit: MB
              -----------------------------------------------------------------------
                             size       inuse        free         pin     virtual
              memory      3072.00     1000.26     2071.74      500.41      800.13
              pg space    1024.00         3.5
                             work        pers        clnt
              pin          500.41           0           0
              Unit: MB
              """));

  private static final Specimen SETTINGS =
      new Specimen(
          "lpar6.txt",
          bytes(
              """
              Partition Name : lpar6
              Online Memory : 6144 MB
              Maximum Memory : 8192 MB
              Node Name : lpar7
              Online Memory : 4096 MB
              """));

  private static final Specimen ANSWERS =
      new Specimen(
          "vm1.txt",
          bytes(
              """
              q frames
                 All Frames:
                    Configured=2097152  Real=2097152  Usable=2097152  Offline=0
                    Pageable=2071004  NotInit=0  GlobalClearedAvail=512
              q time
              TIME IS 14:02:10 EDT MONDAY 09/03/12
              """));

  private static final Specimen SCREEN =
      new Specimen(
          "vmold.txt",
          bytes(
              """
              FCX144      CPU 2064  SER 51524  Interval 10:00:00 - 10:10:00    Perf. Monitor

                       C <----- Percent Busy ------> <- Rates per Sec. ->
              Interval P                             Inst
              End Time U Total User Syst Emul Vect  Siml DIAG SIGP SSCH
              10:05:00 0    50 45.0  5.0 44.0   .0     8    4    1    8
              10:10:00 0  60.0 45.0  5.0 44.0   .0     8    4    1    8
                                                      Storage Utilization
              """));

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The lines that may be lost of a text, from 1. */
  private static List<Integer> marked(Text text) {
    boolean[] governed = new boolean[text.rows().size()];
    MisleadingLines.mark(text.rows(), governed);
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < governed.length; i++) {
      if (governed[i]) {
        lines.add(i + 1);
      }
    }
    return lines;
  }

  /** The capture with one of its lines repeated above another. */
  private static Text repeated(Specimen specimen, int line, int above) {
    Row row = specimen.text().rows().get(line - 1).moved();
    return specimen.text().with(above - 1, above - 1, List.of(row));
  }

  private static Text inserted(Specimen specimen, String line, int above) {
    return specimen.text().with(above - 1, above - 1, List.of(Row.strange(bytes(line + "\n"))));
  }

  @Test
  void aRowOfAReportBetweenUnitAndHeadingCostsAllUpToTheNextUnit() {
    assertEquals(List.of(3, 4, 5, 6, 7, 8), marked(repeated(SVMON, 4, 3)), "a row with figures");
    assertEquals(List.of(2, 3, 4, 5, 6, 7, 8), marked(repeated(SVMON, 7, 2)), "pin, above a ruler");
    assertEquals(List.of(), marked(repeated(SVMON, 4, 5)), "below the heading");
    assertEquals(List.of(), marked(repeated(SVMON, 6, 3)), "a heading is no row");
    assertEquals(List.of(), marked(inserted(SVMON, "memory      3072.00", 3)), "of no capture");
  }

  @Test
  void aRowThatStandsTwiceWithOtherFiguresCostsAllUpToTheNextUnit() {
    String other = "memory      2048.00      900.26     1147.74      400.41      700.13";
    assertEquals(List.of(6, 7, 8), marked(inserted(SVMON, other, 6)), "below its like");
    assertEquals(List.of(4, 5, 6, 7, 8), marked(inserted(SVMON, other, 4)), "above its like");
    String cells = SVMON.line(4).replaceAll(" +", " ");
    assertEquals(List.of(), marked(inserted(SVMON, cells, 5)), "the same figures");
    assertEquals(List.of(), marked(inserted(SVMON, other, 9)), "of the next report");
  }

  @Test
  void aNameTwiceCostsTheListBelowIt() {
    String other = "Node Name : lpar8";
    assertEquals(List.of(5, 6), marked(inserted(SETTINGS, other, 4)), "above another name");
  }

  @Test
  void aLabelTwiceWithTwoValuesCostsAllUpToTheNextName() {
    String other = "Online Memory : 9216 MB";
    assertEquals(List.of(3, 4), marked(inserted(SETTINGS, other, 3)), "below its like");
    assertEquals(List.of(2, 3, 4), marked(inserted(SETTINGS, other, 2)), "above its like");
    assertEquals(List.of(), marked(inserted(SETTINGS, other, 4)), "apart from its like");
    assertEquals(List.of(), marked(inserted(SETTINGS, "Memory Mode : Shared", 3)), "another label");
  }

  @Test
  void aUnitWhoseReportLostItsHeadingCostsAllUpToTheNextUnit() {
    List<Integer> all = List.of(2, 3, 4, 5, 6);
    assertEquals(all, marked(SVMON.text().with(2, 3, List.of())), "its rows are left");
    assertEquals(List.of(), marked(SVMON.text().with(2, 5, List.of())), "a heading is next");
    assertEquals(List.of(), marked(SVMON.text()), "nothing lost");
  }

  @Test
  void theTitleOfAnotherReportBelowTheHeaderOfAScreenCostsThePage() {
    assertEquals(List.of(2, 3, 4, 5, 6, 7, 8, 9), marked(repeated(SCREEN, 8, 2)), "at the header");
    assertEquals(List.of(), marked(repeated(SCREEN, 8, 5)), "among the headings");
    assertEquals(List.of(), marked(repeated(SCREEN, 4, 2)), "no title");
  }

  @Test
  void theFirstLineOfAnAnswerCostsAllUpToTheNextCommand() {
    assertEquals(List.of(4, 5), marked(repeated(ANSWERS, 2, 4)), "it begins an answer anywhere");
    assertEquals(List.of(6, 7), marked(repeated(ANSWERS, 2, 6)), "below the last command");
    assertEquals(List.of(), marked(repeated(ANSWERS, 4, 3)), "a later line of an answer");
    assertEquals(List.of(), marked(inserted(ANSWERS, "   All Frames:", 4)), "of no capture");
  }
}
