package dev.headroom.risk.zvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Landmarks;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZvmGradingTest {
  private static ZvmCase study(double megabytes) {
    ZvmSystem lpar = Listing.lpar(megabytes);
    ZvmTables tables = ZvmTables.of("TPM", Listing.study().tables());
    ZvmHistory history = ZvmHistory.of(lpar, tables);
    Optional<Sizing> sizing = new ZvmRecommender().recommend(history, lpar, Goal.DEFAULT);
    return new ZvmCase(
        lpar,
        history,
        ZvmReplay.run(lpar, history, Basis.MODELLED),
        sizing,
        tables,
        new Captures(Landmarks.of(tables.all()), List.of(), List.of()),
        Completeness.said("The site file says so."));
  }

  private static String grade(double real, double sets, ZvmNeeds.Evidence evidence, double hot) {
    return grade(real, sets, evidence, hot, GuestPressure.NONE);
  }

  private static String grade(
      double real, double sets, ZvmNeeds.Evidence evidence, double hot, GuestPressure pressure) {
    Map<String, Double> known = Double.isNaN(sets) ? Map.of() : Map.of("LIN1", sets);
    ZvmNeeds needs = new ZvmNeeds(known, evidence, known(hot), OptionalDouble.of(0), pressure);
    return ZvmGrading.DEFAULT
        .grade(sized(real, 0), OptionalDouble.empty(), needs)
        .map(Grade::label)
        .orElse("-");
  }

  /** A system of a size in bytes, in blocks of one. */
  private static ZvmSystem sized(double size, double reserve) {
    return new ZvmSystem(
        "VM",
        "VM",
        new ZvmSystem.Storage(size, OptionalDouble.empty(), reserve, 0, 1, size),
        Optional.empty(),
        List.of());
  }

  private static OptionalDouble known(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  @ParameterizedTest
  @CsvSource({
    "28672, green, all",
    "26368, green, all",
    "11264, yellow, a tenth more",
    "10240, amber, just holds",
    "7168, red, does not hold",
    "6400, red, does not hold"
  })
  void theStudysSizes(double megabytes, String grade, String words) {
    ZvmCase system = study(megabytes);
    Optional<Grade> graded = ZvmGrading.DEFAULT.grade(system);
    assertEquals(grade, graded.map(Grade::label).orElse("-"));
    String verdict = ZvmVerdict.of(system, Standing.of(system, graded));
    assertTrue(verdict.startsWith("TPM is " + grade), verdict);
    assertTrue(words.equals("all") ? verdict.contains(" fit") : verdict.contains(words), verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // real memory, working sets, what they are worth, hot
    "1000, 1000, UNCOMMITTED, 700, green",
    "999,  1000, UNCOMMITTED, 700, yellow",
    "998,  1000, UNCOMMITTED, 700, yellow",
    "770,  1000, UNCOMMITTED, 700, yellow",
    "768,  1000, UNCOMMITTED, 700, amber",
    "700,  1000, UNCOMMITTED, 700, amber",
    "698,  1000, UNCOMMITTED, 700, red",
    // page reads are not known of all: no green
    "1000, 1000, UNKNOWN,     700, yellow",
    "1000, NaN,  PAGING,      700, yellow",
    "698,  NaN,  PAGING,      700, red",
    "768,  600,  UNCOMMITTED, 700, green",
    "1000, NaN,  UNKNOWN,     700, yellow",
    "NaN,  1000, UNCOMMITTED, 700, -",
    // without H half of the working sets
    "1000, 1000, UNCOMMITTED, NaN, green",
    "999,  1000, UNCOMMITTED, NaN, amber",
    "500,  1000, UNCOMMITTED, NaN, amber",
    "498,  1000, UNCOMMITTED, NaN, red",
    "900,  NaN,  PAGING,      NaN, -"
  })
  void gradesByRealMemory(
      double real, double sets, ZvmNeeds.Evidence evidence, double hot, String grade) {
    assertEquals(grade, grade(real, sets, evidence, hot));
  }

  @ParameterizedTest
  @CsvSource({
    // real memory, share of the intervals with page reads, grade
    "1000, 0.02, amber",
    "900,  0.02, amber",
    "1100, 0.02, green",
    "1000, 0.01, green"
  })
  void pageReadsOfBusyGuestsAreAmberAtTheSizeOfTheCapturesAndBelow(
      double real, double share, String grade) {
    GuestPressure pressure = new GuestPressure(share, 1000, 1200);
    assertEquals(grade, grade(real, 800, ZvmNeeds.Evidence.UNCOMMITTED, 700, pressure));
  }

  @Test
  void pageReadsDecideWhereNothingElseIsKnown() {
    GuestPressure pressure = new GuestPressure(1, 1000, 1200);
    ZvmNeeds.Evidence paging = ZvmNeeds.Evidence.PAGING;
    assertEquals("amber", grade(1000, Double.NaN, paging, Double.NaN, pressure));
    assertEquals("-", grade(2000, Double.NaN, paging, Double.NaN, pressure));
  }

  @Test
  void theMarginAndWhatIsIdleAreOptions() {
    ZvmGrading strict =
        new ZvmGrading(Thresholds.DEFAULTS.with("hot-margin", 50).with("idle-busy", 5));
    ZvmCase system = study(11_264);
    assertEquals(Optional.of(Grade.AMBER), strict.grade(system));
    assertEquals(5, strict.idleBusy());
    assertEquals(2, ZvmGrading.DEFAULT.idleBusy());
  }
}
