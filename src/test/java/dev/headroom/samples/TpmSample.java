package dev.headroom.samples;

import dev.headroom.samples.TpmLayouts.Layouts;
import dev.headroom.samples.TpmPages.Report;
import dev.headroom.samples.TpmStudy.Interval;
import dev.headroom.samples.TpmStudy.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The captures of {@code samples/zvm-tpm}: the numbers of {@link TpmStudy} in the forms that
 * captures come in, another for each run. Run {@link #main} in the project's root to write them
 * anew; {@code SamplesTest} checks that what is committed is what this makes.
 */
public final class TpmSample {
  private static final Path FOLDER = Path.of("samples/zvm-tpm");
  private static final Charset EBCDIC = Charset.forName("IBM1047");

  private TpmSample() {}

  /** Writes the sample, save its README. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Every file of the sample, by its name below the folder. */
  public static Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Run run : TpmStudy.RUNS) {
      List<Interval> intervals = TpmStudy.intervals(run);
      for (Map.Entry<String, byte[]> file : forms(run, intervals).entrySet()) {
        files.put(run.folder() + "/" + file.getKey(), file.getValue());
      }
      Interval last = intervals.get(intervals.size() - 1);
      String name = run.system() + "." + last.to().toLocalDate() + ".console";
      files.put(run.folder() + "/" + name, ascii(TpmSystem.console(run, last)));
      files.put(run.folder() + "/site.yaml", ascii(TpmSystem.site(run)));
    }
    return files;
  }

  private static Map<String, byte[]> forms(Run run, List<Interval> intervals) throws IOException {
    return switch (run.folder()) {
      case "basic" -> prints(run, intervals);
      case "working-set" ->
          Map.of(
              run.system() + ".listing",
              ascii(together(run, intervals, TpmLayouts.SHIFTED, false)));
      case "heaps-and-database" ->
          Map.of(
              run.system() + ".ebcdic",
              together(run, intervals, TpmLayouts.PRINT, true).getBytes(EBCDIC));
      case "heaps" -> Map.of(run.system() + ".zip", zip(run, prints(run, intervals)));
      default ->
          Map.of(
              run.system() + "." + run.start().toLocalDate() + ".screens",
              ascii(screens(run, intervals)));
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** A file for each report: interim reports, then the average. */
  private static Map<String, byte[]> prints(Run run, List<Interval> intervals) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Interval average = TpmListings.average(intervals);
    for (Report report : Report.values()) {
      TpmPages pages = new TpmPages(run, false);
      if (report == Report.USER || report == Report.UPAGE) {
        for (Interval interval : intervals) {
          print(pages, report, run, interval, intervals, TpmLayouts.PRINT);
        }
      }
      print(pages, report, run, average, intervals, TpmLayouts.PRINT);
      files.put(run.system() + "." + report.suffix(), ascii(pages.toString()));
    }
    return files;
  }

  /** All reports in the order in which they were printed. */
  private static String together(
      Run run, List<Interval> intervals, Layouts layouts, boolean control) {
    TpmPages pages = new TpmPages(run, control);
    for (Interval interval : intervals) {
      print(pages, Report.USER, run, interval, intervals, layouts);
      print(pages, Report.UPAGE, run, interval, intervals, layouts);
    }
    for (Report report : Report.values()) {
      print(pages, report, run, TpmListings.average(intervals), intervals, layouts);
    }
    return pages.toString();
  }

  private static void print(
      TpmPages pages,
      Report report,
      Run run,
      Interval interval,
      List<Interval> intervals,
      Layouts layouts) {
    LocalDateTime from = interval.from();
    LocalDateTime to = interval.to();
    int seconds = (int) java.time.Duration.between(from, to).toSeconds();
    switch (report) {
      case STORAGE -> pages.print(report, from, to, TpmSystem.storage(run, interval));
      case USER ->
          pages.print(report, from, to, layouts.user(), TpmListings.user(run, interval, seconds));
      case UPAGE -> pages.print(report, from, to, layouts.upage(), TpmListings.upage(interval));
      case PROCLOG -> {
        List<Map<String, String>> rows = new ArrayList<>(TpmListings.proclog(interval, ">>Mean>>"));
        for (Interval each : intervals) {
          rows.addAll(TpmListings.proclog(each, TpmPages.CLOCK.format(each.to())));
        }
        pages.print(report, from, to, layouts.proclog(), rows);
      }
    }
  }

  /** What somebody copied from the terminal at the end of each interval. */
  private static String screens(Run run, List<Interval> intervals) {
    TpmPages pages = new TpmPages(run, false);
    Layouts layouts = TpmLayouts.SCREEN;
    for (Interval interval : intervals) {
      LocalDateTime from = interval.from();
      LocalDateTime to = interval.to();
      pages.screen(
          Report.USER, from, to, layouts.user(), TpmListings.user(run, interval, run.seconds()));
      pages.screen(Report.UPAGE, from, to, layouts.upage(), TpmListings.upage(interval));
      pages.screen(
          Report.PROCLOG,
          from,
          to,
          layouts.proclog(),
          TpmListings.proclog(interval, TpmPages.CLOCK.format(to)));
    }
    Interval last = intervals.get(intervals.size() - 1);
    pages.screen(Report.STORAGE, last.from(), last.to(), TpmSystem.storage(run, last));
    return pages.toString();
  }

  /** An archive whose bytes no compressor decides. */
  private static byte[] zip(Run run, Map<String, byte[]> members) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> member : members.entrySet()) {
        ZipEntry entry = new ZipEntry("listings/" + member.getKey());
        CRC32 crc = new CRC32();
        crc.update(member.getValue());
        entry.setCrc(crc.getValue());
        entry.setSize(member.getValue().length);
        entry.setTimeLocal(run.start().plusHours(3));
        zip.putNextEntry(entry);
        zip.write(member.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
