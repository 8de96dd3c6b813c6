package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.SharedFolder;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are binary or too long: each costs itself. */
class UnreadableLinesTest {
  private static final String TABLE =
      """
      System configuration: lcpu=2 mem=2048MB ent=0.25

      kthr    memory              page              faults              cpu
      ----- ----------- ------------------------ ------------ -----------------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
       1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0  0.05  20.2
       1  0 200346 45119   0   0   0   0    0   0  12  341  411  3  2 95  0  0.05  20.2
      """;

  private static final String KILOBYTES =
      """
      Unit: KB
      --------------------------------------------------------------------------------------
                     size       inuse        free         pin     virtual  available   mmode
      memory      4194304     2177848     2016456     1534220     1700132    2126476     Ded
      pg space     524288       14576
      """;

  private static String messages(Reading reading) {
    return String.join(
        "\n",
        reading.diagnostics().stream()
            .map(each -> each.where().line() + " " + each.code().word())
            .toList());
  }

  private static List<String> samples(byte[] bytes) {
    return Readings.samples(Readings.of("h.vmstat", bytes, ReadOptions.DEFAULT));
  }

  @Test
  void aNulCostsItsLine() {
    List<String> whole = Readings.samples(Readings.of("h.vmstat", TABLE));
    Reading reading = Readings.of("h.vmstat", TABLE.replace("200345", "2003\u00005"));
    assertEquals(
        whole.stream()
            .filter(each -> !each.startsWith("6 "))
            .map(each -> each.substring(0, each.indexOf("#")))
            .toList(),
        Readings.samples(reading).stream()
            .map(each -> each.substring(0, each.indexOf("#")))
            .toList());
    assertEquals("6 binary", messages(reading));
    assertEquals(1, reading.lines().rejected());
  }

  @Test
  void aRunOfBinaryLinesIsToldOnce() {
    String junk = "\u0000\u0001x\n\u0002\u0003\n\u0000\n";
    Reading reading = Readings.of("h.vmstat", TABLE + junk + "\n" + TABLE + junk);
    assertEquals("8 binary\n19 binary", messages(reading));
    assertEquals(6, reading.lines().rejected());
    assertEquals(
        2 * Readings.samples(Readings.of("h.vmstat", TABLE)).size(),
        Readings.samples(reading).size());
  }

  @Test
  void aStretchOfNulsInAFileThatAComputerLostIsOneLine() {
    Reading reading = Readings.of("h.vmstat", TABLE + "\u0000".repeat(6000) + "\n" + TABLE);
    assertEquals("8 binary", messages(reading));
    assertEquals(1, reading.lines().rejected());
  }

  @Test
  void aControlCharacterInACellCostsTheCell() {
    Reading reading = Readings.of("h.vmstat", TABLE.replace("200345", "2003\u00125"));
    assertEquals("6 bad-number", messages(reading));
    assertEquals(0, reading.lines().rejected());
  }

  @Test
  void whatIsNoTextIsRefused() {
    byte[] filler = (TABLE + TABLE).getBytes(StandardCharsets.ISO_8859_1);
    for (String mark :
        List.of(
            "\u007fELF",
            "\u00ff\u00d8\u00ff",
            "\u00ca\u00fe\u00ba\u00be",
            "\u00d4\u00c3\u00b2\u00a1",
            "SQLite format 3\u0000")) {
      byte[] bytes = (mark + TABLE + TABLE).getBytes(StandardCharsets.ISO_8859_1);
      assertEquals("0 binary", messages(Readings.of("x", bytes, ReadOptions.DEFAULT)), mark);
    }
    byte[] core = new byte[8192];
    for (int i = 0; i < core.length; i++) {
      core[i] = (byte) ((i * 31) >> 3);
    }
    System.arraycopy(filler, 0, core, 4000, filler.length);
    assertEquals("0 binary", messages(Readings.of("x", core, ReadOptions.DEFAULT)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aTooLongLineBetweenUnitAndTableCostsItself(int place) {
    List<String> lines = KILOBYTES.lines().toList();
    String text =
        String.join("\n", lines.subList(0, place))
            + "\n"
            + "x".repeat(70_000)
            + "\n"
            + String.join("\n", lines.subList(place, lines.size()))
            + "\n";
    Reading reading = Readings.of("h.svmon", text);
    assertEquals((place + 1) + " too-long", messages(reading));
    assertEquals(
        Readings.samples(Readings.of("h.svmon", KILOBYTES)).stream()
            .map(UnreadableLinesTest::withoutLine)
            .toList(),
        Readings.samples(reading).stream().map(UnreadableLinesTest::withoutLine).toList());
  }

  private static String withoutLine(String sample) {
    return sample.substring(sample.indexOf(' '));
  }

  @Test
  void severalTooLongLinesHideNothingBelowThem() {
    String junk = ("y".repeat(400_000) + "\n").repeat(3);
    Reading reading = Readings.of("h.svmon", KILOBYTES.replaceFirst("\n", "\n" + junk));
    assertEquals("2 too-long\n3 too-long\n4 too-long", messages(reading));
    assertEquals(8, Readings.samples(reading).size());
    assertEquals(3, reading.lines().rejected());
  }

  @Test
  void ebcdicMayHaveFewBlanksAndOneStrangeByte() {
    String csv = "subject,kind,metric,time,seq,value,unit\n";
    StringBuilder text = new StringBuilder(csv);
    for (int i = 0; i < 50; i++) {
      text.append("db01,partition,memory.free,,").append(i).append(",4096,B\n");
    }
    byte[] bytes = text.toString().replace('\n', '\u0085').getBytes(Charset.forName("IBM1047"));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0x25 ? 0x15 : bytes[i];
    }
    assertEquals(50, samples(bytes).size());
    byte[] damaged = Arrays.copyOf(bytes, bytes.length);
    damaged[60] = 0x0A;
    Reading reading = Readings.of("x", damaged, ReadOptions.DEFAULT);
    assertEquals(49, Readings.samples(reading).size());
    assertEquals(51, reading.lines().understood() + reading.lines().rejected());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b", "\u001b[", "\u001b[3", "\u001b]0;title", "\u001b(", "\u0007", "a\b"})
  void whatATerminalDoesNotShowIsALineToo(String cut) {
    Reading reading = Readings.of("h.vmstat", TABLE + cut);
    assertEquals(
        8, reading.lines().understood() + reading.lines().noise() + reading.lines().rejected());
    assertEquals(Readings.samples(Readings.of("h.vmstat", TABLE)), Readings.samples(reading));
  }

  @Test
  void theSharedFileWithOneNul() throws IOException {
    Reading reading = Readings.of(SharedFolder.file("broken/one-nul.vmstat"));
    assertEquals("9 binary", messages(reading));
    assertEquals(25, Readings.samples(reading).size());
    assertEquals(1, reading.lines().rejected());
  }
}
