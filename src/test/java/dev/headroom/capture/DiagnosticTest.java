package dev.headroom.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DiagnosticTest {

  @Test
  void pointsAtTheCell() {
    Diagnostic diagnostic =
        new Diagnostic(
            new SourceSpan("lab/a.vmstat", 12, 5),
            DiagnosticCode.BAD_NUMBER,
            "'4x' is not a number; it counts as absent",
            "1\t2 4x 3");

    assertEquals(
        """
        lab/a.vmstat:12:5: bad-number: '4x' is not a number; it counts as absent
        1\t2 4x 3
         \t  ^""",
        diagnostic.render());
  }

  @Test
  void pointsNowhereWhereThereIsNoColumn() {
    assertEquals(
        "a:3:0: truncated: too short\n1 2", render(new SourceSpan("a", 3, 0), "too short", "1 2"));
    assertEquals(
        "a:3:9: truncated: too short\n1 2", render(new SourceSpan("a", 3, 9), "too short", "1 2"));
    assertEquals("a:0:0: truncated: empty", render(new SourceSpan("a", 0, 0), "empty", ""));
  }

  @Test
  void aPlaceIsNeverNegative() {
    assertThrows(IllegalArgumentException.class, () -> new SourceSpan("a", -1, 0));
    assertThrows(IllegalArgumentException.class, () -> new SourceSpan("a", 0, -1));
  }

  @Test
  void everyCodeIsItsNameInSmallLettersAndSaysWhatItMeans() {
    assertEquals(
        Arrays.stream(DiagnosticCode.values())
            .map(code -> code.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList(),
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::word).toList());
    assertEquals(
        DiagnosticCode.values().length,
        Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::meaning).distinct().count());
  }

  @Test
  void countsAddUp() {
    LineCounts counts = new LineCounts(1, 2, 3);
    assertEquals(new LineCounts(2, 4, 6), counts.plus(counts).plus(LineCounts.NONE));
  }

  private static String render(SourceSpan where, String message, String preview) {
    return new Diagnostic(where, DiagnosticCode.TRUNCATED, message, preview).render();
  }
}
