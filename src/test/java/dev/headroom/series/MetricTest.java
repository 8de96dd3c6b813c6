package dev.headroom.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MetricTest {

  @ParameterizedTest
  @EnumSource
  void isFoundByItsNameAndUnit(Metric metric) {
    assertEquals(Optional.of(metric), Metric.of(metric.label(), metric.unit().symbol()));
  }

  @ParameterizedTest
  @EnumSource
  void aKindIsFoundByItsLabel(Kind kind) {
    assertEquals(Optional.of(kind), Kind.ofLabel(kind.label()));
  }

  @Test
  void whatIsNotKnownIsNotGuessed() {
    assertEquals(Optional.empty(), Metric.of("memory.physical", "GB"));
    assertEquals(Optional.empty(), Metric.of("memory", "B"));
    assertEquals(Optional.empty(), Kind.ofLabel("lpar"));
  }

  @Test
  void labelsDoNotFollowTheMachinesLanguage() {
    assertEquals("partition", Kind.PARTITION.label());
  }
}
