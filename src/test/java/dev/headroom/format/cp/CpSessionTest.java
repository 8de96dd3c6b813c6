package dev.headroom.format.cp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Limits;
import dev.headroom.format.ReadOptions;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.identity.SiteCapture;
import dev.headroom.series.Host;
import dev.headroom.series.Table;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session with CP says around its answers: the system, its release, the time. */
class CpSessionTest {
  private static final String STORAGE =
      "STORAGE = 24G CONFIGURED = 24G INC = 64M STANDBY = 0  RESERVED = 0\n";
  private static final String LEVEL = "z/VM Version 5 Release 4.0, service level 0901 (64-bit)\n";
  private static final String GUEST = "USERID=LNXDB2   MACH=ESA STOR=4G   VIRT=V XSTORE=NONE\n";

  private static List<String> hosts(String source, String text) {
    return Readings.of(source, text).tables().stream()
        .map(
            table ->
                table.subject().name()
                    + "@"
                    + table.host().map(Host::name).orElse("?")
                    + " "
                    + table.host().flatMap(Host::release).orElse("?"))
        .toList();
  }

  @Test
  void theReleaseReachesTheOtherAnswersWhereverItStands() {
    assertEquals(
        List.of("vm1@vm1 5.4.0", "LNXDB2@vm1 5.4.0"),
        hosts("vm1.txt", "q stor\n" + STORAGE + "q cplevel\n" + LEVEL + "ind user\n" + GUEST));
    assertEquals(List.of("vm1@vm1 ?"), hosts("vm1.txt", STORAGE));
  }

  @Test
  void twoReleasesOfOneSystemAreNone() {
    assertEquals(
        List.of("vm1@vm1 ?"),
        hosts("vm1.txt", LEVEL + "Ready;\n" + LEVEL.replace("5", "6") + "Ready;\n" + STORAGE));
  }

  @Test
  void theReleaseOfAnotherSystemIsNotTaken() {
    String said = "q userid\nMAINT AT VMA\n";
    assertEquals(
        List.of("VMB@VMB ?", "VMA@VMA 5.4.0"),
        hosts(
            "f.txt", said + LEVEL + said.replace("VMA", "VMB") + STORAGE + said + LEVEL + STORAGE));
  }

  @Test
  void aLevelAloneGivesNoTableAndIsNotRejected() {
    Reading reading =
        Readings.of("vm1.txt", "q cplevel\n" + LEVEL + "IPL at 09/26/20 19:28:25 EDT\n");
    assertEquals(List.of(), reading.tables());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(1, reading.lines().understood());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q stor",
        "Query Storage",
        "QUERY STORAGE",
        "cp q stor",
        "#cp q stor",
        "===> q stor",
        "q alloc page",
        "ind user lnx* exp",
        "indicate i/o",
        "vmcp q stor",
        "Ready; T=0.01/0.01 15:04:07",
        "Ready(00003); T=0.01/0.01 15:04:07",
        "Ready;",
        "R; T=0.01/0.01 15:04:07"
      })
  void echoesAndMessagesAreNoiseAndNameNobody(String line) {
    Reading reading = Readings.of("vm1.txt", line + "\n" + STORAGE);
    assertEquals("vm1", reading.tables().get(0).subject().name());
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(1, reading.lines().noise());
  }

  @Test
  void aPromptNamesTheSystemSaveWhereAGuestAsksItsControlProgram() {
    assertEquals(List.of("p@p ?"), hosts("vm1.txt", "op@p / # q stor\n" + STORAGE));
    assertEquals(List.of("vm1@vm1 ?"), hosts("vm1.txt", "root@lnx / # vmcp q stor\n" + STORAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "vm1/q_stor.txt, vm1",
    "vm1/query-storage.txt, vm1",
    "vm1/ind.user.txt, vm1",
    "vm1/q.txt, q",
    "vm1/queryhost.txt, queryhost",
  })
  void aFileNamedLikeACommandIsNamedByItsFolder(String source, String system) {
    assertEquals(List.of(system + "@" + system + " ?"), hosts(source, STORAGE));
  }

  private static String times(String source, String text, ReadOptions options) {
    return Readings.of(source, text.getBytes(StandardCharsets.UTF_8), options).tables().stream()
        .map(table -> String.valueOf(Table.localTime(table.time(0))))
        .toList()
        .toString();
  }

  @Test
  void theMessageBelowDatesAnAnswerWhereADateIsKnown() {
    String answer = STORAGE + "Ready; T=0.01/0.01 23:59:50\n";
    String next = STORAGE + "Ready; T=0.01/0.01 00:00:07\n";
    ReadOptions none = ReadOptions.DEFAULT;
    assertEquals("[null]", times("x", answer, none));
    assertEquals("[2019-04-11T23:59:50]", times("x_2019-04-11.txt", answer, none));
    assertEquals("[2019-04-11T23:59:50]", times("x_2019-04-11_1200.txt", answer, none));
    assertEquals(
        "[2019-04-11T23:59:50, 2019-04-12T00:00:07]",
        times("x", "Thu Apr 11 23:59:45 CEST 2019\n" + answer + next, none));
    assertEquals("[null]", times("x_2019-04-11.txt", STORAGE, none));
    assertEquals("[2019-04-11T12:00]", times("x_2019-04-11_1200.txt", STORAGE, none));
    ReadOptions site =
        new ReadOptions(
            List.of(
                new SiteCapture("*", "vm9", LocalDateTime.of(2019, 4, 11, 8, 0), Double.NaN, 0)),
            ZoneOffset.UTC,
            Optional.empty(),
            Limits.DEFAULT,
            false);
    assertEquals("[2019-04-11T23:59:50]", times("x", answer, site));
    assertEquals("[2019-04-11T08:00]", times("x", STORAGE, site));
    assertEquals(
        "vm9",
        Readings.of("x", STORAGE.getBytes(StandardCharsets.UTF_8), site)
            .tables()
            .get(0)
            .subject()
            .name());
  }

  @Test
  void theAnswerThatAGuestGotNamesItsSystemUntilAnotherHostIsSpokenTo() {
    String first = "root@lnx1:~# vmcp q userid\nLNXDB1 AT VMA\nroot@lnx1:~# vmcp q stor\n";
    String second = first.replace("VMA", "VMB").replace("lnx1", "lnx2");
    String third = "root@lnx3:~# vmcp q stor\n";
    assertEquals(
        List.of("VMA@VMA ?", "VMB@VMB ?", "vm1@vm1 ?"),
        hosts("vm1.txt", first + STORAGE + second + STORAGE + third + STORAGE));
    assertEquals(
        List.of("VMA@VMA ?", "VMB@VMB ?", "VMA@VMA ?"),
        hosts(
            "vm1.txt",
            first + STORAGE + second + STORAGE + "root@lnx1:~# vmcp q stor\n" + STORAGE));
    assertEquals(
        List.of("VMA@VMA ?"), hosts("vm1.txt", first.replace("root@lnx1:~", "") + STORAGE));
    assertEquals(
        List.of("VMA@VMA ?", "VMB@VMB ?"),
        hosts(
            "vm1.txt",
            "# ssh lnx1 vmcp q userid\nLNXDB1 AT VMA\n# ssh lnx1 vmcp q stor\n"
                + STORAGE
                + "# ssh lnx2 'vmcp q userid'\nLNXDB1 AT VMB\n# ssh lnx2 'vmcp q stor'\n"
                + STORAGE));
  }

  @Test
  void theGuestsOwnFiguresAreNotOfTheSystemThatItNamed() {
    String table =
        "System configuration: lcpu=4 mem=4096MB\n\nkthr    memory              page              faults"
            + "        cpu\n----- ----------- ------------------------ ------------ -----------\n"
            + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa\n"
            + " 1  1 50000 20000   0   0   0   0    0   0  10  100  90  5  2 93  0\n";
    assertEquals(
        List.of("lnx1"),
        hosts(
                "f.txt",
                "root@lnx1:~# vmcp q userid\nLNXDB1 AT VMA\nroot@lnx1:~# vmstat 5 1\n" + table)
            .stream()
            .map(name -> name.substring(0, name.indexOf('@')))
            .distinct()
            .toList());
  }

  private static String status(String words) {
    return " ".repeat(58) + words + "\n";
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "MORE...", "HOLDING", "CP READ", "VM READ", "NOT ACCEPTED"})
  void theStatusLineNamesTheSystemOfTheScreenAboveIt(String words) {
    String level = "q cplevel\n" + LEVEL;
    String text =
        level
            + "q stor\n"
            + STORAGE
            + status(words + "     VMA")
            + "q stor\n"
            + STORAGE
            + status(words + "     VMB")
            + level.replace("Version 5", "Version 6");
    Reading reading = Readings.of("f.screens", text);
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(List.of("VMA@VMA 5.4.0", "VMB@VMB ?"), hosts("f.screens", text));
  }

  @Test
  void anAnswerGoesOnWithTheNextScreen() {
    String frames =
        "All Frames:\n  Configured=2097152  Real=2097152  Usable=2097152  Offline=0\n"
            + status("MORE...      VMA")
            + "  Pageable=2071022  NotInitialized=0\n"
            + status("RUNNING      VMA");
    Reading reading = Readings.of("f.screens", "q frames\n" + frames);
    assertEquals(
        List.of(2L, 0L, 0),
        List.of(
            reading.lines().understood() - 1,
            reading.lines().rejected(),
            reading.diagnostics().size()));
    assertEquals(List.of("VMA@VMA ?"), hosts("f.screens", "q frames\n" + frames));
  }

  @Test
  void whereAllStatusLinesNameOneSystemItIsThatOfTheLastScreenToo() {
    String one = "q stor\n" + STORAGE + status("RUNNING   VMA");
    String cut = "ind user\n" + GUEST;
    assertEquals(List.of("VMA@VMA ?", "LNXDB2@VMA ?"), hosts("f.screens", one + cut));
    assertEquals(
        List.of("VMA@VMA ?", "VMB@VMB ?", "LNXDB2@f ?"),
        hosts("f.screens", one + one.replace("VMA", "VMB") + cut));
  }

  @Test
  void aStatusLineWinsOverAnEarlierAnswerOfAnotherSystem() {
    String said = "q userid\nMAINT AT VMA\nq stor\n" + STORAGE + status("RUNNING   VMA");
    String next = "q stor\n" + STORAGE + status("RUNNING   VMB");
    assertEquals(List.of("VMA@VMA ?", "VMB@VMB ?"), hosts("f.screens", said + next));
    String guests = "root@lnx:~# vmcp q userid\nLNX AT VMC\nroot@lnx:~# vmcp q stor\n" + STORAGE;
    assertEquals(List.of("VMC@VMC ?", "VMB@VMB ?"), hosts("f.screens", guests + "Ready;\n" + next));
  }

  @Test
  void pastMidnightAConsoleWhoseFileHasTheDateIsOfTheNextDay() {
    String before = STORAGE + "Ready; T=0.01/0.01 23:58:07\n";
    String after = STORAGE + "Ready; T=0.01/0.01 00:02:07\n";
    String later = STORAGE + "Ready; T=0.01/0.01 09:00:00\n";
    assertEquals(
        "[2019-04-11T23:58:07, 2019-04-12T00:02:07, 2019-04-12T09:00]",
        times("x_2019-04-11.txt", before + after + later, ReadOptions.DEFAULT));
    assertEquals(
        "[2019-04-11T09:00, 2019-04-11T23:58:07]",
        times("x_2019-04-11.txt", later + before, ReadOptions.DEFAULT));
    assertEquals(
        "[2019-04-11T23:58:07, 2019-04-12T00:02:07, 2019-04-13T00:02:07]",
        times(
            "x_2019-04-11.txt",
            before + after + before.replace("STORAGE", "Q") + after,
            ReadOptions.DEFAULT));
    assertEquals("[null, null]", times("x.txt", before + after, ReadOptions.DEFAULT));
  }

  @Test
  void twoClocksOfOneLineCountMidnightOnce() {
    String text =
        "23:59:57 q stor\n"
            + "23:59:58 "
            + STORAGE
            + "00:00:01 Ready; T=0.01/0.01 23:59:59\n"
            + "00:00:02 q stor\n"
            + "00:00:03 "
            + STORAGE
            + "00:00:05 Ready; T=0.01/0.01 00:00:03\n";
    assertEquals(
        "[2019-04-11T23:59:59, 2019-04-12T00:00:03]",
        times("x_2019-04-11.txt", text, ReadOptions.DEFAULT));
  }

  private static String inFront(String user, String text) {
    return text.lines().map(line -> user + line + "\n").collect(Collectors.joining());
  }

  private static final String ANSWERS =
      "q stor\n"
          + STORAGE
          + "Ready; T=0.01/0.01 10:00:07\nq frames\nAll Frames:\n  Configured=2097152"
          + "  Real=2097152\n  Pageable=2071022\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MAINT   : ",
        "LNXADMIN: ",
        "09:58:01 MAINT    ",
        "09:58:01 MAINT   : ",
        "2019-04-11 09:58:01 MAINT    "
      })
  void theUserInFrontOfTheLinesOfAConsoleIsNoSystem(String user) {
    Reading reading = Readings.of("vm1.console", inFront(user, ANSWERS));
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(4, reading.lines().understood());
    assertEquals(List.of("vm1@vm1 ?", "vm1@vm1 ?"), hosts("vm1.console", inFront(user, ANSWERS)));
  }

  @Test
  void severalUsersOnOneConsoleAreOfOneSystem() {
    String mixed =
        ANSWERS
            + inFront("MAINT   : ", ANSWERS)
            + inFront("TCPMAINT: ", "q userid\nTCPMAINT AT VMA\n");
    assertEquals(4, hosts("vm1.console", mixed).size());
    assertEquals(8, Readings.of("vm1.console", mixed).lines().understood());
    String stamped =
        inFront("09:58:01 OPERATOR ", ANSWERS) + inFront("09:58:09 MAINT    ", ANSWERS);
    assertEquals(8, Readings.of("vm1.console", stamped).lines().understood());
    assertEquals(List.of("vm1@vm1 ?"), hosts("vm1.console", stamped).stream().distinct().toList());
  }
}
