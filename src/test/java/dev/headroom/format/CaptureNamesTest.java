package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.capture.Limits;
import dev.headroom.identity.SiteCapture;
import dev.headroom.series.Table;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a capture is: the order of docs/names-and-times.md. */
class CaptureNamesTest {
  private static final String VMSTAT =
      """
      kthr    memory              page              faults        cpu
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa
       1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0
      """;
  private static final String LIST = "Partition Name : lpar-x\nMemory Pool ID : 0\n";

  private static List<String> names(String source, String text, ReadOptions options) {
    return Readings.of(source, text.getBytes(StandardCharsets.UTF_8), options).tables().stream()
        .map(table -> table.format() + "=" + table.subject().name())
        .toList();
  }

  private static List<String> names(String source, String text) {
    return names(source, text, ReadOptions.DEFAULT);
  }

  private static ReadOptions site(String match, String subject) {
    return new ReadOptions(
        List.of(new SiteCapture(match, subject, null, Double.NaN, 0)),
        ZoneOffset.UTC,
        Optional.empty(),
        Limits.DEFAULT,
        false);
  }

  @Test
  void theSiteFileComesFirst() {
    String text = "root@prompt / # hostname\nsaid\n" + LIST + VMSTAT;
    assertEquals(
        List.of("lparstat-i=site", "vmstat=site"),
        names("lab/file.txt", text, site("lab/file*", "site")));
    assertEquals(
        List.of("lparstat-i=lpar-x", "vmstat=lpar-x"),
        names("lab/file.txt", text, site("lab/other*", "site")));
    String apart = text.replace(LIST, "") + "root@other / # lparstat -i\n" + LIST;
    assertEquals(List.of("vmstat=said", "lparstat-i=lpar-x"), names("lab/file.txt", apart));
  }

  @Test
  void thenTheCaptureItself() {
    assertEquals(List.of("vmstat=p"), names("f.txt", "root@p / # vmstat 1\n" + VMSTAT));
    assertEquals(List.of("vmstat=p"), names("f.txt", "[root@p /tmp]# vmstat 1\n" + VMSTAT));
    assertEquals(List.of("vmstat=p"), names("f.txt", "p:/home/x # vmstat 1\n" + VMSTAT));
    assertEquals(List.of("vmstat=p"), names("f.txt", "hostname: p\n" + VMSTAT));
    assertEquals(
        List.of("vmstat=p"), names("f.txt", "# uname -a\nAIX p 1 7 00F604D44C00\n" + VMSTAT));
    assertEquals(List.of("vmstat=p"), names("f.txt", "$ uname -n\np\n$ vmstat 1\n" + VMSTAT));
    assertEquals(List.of("vmstat=p"), names("f.txt", "hostname\np\nvmstat 1\n" + VMSTAT));
  }

  @Test
  void aSaidHostOutranksThePromptUntilThePromptChanges() {
    String said = "root@p / # hostname\np.example\n";
    assertEquals(
        List.of("vmstat=p.example"), names("f.txt", said + "root@p / # vmstat 1\n" + VMSTAT));
    assertEquals(List.of("vmstat=q"), names("f.txt", said + "root@q / # vmstat 1\n" + VMSTAT));
  }

  @Test
  void whatIsNoHostNameNamesNobody() {
    String text = "$ hostname\nsh: hostname: not found\nfoo\n$ vmstat 1\n" + VMSTAT;
    assertEquals(List.of("vmstat=f"), names("f.txt", text));
  }

  @Test
  void aPromptForAnotherToolSpeaksNotForThisCapture() {
    assertEquals(List.of("vmstat=f"), names("f.txt", "root@p / # svmon -G\n" + VMSTAT));
  }

  @Test
  void aPartitionNameNamesTheOthersOfTheFileThatNameNobody() {
    assertEquals(
        List.of("vmstat=lpar-x", "lparstat-i=lpar-x", "vmstat=lpar-x"),
        names("f.txt", VMSTAT + "$ lparstat -i\n" + LIST + "$ vmstat 1\n" + VMSTAT));
  }

  @Test
  void aPartitionNameEndsAtTheNextHost() {
    assertEquals(
        List.of("lparstat-i=lpar-x", "vmstat=q"),
        names("f.txt", LIST + "root@q / # vmstat 1\n" + VMSTAT));
    assertEquals(
        List.of("lparstat-i=lpar-x", "vmstat=lpar-y", "lparstat-i=lpar-y"),
        names(
            "f.txt",
            "root@a / # ls\n# exit\n"
                + LIST
                + "hostname=\nroot@b / # ls\n# exit\n"
                + VMSTAT
                + LIST.replace("lpar-x", "lpar-y")));
  }

  @Test
  void twoPartitionNamesThatMeetNameNoOtherCapture() {
    assertEquals(
        List.of("lparstat-i=lpar-x", "lparstat-i=lpar-y", "vmstat=f"),
        names("f.txt", LIST + LIST.replace("lpar-x", "lpar-y") + VMSTAT));
  }

  @Test
  void anotherPartitionNameIsTheNextHost() {
    String x = "# lparstat -i\n" + LIST;
    String y = "# lparstat -i\n" + LIST.replace("lpar-x", "lpar-y");
    String rows = "# vmstat 1\n" + VMSTAT;
    assertEquals(
        List.of("lparstat-i=lpar-x", "vmstat=lpar-x", "lparstat-i=lpar-y", "vmstat=lpar-y"),
        names("f.txt", x + rows + y + rows));
    assertEquals(
        List.of("vmstat=lpar-x", "lparstat-i=lpar-x", "vmstat=lpar-y", "lparstat-i=lpar-y"),
        names("f.txt", rows + x + rows + y));
    assertEquals(
        List.of("vmstat=f", "lparstat-i=lpar-x", "vmstat=f", "lparstat-i=lpar-y", "vmstat=f"),
        names("f.txt", rows + x + rows + y + rows));
  }

  @Test
  void anotherPartitionsNameIsNotTakenFromTheHostColumn() {
    assertEquals(
        List.of("topas-cec=one", "vmstat=f"),
        names(
            "f.txt",
            "Host OS M Mem InU Lp Us Sy Wa Id PhysB Vcsw Ent %EntC PhI\n"
                + "one A61 U 8.0 4.0 8 8 4 0 88 0.06 898 0.40 14.9 2\n"
                + "$ vmstat 1\n"
                + VMSTAT));
  }

  @ParameterizedTest
  @CsvSource({
    "bxaix85.vmstat, bxaix85",
    "lab/bxaix85_2009-06-30.txt, bxaix85",
    "lab/bxaix85.vmstat.gz, bxaix85",
    "bxaix85/vmstat.txt, bxaix85",
    "lab/bxaix85/vmstat-ht_1.txt, bxaix85",
    "lab/bxaix85.d/topas_cec.out, bxaix85",
    "day.zip!/bxaix86.vmstat, bxaix86",
    "day.zip!/bxaix86/svmon.txt, bxaix86",
    "day.zip!/svmon.txt, day",
    "vmstat.txt, vmstat",
    "../vmstat.txt, vmstat",
    "vmstatistics.txt, vmstatistics",
    ".hidden, hidden",
    "-, stdin",
  })
  void thenTheFilesNameAndWhereThatNamesOnlyAToolTheFolders(String source, String name) {
    assertEquals(List.of("vmstat=" + name), names(source, VMSTAT));
  }

  @Test
  void aSystemIsNamedLikeAnyCaptureThatNamesNobody() {
    String screen = "Topas CEC Monitor\nShr: 3 Mon:14.0 InUse:12.6 Shr:1.2 PSz: 4\n";
    List<Table> tables = Readings.of("rack7.txt", screen).tables();
    assertEquals("rack7", tables.get(0).subject().name());
  }

  /** A damaged figure alone on a line ends no capture as a host's name would. */
  @Test
  void aDamagedFigureIsNoHost() {
    for (String damaged : List.of("4.O0", "0x1F", "NaN", "1e5")) {
      String text =
          "Unit: MB\n"
              + damaged
              + "\n               size       inuse        free         pin     virtual\n"
              + "memory      8192.00     8181.02       10.98      802.31     7412.40\n";
      assertEquals(5, Readings.samples(Readings.of("h", text)).size(), damaged);
    }
  }
}
