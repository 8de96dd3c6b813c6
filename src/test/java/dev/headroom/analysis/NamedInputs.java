package dev.headroom.analysis;

import dev.headroom.capture.Inputs;
import dev.headroom.report.Report;
import dev.headroom.site.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Captures written into a folder, and what the program calls them. */
final class NamedInputs {
  static final String MONDAY = "Mon Mar  4 09:59:50 CET 2024\n";

  private static final String HEADING =
      """

      System configuration: lcpu=LCPU mem=MEGABYTESMB ent=0.50 mmode=shared mpsz=20.00GB

      kthr    memory              page              faults              cpu             hypv-page           time
      ----- ----------- ------------------------ ------------ ----------------------- ------------------------- --------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se
      """;

  private NamedInputs() {}

  /** A table of {@code vmstat -ht 60}, from a minute of ten o'clock on. */
  static String vmstat(int megabytes, int lcpu, int avm, int minute, int rows) {
    StringBuilder text =
        new StringBuilder(HEADING.replace("MEGABYTES", "" + megabytes).replace("LCPU", "" + lcpu));
    for (int row = 0; row < rows; row++) {
      text.append(" 1  0 ")
          .append(avm + 97 * (minute + row))
          .append(' ')
          .append(20411 + minute + row)
          .append(
              "   0   0   0   0    0   0 120 4410  900 12  5 83  0  0.31  62.0     0     0  3.10   0.50")
          .append(" 10:")
          .append(minute + row < 10 ? "0" : "")
          .append(minute + row)
          .append(":00\n");
    }
    return text.toString();
  }

  static String list(String partition, String node) {
    return (node.isEmpty() ? "" : "Node Name : " + node + "\n")
        + "Partition Name : "
        + partition
        + "\nOnline Memory : 8192 MB\nMemory Mode : Shared\nMemory Pool ID : 0\n"
        + "Physical Memory in the Pool : 20.000 GB\n";
  }

  /** Writes files into a folder, by their paths in it. */
  static void write(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
  }

  static Report report(List<String> paths, Site site) throws IOException {
    return Analysis.of(
            Inputs.under(paths, InputStream.nullInputStream(), file -> false),
            site,
            AnalysisOptions.DEFAULT)
        .report();
  }

  /** Each capture, its subject and the claim: {@code vmstat.txt=db1 by file}. */
  static Set<String> map(Report report, Path folder) {
    TreeSet<String> map = new TreeSet<>();
    report
        .subjects()
        .forEach(
            subject ->
                subject
                    .sources()
                    .forEach(
                        source ->
                            map.add(
                                source.replace(folder + "/", "")
                                    + "="
                                    + subject.name()
                                    + " by "
                                    + subject.claim().label())));
    return map;
  }
}
