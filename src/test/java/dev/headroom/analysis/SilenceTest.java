package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Inputs;
import dev.headroom.report.PoolReport;
import dev.headroom.site.SiteFile;
import dev.headroom.sizing.Sizing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time in which a member says nothing shows nothing of what the pool needs. */
final class SilenceTest {
  private static final double GB = 1L << 30;
  private static final String SITE =
      "pools: [{name: p, kind: ams, size: 20GB, complete: true, members: [{name: oak}, {name: elm}]}]";

  /** Rows of a day. */
  private static final int DAY = 144;

  @TempDir private Path folder;

  /** Ten minutes a row, a wave a day. */
  private void member(String name, int rows, double base, double wave, double phase)
      throws IOException {
    StringBuilder csv = new StringBuilder("subject,kind,metric,time,value,unit\n");
    LocalDateTime start = LocalDateTime.of(2024, 3, 4, 0, 0);
    for (int row = 0; row < rows; row++) {
      double hot =
          base
              + wave * (0.5 + 0.5 * Math.sin(2 * Math.PI * row / 144 + phase))
              + 0.15 * Math.sin(row * 1.7 + phase);
      csv.append(line(name, "memory.logical", start.plusMinutes(10L * row), 12 * GB));
      csv.append(line(name, "memory.virtual", start.plusMinutes(10L * row), hot * GB));
    }
    Files.writeString(folder.resolve(name + ".csv"), csv);
  }

  private static String line(String name, String metric, LocalDateTime time, double value) {
    return String.format(Locale.ROOT, "%s,partition,%s,%s,%.0f,B%n", name, metric, time, value);
  }

  private Sizing sizing() throws IOException, SiteFile.UnusableException {
    Path siteFile = Files.writeString(folder.resolve("site.yaml"), SITE);
    List<PoolReport> pools =
        Analysis.of(
                Inputs.under(
                    List.of(folder.toString()), InputStream.nullInputStream(), siteFile::equals),
                SiteFile.read(siteFile),
                AnalysisOptions.DEFAULT)
            .report()
            .pools();
    return pools.get(0).sizes().advised().orElseThrow();
  }

  @Test
  void aMemberThatIsSilentForFiveOfSevenDaysLeavesTwo() throws Exception {
    // the last value that elm reports holds for two intervals more
    member("oak", 2 * DAY + 2, 4, 3, 0);
    member("elm", 2 * DAY + 2, 3, 4, 1);
    Sizing twoDays = sizing();
    member("oak", 7 * DAY, 4, 3, 0);
    member("elm", 2 * DAY, 3, 4, 1);
    Sizing silent = sizing();
    member("elm", 7 * DAY, 3, 4, 1);
    Sizing sevenDays = sizing();

    assertEquals(2, twoDays.historyDays().orElseThrow(), 0.02);
    assertEquals(2, silent.historyDays().orElseThrow(), 0.02);
    assertEquals(7, sevenDays.historyDays().orElseThrow(), 0.02);
    assertTrue(silent.minimum() >= twoDays.minimum());
    assertTrue(
        silent.recommended() >= twoDays.recommended(),
        () -> silent.recommended() / GB + " < " + twoDays.recommended() / GB);
    assertTrue(silent.recommended() > sevenDays.recommended());
  }
}
