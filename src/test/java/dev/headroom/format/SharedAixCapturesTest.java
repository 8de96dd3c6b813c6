package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real captures, where they lie beside the project. They are not part of it. */
class SharedAixCapturesTest {
  private static Path shared(String below) {
    Path beside = Path.of("../shared").resolve(below);
    return Files.exists(beside) ? beside : Path.of("../../shared").resolve(below);
  }

  private static List<Path> captures(String prefix) throws IOException {
    Path folder = shared("captures/aix");
    assumeTrue(Files.isDirectory(folder), "not beside this clone");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private static Reading read(Path file) throws IOException {
    return Readings.of(
        String.valueOf(file.getFileName()), Files.readAllBytes(file), ReadOptions.DEFAULT);
  }

  @Test
  void everyLineOfEveryListIsUnderstood() throws IOException {
    for (Path file : captures("lparstat-i-")) {
      Reading reading = read(file);
      assertEquals(0, reading.lines().rejected(), Readings.all(reading));
      assertEquals(0, reading.lines().noise(), Readings.all(reading));
      assertEquals(List.of(), reading.diagnostics(), file.toString());
    }
  }

  @Test
  void reportsOfHypervisorCallsAndFrequenciesAreNoise() throws IOException {
    for (String flag : List.of("lparstat-H", "lparstat-E")) {
      for (Path file : captures(flag)) {
        Reading reading = read(file);
        assertEquals(List.of(), reading.diagnostics(), file.toString());
        assertEquals(0, reading.lines().rejected() + reading.lines().understood());
      }
    }
  }

  @Test
  void tablesThatAreNotKnownAreClaimedByNobody() throws IOException {
    for (String format : List.of("lparstat", "lslparutil", "lshwres", "lsps", "lsvg")) {
      if (ForeignTexts.isRead(format)) {
        continue;
      }
      for (Path file : captures(format + "-")) {
        if (!file.toString().contains("lparstat-i-")
            && !file.toString().matches(".*stat-[HE]-.*")) {
          Reading reading = read(file);
          assertEquals(List.of(), reading.tables(), file.toString());
          assertEquals(1, reading.diagnostics().size(), file.toString());
          assertTrue(Readings.all(reading).contains("unknown-format"), file.toString());
        }
      }
    }
  }

  @Test
  void theSeedsListAndScreenAreRead() throws IOException {
    Path folder = shared("seeds");
    assumeTrue(Files.isDirectory(folder), "not beside this clone");
    try (Stream<Path> files = Files.list(folder)) {
      Path seed =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith("000_"))
              .findFirst()
              .orElseThrow();
      Reading reading = read(seed);
      List<String> samples =
          Readings.samples(reading).stream()
              .filter(line -> line.contains(" lparstat-i ") || line.contains(" topas-cec "))
              .toList();
      assertTrue(samples.contains("254 lparstat-i partition/000 memory.logical - #0 8589934592 B"));
      assertTrue(
          samples.contains("258 lparstat-i partition/000 memory.entitlement.io - #0 80740352 B"));
      assertTrue(
          samples.contains(
              "294 topas-cec partition/bxaix86 memory.physical 2009-06-30T12:03:33 #0 8589934592"
                  + " B"));
      assertEquals(7 + 3 + 10 + 9 + 10, samples.size());
      assertTrue(
          reading.diagnostics().stream()
              .noneMatch(found -> found.where().line() >= 250 && found.where().line() <= 262),
          Readings.all(reading));
      assertTrue(
          reading.diagnostics().stream()
              .noneMatch(found -> found.where().line() >= 286 && found.where().line() <= 297),
          Readings.all(reading));
    }
  }
}
