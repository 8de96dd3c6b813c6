package dev.headroom.format.lparstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.BrokenInput;
import dev.headroom.format.ForeignTexts;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.PartitionPropertiesLexer;
import dev.headroom.format.grammar.PartitionPropertiesParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionPropertiesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/lparstat-i");

  private static String golden(String name) throws IOException {
    return Files.readString(GOLDEN.resolve(name), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"erp4.ams71.txt", "old53.dedicated.txt", "fleet.txt", "komma.ame.txt"})
  void theGrammarDescribesUndamagedLists(String name) throws IOException {
    PartitionPropertiesLexer lexer =
        new PartitionPropertiesLexer(CharStreams.fromString(golden(name)));
    PartitionPropertiesParser parser = new PartitionPropertiesParser(new CommonTokenStream(lexer));
    parser.setErrorHandler(new BailErrorStrategy());
    assertFalse(parser.section().property().isEmpty());
  }

  /** The damaged line stands between two good ones, which must keep their samples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Online Memory : 4O96 MB        | 2:17 bad-number: '4O96 MB' is not a size; the line is left out
          Online Memory : 4096           | 2:17 truncated: '4096' has no whole unit, so it was cut; the line is left out
          Online Memory : 4096 M         | 2:17 truncated: '4096 M' has no whole unit, so it was cut; the line is left out
          Online Memory : 40.            | 2:17 truncated: '40.' has no whole unit, so it was cut; the line is left out
          Online Memory : -4096 MB       | 2:17 bad-number: '-4096 MB' is not a size; the line is left out
          Online Memory : 4096 MB MB     | 2:17 bad-number: '4096 MB MB' is not a size; the line is left out
          Online Memory : 99999999999999999 MB | 2:17 bad-number: '99999999999999999 MB' is not a size; the line is left out
          Online Memory   4096 MB        | 2:17 unexpected-line: there is no colon between label and value; the line is left out
          Online Mem                     | 2:11 truncated: the label has no colon and no value; the line is left out
          Onlin Memory : 4096 MB         | 2:1 unknown-label: label 'Onlin Memory' is not known; the line is left out
          Memory Pool ID : 1.5           | 2:18 bad-number: '1.5' is not a whole number; the line is left out
          Memory Pool ID : pool          | 2:18 bad-number: 'pool' is not a number; the line is left out
          Memory Pool ID : 1234567890123 | 2:18 bad-number: '1234567890123' is not a number; the line is left out
          Online Virtual CPUs : 4.       | 2:23 truncated: '4.' is not a whole number, so it was cut; the line is left out
          Entitled Capacity : 0,         | 2:21 truncated: '0,' is not a whole number, so it was cut; the line is left out
          Entitled Capacity : 0.5O       | 2:21 bad-number: '0.5O' is not a number; the line is left out
          """)
  void aDamagedLineCostsItself(String damaged, String message) {
    String text = "Maximum Memory : 1 GB\n" + damaged + "\nMinimum Memory : 256 MB\n";
    new BrokenInput(damaged, text, 2, 1, List.of(message)).check();
    Reading reading = Readings.of("x", text);
    assertEquals(
        List.of(
            "1 lparstat-i partition/x memory.maximum - #0 1073741824 B",
            "3 lparstat-i partition/x memory.minimum - #0 268435456 B"),
        Readings.samples(reading));
    assertEquals(2, reading.lines().understood());
  }

  @ParameterizedTest
  @CsvSource({
    "Memory Pool ID : 1, 18, the input ends inside this number",
    "Online Virtual CPUs : 1, 23, the input ends inside this number",
    "Entitled Capacity : 1, 21, the input ends inside this number",
    "Entitled Capacity : 1.2, 21, the input ends inside this number",
    "Entitled Capacity : 1.25, 21, the input ends inside this number",
    "Partition Name : ab, 18, the input ends inside this name",
  })
  void aValueThatTheInputEndsInIsNone(String last, int column, String fault) {
    Reading reading = Readings.of("x", "Online Memory : 2048 MB\n" + last);
    assertEquals(
        "x:2:" + column + ": truncated: " + fault + ", so it was cut; the line is left out",
        reading.diagnostics().get(0).render().lines().findFirst().orElse(""));
    assertEquals(
        List.of("1 lparstat-i partition/x memory.logical - #0 2147483648 B"),
        Readings.samples(reading));
  }

  @Test
  void aValueWithItsUnitNeedsNoLineEnd() {
    Reading reading = Readings.of("x", "Memory Pool ID : 1\nOnline Memory : 12.000 GB");
    assertEquals(2, reading.lines().understood());
    assertEquals(2, Readings.samples(reading).size());
  }

  /** Wherever a list is cut, what is read of it was printed. */
  @Test
  void aCutListGivesNothingThatWasNotPrinted() throws IOException {
    String whole = golden("erp4.ams71.txt");
    List<String> samples = Readings.samples(Readings.of("erp4.txt", whole));
    for (int end = 0; end <= whole.length(); end++) {
      Reading reading = Readings.of("erp4.txt", whole.substring(0, end));
      assertTrue(
          samples.containsAll(Readings.samples(reading)), () -> "cut: " + Readings.all(reading));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    Type: Dynamic\n    Unit: numeric\n",
        "Type: Dynamic\nprose\nMemory Mode : Shared\n",
        "Type : Shared\nMode : Capped\n",
        "Memory Mode : Shared\nPaging space: lv00 (16 GB)\n",
        "Online Memory : 8192 MB\n",
      })
  void oneLabelIsNoList(String text) {
    Reading reading = Readings.of("x", text);
    assertEquals(List.of(), Readings.samples(reading));
    assertTrue(Readings.all(reading).contains("unknown-format"), Readings.all(reading));
  }

  @Test
  void aListMayBeginWithAnyLabelAndHoldBlankAndDamagedLines() {
    Reading reading =
        Readings.of(
            "x",
            """
            Type                  : Shared-SMT

            M0de   : Capped

            Mode : Capped
            Entitled Capacity     : 0.50
            """);
    assertEquals(1, Readings.samples(reading).size());
  }

  @Test
  void aSecondListBeginsAtARepeatedLabelAndHasTheNextTime() {
    String list = "Entitled Capacity : 0.50\nOnline Memory : 2048 MB\n";
    Reading reading = Readings.of("x", "root@a / # date\nMon Mar  3 10:00:00 2014\n" + list + list);
    assertEquals(
        List.of(
            "3 lparstat-i partition/a cpu.entitlement 2014-03-03T10:00 #0 0.5 cores",
            "4 lparstat-i partition/a memory.logical 2014-03-03T10:00 #0 2147483648 B",
            "5 lparstat-i partition/a cpu.entitlement - #1 0.5 cores",
            "6 lparstat-i partition/a memory.logical - #1 2147483648 B"),
        Readings.samples(reading));
  }

  static List<String> foreignTexts() throws IOException {
    return ForeignTexts.all();
  }

  @ParameterizedTest
  @MethodSource("foreignTexts")
  void whatFollowsAListIsNotOfIt(String foreign) {
    Reading reading =
        Readings.of(
            "x",
            "Online Memory : 2048 MB\nMemory Pool ID : 0\n"
                + foreign
                + "Tue Jun 30 12:03:33 2009\n");
    assertEquals(2, Readings.samples(reading).size());
    assertEquals(List.of(), reading.diagnostics());
  }
}
