package dev.headroom.format.perfkit;

import dev.headroom.format.BrokenInput;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Damaged reports, and exactly what must be said about each. */
class BrokenReportsTest {
  private static final String GOOD =
      ListingText.row(
          ListingText.UPAGE,
          "LNX00080",
          "0",
          "2.0",
          ".5",
          "1",
          ".1",
          "1.0",
          "1.2",
          ".0",
          "1024",
          "0",
          "400",
          "523",
          "3",
          "6",
          "100",
          "200",
          "3072M");

  /** A user stands on a page once. */
  private static final String OTHER = GOOD.replace("LNX00080", "LNX00082");

  private static BrokenInput broken(
      String name, List<String> lines, int samples, int rejected, String... messages) {
    return new BrokenInput(name, ListingText.text(lines), samples, rejected, List.of(messages));
  }

  private static List<String> page(String... rows) {
    return ListingText.all(
        ListingText.upage("VMPROD1"), ListingText.lines(ListingText.UPAGE), List.of(rows));
  }

  private static String cell(int column, String text) {
    String[] cells = {
      "LNX00081",
      "0",
      "2.0",
      ".5",
      "1",
      ".1",
      "1.0",
      "1.2",
      ".0",
      "1024",
      "0",
      "400",
      "523",
      "3",
      "6",
      "100",
      "200",
      "3072M"
    };
    cells[column] = text;
    return ListingText.row(ListingText.UPAGE, cells);
  }

  private static List<String> replaced(List<String> lines, int index, String line) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(index, line);
    return changed;
  }

  @TestFactory
  Stream<DynamicTest> brokenReports() {
    String lowest = ListingText.lines(ListingText.UPAGE).get(2);
    String flow =
        "FCX113 CPU 2097 SER 1A2B3 Interval 09:00:00 - 10:00:00 Perf. Monitor Userid WSS LNX 12";
    return Stream.of(
            broken(
                "a cell that is no number",
                page(cell(9, "1x24"), GOOD),
                25,
                0,
                "10:60 bad-number: '1x24' is not a number; the cell counts as absent"),
            broken(
                "a size without a unit",
                page(cell(17, "3072")),
                12,
                0,
                "10:117 bad-number: '3072' is not a size; the cell counts as absent"),
            broken(
                "a plain 0 for a size",
                page(cell(17, "0")),
                12,
                0,
                "10:120 bad-number: '0' is not a size; the cell counts as absent"),
            broken("a term that is not there", page(cell(11, "...")), 12, 0),
            broken(
                "two figures that touch",
                page(cell(12, "789012").replace("   400789012", "123456789012")),
                13,
                0),
            broken("a figure under two headings", page(cell(12, "23 ")), 13, 0),
            broken(
                "a row moved aside",
                page(cell(9, "1024").replaceFirst("^LNX00081 ", "LNX00081            "), GOOD),
                13,
                1,
                "10:1 bad-number: the cells do not stand under their headings; the row is left out"),
            broken(
                "a row that breaks off after its name",
                page(GOOD, "LNX00081", OTHER),
                26,
                1,
                "11:9 truncated: the row ends before its first figure; it is left out"),
            broken(
                "a first row that breaks off after its name",
                page("LNX00081", GOOD),
                13,
                0,
                "10:9 truncated: the row ends before its first figure; it is left out"),
            broken(
                "rows without headings",
                ListingText.all(ListingText.upage("VMPROD1"), List.of(GOOD, OTHER)),
                0,
                2,
                "7:1 no-header: FCX113 UPAGE: no heading names its columns; the report is left"
                    + " out"),
            broken(
                "no heading says who",
                replaced(page(GOOD, OTHER), 8, lowest.replace("Userid", "Usarid")),
                0,
                2,
                "9:1 no-header: FCX113 UPAGE: no heading says which column is userid; the report"
                    + " is left out"),
            broken(
                "no heading is known",
                ListingText.all(
                    ListingText.upage("VMPROD1"),
                    List.of("Userid     Abc   Def", "LNX00080     1     2")),
                0,
                1,
                "7:1 no-header: FCX113 UPAGE: none of its headings is known; the report is left"
                    + " out"),
            broken(
                "a heading that is not known",
                replaced(page(GOOD), 8, lowest.replace(" WSS ", " WXS ")),
                12,
                0,
                "9:61 unknown-column: heading 'WXS' under 'Number of Pages' is not known; its"
                    + " column is left out"),
            broken(
                "a ruler that is not known",
                replaced(
                    page(GOOD),
                    7,
                    ListingText.lines(ListingText.UPAGE)
                        .get(1)
                        .replace("<--Locked-->", "<--Lacked-->")),
                12,
                0,
                "9:88 unknown-column: heading 'L<2GB' under 'Lacked' under 'Number of Pages' is"
                    + " not known; its column is left out",
                "9:94 unknown-column: heading 'L>2GB' under 'Lacked' under 'Number of Pages' is"
                    + " not known; its column is left out"),
            broken(
                "a heading that stands twice",
                replaced(page(GOOD), 8, lowest.replace("MS>X", "X>MS")),
                11,
                0,
                "9:44 unknown-column: heading 'X>MS' under 'Page Migration' under 'Paging"
                    + " Activity/s' appears twice, and nothing tells the two apart; both columns"
                    + " are"
                    + " left out"),
            broken(
                "a screen cut between the terms of a sum",
                page(GOOD).stream()
                    .map(line -> line.substring(0, Math.min(79, line.length())))
                    .toList(),
                8,
                0,
                "9:74 truncated: FCX113 UPAGE: heading 'R<2GB' under 'Resi' under 'N' is only a"
                    + " part of memory.resident, and the page does not have the rest; the metric is"
                    + " left out"),
            broken(
                "headings cut at the edge of the screen",
                page(GOOD).stream()
                    .map(line -> line.substring(0, Math.min(80, line.length())))
                    .toList(),
                8,
                0,
                "9:80 unknown-column: heading 'R' under 'Resid' under 'Nu' is not known; its"
                    + " column is left out"),
            broken(
                "the whole report on one line",
                List.of(flow),
                0,
                0,
                "1:87 truncated: FCX113 UPAGE ends before its headings; nothing of it can be"
                    + " read"),
            broken(
                "a header and nothing else",
                ListingText.upage("VMPROD1"),
                0,
                0,
                "1:108 truncated: FCX113 UPAGE ends before its headings; nothing of it can be"
                    + " read"),
            broken(
                "a number that is not the name's",
                replaced(page(GOOD), 0, page().get(0).replace("FCX113", "FCX112")),
                13,
                0,
                "1:1 inconsistent: FCX112 does not fit this report, which calls itself UPAGE; it"
                    + " is read as FCX113 UPAGE"),
            broken(
                "a number that is not the title's",
                ListingText.all(
                    List.of(
                        "FCX110  CPU 2097  SER 1A2B3  Interval 09:00:00 - 10:00:00  Perf. Monitor",
                        "         User Paging Activity and Storage Utilization"),
                    ListingText.lines(ListingText.UPAGE),
                    List.of(GOOD)),
                13,
                0,
                "2:10 inconsistent: FCX110 does not fit this report, which calls itself UPAGE; it"
                    + " is read as FCX113 UPAGE"),
            broken(
                "reports that are not read, and messages",
                ListingText.all(
                    ListingText.header("FCX304", "PRCLOG", "", "VMPROD1"),
                    List.of("some rows 1 2 3", "FCXVMC111I Monitor is active"),
                    page(GOOD),
                    ListingText.header("FCX304", "PRCLOG", "", "VMPROD1")),
                13,
                0,
                "1:1 unread-report: FCX304 PRCLOG is a report that headroom does not read; its"
                    + " lines count as noise"),
            broken(
                "a To line that is no time",
                replaced(page(GOOD), 3, page().get(3).replace("05/05", "05/35")),
                13,
                0,
                "4:1 bad-time: no date and time can be read; the samples keep their order only"),
            broken(
                "prose, and other captures, between the rows",
                page(GOOD, "Dear all, look at the 3 users below", "zhcpos2: PAGING_RATE=0", OTHER),
                26,
                0),
            broken(
                "means that contradict the users",
                page(
                    ListingText.row(
                        ListingText.UPAGE,
                        ">System<",
                        "0",
                        "2.0",
                        ".5",
                        "1",
                        ".1",
                        "1.0",
                        "1.2",
                        ".0",
                        "512",
                        "0",
                        "400",
                        "523",
                        "3",
                        "6",
                        "100",
                        "200",
                        "3072M",
                        "1"),
                    GOOD),
                13,
                0,
                "10:61 inconsistent: memory.workingset of 1 users sums to 4194304, but >System< has"
                    + " 2097152 for each of 1; kept as read"))
        .map(BrokenInput::test);
  }

  @TestFactory
  Stream<DynamicTest> checksOfOneRow() {
    List<String> user =
        ListingText.all(
            ListingText.user("VMPROD1"),
            ListingText.lines(ListingText.USER),
            List.of(
                ListingText.row(
                    ListingText.USER,
                    "LNX00080",
                    "31.2",
                    "1123",
                    "1046",
                    "3.1",
                    "42.0",
                    "40.1",
                    ".5",
                    "1.4",
                    ".0",
                    "16.0",
                    "EME,CL3,DISP")));
    List<String> processors =
        ListingText.all(
            ListingText.proclog("VMPROD1", "2010/05/05 09:00:00", "2010/05/05 10:00:00"),
            ListingText.lines(ListingText.PROCLOG),
            List.of(
                ListingText.row(
                    ListingText.PROCLOG,
                    "09:30:00",
                    "00",
                    "CP",
                    "60.0",
                    "45.0",
                    "5.0",
                    "44.0",
                    "1",
                    "2",
                    "3"),
                ListingText.row(
                    ListingText.PROCLOG,
                    "9x:30:00",
                    "00",
                    "CP",
                    "50.0",
                    "45.0",
                    "5.0",
                    "44.0",
                    "1",
                    "2",
                    "3")));
    return Stream.of(
            broken(
                "T/V and the times",
                user,
                5,
                0,
                "10:31 inconsistent: T/V is 3.1, TCPU / VCPU is 1.07; kept as read"),
            broken(
                "busy and its parts, and a time that is none",
                processors,
                4,
                1,
                "10:19 inconsistent: Total is 60, User + Syst is 50; kept as read",
                "11:1 bad-number: '9x:30:00' is not a time of day; the row is left out"))
        .map(BrokenInput::test);
  }
}
