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
import org.junit.jupiter.params.provider.ValueSource;

/** No format takes another's lines, and none takes lines that are no capture. */
final class FormatConfusionTest {
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
                own.contains(format.name()) ? List.of(format.name()) : List.of();
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
                            sample.format() + " " + sample.metric() + " " + sample.value())));
    return values;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----\n"
            + " r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st\n"
            + " 1  0      0 812000  21000 912000    0    0     5    10   90  180  2  1 97  0  0\n",
        "System configuration: lcpu=4 drives=3 paths=4 vdisks=2\n\n"
            + "tty:      tin         tout    avg-cpu: % user % sys % idle % iowait\n"
            + "          0.0          1.0                0.2   0.3   99.5      0.0\n",
        "System configuration: type=Shared mode=Uncapped smt=4 lcpu=8 mem=4096MB psize=16 ent=2.00\n\n"
            + "%user  %sys  %wait  %idle physc %entc  lbusy  vcsw phint\n"
            + "----- ----- ------ ------ ----- ----- ------ ----- -----\n"
            + "  5.3  10.5    0.0   84.2  0.17  24.3    6.0  6133  2107\n",
        "System configuration: lcpu=4 mem=7936MB mpsz=0.00GB iome=7936.00MB iomp=16 ent=0.20\n\n"
            + "physb   hpi  hpit  pmem  iomin   iomu   iomf  iohwm iomaf %entc  vcsw\n"
            + " 0.63     0     0  7.75   46.8   -     -     -       0   4.1 12490\n",
        "ZZZZ,T0001,00:00:10,01-JAN-2020\nMEM,T0001,1.0,99.0,100.0,2000.0,8192.0,2048.0\n",
        "Dear all,\n\nplease look at the memory of size 12 and free 3 at 10:00:00.\nThe page is in use.\n",
        "name,size\na,1\nb,2\n",
        "public final class Memory {\n  int size = 5; // in use\n}\n",
        "    0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18\n    1 2 3 4 5 6 7 8 9 9 9 9 9 9 9 9 9 9 9\n",
      })
  void whatIsNoCaptureGivesNothingButOneDiagnostic(String text) {
    Reading reading = Readings.of("some.txt", text);

    assertEquals(List.of(), reading.tables());
    assertEquals(1, reading.diagnostics().size(), () -> reading.diagnostics().toString());
    assertEquals(DiagnosticCode.UNKNOWN_FORMAT, reading.diagnostics().get(0).code());
    assertTrue(reading.lines().understood() == 0);
  }
}
