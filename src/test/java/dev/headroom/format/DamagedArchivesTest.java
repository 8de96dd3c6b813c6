package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Limits;
import dev.headroom.format.Packed.Member;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged archives and streams: the damage costs itself, is told once, and gives no wrong value.
 */
class DamagedArchivesTest {
  private static final String HEAD = " r b avm fre re pi po fr sr cy in sy cs us sy id wa\n";
  private static final int SAMPLES_OF_ROW = 16;

  /** A capture of so many rows, each of which says another figure. */
  private static byte[] capture(int rows) {
    StringBuilder text = new StringBuilder(HEAD);
    Random random = new Random(7);
    for (int i = 0; i < rows; i++) {
      text.append(" 1 0 ").append(500_000 + random.nextInt(400_000)).append(" 300001 0 0 0 0 0 0");
      for (int column = 0; column < 3; column++) {
        text.append(' ').append(1000 + random.nextInt(9000));
      }
      text.append(" 1 1 98 0\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Reading read(byte[] bytes) {
    return Readings.of("in", bytes, ReadOptions.DEFAULT);
  }

  private static Reading read(byte[] bytes, Limits limits) {
    return Readings.of(
        "in", bytes, new ReadOptions(List.of(), ZoneOffset.UTC, Optional.empty(), limits, false));
  }

  private static List<String> told(Reading reading) {
    return reading.diagnostics().stream()
        .map(each -> each.where().source() + " " + each.code().word())
        .toList();
  }

  private static int samples(Reading reading) {
    return Readings.samples(reading).size();
  }

  @ParameterizedTest
  @EnumSource(Packed.class)
  void whatStandsBeforeACutIsRead(Packed packing) {
    byte[] whole = packing.of(capture(20_000));
    Reading reading = read(Arrays.copyOf(whole, whole.length * 3 / 4 - 4));
    assertEquals(List.of("in truncated"), told(reading));
    // some give whole blocks only
    assertTrue(samples(reading) >= SAMPLES_OF_ROW * 10_000, () -> samples(reading) + " samples");
    assertEquals(0, samples(reading) % SAMPLES_OF_ROW);
    assertEquals(reading.lines().understood() - 1, samples(reading) / SAMPLES_OF_ROW);
    assertEquals(reading.lines().understood(), reading.diagnostics().get(0).where().line());
    Set<String> sound = new HashSet<>(Readings.samples(read(capture(20_000))));
    assertTrue(sound.containsAll(Readings.samples(reading)));
  }

  /**
   * A flipped bit anywhere: one diagnostic at most, and no value that the sound one does not have.
   */
  @ParameterizedTest
  @CsvSource({"GZIP", "BZIP2", "XZ"})
  void aFlippedBitGivesNoWrongValue(Packed packing) {
    byte[] whole = packing.of(capture(40));
    Set<String> sound = new HashSet<>(Readings.samples(read(capture(40))));
    for (int bit = 0; bit < whole.length * 8; bit += 3) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Reading reading = read(flipped);
      String where = packing + " bit " + bit + " " + told(reading);
      assertTrue(reading.diagnostics().size() <= 1, where);
      assertTrue(sound.containsAll(Readings.samples(reading)), where);
      assertTrue(reading.diagnostics().size() == 1 || samples(reading) == sound.size(), where);
    }
  }

  @Test
  void aFlippedBitOfCompressIsNeverAFault() {
    byte[] whole = Packed.COMPRESS.of(capture(40));
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Reading reading = read(flipped);
      assertTrue(
          reading.diagnostics().stream().allMatch(each -> !each.message().contains("Exception")));
    }
  }

  @Test
  void aWrongChecksumLeavesNoValueAndEveryLineRejected() {
    byte[] damaged = Packed.GZIP.of(capture(10));
    damaged[damaged.length - 8] ^= 1;
    Reading reading = read(damaged);
    assertEquals(
        List.of(
            "in:0:0: corrupt: the gzip stream is damaged: its checksum does not fit; nothing in it"
                + " is used, since any of it may be wrong. Copy the file again"),
        reading.diagnostics().stream().map(each -> each.render()).toList());
    assertEquals(0, samples(reading));
    assertEquals(11, reading.lines().rejected());
    assertEquals(11, reading.lines().total());
  }

  @Test
  void whatStandsBehindAStreamIsToldAndZerosAreNot() {
    byte[] stream = Packed.GZIP.of(capture(3));
    byte[] padded = Arrays.copyOf(stream, stream.length + 512);
    assertEquals(List.of(), told(read(padded)));
    assertEquals(3 * SAMPLES_OF_ROW, samples(read(padded)));
    padded[stream.length + 100] = 'y';
    assertEquals(List.of("in corrupt"), told(read(padded)));
    assertEquals(3 * SAMPLES_OF_ROW, samples(read(padded)));
    byte[] twice = Packed.joined(stream, Packed.GZIP.of(capture(2)));
    assertEquals(5 * SAMPLES_OF_ROW, samples(read(twice)));
  }

  @ParameterizedTest
  @CsvSource({"STORED", "DEFLATED", "SIZES_BEHIND"})
  void aMemberWithAWrongChecksumCostsItself(Packed.Zip kind) {
    byte[] archive =
        kind.of(new Member("a", capture(5)), new Member("b", capture(6)), new Member("c", HEADS));
    // the first figure of the second member's first row, or the checksum where it is packed
    int at = kind.checksumOf(archive, "b");
    archive[at] ^= 1;
    Reading reading = read(archive);
    assertEquals(List.of("in!/b corrupt"), told(reading));
    assertEquals(5 * SAMPLES_OF_ROW, samples(reading));
  }

  private static final byte[] HEADS = HEAD.getBytes(StandardCharsets.ISO_8859_1);

  @ParameterizedTest
  @EnumSource(Packed.Zip.class)
  void aZipThatIsCutKeepsWhatStandsBefore(Packed.Zip kind) {
    byte[] archive = kind.of(new Member("a", capture(5)), new Member("b", capture(400)));
    Reading sound = read(archive);
    assertEquals(List.of(), told(sound));
    assertEquals(405 * SAMPLES_OF_ROW, samples(sound));
    Reading listless = read(Arrays.copyOf(archive, archive.length - 60));
    assertEquals(List.of("in truncated"), told(listless));
    assertEquals(405 * SAMPLES_OF_ROW, samples(listless));
    Reading cut = read(Arrays.copyOf(archive, archive.length / 2));
    assertEquals(List.of("in!/b truncated"), told(cut));
    assertTrue(samples(cut) > 100 * SAMPLES_OF_ROW, () -> samples(cut) + " samples");
  }

  @Test
  void aListThatDoesNotFitTheMembersIsTold() {
    byte[] archive = Packed.Zip.STORED.of(new Member("first", capture(5)));
    int listed = new String(archive, StandardCharsets.ISO_8859_1).lastIndexOf("first");
    archive[listed] = 'F';
    Reading reading = read(archive);
    assertEquals(List.of("in corrupt"), told(reading));
    assertEquals(5 * SAMPLES_OF_ROW, samples(reading));
  }

  @Test
  void anEncryptedMemberIsTold() {
    byte[] archive = Packed.Zip.STORED.of(new Member("a", capture(5)), new Member("b", capture(6)));
    archive[6] |= 1;
    Reading reading = read(archive);
    assertEquals(
        "in!/a:0:0: unreadable: the member is encrypted; it is left out",
        reading.diagnostics().get(0).render());
    assertEquals(List.of("in!/a unreadable"), told(reading));
    assertEquals(6 * SAMPLES_OF_ROW, samples(reading));
  }

  @Test
  void aDamagedHeaderOfATarCostsItsMember() {
    byte[] archive =
        Packed.tar(
            new Member("a", capture(5)), new Member("b", capture(6)), new Member("c", capture(7)));
    int second = new String(archive, StandardCharsets.ISO_8859_1).indexOf("b\0\0\0");
    for (int at : new int[] {second, second + 130, second + 150}) {
      byte[] damaged = archive.clone();
      damaged[at] ^= 3;
      Reading reading = read(damaged);
      assertEquals(List.of("in corrupt"), told(reading));
      assertEquals(12 * SAMPLES_OF_ROW, samples(reading));
    }
  }

  @Test
  void aTarThatIsCutKeepsWhatStandsBefore() {
    byte[] archive = Packed.tar(new Member("a", capture(5)), new Member("b", capture(100)));
    Reading inMember = read(Arrays.copyOf(archive, 4096));
    assertEquals(List.of("in!/b truncated"), told(inMember));
    assertTrue(samples(inMember) > 5 * SAMPLES_OF_ROW);
    byte[] packed = Packed.GZIP.of(archive);
    assertEquals(List.of("in truncated"), told(read(Arrays.copyOf(packed, packed.length - 20))));
    byte[] flipped = packed.clone();
    flipped[packed.length - 6] ^= 1;
    Reading none = read(flipped);
    assertEquals(List.of("in corrupt"), told(none));
    assertEquals(0, samples(none));
    assertEquals(none.lines().total(), none.lines().rejected());
    assertEquals(
        210 * SAMPLES_OF_ROW, samples(read(Packed.joined(archive, archive))), "one after another");
  }

  @Test
  void namesOfMembersMayBeAnyBytes() {
    for (String name : List.of("../../up", "/etc/x", "a\u0001b", "caf\u00e9", "x".repeat(300))) {
      byte[] tar = Packed.tar(new Member(name, capture(1)));
      byte[] zip = Packed.Zip.DEFLATED.of(new Member(name, capture(1)));
      for (byte[] archive : List.of(tar, zip)) {
        Reading reading = read(archive);
        assertEquals(List.of(), told(reading));
        assertEquals("in!/" + name, reading.stretches().get(0).table().source());
      }
    }
    byte[] twice = Packed.Zip.STORED.of(new Member("a", capture(1)), new Member("@", capture(2)));
    for (int i = 0; i < twice.length; i++) {
      twice[i] = twice[i] == '@' ? (byte) 'a' : twice[i];
    }
    assertEquals(List.of("in!/a inconsistent"), told(read(twice)));
    assertEquals(
        3 * SAMPLES_OF_ROW,
        read(twice).stretches().stream().mapToLong(each -> each.table().samples()).sum());
  }

  @Test
  void limitsCountOverAllLevelsTogether() {
    byte[] ends = new byte[1 << 22];
    Arrays.fill(ends, (byte) '\n');
    byte[] three = Packed.GZIP.of(Packed.GZIP.of(Packed.GZIP.of(ends)));
    Reading ratio = read(three, new Limits(1000, 4, 100, 1100, 1 << 16, 1L << 40));
    assertEquals(List.of("in archive-limit"), told(ratio));
    assertTrue(ratio.lines().total() < 1 << 21, () -> ratio.lines().toString());
    Reading total = read(three, new Limits(1000, 4, 100, 1 << 30, 1 << 30, 1 << 18));
    assertEquals(List.of("in archive-limit"), told(total));
    Member[] many = new Member[50];
    for (int i = 0; i < many.length; i++) {
      many[i] = new Member("m" + i, new byte[10_000]);
      Arrays.fill(many[i].content(), (byte) '\n');
    }
    byte[] zip = Packed.Zip.DEFLATED.of(many);
    Reading members = read(zip, new Limits(1000, 4, 100, 20, 1 << 16, 1L << 40));
    assertEquals(
        DiagnosticCode.ARCHIVE_LIMIT,
        members.diagnostics().get(members.diagnostics().size() - 1).code());
    byte[] nested = Packed.tar(new Member("1.zip", zip), new Member("2.zip", zip));
    Reading counted = read(nested, new Limits(1000, 4, 80, 1000, 1 << 30, 1L << 40));
    assertEquals(
        "in:0:0: archive-limit: the archive has more than 80 members; the rest is left out",
        counted.diagnostics().get(counted.diagnostics().size() - 1).render());
  }

  @Test
  void aStreamThatAsksForTooMuchMemoryIsToldNotAFault() {
    byte[] header = Packed.XZ.of(capture(2));
    // the dictionary of the block: 1 GiB, with the header's own checksum made to fit
    byte[] greedy = Packed.withXzDictionary(header, 36);
    assertEquals(List.of("in archive-limit"), told(read(greedy)));
  }

  @ParameterizedTest
  @CsvSource({
    "min.gz, corrupt, 0",
    "c.bz2, corrupt, 0",
    "x3.Z, corrupt, 0",
    "cut-stream.gz, truncated, 3039",
  })
  void theDamagedStreamsOfTheSharedFolder(String name, String code, int samples)
      throws IOException {
    Reading reading = read(Files.readAllBytes(SharedFolder.file("broken/" + name)));
    assertEquals(List.of("in " + code), told(reading));
    assertEquals(samples, samples(reading));
    if (samples > 0) {
      assertEquals(147, reading.lines().total());
    }
  }

  @Test
  void theDamagedMemberOfTheSharedFolder() throws IOException {
    Reading reading = read(Files.readAllBytes(SharedFolder.file("broken/crcstored.zip")));
    assertEquals(List.of("in!/a.vmstat corrupt"), told(reading));
    assertEquals(1323, samples(reading));
  }
}
