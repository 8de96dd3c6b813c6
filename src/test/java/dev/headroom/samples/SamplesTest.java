package dev.headroom.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Input;
import dev.headroom.capture.Inputs;
import dev.headroom.format.CaptureReader;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are what they say they are: nothing in them is damaged, and their memory adds up. */
final class SamplesTest {
  private static final double CENT = 0.01 * (1L << 30);

  static List<Reading> read(String folder) throws IOException {
    CaptureReader reader = new CaptureReader(ReadOptions.DEFAULT);
    List<Input> inputs =
        Inputs.under(
            List.of(folder), InputStream.nullInputStream(), file -> file.endsWith("site.yaml"));
    return inputs.stream().map(reader::read).toList();
  }

  @Test
  void theLargerSampleIsWhatItsGeneratorMakes() throws IOException {
    assertEquals(FourGrades.files(), committed(Path.of("samples/four-grades")));
  }

  @Test
  void theSampleToldThreeWaysIsWhatItsGeneratorMakes() throws IOException {
    assertEquals(ThreeWays.files(), committed(ThreeWays.FOLDER));
  }

  private static Map<String, String> committed(Path folder) throws IOException {
    Map<String, String> committed = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        committed.put(
            folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return committed;
  }

  @Test
  void theLongSampleIsWhatItsGeneratorMakes() throws IOException {
    try (InputStream packed =
        new GZIPInputStream(Files.newInputStream(Path.of("samples/backtest/2021-spring.csv.gz")))) {
      assertEquals(TwelveWeeks.text(), new String(packed.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theStudyIsWhatItsGeneratorMakes() throws IOException {
    Path folder = Path.of("samples/zvm-tpm");
    Map<String, byte[]> made = TpmSample.files();
    Set<String> committed = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        committed.add(folder.relativize(file).toString().replace('\\', '/'));
      }
    }
    committed.remove("README.md");

    assertEquals(made.keySet(), committed);
    for (Map.Entry<String, byte[]> file : made.entrySet()) {
      assertArrayEquals(
          file.getValue(), Files.readAllBytes(folder.resolve(file.getKey())), file.getKey());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples/ams-lab",
        "samples/four-grades",
        "samples/backtest",
        "samples/zvm-tpm/basic",
        "samples/zvm-tpm/working-set",
        "samples/zvm-tpm/heaps-and-database",
        "samples/zvm-tpm/heaps",
        "samples/zvm-tpm/heaps-less-10",
        "samples/zvm72-day",
        "samples/three-ways"
      })
  void nothingIsDamaged(String folder) throws IOException {
    for (Reading reading : read(folder)) {
      assertEquals(List.of(), reading.diagnostics());
      assertEquals(0, reading.lines().rejected());
    }
  }

  @Test
  void atRestTheLabsMemoryAddsUpAndThePoolIsNeverPassed() throws IOException {
    Map<Double, Double> backed = new TreeMap<>();
    for (Reading reading : read("samples/ams-lab")) {
      for (Table table : reading.tables()) {
        if (!table.format().equals("vmstat") || !table.metrics().contains(Metric.MEMORY_PHYSICAL)) {
          continue;
        }
        double logical = table.subject().name().equals("bxaix85") ? 6 : 8;
        for (int row = 0; row < table.rows(); row++) {
          double physical = table.value(Metric.MEMORY_PHYSICAL, row);
          backed.merge(table.time(row), physical, Double::sum);
          if (row < 30) {
            double sum = physical + table.value(Metric.MEMORY_LOANED, row);
            assertEquals(logical * (1L << 30), sum, CENT);
          }
        }
      }
    }
    assertEquals(60, backed.size());
    backed.values().forEach(sum -> assertEquals(12.0 * (1L << 30), sum, 1.01 * CENT));
  }
}
