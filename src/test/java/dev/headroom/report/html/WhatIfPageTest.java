package dev.headroom.report.html;

import static dev.headroom.report.InventedPools.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.report.WhatIf;
import dev.headroom.report.json.JsonReport;
import dev.headroom.sizing.ams.DedicatedNeed;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.VisibleText;
import dev.headroom.whatif.Situation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of before and after, and what is told of the end of a pool. */
class WhatIfPageTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @TempDir Path folder;

  private static ExitPlan plan(String name, double dedicated, double today) {
    return new ExitPlan(
        List.of(
            new DedicatedNeed(
                name,
                OptionalDouble.of(6 * GB),
                OptionalDouble.of(2 * GB),
                OptionalDouble.of(dedicated),
                UNKNOWN,
                DedicatedNeed.Caution.NONE)),
        OptionalDouble.of(today));
  }

  static WhatIf whatIf(String name) {
    PoolReport pool = InventedPools.busyDay(name);
    PoolHistory history = pool.memory().history().orElseThrow();
    AmsPool ams =
        new AmsPool(
            name,
            12 * GB,
            UNKNOWN,
            0,
            List.of(new AmsMember(name, UNKNOWN, 64, UNKNOWN, LoanPolicy.OFF)));
    return new WhatIf(
        pool,
        pool,
        pool,
        Situation.found(ams, history),
        new Situation(ams.withSize(8 * GB), history, true, List.of(name)),
        Optional.of(plan(name, 4 * GB, 12 * GB)),
        List.of(List.of(name, "weight", "64", "128")));
  }

  @ParameterizedTest
  @MethodSource("dev.headroom.report.html.HostileTextTest#texts")
  void namesShowAndAreNotObeyed(String name) throws IOException {
    WhatIf whatIf = whatIf(name);
    List<Path> written =
        HtmlReport.write(InventedPools.report(List.of(whatIf.after())), List.of(whatIf), folder, 1);
    assertEquals(folder.resolve("whatif.html"), written.get(1));
    String page = Files.readString(written.get(1));
    assertFalse(page.matches("(?is).*<img\\b.*"), "a tag came through");
    assertEquals(page.indexOf("<script"), page.lastIndexOf("<script"), "the page's own script");
    assertFalse(page.matches("(?is).*<[a-z]+ [^>]*\\son\\w+=.*"), "a handler came through");
    for (int i = 0; i < page.length(); i++) {
      boolean whole =
          Character.isHighSurrogate(page.charAt(i))
              ? Character.isLowSurrogate(page.charAt(i + 1))
              : Character.isLowSurrogate(page.charAt(i));
      assertTrue(whole || !VisibleText.hidden(page.charAt(i)), "hidden character at " + i);
    }
  }

  @Test
  void idsAreUniqueWithManyPools() throws IOException {
    List<WhatIf> many = List.of(whatIf("a"), whatIf("b"));
    HtmlReport.write(
        InventedPools.report(many.stream().map(WhatIf::after).toList()), many, folder, 1);
    String page = Files.readString(folder.resolve("whatif.html"));
    List<String> ids =
        Pattern.compile(" id=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(ids.stream().distinct().toList(), ids);
    assertTrue(page.contains("href=\"index.html#pool-b\""), "each leads to its own page");
  }

  @Test
  void thePlanIsInTheReportObject() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    WhatIf whatIf = whatIf("p");
    JsonReport.write(
        InventedPools.report(List.of(whatIf.after())),
        Map.of("p", whatIf.exit().orElseThrow()),
        out);
    JsonNode exit = new ObjectMapper().readTree(out.toByteArray()).at("/pools/0/exit");
    assertEquals(-8L << 30, exit.at("/extraBytes").asLong());
    assertTrue(exit.at("/withFileCacheBytes").isMissingNode(), "absent is not 0");
    assertEquals(4L << 30, exit.at("/members/0/dedicatedBytes").asLong());
  }

  @Test
  void theCostIsSaidAgainstThePoolAndAgainstLogicalMemory() {
    assertEquals(
        "The partitions of p need 4.00 GB of dedicated memory, 8.00 GB less than the 12.00 GB of the"
            + " pool (ratio 0.33) and 2.00 GB less than the 6.00 GB of logical memory.",
        ExitText.cost("p", plan("a", 4 * GB, 12 * GB)));
    assertEquals(
        "The partitions of p need 6.00 GB of dedicated memory, 1.00 GB more than the 5.00 GB of the"
            + " pool (ratio 1.20) and as much as the 6.00 GB of logical memory.",
        ExitText.cost("p", plan("a", 6 * GB, 5 * GB)));
    ExitPlan unknown =
        new ExitPlan(
            List.of(
                new DedicatedNeed(
                    "a", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, DedicatedNeed.Caution.NONE)),
            UNKNOWN);
    assertEquals(
        "What the partitions of p need together is not known: of one neither the demand nor the"
            + " logical memory is.",
        ExitText.cost("p", unknown));
    assertEquals(
        List.of("a", "–", "–", "–", "–", "–"), ExitText.rows(unknown).get(0), "absent is not 0");
  }
}
