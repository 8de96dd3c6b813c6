package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static dev.headroom.memory.Histories.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.risk.ams.AmsCase;
import dev.headroom.risk.ams.AmsGrading;
import dev.headroom.risk.ams.AmsRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
  private record Fixed(String id, Severity severity, String... subjects) implements Rule<AmsCase> {
    @Override
    public List<Threshold> thresholds() {
      return List.of();
    }

    @Override
    public List<Finding> judge(AmsCase pool) {
      return java.util.Arrays.stream(subjects)
          .map(subject -> new Finding(id, severity, subject, "t", "a", List.of()))
          .toList();
    }
  }

  private record Broken() implements Rule<AmsCase> {
    @Override
    public String id() {
      return "broken";
    }

    @Override
    public List<Threshold> thresholds() {
      return List.of();
    }

    @Override
    public List<Finding> judge(AmsCase pool) {
      throw new IllegalStateException("no such member");
    }
  }

  private static MemberHistory calm(String name, int instants) {
    return Histories.member(name, instants)
        .logical(6 * GB)
        .floor(100 * MB)
        .hot(5.4 * GB)
        .warm(0.3 * GB)
        .physical(6 * GB)
        .loaned(0)
        .pageIns(0)
        .pageInMillis(0)
        .ownPaging(0)
        .build();
  }

  private static AmsCase calmPool(int instants) {
    return Cases.minutes(12 * GB, calm("a", instants), calm("b", instants))
        .members(
            Cases.member("a", 77 * MB, LoanPolicy.FILE_CACHE),
            Cases.member("b", 77 * MB, LoanPolicy.FILE_CACHE))
        .maximum(16 * GB)
        .build();
  }

  @Test
  void aRuleThatFailsIsAFindingAndCostsNoOther() {
    Rules<AmsCase> rules =
        new Rules<>(List.of(new Broken(), new Fixed("fine", Severity.RED, "js22")));
    List<Finding> findings = rules.judge(calmPool(2));
    assertEquals(2, findings.size());
    assertEquals("fine", findings.get(0).rule());
    Finding fault = findings.get(1);
    assertEquals("broken", fault.rule());
    assertEquals(Severity.UNKNOWN, fault.severity());
    assertEquals("js22", fault.subject());
    assertEquals(
        "The rule broken could not be judged: it failed with java.lang.IllegalStateException: no"
            + " such member.",
        fault.title());
  }

  @Test
  void worstFirstThenRuleThenSubject() {
    Rules<AmsCase> rules =
        new Rules<>(
            List.of(
                new Fixed("z", Severity.UNKNOWN, "m"),
                new Fixed("y", Severity.AMBER, "n", "m"),
                new Fixed("x", Severity.AMBER, "z"),
                new Fixed("w", Severity.INFO, "m"),
                new Fixed("v", Severity.RED, "m")));
    assertEquals(
        List.of("v/m", "x/z", "y/m", "y/n", "w/m", "z/m"),
        rules.judge(calmPool(2)).stream().map(f -> f.rule() + "/" + f.subject()).toList());
  }

  @Test
  void aCalmPoolAlarmsNobody() {
    assertEquals(List.of(), AmsRules.all(Thresholds.DEFAULTS).judge(calmPool(7 * 24 * 60)));
    List<Finding> young = AmsRules.all(Thresholds.DEFAULTS).judge(calmPool(60));
    assertEquals(List.of("thin-coverage"), young.stream().map(Finding::rule).toList());
    assertEquals(Grade.GREEN, AmsGrading.DEFAULT.grade(calmPool(60)).orElseThrow());
  }

  @Test
  void nothingKnownIsUnknownAllOver() {
    PoolHistory nothing = new PoolHistory(false, new double[0], NONE, List.of(), new double[0]);
    List<Finding> findings =
        AmsRules.all(Thresholds.DEFAULTS).judge(Cases.of(NONE, nothing).build());
    Set<String> rules = new HashSet<>();
    for (Finding finding : findings) {
      assertEquals(Severity.UNKNOWN, finding.severity(), finding.toString());
      assertTrue(finding.title().endsWith(".") && finding.advice().endsWith("."));
      rules.add(finding.rule());
    }
    assertEquals(
        Set.of(
            "physical-overcommitment",
            "hypervisor-paging",
            "oversized-pool",
            "always-loans",
            "never-lends",
            "loan-policy",
            "io-entitlement",
            "inside-swapping",
            "contradictory-figures",
            "thin-coverage"),
        rules);
  }

  @Test
  void thresholdsHaveNamesUnitsAndMeaning() {
    List<Threshold> all = AmsRules.thresholds(Thresholds.DEFAULTS);
    assertEquals(all.size(), all.stream().map(Threshold::name).distinct().count());
    for (Threshold threshold : all) {
      assertEquals(threshold.defaultValue(), threshold.value());
      assertTrue(
          Set.of("%", "MB", "days", "s", "ms", "pages/s", "count").contains(threshold.unit()));
      assertTrue(!threshold.meaning().isBlank());
    }
    for (Threshold threshold : AmsGrading.DEFAULT.thresholds()) {
      assertTrue(all.contains(threshold), "the grade's thresholds are rules' too");
    }
  }

  @Test
  void thresholdsCanBeChanged() {
    Rules<AmsCase> patient = AmsRules.all(Thresholds.DEFAULTS.with("history", 0.01));
    assertEquals(List.of(), patient.judge(calmPool(60)));
    assertThrows(
        IllegalArgumentException.class,
        () -> AmsRules.all(Thresholds.DEFAULTS.with("history", NONE)));
  }

  @Test
  void aThresholdAllowsWhatFiguresReach() {
    Threshold share = Threshold.of("s", "%", 5, "m");
    assertTrue(share.allows(0) && share.allows(100) && !share.allows(100.1) && !share.allows(-1));
    Threshold count = Threshold.of("c", "count", 3, "m");
    assertTrue(count.allows(1) && !count.allows(0) && !count.allows(1.5));
    Threshold size = Threshold.of("z", "MB", 256, "m");
    assertTrue(size.allows(0) && size.allows(1e6) && !size.allows(-1) && !size.allows(NONE));
    assertEquals("5 %", share.text(5));
    assertEquals("0.5 %", share.text(0.5));
    assertEquals("3", count.text(3));
  }
}
