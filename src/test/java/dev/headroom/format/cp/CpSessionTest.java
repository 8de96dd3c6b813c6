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
}
