package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.report.PoolReport;
import dev.headroom.report.QuotedFinding;
import dev.headroom.report.WhatIf;
import dev.headroom.risk.Grade;
import dev.headroom.risk.OneStory;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Sizing;
import dev.headroom.whatif.Resizing;
import dev.headroom.whatif.Scenario;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is told of a pool in the samples agrees. */
class SampleStoriesTest {
  @ParameterizedTest
  @ValueSource(strings = {"ams-lab", "four-grades", "backtest"})
  void agree(String sample) throws Exception {
    List<PoolReport> pools = analysis(sample).report().pools();
    assertFalse(pools.isEmpty());
    for (PoolReport pool : pools) {
      OneStory.check(
          pool.sizes().size().orElseThrow(),
          MemoryBlocks.SIZE,
          pool.sizes().advised().orElseThrow(),
          pool.judgement().findings().stream().map(QuotedFinding::finding).toList(),
          pool.judgement().verdict());
      OneStory.answer(
          pool.judgement().answer(),
          pool.judgement().standing(),
          pool.sizes().size().orElseThrow(),
          pool.sizes().advised().orElseThrow());
    }
  }

  private static Analysis analysis(String sample) throws Exception {
    Path siteFile = Path.of("samples", sample, "site.yaml");
    List<Input> inputs =
        Inputs.under(List.of("samples/" + sample), InputStream.nullInputStream(), siteFile::equals);
    Site site = Files.exists(siteFile) ? SiteFile.read(siteFile) : Site.EMPTY;
    return Analysis.of(inputs, site, AnalysisOptions.DEFAULT);
  }

  /** Grade and chance of a size on the curve are those that a what-if of that size gives. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ams-lab",
        "four-grades",
        "three-ways/nmon",
        "zvm-tpm/basic",
        "zvm-tpm/heaps",
        "zvm-tpm/working-set",
        "zvm72-day"
      })
  void aSizeOnTheCurveIsGradedAsItsWhatIf(String sample) throws Exception {
    Analysis analysis = analysis(sample);
    int graded = 0;
    for (PoolReport pool : analysis.report().pools()) {
      List<CurvePoint> curve = pool.sizes().advised().map(Sizing::curve).orElse(List.of());
      for (int i = 0; i < curve.size(); i += i + 5 < curve.size() ? 5 : 1) {
        CurvePoint point = curve.get(i);
        Scenario scenario = new Scenario(List.of(new Resizing(pool.name(), point.size())));
        PoolReport tried = named(analysis.whatIf(scenario, false), pool.name());
        Grade told = pool.judgement().grades().get(point.size());
        assertEquals(tried.judgement().grade(), Optional.ofNullable(told), point.toString());
        assertEquals(
            tried.sizes().advised().orElseThrow().chance().present(), point.breachProbability());
        graded += told == null ? 0 : 1;
      }
      assertEquals(curve.isEmpty(), pool.judgement().grades().isEmpty());
    }
    assertTrue(graded > 0 || sample.equals("zvm-tpm/heaps"));
  }

  private static PoolReport named(List<WhatIf> pools, String name) {
    return pools.stream()
        .map(WhatIf::after)
        .filter(pool -> pool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
