package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.report.PoolReport;
import dev.headroom.report.QuotedFinding;
import dev.headroom.risk.OneStory;
import dev.headroom.site.Site;
import dev.headroom.site.SiteFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that is told of a pool in the samples agrees. */
class SampleStoriesTest {
  @ParameterizedTest
  @ValueSource(strings = {"ams-lab", "four-grades", "backtest"})
  void agree(String sample) throws Exception {
    Path siteFile = Path.of("samples", sample, "site.yaml");
    List<Input> inputs =
        Inputs.under(List.of("samples/" + sample), InputStream.nullInputStream(), siteFile::equals);
    Site site = Files.exists(siteFile) ? SiteFile.read(siteFile) : Site.EMPTY;
    List<PoolReport> pools = Analysis.of(inputs, site, AnalysisOptions.DEFAULT).report().pools();
    assertFalse(pools.isEmpty());
    for (PoolReport pool : pools) {
      OneStory.check(
          pool.sizes().size().orElseThrow(),
          MemoryBlocks.SIZE,
          pool.sizes().advised().orElseThrow(),
          pool.judgement().findings().stream().map(QuotedFinding::finding).toList(),
          pool.judgement().verdict());
    }
  }
}
