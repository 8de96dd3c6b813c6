package dev.headroom.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code headroom backtest} from end to end: what it prints, what it writes, how it ends. */
final class BacktestCommandTest {
  private static final LocalDateTime START = LocalDateTime.of(2020, 2, 3, 0, 0);

  @TempDir private Path folder;
  private ByteArrayOutputStream data = new ByteArrayOutputStream();
  private StringWriter shown = new StringWriter();
  private StringWriter err = new StringWriter();

  private int run(String... args) {
    data = new ByteArrayOutputStream();
    shown = new StringWriter();
    err = new StringWriter();
    CommandLine line = Headroom.commandLine(data);
    line.setOut(new PrintWriter(shown, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  /** A series of hours of so many days; a row is left out where the cell is empty. */
  private String series(int days, String[] members, IntFunction<String[]> cells)
      throws IOException {
    StringBuilder text = new StringBuilder("subject,metric,time,value\n");
    for (int hour = 0; hour < days * 24; hour++) {
      String[] row = cells.apply(hour);
      for (int i = 0; i < members.length; i++) {
        if (!row[i].isEmpty()) {
          text.append(members[i]).append(",memory.virtual,").append(START.plusHours(hour));
          text.append(":00,").append(row[i]).append("000000\n");
        }
      }
    }
    Path file = folder.resolve("series.csv");
    Files.writeString(file, text);
    StringBuilder site = new StringBuilder("pools:\n  - name: p\n    reserve: 0MB\n    members:\n");
    for (String member : members) {
      site.append("      - {name: ").append(member).append(", logical: 8GB}\n");
    }
    Files.writeString(folder.resolve("site.yaml"), site);
    return folder.toString();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(data.toByteArray());
  }

  private static String[] two(int hour) {
    return new String[] {"" + (1000 + hour % 24 * 10), "2000"};
  }

  @Test
  void theSamplesPoolIsJudgedInItsLastEightWeeks() throws IOException {
    assertEquals(0, run("backtest", "samples/backtest"), err::toString);

    String table = shown.toString();
    assertTrue(table.contains("28 days known, the next 7 days judge"), table);
    assertTrue(table.contains("8 pool-weeks judged"), table);
    for (String row :
        new String[] {"recommended for 5.0 %", "N + 1", "sum of peaks", "asked for"}) {
      assertTrue(table.contains(row), table);
    }
  }

  @Test
  void drawnPoolsAreTheSameOnEveryRunAndWithAnyNumberOfThreads() throws IOException {
    String[] call = {
      "backtest", "samples/backtest", "--draws", "5", "--members", "3", "--json", "--jobs", "1"
    };
    assertEquals(0, run(call), err::toString);
    byte[] first = data.toByteArray();
    call[8] = "4";
    assertEquals(0, run(call));
    assertArrayEquals(first, data.toByteArray());

    JsonNode object = json();
    assertEquals("headroom-backtest/1", object.get("schema").asText());
    assertEquals(40, object.get("judged").asInt());
    assertEquals(40, object.get("periods").size());
    assertEquals(3, object.at("/periods/0/members").size());
    assertEquals(6, object.get("members").asInt());
    assertEquals(4, object.get("reliability").size());
    assertEquals(10, object.get("methods").size());
    assertEquals("", shown.toString());
  }

  @Test
  void writesAPageAndTheSameObject() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(
        0, run("backtest", "samples/backtest", "--json", "-o", out.toString()), err::toString);

    assertArrayEquals(data.toByteArray(), Files.readAllBytes(out.resolve("backtest.json")));
    String page = Files.readString(out.resolve("backtest.html"));
    assertTrue(page.contains("href=\"backtest.json\""), page);
    assertFalse(page.contains("report.json"));
  }

  @ParameterizedTest
  @CsvSource({"5%, 0.05", "'12.5 %', 0.125", "0.01, 0.01", "20%, 0.2"})
  void theChanceIsWrittenEitherWay(String written, double meant) throws IOException {
    assertEquals(0, run("backtest", "samples/backtest", "--breach", written, "--json"));

    assertEquals(meant, json().at("/plan/breachProbability").asDouble());
  }

  @Test
  void lessHistoryIsKnownWhereThereIsLess() throws IOException {
    String path = series(16, new String[] {"a", "b"}, BacktestCommandTest::two);
    assertEquals(0, run("backtest", path, "--json"), err::toString);

    assertEquals(9, json().at("/plan/historyDays").asDouble());
    assertEquals(1, json().get("judged").asInt());
    assertEquals(0, run("backtest", path, "--horizon", "12h", "--history", "1d", "--json"));
    // no weekend by a Friday alone, and no Monday by a Sunday: four of thirty half days
    assertEquals(26, json().get("judged").asInt());
    assertEquals("other-days", json().at("/leftOut/0/reason").asText());
    assertEquals(4, json().at("/leftOut/0/periods").asInt());
    assertEquals(26, json().at("/byDays/0/judged").asInt() + json().at("/byDays/1/judged").asInt());
    assertEquals("weekend", json().at("/byDays/1/days").asText());
    assertEquals(6, json().at("/byDays/1/judged").asInt());
    assertEquals(
        0, run("backtest", path, "--horizon", "1", "--step", "2", "--history", "1w", "--json"));
    assertEquals(5, json().get("judged").asInt());
  }

  @Test
  void aMemberThatAppearsHalfWayIsInThePool() throws IOException {
    String path =
        series(
            16,
            new String[] {"a", "b", "late"},
            hour -> new String[] {"1000", "2000", hour < 192 ? "" : "500"});
    // a third of the members is silent in the first half: those days are not known
    assertEquals(0, run("backtest", path, "--horizon", "2", "--history", "4", "--json"));

    assertEquals("too-little-known", json().at("/leftOut/0/reason").asText());
    JsonNode last = json().at("/periods").get(json().at("/periods").size() - 1);
    assertEquals(3_500_000_000L, last.get("peakBytes").asLong());
    assertFalse(last.get("breached").asBoolean());
  }

  @Test
  void aClockThatJumpsLeavesTheEmptyYearsOut() throws IOException {
    series(20, new String[] {"a", "b"}, BacktestCommandTest::two);
    Path file = folder.resolve("series.csv");
    Files.writeString(
        file, Files.readString(file).replaceAll("2020-02-2", "2031-02-2"), StandardCharsets.UTF_8);
    assertEquals(
        0,
        run("backtest", folder.toString(), "--history", "7", "--horizon", "2", "--json"),
        err::toString);

    assertTrue(json().get("judged").asInt() >= 3, () -> data.toString(StandardCharsets.UTF_8));
    assertTrue(json().get("periods").size() < 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | --horizon 7 | the data span 5 days; to know one day at least and to judge by 7 days, 8"
            + " days are needed: gather more, or give a shorter --horizon",
        "1 | --horizon 18h | the data span 1 day; to know 18 hours at least and to judge by 18"
            + " hours, 1 day 12 hours are needed",
        "20 | --history 28 | the data span 20 days; to know 28 days and to judge by 7 days, 35"
            + " days are needed",
        "20 | --draws 3 --members 5 | nothing can be judged: ",
      })
  void saysWhatIsMissing(int days, String options, String sentence) throws IOException {
    String path = series(days, new String[] {"a", "b"}, BacktestCommandTest::two);
    String call = "backtest " + path + (options == null ? "" : " " + options);

    assertEquals(3, run(call.split(" ")));
    assertTrue(err.toString().startsWith("headroom: " + sentence), err::toString);
    assertEquals("", shown.toString());
  }

  @Test
  void aRunIsJudgedByAnotherAsLong() throws IOException {
    String path = series(1, new String[] {"a", "b"}, BacktestCommandTest::two);

    for (String options : new String[] {"", " --history 12h --horizon 12h", " --history 12h"}) {
      assertEquals(0, run(("backtest " + path + options).split(" ")), err::toString);
      assertTrue(shown.toString().contains("1 pool-period judged"), shown::toString);
      assertTrue(
          shown.toString().contains("12 hours known, the next 12 hours judge"), shown::toString);
      assertTrue(
          shown.toString().contains(" in the one pool-period that could be judged."),
          shown::toString);
    }
    path = series(5, new String[] {"a", "b"}, BacktestCommandTest::two);
    assertEquals(0, run("backtest", path), err::toString);
    assertTrue(shown.toString().contains("1 day known, the next 1 day judge"), shown::toString);
    assertTrue(shown.toString().contains("4 pool-days judged"), shown::toString);
  }

  @Test
  void whatIsDrawnAndShortIsJudgedInTheSameWay() throws IOException {
    String path = series(1, new String[] {"a", "b", "c"}, hour -> new String[] {"1", "2", "3"});

    assertEquals(0, run("backtest", path, "--draws", "3", "--members", "2"), err::toString);
    assertTrue(shown.toString().contains("3 pool-periods judged"), shown::toString);
  }

  @Test
  void systemsOfZvmAreJudged() throws IOException {
    assertEquals(0, run("backtest", "samples/zvm72-day", "--json"), err::toString);

    assertEquals(1, json().get("judged").asInt());
    JsonNode period = json().at("/periods/0");
    assertEquals("2021-03-09T13:00:00", period.get("judgedFrom").asText());
    assertFalse(period.get("breached").asBoolean());
    assertTrue(period.get("peakBytes").asLong() < period.get("advisedBytes").asLong());
    // the day's third guest is idle and needs nothing: what is hot is less than what is defined
    assertTrue(2 * period.get("peakBytes").asLong() > period.get("promisedBytes").asLong());
  }

  @Test
  void withoutPoolsOrTimesOrLogicalMemoryThereIsASentence() throws IOException {
    series(20, new String[] {"a", "b"}, BacktestCommandTest::two);
    String file = folder.resolve("series.csv").toString();
    assertEquals(3, run("backtest", file));
    assertTrue(err.toString().startsWith("headroom: no pool was found"), err::toString);

    assertEquals(3, run("backtest", file, "--draws", "2", "--members", "2"));
    assertTrue(err.toString().contains("logical memory"), err::toString);

    Path untimed = folder.resolve("untimed");
    Files.createDirectories(untimed);
    Files.writeString(
        untimed.resolve("x.csv"), "subject,metric,value\na,memory.virtual,5\na,memory.virtual,6\n");
    assertEquals(
        3, run("backtest", untimed.toString(), "--site", folder.resolve("site.yaml").toString()));
    assertTrue(err.toString().contains("headroom: the captures carry no times"), err::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--breach 0 | --breach: '0' is not a chance between 0 and 1; write 5% or 0.05",
        "--breach 5 | --breach: '5' is not a chance between 0 and 1; write 5% or 0.05",
        "--breach 100% | --breach: '100%' is not a chance between 0 and 1; write 5% or 0.05",
        "--horizon 0 | --horizon: '0' is not a number of days above 0; write 7, 7d, 12h or 2w",
        "--horizon soon | --horizon: 'soon' is not a number of days above 0; write 7, 7d, 12h or"
            + " 2w",
        "--history -3 | --history: '-3' is not a number of days above 0; write 7, 7d, 12h or 2w",
        "--step x | --step: 'x' is not a number of days above 0; write 7, 7d, 12h or 2w",
        "--members 4 | --members needs --draws",
        "--draws 0 | --draws: '0' is not a whole number from 1 to 1,000,000",
        "-o samples/backtest/site.yaml | -o: samples/backtest/site.yaml is a file, and a folder is"
            + " needed there; name another folder",
      })
  void wrongCallsEndWithASentence(String options, String sentence) throws IOException {
    assertEquals(2, run(("backtest samples/backtest " + options).split(" ")));
    assertTrue(err.toString().startsWith("headroom: " + sentence), err::toString);
  }

  @Test
  void analyzeTakesTheGoalAndTellsTheTrackRecord() throws IOException {
    Path out = folder.resolve("out");
    assertEquals(
        0,
        run(
            "analyze",
            "samples/backtest",
            "-o",
            out.toString(),
            "--horizon",
            "14",
            "--breach",
            "1%"),
        err::toString);

    JsonNode pool =
        new ObjectMapper().readTree(Files.readAllBytes(out.resolve("report.json"))).at("/pools/0");
    assertEquals(14, pool.at("/sizing/horizonDays").asDouble());
    // twelve weeks: the first four are known, the other eight are four periods
    assertEquals(4, pool.at("/sizing/trackRecord/periods").asInt());
    assertEquals(0.01, pool.at("/sizing/trackRecord/breachProbability").asDouble());
    assertTrue(
        Files.readString(out.resolve("index.html"))
            .contains("On your own data, advice like this was exceeded in "));
  }
}
