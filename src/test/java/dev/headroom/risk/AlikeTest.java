package dev.headroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlikeTest {
  private static List<Finding> findings(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      findings.add(
          new Finding(
              "rule",
              Severity.INFO,
              "m" + i,
              "m" + i + " lent.",
              "Take it.",
              List.of(new Evidence("lab/m" + i, 1), new Evidence("lab/m" + i, 2))));
    }
    return findings;
  }

  @Test
  void fewStayAsTheyAre() {
    assertEquals(findings(5), Alike.of("p", findings(5)));
  }

  @Test
  void manyAreOneWithAList() {
    List<Finding> merged = Alike.of("p", findings(7));
    assertEquals(1, merged.size());
    assertEquals("p", merged.get(0).subject());
    assertEquals(
        "The same of 7 members. m0 lent. m1 lent. m2 lent. m3 lent. m4 lent. m5 lent. m6 lent.",
        merged.get(0).title());
    assertEquals("Take it.", merged.get(0).advice());
    assertEquals(6, merged.get(0).evidence().size());
    assertEquals(new Evidence("lab/m5", 1), merged.get(0).evidence().get(5));
  }

  @Test
  void whatIsNotEquallyGraveStaysApart() {
    List<Finding> findings = findings(6);
    findings.add(new Finding("rule", Severity.RED, "m7", "m7 waited.", "Look.", List.of()));
    assertEquals(findings, Alike.of("p", findings));
  }
}
