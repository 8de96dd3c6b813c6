package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Input;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.JsonReport;
import dev.headroom.risk.Finding;
import dev.headroom.site.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members whose captures have times of the day only, and members whose clocks differ. */
class ClocksOfMembersTest {
  private static final double POOL = 20;

  /** Memory of two members goes up and down, and the third one has the rest of the pool. */
  private static double physical(int member, int second) {
    double first =
        hundredths(5 + 2.5 * Math.sin(second / 700.0) + (second / 90 % 3 == 0 ? 0.4 : 0));
    double other = hundredths(4.5 + 1.2 * Math.sin(second / 450.0 + 1));
    return member == 0 ? first : member == 1 ? other : hundredths(POOL - first - other);
  }

  private static double hundredths(double gigabytes) {
    return Math.round(gigabytes * 100) / 100.0;
  }

  /**
   * A capture of {@code vmstat -ht}.
   *
   * @param begin the second of the day of its first row
   * @param ahead how many seconds its clock is ahead
   * @param step seconds from row to row
   * @param hot gigabytes at a second of the day
   */
  private static Input capture(
      String name,
      String date,
      int begin,
      int ahead,
      int step,
      int rows,
      IntToDoubleFunction hot,
      IntToDoubleFunction physical) {
    StringBuilder text = new StringBuilder(date.isEmpty() ? "" : date + "\n");
    text.append(
        "\nSystem configuration: lcpu=4 mem=16384MB ent=1.00 mmode=shared mpsz=20.00GB\n\n"
            + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec"
            + "   hpi  hpit  pmem   loan hr mi se\n");
    for (int row = 0; row < rows; row++) {
      int second = begin + row * step;
      int shown = (second + ahead) % 86_400;
      double backed = physical.applyAsDouble(second);
      text.append(
          String.format(
              Locale.ROOT,
              " 1  0 %d 90000   0   0   0   0    0   0  10  200 300  5  2 93  0  0.10  10.0     0"
                  + "     0 %.2f %.2f %02d:%02d:%02d%n",
              Math.round(hot.applyAsDouble(second) * 262_144),
              backed,
              16 - backed,
              shown / 3600,
              shown % 3600 / 60,
              shown % 60));
    }
    byte[] bytes = text.toString().replace("\r\n", "\n").getBytes(StandardCharsets.US_ASCII);
    return new Input("lab/" + name + ".vmstat", () -> new ByteArrayInputStream(bytes));
  }

  private static Report report(List<Input> inputs) throws Exception {
    return Analysis.of(inputs, Site.EMPTY, AnalysisOptions.DEFAULT).report();
  }

  private static List<String> clocks(String date, int... ahead) throws Exception {
    List<Input> inputs = new ArrayList<>();
    List<String> names = List.of("apus", "lyra", "vela");
    for (int i = 0; i < ahead.length; i++) {
      int member = i;
      inputs.add(
          capture(
              names.get(i),
              date,
              36_000,
              ahead[i],
              10,
              360,
              second -> physical(member, second) * 0.8,
              second -> physical(member, second)));
    }
    PoolReport pool = report(inputs).pools().get(0);
    return pool.judgement().findings().stream()
        .map(quoted -> quoted.finding())
        .filter(finding -> finding.rule().equals("clock-offset"))
        .map(Finding::title)
        .map(title -> title.substring(0, title.indexOf(':')))
        .toList();
  }

  @Test
  void aClockThatIsOffIsFoundByThePoolsSum() throws Exception {
    String date = "Mon May  6 10:00:00 CEST 2024";
    assertEquals(List.of(), clocks(date, 0, 0, 0));
    assertEquals(
        List.of("The clock of lyra seems to be 7 min ahead of the others"),
        clocks(date, 0, 420, 0));
    assertEquals(
        List.of("The clock of vela seems to be 1 hour behind the others"),
        clocks(date, 0, 0, -3600));
    assertEquals(
        List.of("The clock of apus seems to be 2 min 3 s ahead of the others"),
        clocks("", 123, 0, 0));
  }

  @Test
  void timesOfTheDayLieBesideEachOther(@TempDir Path folder) throws Exception {
    IntToDoubleFunction all = second -> 16;
    // between midnight and one in the morning both need most; the second begins two hours later
    List<Input> inputs =
        List.of(
            capture("apus", "", 72_000, 0, 60, 480, s -> s >= 86_400 && s < 90_000 ? 8 : 3, all),
            capture("lyra", "", 79_200, 0, 60, 240, s -> s >= 86_400 && s < 90_000 ? 9.5 : 4, all));
    Report report = report(inputs);
    PoolReport pool = report.pools().get(0);
    assertEquals(17.5, pool.memory().overcommit().peakHot().orElseThrow() / (1 << 30), 0.01);
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JsonReport.write(report, Map.of(), json);
    StringBuilder pages = new StringBuilder(json.toString(StandardCharsets.UTF_8));
    for (Path page : HtmlReport.write(report, folder)) {
      pages.append(Files.readString(page));
    }
    assertTrue(pages.toString().contains("No capture says on what day it was taken"));
    assertFalse(pages.toString().contains("9999-"));
    assertTrue(report.inputs().stream().allMatch(input -> input.from().isEmpty()));
  }
}
