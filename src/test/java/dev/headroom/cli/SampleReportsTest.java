package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What the program makes of the samples stands committed under {@code reports/}, byte for byte.
 * Where it differs, what it made is in {@code target/reports/} for review; copy it over when it is
 * right. Series are left out: they repeat the samples.
 */
final class SampleReportsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "ams-lab, 1",
    "ams-lab, 8",
    "four-grades, 1",
    "four-grades, 8",
    "zvm-tpm/basic, 1",
    "zvm-tpm/basic, 8",
    "zvm-tpm/working-set, 8",
    "zvm-tpm/heaps-and-database, 8",
    "zvm-tpm/heaps, 8",
    "zvm-tpm/heaps-less-10, 8",
    "zvm72-day, 8",
    "three-ways/nmon, 8",
    "three-ways/hmc, 8",
    "three-ways/perfpmr, 8",
    "three-ways, 1"
  })
  void everySampleGivesItsCommittedReport(String sample, String jobs) throws IOException {
    assertCommitted("analyze", sample, jobs);
  }

  @ParameterizedTest
  @CsvSource({"backtest, 1", "backtest, 8"})
  void theLongSampleGivesItsCommittedBacktest(String sample, String jobs) throws IOException {
    assertCommitted("backtest", sample, jobs);
  }

  private void assertCommitted(String command, String sample, String jobs) throws IOException {
    Path out = folder.resolve("out");
    CommandLine line = Headroom.commandLine(new ByteArrayOutputStream());
    line.setOut(new PrintWriter(new StringWriter()));
    line.setErr(new PrintWriter(new StringWriter()));

    assertEquals(
        0, line.execute(command, "samples/" + sample, "-o", out.toString(), "--jobs", jobs));

    Map<String, String> made = pages(out);
    Map<String, String> committed = pages(Path.of("reports").resolve(sample));
    if (!made.equals(committed)) {
      Path review = Path.of("target/reports").resolve(sample);
      Files.createDirectories(review);
      for (Map.Entry<String, String> page : made.entrySet()) {
        Files.writeString(review.resolve(page.getKey()), page.getValue());
      }
    }
    assertEquals(List.copyOf(committed.keySet()), List.copyOf(made.keySet()));
    for (Map.Entry<String, String> page : made.entrySet()) {
      assertEquals(committed.get(page.getKey()), page.getValue(), page.getKey());
    }
  }

  private static Map<String, String> pages(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return pages;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        pages.put(
            String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return pages;
  }
}
