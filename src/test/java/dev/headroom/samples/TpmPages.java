package dev.headroom.samples;

import dev.headroom.samples.TpmLayouts.Layout;
import dev.headroom.samples.TpmStudy.Run;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lays reports out as printed pages or as screens. */
final class TpmPages {
  static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);
  private static final int ROWS_A_PAGE = 50;
  private static final int LEAST_WIDTH = 100;

  /** Which report: its number, name and title. */
  enum Report {
    STORAGE(103, "STORAGE", "Storage Utilization"),
    USER(112, "USER", "General User Resource Utilization"),
    UPAGE(113, "UPAGE", "User Paging Activity and Storage Utilization"),
    PROCLOG(144, "PROCLOG", "Processor Activity, by Time");

    private final int number;
    private final String title;
    private final String heading;

    Report(int number, String title, String heading) {
      this.number = number;
      this.title = title;
      this.heading = heading;
    }

    /** The way to name a file after it: {@code fcx113}. */
    String suffix() {
      return "fcx" + number;
    }
  }

  private final Run run;
  private final boolean control;
  private final StringBuilder text = new StringBuilder();
  private int page;

  /**
   * An empty listing.
   *
   * @param control whether each line begins with a character for the printer's carriage
   */
  TpmPages(Run run, boolean control) {
    this.run = run;
    this.control = control;
  }

  /** Adds a report as printed pages. */
  TpmPages print(
      Report report,
      LocalDateTime from,
      LocalDateTime to,
      Layout layout,
      List<Map<String, String>> rows) {
    for (int first = 0; first < rows.size(); first += ROWS_A_PAGE) {
      top(report, from, to, layout.table().width());
      layout.table().heading().forEach(this::line);
      for (Map<String, String> row :
          rows.subList(first, Math.min(rows.size(), first + ROWS_A_PAGE))) {
        line(layout.row(row));
      }
      line("");
    }
    return this;
  }

  /** Adds a report that is no table. */
  TpmPages print(Report report, LocalDateTime from, LocalDateTime to, List<String> lines) {
    top(report, from, to, LEAST_WIDTH);
    lines.forEach(this::line);
    line("");
    return this;
  }

  private void top(Report report, LocalDateTime from, LocalDateTime to, int tableWidth) {
    page++;
    int width = Math.max(LEAST_WIDTH, tableWidth);
    long seconds = java.time.Duration.between(from, to).toSeconds();
    String code = "FCX" + report.number;
    text.append(control ? "1" : "");
    text.append(
            sides(
                code + "  Run " + STAMP.format(to.plusSeconds(1)),
                report.title,
                String.format(Locale.ROOT, "Page %4d", page),
                width))
        .append('\n');
    line(sides("", report.heading, "", width));
    line(sides("From " + STAMP.format(from), "", run.system(), width));
    line(sides("To   " + STAMP.format(to), "", "CPU 2097-710   SN 51F22", width));
    line(
        sides(
            String.format(
                Locale.ROOT,
                "For %6d Secs %02d:%02d:%02d",
                seconds,
                seconds / 3600,
                seconds / 60 % 60,
                seconds % 60),
            "60% QuickFind, 40% DE",
            "z/VM   V.5.4.0 SLU 0901",
            width));
    line("_".repeat(width));
  }

  private static String sides(String left, String middle, String right, int width) {
    String start = middle.isEmpty() ? left : String.format(Locale.ROOT, "%-40s%s", left, middle);
    int from = width - 24;
    String padded = right.isEmpty() ? start : start + " ".repeat(from - start.length()) + right;
    return padded.stripTrailing();
  }

  private void line(String line) {
    String shifted = control ? " " + line : line;
    text.append(shifted.stripTrailing()).append('\n');
  }

  /** Adds a report as a screen. */
  TpmPages screen(
      Report report,
      LocalDateTime from,
      LocalDateTime to,
      Layout layout,
      List<Map<String, String>> rows) {
    List<String> lines = new ArrayList<>(layout.table().heading());
    rows.forEach(row -> lines.add(layout.row(row)));
    return screen(report, from, to, lines);
  }

  /** Adds a screen that is no table. */
  TpmPages screen(Report report, LocalDateTime from, LocalDateTime to, List<String> lines) {
    line(
        String.format(
            Locale.ROOT,
            "FCX%d  CPU 2097  SER 51F22  Interval %s - %s    Perf. Monitor",
            report.number,
            CLOCK.format(from),
            CLOCK.format(to)));
    line("");
    lines.forEach(this::line);
    line("Command ===>");
    line("F1=Help  F4=Top  F5=Bot  F7=Bkwd  F8=Fwd  F12=Return");
    line("");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
