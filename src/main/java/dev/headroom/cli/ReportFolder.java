package dev.headroom.cli;

import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.report.json.JsonReport;
import dev.headroom.report.samples.SampleCsv;
import dev.headroom.series.Table;
import dev.headroom.sizing.ams.ExitPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that a report is written into: pages, {@code report.json}, {@code series.csv}. All of
 * it is written into a folder inside and moved from there, so that yesterday's report stays where
 * today's cannot be written. Pages of pools that are gone are removed; a file that the program did
 * not write is never written over.
 */
record ReportFolder(Path out, ReadingOptions reading) {
  private static final String STAGE = ".headroom-new";
  private static final Pattern PAGES = Pattern.compile("pool[a-z0-9-]*\\.html|whatif\\.html");

  /** Whether a folder is one that a report is written into before it is moved. */
  static boolean isStage(Path folder) {
    Path name = folder.getFileName();
    return name != null && name.toString().equals(STAGE);
  }

  /** Writes all of it; what cannot be written is a wrong call. */
  void write(Report report, List<WhatIf> whatIfs, List<Table> tables) {
    Path stage = out.resolve(STAGE);
    try {
      Files.createDirectories(out);
      clear(stage);
      Files.createDirectory(stage);
      HtmlReport.write(report, whatIfs, stage);
      writeData(report, whatIfs, tables, stage);
      List<Path> written = files(stage);
      for (Path file : written) {
        refuseOthers(target(file));
      }
      for (Path file : written) {
        Files.move(file, target(file), StandardCopyOption.REPLACE_EXISTING);
      }
      Files.delete(stage);
      removeOldPages(written.stream().map(this::target).toList());
    } catch (FileSystemException e) {
      clear(stage);
      String reason = e.getReason() == null ? "it is in the way" : e.getReason();
      String file =
          String.valueOf(e.getFile()).replace(STAGE + out.getFileSystem().getSeparator(), "");
      throw reading.wrong("-o: cannot write " + file + ": " + reason);
    } catch (IOException e) {
      clear(stage);
      throw reading.wrong("-o: cannot write to " + out + ": " + e.getMessage());
    }
  }

  private Path target(Path staged) {
    return out.resolve(String.valueOf(staged.getFileName()));
  }

  /**
   * Refuses to write over what the program did not write.
   *
   * @throws FileSystemException where a folder or a file of the user's has the name
   */
  static void refuseOthers(Path file) throws FileSystemException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "a folder is in the way");
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !OwnOutput.wrote(file)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "a file of that name is there, and headroom did not write it; move it, or name another"
              + " folder");
    }
  }

  /** Removes what is left of a report that could not be written; only files lie there. */
  private static void clear(Path stage) {
    try {
      if (Files.isDirectory(stage)) {
        for (Path file : files(stage)) {
          Files.delete(file);
        }
        Files.delete(stage);
      }
    } catch (IOException e) {
      // what cannot be removed is in the way of the next report, which then says so
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.sorted().toList();
    }
  }

  /** Pages that an earlier run wrote here and this one did not; what is not of them stays. */
  private void removeOldPages(List<Path> written) throws IOException {
    List<Path> old = new ArrayList<>(files(out));
    old.removeAll(written);
    for (Path file : old) {
      if (PAGES.matcher(String.valueOf(file.getFileName())).matches() && OwnOutput.isPage(file)) {
        Files.delete(file);
      }
    }
  }

  /** What partitions need without their pool, by the pool's name, where that was asked for. */
  static Map<String, ExitPlan> exits(List<WhatIf> whatIfs) {
    Map<String, ExitPlan> exits = new LinkedHashMap<>();
    for (WhatIf whatIf : whatIfs) {
      whatIf.exit().ifPresent(exit -> exits.put(whatIf.after().name(), exit));
    }
    return exits;
  }

  private static void writeData(
      Report report, List<WhatIf> whatIfs, List<Table> tables, Path folder) throws IOException {
    try (OutputStream json =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve("report.json")))) {
      JsonReport.write(report, exits(whatIfs), json);
    }
    try (OutputStream csv =
            new BufferedOutputStream(Files.newOutputStream(folder.resolve("series.csv")), 1 << 16);
        SampleCsv sink = SampleCsv.series(csv)) {
      for (Table table : tables) {
        sink.write(table);
      }
    }
  }
}
