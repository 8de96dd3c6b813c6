package dev.headroom.format.nmon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Limits;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.format.grammar.NmonLexer;
import dev.headroom.format.grammar.NmonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of nmon, beyond what their golden pairs show. */
class NmonTest {
  private static final ReadOptions BY_GRAMMAR =
      new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), Limits.DEFAULT, true);
  private static final String SOURCE = "erpdb1_190305_2357.nmon";
  private static final String MEM =
      "MEM,Memory h,Real Free %,Virtual free %,Real free(MB),Virtual free(MB),Real total(MB),"
          + "Virtual total(MB)\n";
  private static final String TIMES =
      "ZZZZ,T0001,08:00:00,05-MAR-2019\nZZZZ,T0002,08:01:00,05-MAR-2019\n";

  @ParameterizedTest
  @ValueSource(strings = {SOURCE, "erpapp2.shares.nmon", "lop7.ams.nmon"})
  void theGrammarDescribesUndamagedFiles(String name) throws IOException {
    NmonLexer lexer = new NmonLexer(CharStreams.fromPath(NmonTexts.path(name)));
    NmonParser parser = new NmonParser(new CommonTokenStream(lexer));
    parser.setErrorHandler(new BailErrorStrategy());
    assertNotNull(parser.section().line(0));
  }

  private static void assertReadsTheSame(byte[] bytes) {
    Reading fast = Readings.of(SOURCE, bytes, ReadOptions.DEFAULT);
    Reading slow = Readings.of(SOURCE, bytes, BY_GRAMMAR);
    assertEquals(Readings.all(slow), Readings.all(fast));
  }

  @Test
  void theWindowGivesWhatTheGrammarAloneGives() {
    for (String text : List.of(NmonTexts.pages(), NmonTexts.shares(), NmonTexts.linux())) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertReadsTheSame(bytes);
      for (int end = bytes.length - 1; end > bytes.length - 80; end--) {
        assertReadsTheSame(Arrays.copyOf(bytes, end));
      }
      assertReadsTheSame(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aLongFileReadsTheSameBothWaysAndBrokenAnywhere() {
    byte[] bytes = NmonTexts.regular(20);
    assertReadsTheSame(bytes);
    Random random = new Random(11);
    byte[] some = Arrays.copyOf(bytes, 30_000);
    for (int round = 0; round < 20; round++) {
      byte[] broken = some.clone();
      for (int i = 0; i < 5; i++) {
        broken[random.nextInt(broken.length)] = (byte) (random.nextInt(96) + 31);
      }
      assertReadsTheSame(broken);
    }
  }

  /** The samples without their lines, which are others in a file of another order. */
  private static List<String> samples(String text) {
    Reading reading = Readings.of(SOURCE, text);
    assertEquals(List.of(), reading.diagnostics(), () -> Readings.all(reading));
    return Readings.samples(reading).stream()
        .map(sample -> sample.substring(sample.indexOf(' ') + 1))
        .sorted()
        .toList();
  }

  @Test
  void aSortedFileGivesWhatItGaveBefore() {
    for (String text : List.of(NmonTexts.pages(), NmonTexts.shares(), NmonTexts.linux())) {
      List<String> lines = NmonTexts.lines(text);
      List<String> before = samples(text);
      Collections.sort(lines);
      assertEquals(before, samples(NmonTexts.text(lines)));
      lines.sort(String.CASE_INSENSITIVE_ORDER);
      assertEquals(before, samples(NmonTexts.text(lines)));
      lines.sort(Collections.reverseOrder());
      assertEquals(before, samples(NmonTexts.text(lines)));
    }
  }

  @Test
  void linesMayComeInAnyOrder() {
    for (String text : List.of(NmonTexts.shares(), NmonTexts.linux())) {
      List<String> before = samples(text);
      for (int seed = 0; seed < 20; seed++) {
        List<String> lines = NmonTexts.lines(text);
        Collections.shuffle(lines, new Random(seed));
        assertEquals(before, samples(NmonTexts.text(lines)), "order " + seed);
      }
    }
  }

  @Test
  void aHeaderMayComeTwiceAndWithMoreColumns() {
    String text = NmonTexts.shares();
    String header =
        NmonTexts.lines(text).stream()
            .filter(line -> line.startsWith("MEMNEW,Mem"))
            .findAny()
            .get();
    List<String> before = samples(text);
    assertEquals(before, samples(text.replace("ZZZZ,T0002", header + "\nZZZZ,T0002")));
    String wider =
        text.replace("MEMNEW,T0002,", "MEMNEW,T0002,7,")
            .replace("MEMNEW,T0003,", "MEMNEW,T0003,7,")
            .replace("ZZZZ,T0002", header.replace(",Process%", ",Free,Process%") + "\nZZZZ,T0002");
    Reading reading = Readings.of(SOURCE, wider);
    assertEquals(1, reading.diagnostics().size(), () -> Readings.all(reading));
    assertTrue(Readings.all(reading).contains("heading 'Free' is not known"));
    assertEquals(0, reading.lines().rejected());
    assertEquals(before.size(), Readings.samples(reading).size());
  }

  @Test
  void aPackedFileIsReadAsItIs() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(NmonTexts.shares().getBytes(StandardCharsets.US_ASCII));
    }
    Reading reading = Readings.of("erpapp2.nmon.gz", packed.toByteArray(), ReadOptions.DEFAULT);
    assertEquals(
        Readings.samples(Readings.of("erpapp2.nmon", NmonTexts.shares())),
        Readings.samples(reading));
  }

  @Test
  void aRecordingThatWasStartedAgainIsAnother() {
    String next =
        NmonTexts.shares()
            .replace("AAA,time,08:00:01", "AAA,time,09:00:01")
            .replace(",08:0", ",09:0");
    List<String> one = samples(NmonTexts.shares());
    List<String> both = samples(NmonTexts.shares() + next);
    assertEquals(2 * one.size(), both.size());
    assertTrue(both.containsAll(one) && both.containsAll(samples(next)));
  }

  @Test
  void aRecordingThatBeginsAnewWithoutFactsIsAnother() {
    String text = NmonTexts.shares();
    String rows = text.substring(text.indexOf("ZZZZ,T0001")).replace(",08:0", ",09:0");
    assertEquals(2 * samples(text).size(), samples(text + rows).size());
  }

  @Test
  void recordingsOfTwoPartitionsInOneFileAreTwo() {
    String other = NmonTexts.shares().replace("erpapp2", "erpapp3").replace("08:00:01", "08:00:31");
    List<String> both = samples(NmonTexts.shares() + other);
    assertEquals(both.size() / 2, both.stream().filter(line -> line.contains("/erpapp3 ")).count());
  }

  @Test
  void factsThatAreRepeatedAtTheEndBeginNothing() {
    String text = NmonTexts.shares();
    String facts = text.substring(0, text.indexOf("CPU01,"));
    assertEquals(samples(text), samples(text + facts));
  }

  @Test
  void aSortedFileOfTwoRecordingsGivesNoFigureOfTheWrongOne() {
    String next =
        NmonTexts.shares()
            .replace("AAA,time,08:00:01", "AAA,time,09:00:01")
            .replace(",08:0", ",09:0")
            .replace("MEM,T0001,6.6", "MEM,T0001,6.5")
            .replace("PAGE,T0001,2013.5", "PAGE,T0001,2013.6")
            .replace("PROC,T0002,5.50", "PROC,T0002,6.50");
    List<String> lines = NmonTexts.lines(NmonTexts.shares() + next);
    Collections.sort(lines);
    Reading reading = Readings.of(SOURCE, NmonTexts.text(lines));
    assertEquals(List.of(), reading.tables());
    assertTrue(reading.lines().rejected() > 30, () -> Readings.all(reading));
  }

  @ParameterizedTest
  @CsvSource({
    "LPARNumberName|3|lpar-a;NodeName|node;host|h;runname|r, lpar-a",
    "LPARNumberName|3|none;NodeName|node;host|h;runname|r, node",
    "host|h;runname|r, h",
    "runname|r, r",
    "user|root, erpdb1"
  })
  void theNameIsThePartitionsThenTheNodesThenTheHosts(String facts, String name) {
    StringBuilder text = new StringBuilder();
    for (String fact : facts.split(";", -1)) {
      text.append("AAA,").append(fact.replace('|', ',')).append('\n');
    }
    text.append(MEM).append(TIMES).append("MEM,T0001,1.0,99.0,10.0,90.0,1000.0,100.0\n");
    Reading reading = Readings.of(SOURCE, text.toString());
    assertEquals(name, reading.tables().get(0).subject().name());
  }

  @Test
  void anotherNameOfTheHostIsTheSameMachine() {
    String text = NmonTexts.shares().replace("AAA,host,erpapp2", "AAA,host,hostapp2");
    Reading reading =
        Readings.of(
            "x",
            text
                + "\nroot@hostapp2 / # vmstat -v\n   262144 memory pages\n"
                + "   200000 lruable pages\n   100000 free pages\n");
    assertEquals(
        List.of("erpapp2"),
        reading.tables().stream().map(table -> table.subject().name()).distinct().toList());
  }

  @Test
  void timesWithoutADateGoOnFromTheDayOfTheRecording() {
    String text =
        "AAA,date,05-MAR-2019\nAAA,time,23:59:00\n"
            + MEM
            + "ZZZZ,T0001,23:59:30\nMEM,T0001,1.0,99.0,10.0,90.0,1000.0,100.0\n"
            + "ZZZZ,T0002,00:00:30\nMEM,T0002,1.0,99.0,10.0,90.0,1000.0,100.0\n";
    List<String> samples = Readings.samples(Readings.of("h", text));
    assertTrue(samples.get(0).contains(" 2019-03-05T23:59:30 #0"), samples::toString);
    assertTrue(samples.get(5).contains(" 2019-03-06T00:00:30 #1"), samples::toString);
  }

  @Test
  void marksMayHaveMoreThanFourDigits() {
    String text =
        MEM
            + "ZZZZ,T9999,08:00:00,05-MAR-2019\nMEM,T9999,1.0,99.0,10.0,90.0,1000.0,100.0\n"
            + "ZZZZ,T10000,08:01:00,05-MAR-2019\nMEM,T10000,1.0,99.0,20.0,90.0,1000.0,100.0\n";
    List<String> lines = NmonTexts.lines(text);
    List<String> before = samples(text);
    assertEquals(10, before.size());
    Collections.sort(lines); // T10000 stands above T9999
    assertEquals(before, samples(NmonTexts.text(lines)));
  }

  @Test
  void aRowOfPagesMayBreakOffBehindTheFramesInUse() {
    String text = NmonTexts.pages();
    String whole =
        NmonTexts.lines(text).stream()
            .filter(line -> line.startsWith("MEMPAGES64KB,T0002"))
            .findAny()
            .get();
    String head = String.join(",", Arrays.asList(whole.split(",", -1)).subList(0, 15));
    Reading reading = Readings.of(SOURCE, text.replace(whole, head));
    List<String> of2 =
        Readings.samples(reading).stream()
            .filter(sample -> sample.contains("23:59:02 ") && sample.startsWith("98 "))
            .toList();
    assertEquals(2, of2.size(), of2::toString); // memory.virtual and memory.filecache
    assertEquals(0, reading.lines().rejected());
    String wrong = head.replace(",60200,", ",60201,");
    assertNotEquals(head, wrong);
    Reading rejected = Readings.of(SOURCE, text.replace(whole, wrong));
    assertEquals(1, rejected.lines().rejected());
  }

  @Test
  void withoutSectionsOfPagesVirtualMemoryIsABound() {
    List<String> with = samples(NmonTexts.pages());
    String text =
        NmonTexts.text(
            NmonTexts.lines(NmonTexts.pages()).stream()
                .filter(line -> !line.startsWith("MEMPAGES"))
                .toList());
    double exact = virtual(with);
    double bound = virtual(samples(text));
    // 39.1 + 26.0 % of 8192 MB, and 302500 pages of 4 KiB and 60100 of 64 KiB
    assertEquals(Math.rint(0.651 * 8192 * (1 << 20)), bound);
    assertEquals(302_500 * 4096.0 + 60_100 * 65_536.0, exact);
  }

  private static double virtual(List<String> samples) {
    String first =
        samples.stream()
            .filter(sample -> sample.contains("memory.virtual 2019-03-05T23:58:02"))
            .findAny()
            .orElseThrow();
    return Double.parseDouble(first.split(" ", -1)[5]);
  }

  @Test
  void fillersAreAbsent() {
    for (String filler : List.of("-1.0", "-0.0", "nan", "-nan", "INF", "", "-", "...")) {
      String text =
          MEM
              + "ZZZZ,T0001,08:00:00,05-MAR-2019\nMEM,T0001,1.0,99.0,"
              + filler
              + ",90.0,1000.0,100.0\n";
      assertEquals(3, samples(text).size(), filler);
    }
  }

  @TestFactory
  Stream<DynamicTest> brokenInputsAreTold() {
    String ok = "MEM,T0001,1.0,99.0,10.0,90.0,1000.0,100.0\n";
    return Stream.of(
            new BrokenInput(
                "a cell that is no number costs itself",
                MEM + TIMES + ok.replace("10.0", "1O.0"),
                3,
                0,
                List.of("4:20 bad-number: '1O.0' is not a number; the cell counts as absent")),
            new BrokenInput(
                "a negative figure is none",
                MEM + TIMES + ok.replace("10.0", "-7.5"),
                3,
                0,
                List.of("4:20 bad-number: '-7.5' is not a number; the cell counts as absent")),
            new BrokenInput(
                "a row that is short",
                MEM + TIMES + "MEM,T0001,1.0,99.0,10.0\n" + ok.replace("T0001", "T0002"),
                5,
                1,
                List.of("4:24 truncated: the row has 3 cells instead of 6; it is left out")),
            new BrokenInput(
                "a row that is long",
                MEM + TIMES + "MEM,T0001,1.0,99.0,10.0,90.0,1000.0,100.0,3\n",
                0,
                1,
                List.of("4:43 extra-cells: the row has 7 cells instead of 6; it is left out")),
            new BrokenInput(
                "rows without a header",
                TIMES + ok + ok.replace("T0001", "T0002"),
                0,
                2,
                List.of(
                    "3:1 no-header: no header names the columns of MEM; its 2 rows are left out")),
            new BrokenInput(
                "the rest of a row",
                MEM + TIMES + ok + "25.531,7,28,8,7.00,200,0.00\n",
                5,
                1,
                List.of(
                    "5:1 unexpected-line: the line does not begin with the name of a section; it"
                        + " is left out")),
            new BrokenInput(
                "a mark that is damaged",
                MEM + TIMES + ok.replace("T0001", "T00O1"),
                0,
                1,
                List.of(
                    "4:5 unexpected-line: behind MEM stands neither a snapshot's mark nor a header;"
                        + " the line is left out")),
            new BrokenInput(
                "a time that is none",
                MEM + "ZZZZ,T0001,28:00:00,05-MAR-2019\n" + ok,
                5,
                1,
                List.of(
                    "2:12 bad-time: '28:00:00,05-MAR-2019' is no time and date of nmon; the"
                        + " snapshot keeps its place and has no time")),
            new BrokenInput(
                "a date that is missing where others have one",
                MEM + TIMES + "ZZZZ,T0003,08:02:00\n" + ok,
                5,
                1,
                List.of(
                    "4:12 bad-time: the date is missing; the snapshot keeps its place and has no"
                        + " time")),
            new BrokenInput(
                "a clock that goes back",
                MEM + TIMES.replace("08:01", "07:01") + ok,
                5,
                0,
                List.of(
                    "3:0 clock-jump: the snapshot above has a later time; both are kept as read")),
            new BrokenInput(
                "a row twice, with other figures",
                MEM + TIMES + ok + ok.replace("10.0", "11.0"),
                0,
                2,
                List.of(
                    "5:1 unexpected-line: MEM of snapshot 1 stands twice, with other figures; both"
                        + " are left out")),
            new BrokenInput(
                "a row twice, with the same figures", MEM + TIMES + ok + ok, 5, 0, List.of()),
            new BrokenInput(
                "a heading that is not known",
                MEM.replace("Virtual free %", "Virtual fxee %") + TIMES + ok,
                5,
                0,
                List.of(
                    "1:26 unknown-column: heading 'Virtual fxee %' is not known; its column is left"
                        + " out")),
            new BrokenInput(
                "a heading that stands twice",
                MEM.replace("Virtual free(MB)", "Real free(MB)") + TIMES + ok,
                2,
                0,
                List.of(
                    "1:41 unknown-column: heading 'Real free(MB)' stands twice; both columns are"
                        + " left out")),
            new BrokenInput(
                "the input ends inside a figure",
                MEM + TIMES + "MEM,T0001,1.0,99.0,10.0,90.0,1000.0,10",
                3,
                0,
                List.of(
                    "4:37 truncated: the input ends inside '10', which may have been cut; the cell"
                        + " counts as absent")),
            new BrokenInput(
                "the input ends inside a row",
                MEM + TIMES + ok + "MEM,T0002,1.0,99",
                5,
                1,
                List.of("5:17 truncated: the row has 2 cells instead of 6; it is left out")),
            new BrokenInput(
                "a line that wraps a bad one",
                "AAA,host,h\nBBBP,010,lparstat -i\n"
                    + "BBBP,011,lparstat -i,\"Online Memory              : 8X92 MB\"\n",
                0,
                1,
                List.of("3:52 bad-number: '8X92 MB' is not a size; the line is left out")),
            new BrokenInput(
                "a name that is cut",
                MEM + TIMES + ok + "AAA,host,erp",
                5,
                1,
                List.of(
                    "5:10 truncated: the input ends inside this value, which may have been cut; the"
                        + " line is left out")))
        .map(input -> input.testIn("h.nmon"));
  }

  /** Each identity of a snapshot, with a figure that breaks it and no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MEM,T0001,6.6,99.0,538.9|MEM,T0001,6.6,99.0,539.9|Real free(MB)
          MEM,T0001,6.6,99.0,538.9,5069.0,8192.0|MEM,T0001,6.6,99.0,538.9,5069.0,8193.0|Real total(MB)
          MEMNEW,T0001,39.1|MEMNEW,T0001,39.9|Process%, FScache%
          MEMNEW,T0001,39.1,28.3|MEMNEW,T0001,39.1,28.5|FScache%
          6.6,18.7,88.1|6.6,19.7,88.1|Pinned%
          PAGING,T0001,4055|PAGING,T0001,4058|all paging spaces
          PAGE,T0002,2027.0|PAGE,T0002,3027.0|faults in the interval
          16.39,8.19,0.33,7.87|16.39,8.19,0.33,8.87|the four VP_ columns
          43.70,21.85|44.70,21.85|the four EC_ columns
          6.50,8.19,13.11|6.50,8.19,13.51|usedPoolCPU%
          6.50,8.19,13.11|6.50,8.89,13.11|usedAllCPU%
          6.50,8.19,13.11|6.90,8.19,13.11|PoolIdle
          """)
  void figuresThatContradictEachOtherAreTold(String is, String other, String words) {
    String text = NmonTexts.pages();
    assertTrue(text.contains(is), is);
    Reading reading = Readings.of(SOURCE, text.replace(is, other));
    assertTrue(
        reading.diagnostics().stream()
            .anyMatch(
                found ->
                    found.code().word().equals("inconsistent")
                        && found.message().contains(words)
                        && found.message().endsWith("in 1 snapshot of this recording")),
        () -> Readings.all(reading));
  }
}
