package dev.headroom.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Inputs;
import dev.headroom.report.PoolReport;
import dev.headroom.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However two machines are handed over, their pool has the same two members. */
class TenWaysTest {
  private static final double GB = 1L << 30;
  private static final String HEADING =
      """

      System configuration: lcpu=8 mem=MEGABYTESMB ent=0.50 mmode=shared mpsz=20.00GB

      kthr    memory              page              faults              cpu             hypv-page           time
      ----- ----------- ------------------------ ------------ ----------------------- ------------------------- --------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se
      """;
  private static final String LIST =
      """
      Node Name                                  : NAME
      Partition Name                             : NAME
      Online Memory                              : MEGABYTES MB
      Memory Mode                                : Shared
      Memory Pool ID                             : 0
      Physical Memory in the Pool                : 20.000 GB
      """;

  @TempDir Path folder;

  private static String table(int megabytes, int avm, String pmem) {
    StringBuilder text = new StringBuilder(HEADING.replace("MEGABYTES", String.valueOf(megabytes)));
    for (int row = 1; row <= 5; row++) {
      text.append(
          String.format(
                  " 1  0 %d 20411   0   0   0   0    0   0 120 4410  900 12  5 83  0  0.31  62.0     0"
                      + "     0  %s   0.50 10:00:%d0%n",
                  avm + row, pmem, row)
              .replace(System.lineSeparator(), "\n"));
    }
    return text.toString();
  }

  private static String one() {
    return table(8192, 740311, "7.10");
  }

  private static String two() {
    return table(4096, 411020, "3.50");
  }

  private static String list(String name, int megabytes) {
    return LIST.replace("NAME", name).replace("MEGABYTES", String.valueOf(megabytes));
  }

  private static String prefixed(String prefix, String text) {
    return text.lines().map(line -> prefix + line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String interleaved() {
    List<String> a = prefixed("erpn1: ", one()).lines().toList();
    List<String> b = prefixed("erpn2: ", two()).lines().toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < a.size(); i++) {
      text.append(a.get(i)).append('\n').append(b.get(i)).append('\n');
    }
    return text.toString();
  }

  static Stream<Arguments> ways() {
    Map<String, Map<String, String>> ways = new LinkedHashMap<>();
    ways.put("files by host", Map.of("erpn1.txt", one(), "erpn2.txt", two()));
    ways.put("files by tool", Map.of("vmstat_erpn1.txt", one(), "vmstat_erpn2.txt", two()));
    ways.put("folders by host", Map.of("erpn1/vmstat-ht.txt", one(), "erpn2/vmstat-ht.txt", two()));
    ways.put("a loop that echoes", Map.of("pool.log", "erpn1\n" + one() + "erpn2\n" + two()));
    ways.put(
        "Ansible",
        Map.of(
            "out.txt",
            "erpn1 | CHANGED | rc=0 >>\n" + one() + "erpn2 | CHANGED | rc=0 >>\n" + two()));
    ways.put("dsh", Map.of("out.txt", prefixed("erpn1: ", one()) + prefixed("erpn2: ", two())));
    ways.put("pdsh, interleaved", Map.of("out.txt", interleaved()));
    ways.put(
        "dshbak",
        Map.of(
            "out.txt",
            "----------------\nerpn1\n----------------\n"
                + one()
                + "----------------\nerpn2\n----------------\n"
                + two()));
    ways.put(
        "a bundle",
        Map.of(
            "case1/lparstat.sum", list("erpn1", 8192),
            "case1/vmstat.int", one(),
            "case2/lparstat.sum", list("erpn2", 4096),
            "case2/vmstat.int", two()));
    ways.put(
        "root@host prompts",
        Map.of(
            "session.log",
            "root@erpn1 / # vmstat -ht 10 5\n"
                + one()
                + "root@erpn2 / # vmstat -ht 10 5\n"
                + two()));
    ways.put(
        "[host:user@/path] prompts",
        Map.of(
            "session.log",
            "[erpn1:root@/tmp] vmstat -ht 10 5\n"
                + one()
                + "[erpn2:root@/tmp] vmstat -ht 10 5\n"
                + two()));
    ways.put(
        "(0) root @ host: prompts",
        Map.of(
            "session.log",
            "(0) root @ erpn1: /\n# vmstat -ht 10 5\n".replace("\n# ", " # ")
                + one()
                + "(0) root @ erpn2: / # vmstat -ht 10 5\n"
                + two()));
    ways.put("arrows", Map.of("out.txt", "--> erpn1\n" + one() + "--> erpn2\n" + two()));
    ways.put(
        "a colon behind the name, output indented",
        Map.of(
            "out.txt",
            "erpn1:\n" + prefixed("    ", one()) + "erpn2:\n" + prefixed("    ", two())));
    ways.put("a label", Map.of("out.txt", "Server: erpn1\n" + one() + "Server: erpn2\n" + two()));
    ways.put(
        "a script that shows its calls",
        Map.of(
            "out.txt",
            "+ ssh -q -o BatchMode=yes root@erpn1 vmstat -ht 10 5\n"
                + one()
                + "+ ssh -q -o BatchMode=yes root@erpn2 vmstat -ht 10 5\n"
                + two()));
    ways.put(
        "ssh from one host's prompt",
        Map.of(
            "out.txt",
            "root@nim1 / # ssh erpn1 'vmstat -ht 10 5'\n"
                + one()
                + "root@nim1 / # ssh erpn2 'vmstat -ht 10 5'\n"
                + two()
                + "root@nim1 / # \n"));
    ways.put(
        "tail of many files",
        Map.of(
            "out.txt",
            "==> /tmp/erpn1.vmstat <==\n" + one() + "\n==> /tmp/erpn2.vmstat <==\n" + two()));
    ways.put(
        "results of a task",
        Map.of(
            "out.txt",
            "TASK [vmstat] ****\nok: [erpn1] =>\n"
                + prefixed("  ", one())
                + "ok: [erpn2] =>\n"
                + prefixed("  ", two())));
    return ways.entrySet().stream().map(way -> Arguments.of(way.getKey(), way.getValue()));
  }

  private List<PoolReport> pools(String path) throws IOException {
    return Analysis.of(
            Inputs.under(List.of(path), InputStream.nullInputStream(), file -> false),
            Site.EMPTY,
            AnalysisOptions.DEFAULT)
        .report()
        .pools();
  }

  private static void assertTwoMembers(List<PoolReport> pools) {
    assertEquals(1, pools.size());
    assertEquals(
        List.of("erpn1", "erpn2"),
        pools.get(0).memory().members().stream().map(member -> member.name()).toList());
    assertEquals(12 * GB, pools.get(0).sizes().promised().orElseThrow());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void thePoolHasTwoMembers(String way, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
    assertTwoMembers(pools(folder.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void anArchiveIsAsGoodAsAFolder(String way, Map<String, String> files) throws IOException {
    Path archive = folder.resolve("night.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : new java.util.TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    assertTwoMembers(pools(archive.toString()));
  }
}
