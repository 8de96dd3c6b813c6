package dev.headroom.format.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.HmcRecordsLexer;
import dev.headroom.format.grammar.HmcRecordsParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code lslparutil} and {@code lshwres} print, whole and damaged. */
final class HmcCommandsTest {
  private static final String POOL =
      "time=03/14/2023 10:02:14,event_type=sample,resource_type=mempool,curr_pool_mem=24576,"
          + "sys_firmware_pool_mem=256,page_faults=81234,page_in_delay=161000000\n";
  private static final String COMMAND =
      "hscroot@h:~> lslparutil -m S -r mempool -F time,curr_pool_mem,page_faults\n";

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaid() {
    return Stream.of(
            new BrokenInput(
                "a word in the place of a figure",
                POOL.replace("24576", "24S76"),
                1,
                0,
                List.of("1:80 bad-number: '24S76' is not a number; it counts as absent")),
            new BrokenInput(
                "more memory than there is",
                POOL.replace("24576", "24576245762457"),
                1,
                0,
                List.of(
                    "1:80 bad-number: '24576245762457' MB is more than any server has; it counts as"
                        + " absent")),
            new BrokenInput(
                "memory below zero",
                POOL.replace("24576", "-24576"),
                1,
                0,
                List.of(
                    "1:80 bad-number: '-24576' is below zero, which this cannot be; it counts as"
                        + " absent")),
            new BrokenInput(
                "a line that ends in a figure",
                POOL.substring(0, POOL.indexOf("76,sys")) + "\n" + POOL,
                2,
                0,
                List.of(
                    "1:80 truncated: the line ends inside this value, which may have been cut; it"
                        + " counts as absent")),
            new BrokenInput(
                "a line that ends inside a key",
                POOL + POOL.substring(0, POOL.indexOf("_mem=256")) + "\n",
                2,
                1,
                List.of(
                    "2:86 unexpected-line: this is no key with its value; the line is left out")),
            new BrokenInput(
                "a key that is not known",
                POOL.replace("curr_pool_mem", "curr_pool_mum") + POOL.replace("curr_p", "curr_q"),
                2,
                0,
                List.of(
                    "1:66 unknown-column: key 'curr_pool_mum' is not known; its values are left"
                        + " out",
                    "2:66 unknown-column: key 'curr_qool_mem' is not known; its values are left"
                        + " out")),
            new BrokenInput(
                "a key that stands twice",
                POOL + POOL.replace("curr_pool_mem", "sys_firmware_pool_mem"),
                2,
                1,
                List.of(
                    "2:94 unexpected-line: the key stands twice in the line, which is left out")),
            new BrokenInput(
                "a row of another answer",
                COMMAND + "06/30/2021 12:00:00,db,shared\n06/30/2021 12:00:30,8192,7\n",
                1,
                1,
                List.of(
                    "2:0 unexpected-line: the values are not those that are named above; the row is"
                        + " left out")),
            new BrokenInput(
                "a mode of memory that is none",
                "hscroot@h:~> lslparutil -r lpar -F time,lpar_name,mem_mode,curr_mem\n"
                    + "06/30/2021 12:00:00,12288,256,14336\n",
                0,
                1,
                List.of(
                    "2:0 unexpected-line: the values are not those that are named above; the row is"
                        + " left out")),
            new BrokenInput(
                "a quote that has no other",
                COMMAND + "06/30/2021 12:00:00,8192,7\"\n",
                0,
                1,
                List.of("2:27 unexpected-line: this is no value; the row is left out")),
            new BrokenInput(
                "what a partition runs with is lost",
                "lpar_name=web,lpar_id=4,curr_min_mem=1024,curr_mem=8192,run_min_mem=0,mem_mode=ded\n",
                1,
                0,
                List.of()),
            new BrokenInput(
                "a time that is none",
                POOL + POOL.replace("03/14", "14/14"),
                2,
                1,
                List.of(
                    "2:6 bad-time: '14/14/2023 10:02:14' is no date and time; the line is left"
                        + " out")),
            new BrokenInput(
                "a partition without a name",
                POOL.replace("mempool", "lpar"),
                0,
                1,
                List.of("1:0 unexpected-line: no partition is named; the line is left out")),
            new BrokenInput(
                "rows that nothing names",
                "03/14/2023 10:02:14,24576,1\n03/14/2023 10:01:14,24576,1\n",
                0,
                2,
                List.of(
                    "1:0 no-header: nothing names these values; ask for --header, or keep the"
                        + " command above its answer")),
            new BrokenInput(
                "rows that are too short and too long",
                COMMAND + "03/14/2023 10:02:14,24576\n03/14/2023 10:01:14,24576,1,2\n",
                0,
                2,
                List.of(
                    "2:0 truncated: the row has 2 values instead of 3; it is left out",
                    "3:0 extra-cells: the row has 4 values instead of 3; it is left out")),
            new BrokenInput(
                "an input that ends in a figure",
                COMMAND + "03/14/2023 10:02:14,24576,81",
                1,
                0,
                List.of(
                    "2:27 truncated: the line ends inside this value, which may have been cut; it"
                        + " counts as absent")),
            new BrokenInput(
                "a counter that fell",
                COMMAND + "03/14/2023 10:02:14,24576,81\n03/14/2023 10:01:14,24576,8100\n",
                2,
                0,
                List.of(
                    "2:0 inconsistent: page_faults falls from 8100 to 81: it began anew, and what"
                        + " it counted in the interval is not known")),
            new BrokenInput(
                "a counter that was damaged",
                COMMAND
                    + "03/14/2023 10:02:14,24576,82\n03/14/2023 10:01:14,24576,8100\n"
                    + "03/14/2023 10:00:14,24576,80\n",
                3,
                0,
                List.of(
                    "3:0 bad-number: page_faults 8100 is not between the samples before and after"
                        + " it; it counts as absent")),
            new BrokenInput(
                "a partition's memory without a name",
                "hscroot@h:~> lshwres -r mem --level lpar -m S\nlpar_id=3,curr_mem=2048,"
                    + "run_mem=2048,mem_mode=ded,curr_hpt_ratio=1:64\n",
                0,
                1,
                List.of("2:0 unexpected-line: no partition is named; the line is left out")))
        .map(BrokenInput::test);
  }

  @Test
  void wholeDaysTellWhichFigureIsTheMonth() {
    String row = ",erp,0.5,1,cap,10,20,30,0,shared,2048,1792,96,64,-128,0\n";
    Reading reading = Readings.of("x", "13/03/2023 00:00:30" + row + "12/03/2023 23:59:30" + row);
    assertEquals(
        List.of("2023-03-12T23:59:30", "2023-03-13T00:00:30"),
        Readings.samples(reading).stream()
            .filter(line -> line.contains("memory.loaned"))
            .map(line -> line.split(" ", -1)[4])
            .toList());
    Reading mixed = Readings.of("x", "13/03/2023 00:00:30" + row + "12/13/2023 23:59:30" + row);
    assertTrue(
        Readings.all(mixed)
            .contains("1:0: bad-time: day and month stand the other way round in other lines"),
        Readings.all(mixed));
  }

  @Test
  void aServerWithoutAPoolIsNoError() {
    Reading reading = Readings.of("x", "No results were found.\n");
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(0, reading.lines().rejected());
  }

  @Test
  void theGrammarsSectionIsAWholeAnswer() throws IOException {
    for (Path file : List.of(Path.of("src/test/resources/golden/lslparutil/srv8.raw.txt"))) {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      HmcRecordsParser parser =
          new HmcRecordsParser(
              new CommonTokenStream(new HmcRecordsLexer(CharStreams.fromString(text))));
      parser.section();
      assertEquals(0, parser.getNumberOfSyntaxErrors(), file.toString());
    }
  }

  @Test
  void realAnswersAreRead() throws IOException {
    List<Path> files = SharedFolder.files("captures/hmc", ".*");
    for (Path file : files) {
      Reading reading = Readings.of(file);
      assertEquals(List.of(), reading.diagnostics(), file.toString());
      assertEquals(0, reading.lines().rejected(), file.toString());
    }
  }
}
