package dev.headroom.format.perfkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** FCX103: labels and values, side by side. */
class StorageUtilizationTest {
  private static final String HEADER =
      "FCX103      CPU 2097  SER 1A2B3  Interval 09:00:00 - 10:00:00    Perf. Monitor\n";
  private static final String TABLES =
      "Main storage utilization:                XSTORE utilization:\n";

  private static List<String> samples(String text) {
    return Readings.samples(Readings.of("vm1_20100505.txt", HEADER + text)).stream()
        .map(each -> each.replace(" fcx103 system/vm1", "").replace(" 2010-05-05T10:00 #0", ""))
        .toList();
  }

  private static List<String> messages(String text) {
    Reading reading = Readings.of("x", HEADER + text);
    return reading.diagnostics().stream()
        .map(each -> each.render().lines().findFirst().orElse(""))
        .toList();
  }

  @Test
  void theSameLabelMeansWhatItsTableIs() {
    String right = "                                         Total available                0kB\n";
    assertEquals(List.of("3 xstore.size 0 B"), samples(TABLES + right));
    assertEquals(List.of(), samples(TABLES + "Total available                0kB\n"));
    assertEquals(
        List.of("3 memory.real 30064771072 B", "3 xstore.size 0 B"),
        samples(
            TABLES
                + "Total real storage         28'672MB      Total available                0kB\n"));
    assertEquals(
        List.of("2 memory.real 30064771072 B", "2 xstore.size 0 B"),
        samples("Total real storage 28'672MB Total available 0kB\n"),
        "blanks collapsed");
  }

  @Test
  void thePartitionForPagingCountsBeforeAllExpandedStorage() {
    String all = "Total real storage            3GB        Total available            2'048MB\n";
    String partition =
        "Offline storage frames          0        Size of CP partition       1'024MB\n";
    assertEquals(
        List.of("3 memory.real 3221225472 B", "4 xstore.size 1073741824 B"),
        samples(TABLES + all + partition));
    assertEquals(
        List.of("3 memory.real 3221225472 B"),
        samples(TABLES + all + partition.replace("1'024MB", "    ...")));
    assertEquals(List.of("3 memory.real 3221225472 B"), samples(TABLES + all));
    assertEquals(
        List.of(
            "x:3:69: truncated: no 'Size of CP partition' says how much of it CP has; the size of"
                + " expanded storage is left out"),
        messages(TABLES + all));
    assertEquals(
        List.of("3 memory.real 3221225472 B"),
        samples(TABLES + all + partition.replace("1'024MB", "1'0x4MB")),
        "a damaged figure is absent, not another's");
  }

  @Test
  void damageIsSaid() {
    assertEquals(
        List.of(
            "x:2:28: bad-number: '28x72MB' is not a number with a unit; the figure counts as"
                + " absent"),
        messages("Total real storage         28x72MB\n"));
    assertEquals(
        List.of("x:2:28: truncated: '28' may have been cut; the figure counts as absent"),
        messages("Total real storage         28"));
    assertEquals(
        List.of(
            "x:3:28: inconsistent: Total DPA size is more than Total real storage; kept as read"),
        messages("Total real storage            2GB\nTotal DPA size             3'000MB\n"));
  }

  @Test
  void aDamagedLabelIsTold() {
    assertEquals(
        List.of(
            "x:3:1: unknown-label: 'Total rexl storage' is not known, and may be a damaged 'Total"
                + " real storage'; its value is left out"),
        messages(TABLES + "Total rexl storage            3GB\n"));
  }

  /** Each figure has its unit and stands alone behind its label; no system is without storage. */
  @Test
  void figuresThatCannotBeAreAbsent() {
    for (String damaged : List.of("1.2K", "    0       7'168MB", "  0kB")) {
      assertEquals(List.of(), samples("Total real storage         " + damaged + "\n"), damaged);
    }
    assertEquals(
        List.of(
            "x:2:28: bad-number: '0' has another figure behind it; the figure counts as absent"),
        messages("Total real storage         0       7'168MB\n"));
    assertEquals(List.of(), samples(TABLES + " ".repeat(41) + "CP XSTORE utilization   10 0%\n"));
  }
}
