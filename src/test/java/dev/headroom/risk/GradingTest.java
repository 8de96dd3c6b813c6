package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.IntervalShares;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.Waiting;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.risk.ams.AmsGrading;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradingTest {
  private static OptionalDouble known(String value) {
    return "-".equals(value)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(value));
  }

  private static Overcommit seen(String violation, String paging, String stalled) {
    OptionalDouble none = OptionalDouble.empty();
    return new Overcommit(
        Optional.empty(),
        none,
        none,
        none,
        none,
        new IntervalShares(1, known(violation), known(paging)),
        new Waiting(known(stalled), none));
  }

  private static String grade(
      AmsGrading grading,
      double size,
      String recommended,
      String violation,
      String paging,
      String stalled) {
    Optional<Sizing> sizing =
        known(recommended).isEmpty()
            ? Optional.empty()
            : Optional.of(Cases.sized(known(recommended).getAsDouble() * GB, 0.05, 28));
    AmsPool pool = new AmsPool("js22", size, OptionalDouble.empty(), 0, List.of());
    return grading
        .grade(pool, seen(violation, paging, stalled), sizing)
        .map(Grade::label)
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource({
    // recommended, violation, paging, stalled, grade; the pool has 12 GB
    "12,     0,      0,      0,      green",
    "11,     0,      0,      0,      green",
    "12.01,  0,      0,      0,      yellow",
    "12,     0,      0.0001, 0,      yellow",
    "12,     0,      0.01,   0,      yellow",
    "12.01,  0,      0.01,   0.05,   yellow",
    "12,     0,      0.0101, 0,      amber",
    "12,     0,      1,      0.05,   amber",
    "12,     0.0001, 0,      0,      amber",
    "12,     0.01,   0.01,   0.05,   amber",
    "12,     0.0101, 0,      0,      red",
    "12,     1,      1,      1,      red",
    "12,     0,      0.0001, 0.0501, red",
    "12,     0.01,   0.01,   0.0501, red",
    // what was not looked for counts as not seen
    "12,     0,      -,      -,      green",
    "13,     0,      -,      -,      yellow",
    "12,     0,      0.02,   -,      amber",
    "12,     0.02,   -,      -,      red",
    // what was seen decides, whatever else is missing
    "-,      -,      0.005,  -,      yellow",
    "-,      -,      0.5,    -,      amber",
    "-,      -,      0.5,    0.06,   red",
    "-,      -,      0,      0,      -",
    "-,      0,      0,      0,      -",
    "-,      0.005,  0,      0,      amber",
    "12,     -,      0,      0,      -",
    "-,      -,      -,      -,      -"
  })
  void gradeIsTheTables(
      String recommended, String violation, String paging, String stalled, String grade) {
    assertEquals(
        grade, grade(AmsGrading.DEFAULT, 12 * GB, recommended, violation, paging, stalled));
  }

  @Test
  void aPoolOfUnknownSizeViolatesNothingAndHoldsNothing() {
    assertEquals("-", grade(AmsGrading.DEFAULT, Double.NaN, "12", "0", "0", "0"));
    assertEquals("yellow", grade(AmsGrading.DEFAULT, Double.NaN, "12", "0", "0.005", "0"));
  }

  @Test
  void thresholdsAreOptions() {
    AmsGrading patient =
        new AmsGrading(
            Thresholds.DEFAULTS
                .with("violation-rate", 2)
                .with("paging-rate", 10)
                .with("stalled-share", 20));
    assertEquals("amber", grade(patient, 12 * GB, "12", "0.02", "0", "0"));
    assertEquals("yellow", grade(patient, 12 * GB, "12", "0", "0.1", "0.2"));
    assertEquals("red", grade(patient, 12 * GB, "12", "0", "0.1", "0.21"));
    assertEquals(1, AmsGrading.DEFAULT.thresholds().get(0).value());
    assertEquals(2, patient.thresholds().get(0).value());
    assertEquals(1, patient.thresholds().get(0).defaultValue());
  }
}
