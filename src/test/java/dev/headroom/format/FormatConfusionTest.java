package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No format takes another's lines, and none takes lines that are no capture. */
final class FormatConfusionTest {
  /** What other tools print stands in its lines, which it hands to their readers. */
  private static final String NMON = "nmon";

  private static ReadOptions only(String format) {
    return new ReadOptions(List.of(), ZoneOffset.UTC, Optional.of(format), Limits.DEFAULT, false);
  }

  /** The formats that a capture gives samples of, when all may have a look. */
  private static List<String> formats(Reading reading) {
    return reading.tables().stream().map(table -> table.format()).distinct().sorted().toList();
  }

  @TestFactory
  Stream<DynamicTest> everyFormatTakesItsOwnAndNothingElse() {
    return GoldenCaptures.each(
        file -> {
          byte[] bytes = Files.readAllBytes(file);
          List<String> own = formats(Readings.of("x", bytes, ReadOptions.DEFAULT));
          for (Format format : Formats.all()) {
            List<String> taken = formats(Readings.of("x", bytes, only(format.name())));
            List<String> expected =
                own.contains(NMON)
                    ? format.name().equals(NMON) ? own : List.of()
                    : own.contains(format.name()) ? List.of(format.name()) : List.of();
            assertEquals(expected, taken, () -> "as " + format.name());
          }
        });
  }

  @Test
  void capturesOneAfterAnotherGiveWhatEachGivesAlone() throws IOException {
    Random random = new Random(7);
    List<Path> all = new ArrayList<>();
    for (Path file : GoldenCaptures.all()) {
      byte[] bytes = Files.readAllBytes(file);
      // of a capture without a last line end the last figure may be cut, which more text hides
      if (bytes[bytes.length - 1] == '\n') {
        all.add(file);
      }
    }
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(all, random);
      StringBuilder text = new StringBuilder();
      List<String> apart = new ArrayList<>();
      for (Path file : all.subList(0, 4)) {
        // with a line end: a last line without one may have been cut, which is another thing
        String capture = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) + "\n";
        text.append("root@host / # \n").append(capture).append("\n");
        apart.addAll(
            values(
                Readings.of(
                    "host", capture.getBytes(StandardCharsets.ISO_8859_1), ReadOptions.DEFAULT)));
      }
      List<String> together =
          values(
              Readings.of(
                  "host",
                  text.toString().getBytes(StandardCharsets.ISO_8859_1),
                  ReadOptions.DEFAULT));
      Collections.sort(apart);
      Collections.sort(together);
      assertEquals(apart, together, all.subList(0, 4)::toString);
    }
  }

  private static List<String> values(Reading reading) {
    List<String> values = new ArrayList<>();
    reading
        .tables()
        .forEach(
            table ->
                table.forEach(
                    sample ->
                        values.add(
                            sample.origin().format()
                                + " "
                                + sample.metric()
                                + " "
                                + sample.value())));
    return values;
  }

  static List<Path> foreignTexts() throws IOException {
    return ForeignTexts.files();
  }

  @ParameterizedTest
  @MethodSource("foreignTexts")
  void whatIsNoCaptureGivesNothingButOneDiagnostic(Path file) throws IOException {
    Reading reading = Readings.of("some.txt", Files.readAllBytes(file), ReadOptions.DEFAULT);

    assertEquals(List.of(), reading.tables());
    assertEquals(1, reading.diagnostics().size(), () -> reading.diagnostics().toString());
    assertEquals(DiagnosticCode.UNKNOWN_FORMAT, reading.diagnostics().get(0).code());
    assertTrue(reading.lines().understood() == 0);
  }
}
