package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real captures of AIX, where they lie beside the project. They are not part of it. */
class SharedAixCapturesTest {
  private static List<Path> captures(String prefix) {
    return SharedFolder.files("captures/aix", prefix + ".*");
  }

  @Test
  void everyLineOfEveryListIsUnderstood() throws IOException {
    for (Path file : captures("lparstat-i-")) {
      Reading reading = Readings.of(file);
      assertEquals(0, reading.lines().rejected(), Readings.all(reading));
      assertEquals(0, reading.lines().noise(), Readings.all(reading));
      assertEquals(List.of(), reading.diagnostics(), file.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lparstat-H", "lparstat-E"})
  void reportsOfHypervisorCallsAndFrequenciesAreNoise(String flag) throws IOException {
    for (Path file : captures(flag)) {
      Reading reading = Readings.of(file);
      assertEquals(List.of(), reading.diagnostics(), file.toString());
      assertEquals(0, reading.lines().rejected() + reading.lines().understood());
    }
  }

  @Test
  void noFormatClaimsTablesThatAreNotKnown() throws IOException {
    for (String format : List.of("lparstat", "lslparutil", "lshwres", "lsps", "lsvg")) {
      if (ForeignTexts.isRead(format)) {
        continue;
      }
      for (Path file : captures(format + "-")) {
        if (!file.toString().contains("lparstat-i-")
            && !file.toString().matches(".*stat-[HE]-.*")) {
          Reading reading = Readings.of(file);
          assertEquals(List.of(), reading.tables(), file.toString());
          assertEquals(1, reading.diagnostics().size(), file.toString());
          assertTrue(Readings.all(reading).contains("unknown-format"), file.toString());
        }
      }
    }
  }

  /** The file's name: digits joined to a word belong to it. */
  private static final String SEED = "000_fe563efc174e209c";

  @Test
  void theSeedsListAndScreenAreRead() throws IOException {
    Reading reading = Readings.of(SharedFolder.files("seeds", "000_.*").get(0));
    List<String> samples =
        Readings.samples(reading).stream()
            .filter(line -> line.contains(" lparstat-i ") || line.contains(" topas-cec "))
            .toList();
    assertTrue(
        samples.contains("254 lparstat-i partition/" + SEED + " memory.logical - #0 8589934592 B"));
    assertTrue(
        samples.contains(
            "258 lparstat-i partition/" + SEED + " memory.entitlement.io - #0 80740352 B"));
    assertTrue(
        samples.contains(
            "294 topas-cec partition/bxaix86 memory.physical 2009-06-30T12:03:33 #0 8589934592 B"));
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
