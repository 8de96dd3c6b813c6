package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.SharedFolder;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Real screens of Performance Toolkit, where they lie beside the project. They are not part of it.
 */
class SharedListingsTest {
  @Test
  void reportsThatAreNotReadAreNamed() throws IOException {
    for (Path file : SharedFolder.files("captures/zvm", "zvm7.*_FCX1[02][024]_[CMm].*")) {
      Reading reading = Readings.of(file);
      assertEquals(
          List.of(DiagnosticCode.UNREAD_REPORT),
          reading.diagnostics().stream().map(each -> each.code()).toList());
      assertEquals(0, reading.lines().rejected(), file.toString());
    }
  }
}
