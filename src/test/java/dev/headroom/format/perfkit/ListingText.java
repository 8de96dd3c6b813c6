package dev.headroom.format.perfkit;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Listings made for tests: headings as given, figures right below the right edges of the lowest
 * heading words, and the same report in the forms in which it may reach the program.
 */
final class ListingText {
  static final String USER =
      """
                <----- CPU Load -----> <------ Virtual IO/s ------>
                       <-Seconds-> T/V
      Userid    %CPU   TCPU  VCPU Ratio Total  DASD Avoid Diag98 UR  Pg/s User Status
      """;
  static final String UPAGE =
      """
                Data   <--------- Paging Activity/s ---------->  <----------------- Number of Pages ----------------->
                Spaces <Page Rate>  Page  <--Page Migration--->                <-Resident->  <--Locked-->                 Stor  Nr of
      Userid    Owned  Reads Write Steals >2GB>  X>MS MS>X X>DS   WSS  Resrvd  R<2GB R>2GB   L<2GB L>2GB   XSTOR   DASD   Size  Users
      """;
  static final String PROCLOG =
      """
               C      <-- Percent Busy --->  <Rates per Sec.>
      Interval P                             Inst
      End Time U  Type Total User Syst  Emul Siml DIAG SIGP
      """;

  private static final Pattern WORD = Pattern.compile("(?:End Time|User Status|\\S)\\S*");

  private ListingText() {}

  /** The lines of a block. */
  static List<String> lines(String block) {
    return block.lines().toList();
  }

  /** A row below the lowest heading line of a block; words of text stand at its left edges. */
  static String row(String headings, String... cells) {
    List<String> block = lines(headings);
    Matcher heading = WORD.matcher(block.get(block.size() - 1));
    StringBuilder row = new StringBuilder();
    for (String cell : cells) {
      if (!heading.find()) {
        throw new IllegalArgumentException("more cells than headings");
      }
      String word = heading.group();
      boolean text =
          word.equals("Userid")
              || word.equals("End Time")
              || word.equals("U")
              || word.equals("Type")
              || word.equals("User Status");
      int start = text ? heading.start() : heading.end() - cell.length();
      if (row.length() > start) {
        throw new IllegalArgumentException("no room for " + cell + " after " + row);
      }
      row.append(" ".repeat(start - row.length())).append(cell);
    }
    return row.toString().stripTrailing();
  }

  /** The header of a printed page, without carriage control. */
  static List<String> header(String report, String name, String title, String system) {
    return header(report, name, title, system, "2010/05/05 09:00:00", "2010/05/05 10:00:00");
  }

  /** The header of a printed page of another time. */
  static List<String> header(
      String report, String name, String title, String system, String from, String to) {
    return List.of(
        String.format(
            Locale.ROOT, "%s  Run 2010/05/06 08:10:10         %-58sPage    1", report, name),
        " ".repeat(41) + title,
        String.format(Locale.ROOT, "%-97s%s", "From " + from, system),
        String.format(Locale.ROOT, "%-97sCPU 2097-720   SN 1A2B3", "To   " + to),
        String.format(
            Locale.ROOT, "%-33s%-64sz/VM   V.5.4.0 SLU 0000", lasting(from, to), "(test 7 of May)"),
        "_".repeat(120));
  }

  /** What the header says of how long the interval is. */
  private static String lasting(String from, String to) {
    DateTimeFormatter printed = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);
    long seconds =
        Duration.between(LocalDateTime.parse(from, printed), LocalDateTime.parse(to, printed))
            .toSeconds();
    return String.format(
        Locale.ROOT,
        "For %6d Secs %02d:%02d:%02d",
        seconds,
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60);
  }

  static List<String> upage(String system) {
    return header("FCX113", "UPAGE", "User Paging Activity and Storage Utilization", system);
  }

  static List<String> user(String system) {
    return header("FCX112", "USER", "General User Resource Utilization", system);
  }

  static List<String> proclog(String system, String from, String to) {
    return header("FCX144", "PROCLOG", "Processor Activity, by Time", system, from, to);
  }

  /** Lines after one another. */
  @SafeVarargs
  static List<String> all(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  /** The same with carriage control: a new page at every header, one line further elsewhere. */
  static List<String> controlled(List<String> lines) {
    return lines.stream().map(line -> (line.startsWith("FCX") ? "1" : " ") + line).toList();
  }

  /** The same as bytes of EBCDIC, whose lines end in NEL, with a form feed before every page. */
  static byte[] ebcdic(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(line.startsWith("FCX") ? "\f" : "").append(line).append('\u0085');
    }
    byte[] bytes = text.toString().getBytes(Charset.forName("IBM1047"));
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == 0x25 ? 0x15 : bytes[i];
    }
    return bytes;
  }

  /**
   * The same with the columns elsewhere: at every gap that all lines share, more blanks, another
   * number at each.
   */
  static List<String> shifted(List<String> lines) {
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    List<StringBuilder> wide = new ArrayList<>();
    lines.forEach(line -> wide.add(new StringBuilder(line + " ".repeat(width - line.length()))));
    int more = 1;
    for (int at = width - 2; at > 0; at--) {
      int place = at;
      boolean gap =
          wide.stream()
              .allMatch(
                  line ->
                      line.charAt(place) == ' '
                          || (line.charAt(place) == '-' && line.charAt(place - 1) == '-'));
      if (gap) {
        int blanks = more++ % 4;
        wide.forEach(line -> line.insert(place, String.valueOf(line.charAt(place)).repeat(blanks)));
      }
    }
    return wide.stream().map(line -> line.toString().stripTrailing()).toList();
  }
}
