package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Real screens of Performance Toolkit, where they lie beside the project. They are not part of it.
 */
class SharedListingsTest {
  @Test
  void reportsThatAreNotReadAreNamed() throws IOException {
    Path beside = Path.of("../shared/captures/zvm");
    Path folder = Files.exists(beside) ? beside : Path.of("../../shared/captures/zvm");
    assumeTrue(Files.isDirectory(folder), "not beside this clone");
    List<Path> reports;
    try (Stream<Path> files = Files.list(folder)) {
      reports =
          files
              .filter(
                  file ->
                      String.valueOf(file.getFileName()).matches("zvm7.*_FCX1[02][024]_[CMm].*"))
              .sorted()
              .toList();
    }
    for (Path file : reports) {
      Reading reading = Readings.of(file.toString(), Files.readAllBytes(file), ReadOptions.DEFAULT);
      assertEquals(
          List.of(DiagnosticCode.UNREAD_REPORT),
          reading.diagnostics().stream().map(each -> each.code()).toList());
      assertEquals(0, reading.lines().rejected(), file.toString());
    }
  }
}
