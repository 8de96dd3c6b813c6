package dev.headroom.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Mode;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Severity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that other people's scripts read do not follow the machine's language. */
final class LabelTest {

  @Test
  void gradesStandFromBestToWorst() {
    assertEquals(
        List.of("green", "yellow", "amber", "red"),
        Arrays.stream(Grade.values()).map(Grade::label).toList());
  }

  @Test
  void severitiesStandFromLeastToMost() {
    assertEquals(
        List.of("unknown", "info", "yellow", "amber", "red"),
        Arrays.stream(Severity.values()).map(Severity::label).toList());
  }

  @Test
  void modesStandFromLeastToMost() {
    assertEquals(
        List.of("none", "logical", "physical"),
        Arrays.stream(Mode.values()).map(Mode::label).toList());
  }
}
