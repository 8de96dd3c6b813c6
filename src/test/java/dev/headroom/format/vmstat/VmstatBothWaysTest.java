package dev.headroom.format.vmstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.Tries;
import dev.headroom.capture.Limits;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar is the format: the decoder of rows gives what the grammar alone gives. */
class VmstatBothWaysTest {
  private static final ReadOptions BY_GRAMMAR =
      new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, true);

  private static Reading check(String source, byte[] text) {
    Reading decoded = Readings.of(source, text, ReadOptions.DEFAULT);
    List<String> byGrammar = Readings.all(Readings.of(source, text, BY_GRAMMAR)).lines().toList();
    List<String> byDecoder = Readings.all(decoded).lines().toList();
    for (int i = 0; i < Math.min(byGrammar.size(), byDecoder.size()); i++) {
      assertEquals(byGrammar.get(i), byDecoder.get(i));
    }
    assertEquals(byGrammar.size(), byDecoder.size());
    return decoded;
  }

  static Stream<Path> captures() throws IOException {
    List<Path> captures = new ArrayList<>();
    for (String root : List.of("src/test/resources/golden", "samples")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files
            .filter(Files::isRegularFile)
            .filter(file -> file.toString().contains("vmstat"))
            .filter(file -> !file.toString().endsWith(".golden"))
            .sorted()
            .forEach(captures::add);
      }
    }
    return captures.stream();
  }

  @ParameterizedTest
  @MethodSource("captures")
  void everyCaptureReadsTheSame(Path file) throws IOException {
    check(file.toString(), Files.readAllBytes(file));
  }

  @Property(tries = 200 * Tries.TIMES, seed = Tries.SEED, shrinking = ShrinkingMode.OFF)
  void everyInventedTextReadsTheSame(@ForAll long seed) {
    check("lpar7.txt", VmstatTexts.random(seed).getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aLongRunOverManyWindowsReadsTheSame() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    VmstatTexts.regular(text, 3 << 20);
    Reading reading = check("lpar7.txt", text.toByteArray());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(0, reading.lines().rejected());
    long rows = reading.tables().stream().mapToLong(table -> table.rows()).max().orElse(0);
    assertTrue(rows > 20_000, "rows: " + rows);
  }

  /** Wherever the input ends inside a row, and with it the window, nothing is read beyond. */
  @Test
  void aTextCutAnywhereReadsTheSame() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    VmstatTexts.regular(text, 900);
    String whole = text.toString(StandardCharsets.US_ASCII);
    for (int end = whole.length() - 260; end < whole.length(); end++) {
      check("lpar7.txt", whole.substring(0, end).getBytes(StandardCharsets.US_ASCII));
      check("lpar7.txt", (whole.substring(0, end) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
  }
}
