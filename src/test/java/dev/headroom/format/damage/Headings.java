package dev.headroom.format.damage;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What tells how lines below it are to be read: heads of tables and of pages, units, names, dates,
 * commands. No other line may cost a neighbour.
 */
final class Headings {
  private static final List<Pattern> ALL =
      Stream.of(
              "^1?FCX\\d",
              "^ ?(From|To) ",
              "^ ?_{20,}",
              "<[-A-Z ]",
              "^ *C  ",
              "Interval +P ",
              "^ ?(Userid|User (Class )?Data:|End Time)",
              "(?i)^\\s+size\\s+inuse",
              "(?i)^\\s+work\\s+pers",
              "^Unit:",
              "^VOLID",
              "^ +EXTENT +EXTENT",
              "^ *(%user|physb) ",
              "mpsz=",
              "USERID=",
              "^ +(SYSGEN|V=R) ",
              "^ *All Frames:",
              "(?i)^host ",
              "^Topas CEC",
              "^-+dedicated-+",
              "^ *(wpar +)?r +b +",
              "^ *kthr ",
              "^[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d",
              "^[^|]{0,40}[#$\\]] \\S",
              "^[^|]{0,40}[#$] *$",
              "^Ready;",
              "^(=+> )?(q|query|ind) ",
              "^(Partition|Node) Name",
              "^subject,",
              "^(AAA|ZZZZ),",
              "^(MEM\\w*|PAGE|PAGING|PROC|LPAR|POOLS|CPU_ALL),(?!T\\d)",
              "^BBBP,\\d+,lparstat -i,\"(Partition|Node) Name",
              "^hscroot@",
              "^(time|lpar_name),[a-z_]+,")
          .map(Pattern::compile)
          .toList();

  private static final Pattern HOST = Pattern.compile(" *[A-Za-z][\\w.-]* *");
  private static final Pattern COMMAND = Pattern.compile("^[^|]{0,40}[#$] \\S");
  private static final String CONFIGURATION = "System configuration:";

  private Headings() {}

  static boolean holds(String line) {
    return ALL.stream().anyMatch(each -> each.matcher(line).find());
  }

  /** Whether a line is a word alone, such as hostname prints. */
  static boolean mayNameHost(String line) {
    return HOST.matcher(line).matches();
  }

  /** The words of a line without its figures and its blanks: pages repeat it. */
  static String form(String line) {
    return line.replaceAll("(?:\\d+[KMGT]\\b|[\\d\\s.])+", " ").strip();
  }

  /** A line that gives settings, once, and again where they change. */
  static boolean isConfiguration(String line) {
    return line.startsWith(CONFIGURATION);
  }

  /** Whether a line says that settings follow, or of what they are. */
  static boolean tellsOfSettings(String line) {
    return isConfiguration(line)
        || line.startsWith("System configuration changed")
        || line.startsWith("physb");
  }

  /**
   * The words of a line in the order of the alphabet: headings name columns wherever they stand.
   */
  static List<String> words(String line) {
    return Stream.of(line.strip().split("\\s+", -1)).sorted().toList();
  }

  /** A text with blank lines in the place of its commands. */
  static byte[] withoutCommands(Text text) {
    return new Text(
            text.rows().stream()
                .map(
                    row ->
                        COMMAND.matcher(row.text()).find() ? row.touched(new byte[] {'\n'}) : row)
                .toList())
        .bytes();
  }
}
