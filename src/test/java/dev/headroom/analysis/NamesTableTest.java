package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of names: files and claims, and the subject and the claim that each capture gets. */
class NamesTableTest {
  private static final String ONE = NamedInputs.vmstat(8192, 8, 500_000, 0, 4);
  private static final String TWO = NamedInputs.vmstat(8192, 8, 400_000, 0, 4);

  @TempDir Path folder;

  private static String prefixed(String prefix, String text) {
    return text.lines().map(line -> prefix + line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String both(String before, String between) {
    return before + ONE + between + TWO;
  }

  static Stream<Arguments> files() {
    Map<Map<String, String>, String> table = new LinkedHashMap<>();
    Map<String, String> four = new LinkedHashMap<>();
    for (int i = 1; i <= 4; i++) {
      four.put("vmstat_aixdb0" + i + ".txt", NamedInputs.vmstat(8192, 8, 100_000 * i, 0, 4));
    }
    table.put(
        four,
        "[vmstat_aixdb01.txt=aixdb01 by file, vmstat_aixdb02.txt=aixdb02 by file,"
            + " vmstat_aixdb03.txt=aixdb03 by file, vmstat_aixdb04.txt=aixdb04 by file]");
    table.put(
        Map.of("prd_erp1.vmstat", ONE, "prd_erp2.vmstat", TWO),
        "[prd_erp1.vmstat=prd_erp1 by file, prd_erp2.vmstat=prd_erp2 by file]");
    table.put(
        Map.of("prd_erp1.vmstat", ONE, "erp1.list", NamedInputs.list("erp1", "")),
        "[erp1.list=erp1 by partition-name, prd_erp1.vmstat=erp1 by file]");
    table.put(
        Map.of(
            "erp1-vmstat-2024-03-04.txt", ONE, "lparstat-i.txt", NamedInputs.list("erp1", "erp1")),
        "[erp1-vmstat-2024-03-04.txt=erp1 by file, lparstat-i.txt=erp1 by partition-name]");
    table.put(
        Map.of("node7.vmstat", ONE, "lparstat-i.txt", NamedInputs.list("LPAR7", "node7")),
        "[lparstat-i.txt=LPAR7 by partition-name, node7.vmstat=LPAR7 by file]");
    table.put(
        Map.of(
            "node7.vmstat", ONE, "lparstat-i.txt", NamedInputs.list("LPAR7", "node7.corp.example")),
        "[lparstat-i.txt=LPAR7 by partition-name, node7.vmstat=LPAR7 by file]");
    table.put(
        Map.of(
            "session",
            "# uname -a\nAIX node7 1 6 00F604D44C00\n# lparstat -i\n"
                + NamedInputs.list("LPAR7", "")
                + "# vmstat -ht 60 4\n"
                + ONE),
        "[session=LPAR7 by host, session=LPAR7 by partition-name]");
    table.put(
        Map.of("db1/perf/vmstat.txt", ONE, "db2/perf/vmstat.txt", TWO),
        "[db1/perf/vmstat.txt=db1 by folder, db2/perf/vmstat.txt=db2 by folder]");
    table.put(
        Map.of("db1/home/sys/vmstat.out", ONE, "db2/var/perf/daily/vmstat.log", TWO),
        "[db1/home/sys/vmstat.out=db1 by folder, db2/var/perf/daily/vmstat.log=db2 by folder]");
    table.put(
        Map.of("db1/home/jane/vmstat.out", ONE, "db2/tmp/vmstat.out", TWO),
        "[db1/home/jane/vmstat.out=db1 by folder, db2/tmp/vmstat.out=db2 by folder]");
    table.put(
        Map.of(
            "pool.txt",
            "# lparstat -i\n"
                + NamedInputs.list("ERP1", "")
                + "# vmstat -ht 60 4\n"
                + ONE
                + "# lparstat -i\n"
                + NamedInputs.list("ERP2", "")
                + "# vmstat -ht 60 4\n"
                + TWO),
        "[pool.txt=ERP1 by partition-name, pool.txt=ERP2 by partition-name]");
    table.put(
        Map.of("vmstat_10_4_erp1.out", ONE, "vmstat-erp2-Mar-04-2024.out", TWO),
        "[vmstat-erp2-Mar-04-2024.out=erp2 by file, vmstat_10_4_erp1.out=erp1 by file]");
    return table.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("files")
  void aCaptureHasASubject(Map<String, String> files, String expected) throws IOException {
    NamedInputs.write(folder, files);
    assertEquals(
        expected,
        NamedInputs.map(NamedInputs.report(List.of(folder.toString()), Site.EMPTY), folder)
            .toString());
  }

  static Stream<Arguments> collected() {
    return Stream.of(
        Arguments.of("erp1 | CHANGED | rc=0 >>\n", "erp2 | SUCCESS | rc=0 >>\n", "banner"),
        Arguments.of("[1] 10:00:00 [SUCCESS] erp1\n", "[2] 10:00:01 [SUCCESS] erp2\n", "banner"),
        Arguments.of("----------\nerp1\n----------\n", "----------\nerp2\n----------\n", "banner"),
        Arguments.of("HOST: erp1\n----------\n", "HOST: erp2\n----------\n", "host"),
        Arguments.of("erp1\n", "erp2\n", "banner"),
        Arguments.of("=== erp1 ===\n", "=== erp2 ===\n", "banner"),
        Arguments.of("### erp1\n", "### erp2\n", "banner"),
        Arguments.of("--> erp1\n", "--> erp2\n", "banner"),
        Arguments.of("[erp1]\n", "[erp2]\n", "banner"),
        Arguments.of("erp1:\n", "erp2:\n", "banner"),
        Arguments.of("Server: erp1\n", "Server: erp2\n", "host"),
        Arguments.of("Hostname: erp1\n", "Hostname: erp2\n", "host"),
        Arguments.of(
            "[erp1:root@/tmp] vmstat -ht 60\n", "[erp2:root@/tmp] vmstat -ht 60\n", "prompt"),
        Arguments.of("erp1:root 11> vmstat -ht 60\n", "erp2:root 3> vmstat -ht 60\n", "prompt"),
        Arguments.of(
            "(0) root @ erp1: / # vmstat -ht 60\n",
            "(0) root @ erp2: / # vmstat -ht 60\n",
            "prompt"),
        Arguments.of(
            "root@adm / # ssh erp1 vmstat -ht 60\n",
            "root@adm / # ssh -q root@erp2 vmstat -ht 60\n",
            "prompt"),
        Arguments.of("+ ssh erp1 vmstat -ht 60\n", "+ ssh erp2 vmstat -ht 60\n", "prompt"),
        Arguments.of("erp1# vmstat -ht 60\n", "erp2# vmstat -ht 60\n", "banner"),
        Arguments.of("erp1[/tmp]# vmstat -ht 60\n", "erp2[/tmp]# vmstat -ht 60\n", "banner"));
  }

  @ParameterizedTest
  @MethodSource("collected")
  void oneTextOfTwoHosts(String first, String second, String claim) throws IOException {
    NamedInputs.write(folder, Map.of("out.txt", both(first, second)));
    assertEquals(
        "[out.txt=erp1 by " + claim + ", out.txt=erp2 by " + claim + "]",
        NamedInputs.map(NamedInputs.report(List.of(folder.toString()), Site.EMPTY), folder)
            .toString());
  }

  @Test
  void aNameInFrontOfEveryLine() throws IOException {
    NamedInputs.write(folder, Map.of("out.txt", prefixed("erp1: ", ONE) + prefixed("erp2: ", TWO)));
    assertEquals(
        "[out.txt=erp1 by banner, out.txt=erp2 by banner]",
        NamedInputs.map(NamedInputs.report(List.of(folder.toString()), Site.EMPTY), folder)
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "bash-4.4$",
    "$",
    "%",
    "=>",
    "➜  ~",
    "(0) root @ db1: / #",
    "[db1:root@/tmp]",
    "db1:root 11>",
    "db1[/tmp]#",
  })
  void noPromptMakesARowSinceBootASample(String prompt) throws IOException {
    String table =
        """
        kthr    memory              page              faults        cpu
         r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa
         1  0 200345 45120   0   4   0   0    0   0  12  340  410  3  2 95  0
        """;
    NamedInputs.write(folder, Map.of("db1.txt", prompt + " vmstat\n" + table));
    assertEquals(
        2, NamedInputs.report(List.of(folder.toString()), Site.EMPTY).inputs().get(0).samples());
  }

  @Test
  void thePathsSpellingMakesNoDifference() throws IOException {
    NamedInputs.write(folder, Map.of("bxaix85/vmstat.txt", ONE));
    for (String path : List.of("bxaix85", "bxaix85/.", "bxaix85/../bxaix85")) {
      assertEquals(
          "bxaix85",
          NamedInputs.report(List.of(folder + "/" + path), Site.EMPTY).subjects().get(0).name());
    }
  }
}
