package dev.headroom.format.cp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is said of damaged answers of CP, and what is left of them. */
class CpAnswersTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String HEADING =
      """
                      EXTENT     EXTENT  TOTAL  PAGES   HIGH    %
      VOLID  RDEV      START        END  PAGES IN USE   PAGE USED
      ------ ---- ---------- ---------- ------ ------ ------ ----
      """;
  private static final String ROW = "VMPG01 9A20          1       3337 600660     25     34   1%\n";
  private static final String SUMS =
      """
                                        ------ ------        ----
      SUMMARY                           600660     25          1%
      USABLE                            600660     25          1%
      """;
  private static final String NO_SUMMARY =
      "4:0 truncated: the list of extents has no SUMMARY row; the size of page space is left out";
  private static final String MAP =
      """
      q alloc map
                      EXTENT     EXTENT                         %    ALLOCATION
      VOLID  RDEV      START        END  TOTAL IN USE   HIGH USED    TYPE
      ------ ---- ---------- ---------- ------ ------ ------ ---- -------------
      SYS001 4300          1         20     20      1      1   5% DRCT ACTIVE
      PAG001 4400          1       3337 600660 412100 420111  69% PAGE
      PAG002 4401          0      10016  1761K     75     75   1% PAGE
      SYS003 4302          -          -      0      0      0   0  SHARED
      """;
  private static final String GUEST =
      """
      USERID=LNXDB2   MACH=ESA STOR=4G   VIRT=V XSTORE=NONE
      IPLSYS=DEV 0200 DEVNUM=00031
      PAGES: RES=811302  WS=790114  LOCKEDREAL=211  RESVD=0
             INSTAN=1001447
      """;
  private static final String FRAMES =
      """
         All Frames:
            Configured=2097152  Real=2097152  Usable=2097152  Offline=0
            Pageable=2071004  NotInitialized=0
         Frames < 2G:
            Pageable=515102
      """;

  private static BrokenInput broken(
      String name, String text, int samples, int rejected, String... messages) {
    return new BrokenInput(name, text, samples, rejected, List.of(messages));
  }

  @TestFactory
  Stream<DynamicTest> pageSpace() {
    String answer = HEADING + ROW + SUMS;
    String ready = "Ready; T=0.01/0.01 15:08:30\n";
    return Stream.of(
            broken("nothing", answer, 2, 0),
            broken("no sums, and nothing shows the end", HEADING + ROW, 0, 0, NO_SUMMARY),
            broken("no sums below the ruler", HEADING + ROW + " ------ -----\n", 0, 0, NO_SUMMARY),
            broken("no sums, and a message", HEADING + ROW + ready, 0, 0, NO_SUMMARY),
            broken("no sums, and a command", HEADING + ROW + "q srm\n", 0, 0, NO_SUMMARY),
            broken(
                "no sums and a damaged row",
                HEADING + ROW + ROW.replace("25", "2z5") + ready,
                0,
                1,
                "5:46 unexpected-line: the row is neither an extent nor a sum of extents; it is"
                    + " left out"),
            broken(
                "damaged sums are not made up from the rows",
                answer.replace("SUMMARY                           600660", "SUMMARY 60066O")
                    + ready,
                0,
                1,
                "6:9 unexpected-line: the row is neither an extent nor a sum of extents; it is"
                    + " left out"),
            broken(
                "lost sums",
                answer.replaceFirst("SUMMARY.*\n", "") + ready,
                0,
                1,
                "6:1 truncated: USABLE has no SUMMARY row above it; the row is left out"),
            broken(
                "an extent twice",
                HEADING + ROW + ROW + SUMS + ready,
                2,
                1,
                "5:1 unexpected-line: the extent appears twice in one answer; the row is left out"),
            broken(
                "sums twice",
                answer + SUMS,
                2,
                1,
                "9:1 unexpected-line: SUMMARY appears twice in one answer; the row is left out"),
            broken(
                "sums that contradict their share",
                answer.replace("SUMMARY                           600660     25", "SUMMARY 6K 5K"),
                2,
                0,
                "6:1 inconsistent: 5K of 6K pages is not 1%; kept as read"),
            broken(
                "an unknown heading leaves out all of the answer",
                answer.replace("IN USE   PAGE USED", "IN USE   FREE USED"),
                0,
                4,
                "2:51 unknown-column: the headings are not those of QUERY ALLOC; the answer is left"
                    + " out"),
            broken(
                "rows without headings",
                ROW + SUMS,
                0,
                3,
                "1:1 no-header: these rows have no header that names their columns; they are left"
                    + " out up"
                    + " to the next header"),
            broken(
                "space that is counted in cylinders",
                HEADING + ROW.replace("600660", "  3337") + SUMS,
                0,
                0,
                "4:0 unread-report: space that is counted in cylinders is no page space"),
            broken("a map", MAP + ready, 2, 0),
            broken(
                "a map without a type",
                MAP.replace("69% PAGE", "69%") + ready,
                0,
                1,
                "6:1 bad-number: the row has no TYPE; the row is left out"))
        .map(input -> input.testIn("alloc-page.txt"));
  }

  /** Spool space has the headings of page space and counts pages too. */
  @Test
  void anAnswerThatNothingTellsOfIsNotTakenForPageSpace() {
    for (String source : List.of("v.txt", "alloc-spool.txt", "lab/ZVMT1.console")) {
      Reading reading = Readings.of(source, HEADING + ROW + SUMS);
      assertEquals(List.of(), Readings.samples(reading), source);
      assertEquals(
          List.of("unread-report"),
          reading.diagnostics().stream().map(each -> each.code().word()).toList(),
          source);
    }
    for (String asked : List.of("q alloc page\n", "query allocate page\n")) {
      assertEquals(2, Readings.samples(Readings.of("v.txt", asked + HEADING + ROW + SUMS)).size());
    }
    for (String asked : List.of("q alloc spool\n", "query alloc drct\n", "q alloc tdisk\n")) {
      assertEquals(
          List.of(), Readings.samples(Readings.of("page.txt", asked + HEADING + ROW + SUMS)));
    }
  }

  @Test
  void aMapIsSummedUpOverItsPageSpaceOnly() {
    Reading reading = Readings.of("v.txt", MAP + "Ready;\n");
    assertEquals(
        List.of(
            "6 query-alloc-page system/v pagingspace.size - #0 "
                + (600660L + 1761 * 1024) * 4096
                + " B",
            "6 query-alloc-page system/v pagingspace.inuse - #0 " + (412100L + 75) * 4096 + " B"),
        Readings.samples(reading));
  }

  @TestFactory
  Stream<DynamicTest> guests() {
    return Stream.of(
            broken("nothing", GUEST, 6, 0),
            broken("a plain number of expanded storage", GUEST.replace("NONE", "0012"), 7, 0),
            broken("attached expanded storage", GUEST.replace("NONE", "16M"), 6, 0),
            broken(
                "a size without a unit",
                GUEST.replace("4G", "40"),
                5,
                0,
                "1:31 bad-number: '40' is not a size; STOR counts as absent"),
            broken(
                "a figure torn apart",
                GUEST.replace("811302", "811 302"),
                5,
                0,
                "3:12 bad-number: '811 302' is not a number of pages; RES counts as absent"),
            broken(
                "no guest",
                GUEST.substring(GUEST.indexOf("PAGES")),
                0,
                2,
                "1:8 no-header: no USERID says whose figures these are; they are left out up to"
                    + " the next USERID"),
            broken(
                "the line of the second guest lost",
                GUEST + GUEST.replaceFirst("USERID.*\n", ""),
                6,
                2,
                "6:8 no-header: no USERID says whose figures these are; they are left out up to"
                    + " the next USERID"),
            broken(
                "a line twice",
                GUEST.replace(
                    "       INSTAN",
                    "PAGES: RES=811302  WS=790114  LOCKEDREAL=211  RESVD=0\n       INSTAN"),
                6,
                1,
                "4:8 unexpected-line: 'RES' appears twice for one guest; the second is left out"),
            broken(
                "a label lost its equals sign",
                GUEST.replace("RES=811302", "RES 811302"),
                5,
                0,
                "3:1 unexpected-line: 'PAGES: RES 811302' has no label and no equals sign; it is"
                    + " left out"),
            broken(
                "no equals sign is left",
                GUEST.replace("PAGES:", "PAGES: RES 1 WS 2\nPAGES:"),
                6,
                1,
                "3:1 unexpected-line: the line is not such as INDICATE USER prints; it is left out"),
            broken(
                "cut in the last figure",
                GUEST.strip(),
                5,
                1,
                "4:15 truncated: the input ends inside this number; INSTAN counts as absent"))
        .map(BrokenInput::test);
  }

  @TestFactory
  Stream<DynamicTest> framesAndStorage() {
    return Stream.of(
            broken("nothing", FRAMES, 2, 0),
            broken(
                "the title of the second section lost",
                FRAMES.replace("   Frames < 2G:\n", "      LocalClearedAvail=288\n"),
                2,
                1,
                "5:7 unexpected-line: 'Pageable' appears twice under one title; the first is kept"),
            broken(
                "the part of all frames scrolled away",
                "Frames < 2G:\n  GlobalUnclearedAvail=1402  Pageable=515210\n  LockedRS=310\n",
                0,
                0,
                "1:1 truncated: the answer has neither the figures of all frames nor those of REAL;"
                    + " it gives no sample"),
            broken("figures that are absent", "All Frames:\nConfigured=- Real=-\n", 0, 0),
            broken(
                "the first title lost",
                FRAMES.replace("   All Frames:\n", ""),
                0,
                2,
                "1:7 no-header: no title says which frames these keys count; they are left out up"
                    + " to the next title"),
            broken(
                "cut in the last figure",
                "All Frames:\nConfigured=2097152 Real=2097152\nPageable=20710",
                1,
                1,
                "3:10 truncated: the input ends inside this number; it counts as absent"),
            broken(
                "numbers without headings",
                "SYSGEN REAL USABLE OFFLINE\n1 2 2 0\n000000 000545 259222 000554 000031\n",
                1,
                1,
                "3:1 no-header: these numbers have no headings above them; they are left out up"
                    + " to the next"
                    + " headings"),
            broken(
                "too many numbers",
                "SYSGEN REAL USABLE OFFLINE\n1 2 2 0 7\n",
                0,
                1,
                "2:9 extra-cells: the row has 5 numbers under 4 headings; it is left out"),
            broken(
                "a user's own storage",
                "STORAGE = 512M\n",
                0,
                1,
                "1:11 unexpected-line: STORAGE without CONFIGURED may be a user's own storage;"
                    + " the line is left out"),
            broken(
                "no sizes",
                "STORAGE = 4x CONFIGURED = 2.5G\n",
                0,
                1,
                "1:11 bad-number: '4x' is not a size; STORAGE counts as absent",
                "1:27 bad-number: '2.5G' is not a size; CONFIGURED counts as absent"),
            broken("no expanded storage", "XSTORE= --- online= ---\n", 0, 0),
            broken(
                "what is online may be attached to guests",
                "XSTORE= 2048M online= 2048M\n",
                0,
                0,
                "1:0 truncated: the answer has no line of SYSTEM, which says what CP itself holds;"
                    + " the size of expanded storage is left out"),
            broken(
                "what the system holds counts, even where it cannot be read",
                "XSTORE= 2048M online= 2048M\nXSTORE= 10z4M userid= SYSTEM usage= 1%\n",
                0,
                1,
                "2:9 bad-number: '10z4M' is not a size; XSTORE counts as absent"),
            broken(
                "a level that is none",
                "z/VM Version seven Release 2.0, service level 2001 (64-bit)\n",
                0,
                1,
                "1:14 bad-number: the line names no version and release; it is left out"))
        .map(BrokenInput::test);
  }

  @Test
  void ofExpandedStorageTheSystemsOwnPartIsTaken() {
    String answer =
        "XSTORE= 2048M online= 2048M\n"
            + "XSTORE= 1024M userid= SYSTEM usage= 99% retained= 0M pending= 0M\n"
            + "XSTORE MDC min=0M, max=0M, usage=0%\n"
            + "XSTORE= 1024M userid=  (none)  max. attach= 1024M\n";
    String sample = " query-xstor system/v xstore.size - #0 1073741824 B";
    assertEquals(List.of("2" + sample), Readings.samples(Readings.of("v.txt", answer)));
    String flow = "q xstor " + answer.replace('\n', ' ') + "\n";
    assertEquals(List.of("1" + sample), Readings.samples(Readings.of("v.txt", flow)));
  }

  /** Wherever a capture is cut, what is read of it was printed, or sums up what was. */
  @TestFactory
  Stream<DynamicTest> aCutAnswerGivesNothingThatWasNotPrinted() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*/(?:query|indicate)-[a-z-]+/[^/]*\\.txt"))
          .sorted()
          .toList()
          .stream()
          .map(
              file -> DynamicTest.dynamicTest(GOLDEN.relativize(file).toString(), () -> cut(file)));
    }
  }

  private static void cut(Path file) throws IOException {
    String whole = Files.readString(file, StandardCharsets.UTF_8);
    String source = "page"; // no date in it, which a prompt would complete
    List<String> samples = Readings.samples(Readings.of(source, whole));
    for (int end = 1; end <= whole.length(); end++) {
      String part = whole.substring(0, end);
      Reading reading = Readings.of(source, part);
      List<String> read = new ArrayList<>(Readings.samples(reading));
      if (part.lastIndexOf("SUMMARY") < part.lastIndexOf("VOLID")) {
        // the sums of the rows stand in for those that were cut off
        long first = part.substring(0, part.lastIndexOf("VOLID")).lines().count();
        read.removeIf(sample -> Long.parseLong(sample.split(" ", 2)[0]) >= first);
      }
      assertTrue(samples.containsAll(read), () -> "cut: " + Readings.all(reading));
    }
  }

  private static final String TITLED =
      "q frames\n   All Frames:\n"
          + "      Configured=2097152  Real=2097152  Usable=2097152  Offline=0\n"
          + "      Pageable=2071004  NotInitialized=0  GlobalClearedAvail=311\n"
          + "   Frames < 2G:\n"
          + "      GlobalUnclearedAvail=411  Pageable=515102  LogicalFreeStorage=702\n";

  /** Of all frames the pageable ones begin their line: a lost title makes no part the whole. */
  @Test
  void framesOfAPartAreNotThoseOfAll() {
    assertEquals(2, Readings.samples(Readings.of("v.txt", TITLED)).size());
    String lost = TITLED.replaceFirst("(?s)      Pageable.*2G:\\n", "");
    assertEquals(1, Readings.samples(Readings.of("v.txt", lost)).size());
    String first =
        TITLED.replaceFirst("(?s)      Configured.*2G:\\n", "").replaceFirst("Glob.*?  ", "");
    assertEquals(0, Readings.samples(Readings.of("v.txt", first)).size(), first);
    String again = TITLED.replaceFirst("(?s)      Pageable.*", "");
    String all =
        again + again.lines().skip(2).findFirst().orElseThrow().replace("2097152", "2097151");
    String next = all + "\n      Pageable=2071003  NotInitialized=0\n";
    assertEquals(1, Readings.samples(Readings.of("v.txt", next)).size());
  }

  @Test
  void aGuestWhoseNameMayBeCutIsLeftOut() {
    String pages = "PAGES: RES=204511  WS=190007  LOCKEDREAL=19  RESVD=50000\n";
    String whole = "ind user\nUSERID=LNXDB2   MACH=ESA STOR=4G VIRT=V XSTORE=NONE\n" + pages;
    assertEquals(5, Readings.samples(Readings.of("v.txt", whole)).size());
    String grown = whole.replace("RESVD=50000", "RESVD=5000p");
    assertEquals(4, Readings.samples(Readings.of("v.txt", grown)).size());
    assertEquals(
        0, Readings.samples(Readings.of("v.txt", "ind user\nUSERID=LNXD\n" + pages)).size());
  }

  /** What was lost inside a line took the name of the guest with it whose figures stand below. */
  @Test
  void figuresBelowALineThatLostANameAreNotOfTheGuestAbove() {
    String pages = "PAGES: RES=204511  WS=190007  LOCKEDREAL=19  RESVD=50000\n";
    String whole = "ind user lnx*\nUSERID=LNXDB2   MACH=ESA STOR=4G VIRT=V XSTORE=NONE\n";
    for (String end : List.of("MACH=ESA STOR=1G VIRT=V XSTORE=NONE", "XSTORE=512M")) {
      String torn = whole + "PAGES: RES=8113  " + end + "\n" + pages;
      Reading reading = Readings.of("v.txt", torn);
      assertEquals(List.of("guest/LNXDB2 memory.logical"), subjects(reading), end);
      assertEquals(2, reading.lines().rejected(), end);
      assertTrue(Readings.all(reading).contains("no USERID says whose"), end);
    }
    String counted = whole.replace(" XSTORE=NONE", "") + pages.strip() + " XSTORE=000012\n";
    assertEquals(6, Readings.samples(Readings.of("v.txt", counted)).size(), "pages of XSTORE");
  }

  /** A label that has lost its value stands alone as a host's name does. */
  @Test
  void aWordAloneInsideAnAnswerDoesNotTakeTheGuestAway() {
    String below = "PAGES: RES=204511  WS=190007  LOCKEDREAL=19  RESVD=50000\n";
    String answer = "ind user lnx*\nUSERID=LNXDB2   MACH=ESA STOR=4G VIRT=V XSTORE=NONE\n";
    assertEquals(5, Readings.samples(Readings.of("v.txt", answer + "IPLSYS\n" + below)).size());
  }

  private static List<String> subjects(Reading reading) {
    return Readings.samples(reading).stream()
        .map(sample -> sample.replaceFirst(".*?(\\S+ memory\\.\\S+).*", "$1"))
        .toList();
  }

  @Test
  void anAnswerToAnUnknownCommandIsNoPageSpace() throws IOException {
    String spaces =
        Files.readString(
            GOLDEN.resolve("query-alloc-page/labvm5.spaces.txt"), StandardCharsets.UTF_8);
    List<String> samples = Readings.samples(Readings.of("v.txt", spaces));
    assertEquals(
        samples, Readings.samples(Readings.of("v.txt", spaces.replace("alloc spool", "alloc l2"))));
  }
}
