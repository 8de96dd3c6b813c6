package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Archives, encodings, line ends and limits: whatever carries a text, what it gives is the same.
 */
class CaptureBytesTest {
  private static final String LIST =
      "Partition Name : pörtö\nOnline Memory : 2048 MB\nMemory Pool ID : 1\n";
  private static final List<String> SAMPLES =
      List.of(
          "2 lparstat-i partition/pörtö memory.logical - #0 2147483648 B",
          "3 lparstat-i partition/pörtö pool.id - #0 1 count");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Reading read(byte[] bytes) {
    return read(bytes, Limits.DEFAULT);
  }

  private static Reading read(byte[] bytes, Limits limits) {
    return Readings.of(
        "in", bytes, new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), limits, false));
  }

  private static byte[] zip(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        zip.putArchiveEntry(new ZipArchiveEntry(member.getKey()));
        zip.write(member.getValue());
        zip.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(member.getKey());
        entry.setSize(member.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(member.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] packed(String name, byte[] plain) throws IOException, CompressorException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(name, bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /** What compress(1) makes of a text so short that every code has nine bits. */
  private static byte[] compressed(byte[] plain) {
    assertTrue(plain.length < 250, "longer texts need wider codes");
    byte[] packed = new byte[3 + (plain.length * 9 + 7) / 8];
    packed[0] = 0x1F;
    packed[1] = (byte) 0x9D;
    packed[2] = (byte) 0x90;
    for (int i = 0; i < plain.length; i++) {
      int at = i * 9;
      int code = (plain[i] & 0xFF) << (at % 8);
      packed[3 + at / 8] |= (byte) code;
      packed[4 + at / 8] |= (byte) (code >> 8);
    }
    return packed;
  }

  private static List<String> sources(Reading reading) {
    return reading.tables().stream().map(table -> table.source()).toList();
  }

  @Test
  void archivesNameTheirMembers() throws IOException, CompressorException {
    Map<String, byte[]> members = new TreeMap<>();
    members.put("lab/a.txt", utf8(LIST));
    members.put("lab/b.txt", utf8(LIST));
    for (byte[] archive :
        List.of(zip(members), tar(members), packed("gz", tar(members)), compressedTar(members))) {
      Reading reading = read(archive);
      assertEquals(List.of("in!/lab/a.txt", "in!/lab/b.txt"), sources(reading));
      assertEquals(6, reading.lines().understood());
      assertEquals(List.of(), reading.diagnostics());
    }
  }

  private static byte[] compressedTar(Map<String, byte[]> members)
      throws IOException, CompressorException {
    return packed("bzip2", tar(members));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gz", "bzip2", "xz"})
  void aCompressedStreamKeepsItsSource(String name) throws IOException, CompressorException {
    Reading reading = read(packed(name, utf8(LIST)));
    assertEquals(SAMPLES, Readings.samples(reading));
    assertEquals(List.of("in"), sources(reading));
  }

  @Test
  void theOldCompressIsKnownToo() {
    assertEquals(SAMPLES, Readings.samples(read(compressed(utf8(LIST)))));
  }

  @Test
  void aDamagedMemberCostsItself() throws IOException, CompressorException {
    byte[] broken = packed("gz", utf8(LIST.repeat(50)));
    Map<String, byte[]> members = new TreeMap<>();
    members.put("a.gz", Arrays.copyOf(broken, broken.length / 2));
    members.put("b.txt", utf8(LIST));
    members.put("c.bin", new byte[] {1, 2, 0, 4, 5, 6, 7, 8, 9});
    Reading reading = read(zip(members));
    assertTrue(sources(reading).contains("in!/b.txt"), Readings.all(reading));
    assertTrue(Readings.all(reading).contains("in!/a.gz:"), Readings.all(reading));
    assertTrue(Readings.all(reading).contains("in!/c.bin:0:0: binary: "), Readings.all(reading));
  }

  @Test
  void archivesMayNestOnlySoDeep() throws IOException {
    byte[] nested = zip(Map.of("x.txt", utf8(LIST)));
    for (int depth = 1; depth < 3; depth++) {
      nested = zip(Map.of("n.zip", nested));
    }
    assertEquals(2, Readings.samples(read(nested)).size());
    Reading refused = read(nested, new Limits(1000, 2, 100, 1000, 1 << 20, 1 << 30));
    assertEquals(
        "in:0:0: archive-limit: archives are nested more than 2 deep; the rest is left out",
        refused.diagnostics().get(0).render());
  }

  @Test
  void aBombIsStoppedAndWhatCameBeforeIsKept() throws IOException, CompressorException {
    byte[] bomb = packed("gz", utf8(LIST + " \n".repeat(1 << 20)));
    Reading reading = read(bomb, new Limits(1000, 4, 100, 20, 1 << 18, 1 << 30));
    assertEquals(SAMPLES, Readings.samples(reading));
    assertEquals(
        "in:0:0: archive-limit: the archive unpacks to more than 20 times its size; what came"
            + " before is kept,"
            + " the rest is left out",
        reading.diagnostics().get(0).render());
  }

  @Test
  void moreMembersThanTheLimitAreLeftOut() throws IOException {
    Map<String, byte[]> members = new TreeMap<>();
    members.put("a", utf8(LIST));
    members.put("b", utf8(LIST));
    Reading reading = read(zip(members), new Limits(1000, 4, 1, 1000, 1 << 20, 1 << 30));
    assertEquals(List.of("in!/a"), sources(reading));
    assertEquals(
        "in:0:0: archive-limit: the archive has more than 1 members; the rest is left out",
        reading.diagnostics().get(0).render());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "IBM1047"})
  void encodingsAreToldByContent(String charset) {
    assertEquals(SAMPLES, Readings.samples(read(LIST.getBytes(Charset.forName(charset)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkIsNoText(String charset) {
    byte[] marked = ("\uFEFF" + LIST).getBytes(Charset.forName(charset));
    assertEquals(SAMPLES, Readings.samples(read(marked)));
  }

  @Test
  void ebcdicLinesEndAtNewLineOrLineFeed() {
    byte[] text = LIST.getBytes(Charset.forName("IBM1047"));
    byte[] newLine = text.clone();
    byte[] lineFeed = text.clone();
    for (int i = 0; i < text.length; i++) {
      if (text[i] == 0x15 || text[i] == 0x25) {
        newLine[i] = 0x15;
        lineFeed[i] = 0x25;
      }
    }
    assertEquals(SAMPLES, Readings.samples(read(newLine)));
    assertEquals(SAMPLES, Readings.samples(read(lineFeed)));
  }

  /** Each text has {@code understood}, {@code noise} and {@code rejected} lines, and no other. */
  @ParameterizedTest
  @CsvSource({
    "'', 0, 0, 0",
    "'~~ ~', 0, 3, 0",
    "Online Memory : 1 GB~Memory Pool ID : 0~, 2, 0, 0",
    "Online Memory : 1 GB~Physical Memory in the Pool : 2.000 GB, 2, 0, 0",
    "Online Memory : 1 GB^~Memory Pool ID : 0^~^~, 2, 1, 0",
    "Online Memory : 1 GB^^~~Memory Pool ID : 0~ ~, 2, 2, 0",
    "Online Memory : 1 GB~Memory Pool ID : x~prose~, 1, 1, 1",
    "prose~~# ls~Tue Jun 30 12:03:33 2009~more^^of it~, 0, 3, 2",
    "$ ~, 0, 1, 0",
  })
  void everyLineIsCountedOnce(String text, int understood, int noise, int rejected) {
    Reading reading = read(utf8(text.replace('~', '\n').replace('^', '\r')));
    assertArrayEquals(
        new long[] {understood, noise, rejected},
        new long[] {
          reading.lines().understood(), reading.lines().noise(), reading.lines().rejected()
        },
        Readings.all(reading));
  }

  @Test
  void aTooLongLineCostsItself() {
    Limits limits = new Limits(100, 4, 100, 1000, 1 << 20, 1 << 30);
    Reading reading =
        read(utf8("Online Memory : 1 GB\n" + "x".repeat(101) + "\nMemory Pool ID : 0\n"), limits);
    assertEquals(2, Readings.samples(reading).size());
    assertEquals(1, reading.lines().rejected());
    assertEquals(
        "in:2:0: too-long: the line is longer than 100 bytes; it is left out",
        reading.diagnostics().get(0).render().lines().findFirst().orElse(""));
    Reading huge = read(utf8(LIST + "x".repeat(5 << 20) + "\nMaximum Memory : 4 GB\n"));
    assertEquals(1, huge.lines().rejected());
    assertEquals(4, huge.lines().understood());
  }

  @Test
  void aBinaryFileIsNoText() {
    byte[] bytes = new byte[4096];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 7);
    }
    Reading reading = read(bytes);
    assertEquals(
        "in:0:0: binary: this is neither text nor a known archive; it is left out",
        reading.diagnostics().get(0).render());
    assertEquals(List.of(), reading.tables());
  }

  @Test
  void aTerminalRecordingGivesWhatTheScreenShowed() {
    String recorded =
        """
        ~]0;root@x\007~[1mPartition Nam~[0me : pörtö~[K\r
        ~(BOnline Memorx\by : 2048 MB\r
        \017Memory Pool ID : 1~[m\016\r
        """
            .replace('~', '\033');
    assertEquals(SAMPLES, Readings.samples(read(utf8(recorded))));
  }

  @Test
  void manyLinesPassTheWindowWhole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      text.append("Online Memory : ").append(i + 1).append(" MB\nMemory Pool ID : 1\n");
    }
    Reading reading = read(utf8(text.toString()));
    assertEquals(120_000, reading.lines().understood());
    assertEquals(List.of(), reading.diagnostics());
  }

  /** One byte that no text has does not make a short text a file of another kind. */
  @Test
  void aShortTextWithOneControlByteIsText() {
    Reading reading = read(utf8("q frames\n" + "\0".repeat(512)));
    assertEquals(2, reading.lines().noise() + reading.lines().rejected());
  }

  /** A ruler has few letters, and a first line that is too long hides all others. */
  @Test
  void textOfHostsIsKnownBelowARulerAndALongLine() {
    Charset host = Charset.forName("IBM1047");
    for (String above : List.of("-".repeat(300) + "\n", "x".repeat(70_000) + "\n")) {
      String text = above + "Partition Name : p\nOnline Memory : 2048 MB\n";
      Reading reading = read(text.replace('\n', '\u0085').getBytes(host));
      assertEquals(1, Readings.samples(reading).size(), () -> Readings.all(reading).toString());
      assertEquals(2, reading.lines().understood());
    }
  }
}
