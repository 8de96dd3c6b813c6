package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.series.Metric;
import dev.headroom.series.Sample;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command in front of a table tells of its rows, and what its titles do not. */
class CallsTest {
  private static final String HEADING =
      """

      System configuration: lcpu=4 mem=6144MB ent=0.40 mmode=shared mpsz=12.00GB

      kthr    memory              page              faults              cpu             hypv-page
      ----- ----------- ------------------------ ------------ ----------------------- -------------------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan
      """;

  private static String row(int number) {
    return " 1  0 80050"
        + number
        + " 12200   0   0   0   0    0   0   5  101  151  3  2 95  0  0.02   5.0     0     0  5.50   0.50\n";
  }

  private static List<Sample> samples(String text) {
    List<Sample> samples = new ArrayList<>();
    Readings.of("lpar9.txt", text).tables().forEach(table -> table.forEach(samples::add));
    return samples;
  }

  private static long rates(String text) {
    return samples(text).stream().filter(s -> s.metric() == Metric.CPU_IDLE).count();
  }

  /** A row of a call without an interval is of the time since boot. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          # vmstat -h
          $ sudo vmstat -h
          # /usr/bin/vmstat -h
          # ssh lpar9 vmstat -h
          # time vmstat -h
          # nohup vmstat -h > x; cat x
          Command: vmstat -h
          ----- vmstat -h -----
          Output of 'vmstat -h':
          """)
  void oneRowOfACallWithoutIntervalHasNoRates(String call) {
    String text = call + "\n" + HEADING + row(1);
    assertEquals(0, rates(text));
    assertEquals(
        1, samples(text).stream().filter(s -> s.metric() == Metric.MEMORY_VIRTUAL).count());
  }

  /** Several rows are of intervals, whatever the title leaves out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          === vmstat ===
          * vmstat
          # vmstat
          vmstat
          + vmstat -h ${INTERVAL} ${COUNT}
          Subject: vmstat
          Output: vmstat -h
          """)
  void severalRowsHaveRates(String title) {
    assertEquals(3, rates(title + "\n" + HEADING + row(1) + row(2) + row(3)));
  }

  @Test
  void aTitleNamesNoHost() {
    assertEquals(
        List.of("lpar9"),
        samples("Subject: vmstat\n" + HEADING + row(1) + row(2)).stream()
            .map(sample -> sample.subject().name())
            .distinct()
            .toList());
  }

  /** A list of strings, as a task runner prints the output of a host; and blanks of a web page. */
  @Test
  void quotesAndNoBreakSpacesAreNotOfTheTable() {
    String text = HEADING + row(1) + row(2);
    StringBuilder quoted = new StringBuilder("ok: [lpar9] => {\n    \"stdout_lines\": [\n");
    text.lines().forEach(line -> quoted.append("        \"").append(line).append("\",\n"));
    quoted.append("    ]\n}\n");
    assertEquals(samples(text).size(), samples(quoted.toString()).size());
    assertEquals(samples(text).size(), samples(text.replace(' ', '\u00A0')).size());
  }

  /** Another host's date line may be earlier than the last row of the host before. */
  @Test
  void aDateLineSetsTheClockAnew() {
    String text = "";
    for (String host : List.of("lpar7", "lpar8")) {
      text +=
          host
              + " | CHANGED | rc=0 >>\n"
              + "Node Name                                  : "
              + host
              + "\nPartition Name                             : "
              + host
              + "\nOnline Memory                              : 6144 MB\n"
              + "Mon Mar  4 10:00:00 UTC 2024\n"
              + HEADING
                  .replace("hypv-page\n", "hypv-page           time\n")
                  .replace("loan\n", "loan hr mi se\n")
              + row(1).replace("\n", " 10:00:10\n")
              + row(2).replace("\n", " 10:00:20\n");
    }
    assertEquals(List.of(), Readings.of("run.txt", text).diagnostics());
  }
}
