package dev.headroom.format.nmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real recordings, where they lie beside the project. They are not part of it. */
class SharedNmonCapturesTest {
  private static Path file(String name) {
    return SharedFolder.file("captures/nmon/nmon-" + name + ".nmon");
  }

  private static List<String> of(Reading reading, String metric) {
    return Readings.samples(reading).stream()
        .filter(sample -> sample.contains(" nmon ") && sample.contains(" " + metric + " "))
        .toList();
  }

  /** The identities of {@link Identities} are checked in every snapshot, and each would be told. */
  @ParameterizedTest
  @CsvSource({
    "aix71-aixlpar-nmon2influxdb, aixlpar, 187",
    "aix61-sampleD-nmonchart-CUT, 34_PROD_1, 10",
    "linux15h-nmon2influxdb, linux, 47",
    "linux-pyNmonAnalyzer-test, the-gibson, 120"
  })
  void genuineRecordingsContradictThemselvesNowhere(String name, String subject, int snapshots)
      throws IOException {
    Reading reading = Readings.of(file(name));
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(0, reading.lines().rejected());
    assertEquals(snapshots, of(reading, "memory.logical").size());
    assertTrue(reading.tables().stream().allMatch(table -> table.subject().name().equals(subject)));
  }

  @Test
  void aDayOfPagesGivesExactFigures() throws IOException {
    Reading reading = Readings.of(file("aix71-aixlpar-nmon2influxdb"));
    assertEquals(187, of(reading, "memory.virtual").size());
    double virtual = 1_008_677 * 4096.0 + 99_447 * 65_536.0;
    assertEquals(
        "1800 nmon partition/aixlpar memory.virtual 2016-02-10T17:28:10 #0 "
            + (long) virtual
            + " B",
        of(reading, "memory.virtual").get(0));
    assertEquals(
        1,
        Readings.samples(reading).stream()
            .filter(sample -> sample.contains(" vmstat-v ") && sample.contains("memory.pinned"))
            .count());
  }

  @Test
  void aSortedDayGivesTheSame() throws IOException {
    Path file = file("aix71-aixlpar-nmon2influxdb");
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<String> lines = NmonTexts.lines(text);
    List<String> before = sorted(Readings.of("a.nmon", text));
    Collections.sort(lines);
    assertEquals(before, sorted(Readings.of("a.nmon", NmonTexts.text(lines))));
  }

  private static List<String> sorted(Reading reading) {
    return Readings.samples(reading).stream()
        .map(sample -> sample.substring(sample.indexOf(' ') + 1))
        .sorted()
        .toList();
  }

  @Test
  void onlyDamagedLinesAreRejected() throws IOException {
    Reading reading = Readings.of(file("aix61-sampleC-nmonchart"));
    assertEquals(
        List.of(4206L, 5855L, 6097L, 6351L, 6610L, 6874L, 7148L, 7413L),
        reading.diagnostics().stream()
            .filter(found -> found.code().loses())
            .map(found -> found.where().line())
            .toList());
    assertEquals(8, reading.lines().rejected());
    // its figures of processors were altered, and contradict each other
    assertEquals(3, reading.diagnostics().stream().filter(found -> !found.code().loses()).count());
  }
}
