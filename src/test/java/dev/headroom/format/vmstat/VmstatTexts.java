package dev.headroom.format.vmstat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented texts of {@code vmstat}: {@link #regular} ones as a long run prints them, and {@link
 * #random} ones with every set of columns and every kind of damage.
 *
 * <p>As a program it writes a capture of a given size, to measure the whole process with: {@code
 * java -cp target/test-classes dev.headroom.format.vmstat.VmstatTexts /tmp/big.vmstat 100}.
 */
public final class VmstatTexts {
  private static final int DAY = 86_400;
  private static final String HEAD =
      """
      kthr    memory              page              faults              cpu             hypv-page           time
      ----- ----------- ------------------------ ------------ ----------------------- ------------------------- --------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se
      """;
  private static final List<List<String>> GROUPS =
      List.of(
          List.of("r", "b"),
          List.of("r", "b", "p", "w"),
          List.of("avm", "fre"),
          List.of("alp", "flp"),
          List.of("re", "pi", "po", "fr", "sr", "cy"),
          List.of("fi", "fo", "pi", "po", "fr", "sr"),
          List.of("in", "sy", "cs"),
          List.of("us", "sy", "id", "wa"),
          List.of("pc", "ec"),
          List.of("hpi", "hpit", "pmem", "loan"),
          List.of("hr", "mi", "se"));

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final String lineEnd;
  private final boolean tabs;
  private List<String> columns = List.of();
  private int second;

  private VmstatTexts(long seed) {
    random = new Random(seed);
    lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
    tabs = random.nextInt(4) == 0;
    second = random.nextInt(DAY);
  }

  /** Writes a regular capture: {@code FILE MEGABYTES}. */
  public static void main(String[] args) throws IOException {
    try (OutputStream out = Files.newOutputStream(Path.of(args[0]))) {
      regular(out, Long.parseLong(args[1]) << 20);
    }
  }

  /**
   * A capture of {@code vmstat -ht 10} with at least that many bytes: 24 cells a row, the header
   * every 20 rows, the same bytes each time.
   */
  public static void regular(OutputStream out, long bytes) throws IOException {
    Random random = new Random(7);
    long written = write(out, "Mon Mar  3 08:00:00 CET 2014\n\n");
    written +=
        write(
            out,
            "System configuration: lcpu=4 mem=8192MB ent=0.50 mmode=shared mpsz=20.00GB\n\n"
                + HEAD);
    double loan = 0.5;
    for (int row = 0; written < bytes; row++) {
      if (row > 0 && row % 20 == 0) {
        written += write(out, HEAD);
      }
      int user = random.nextInt(60);
      int system = random.nextInt(20);
      int second = (28_800 + row * 10) % DAY;
      loan = Math.min(4, Math.max(0, loan + (random.nextInt(3) - 1) * 0.01));
      written +=
          write(
              out,
              String.format(
                  Locale.ROOT,
                  "%2d %2d %6d %5d %3d %3d %3d %3d %4d %3d %3d %4d %3d %2d %2d %2d %2d %5.2f %5.1f"
                      + " %5d %5d %5.2f %6.2f %02d:%02d:%02d%n",
                  random.nextInt(9),
                  random.nextInt(2),
                  1_200_000 + random.nextInt(40_000),
                  45_000 + random.nextInt(9_000),
                  0,
                  random.nextInt(5),
                  random.nextInt(3),
                  random.nextInt(40),
                  random.nextInt(200),
                  0,
                  random.nextInt(900),
                  random.nextInt(9_000),
                  random.nextInt(5_000),
                  user,
                  system,
                  100 - user - system,
                  0,
                  random.nextInt(200) / 100.0,
                  random.nextInt(3_000) / 10.0,
                  random.nextInt(30) / 25,
                  random.nextInt(300) / 250,
                  8 - loan,
                  loan,
                  second / 3600,
                  second / 60 % 60,
                  second % 60));
    }
  }

  private static long write(OutputStream out, String part) throws IOException {
    byte[] bytes = part.getBytes(StandardCharsets.US_ASCII);
    out.write(bytes);
    return bytes.length;
  }

  /** A text of this seed: blocks of rows under headers of many kinds, much of it damaged. */
  static String random(long seed) {
    return new VmstatTexts(seed).random();
  }

  private String random() {
    if (random.nextInt(3) == 0) {
      line("root@lpar7 / # " + (random.nextBoolean() ? "vmstat -ht 10 3" : "vmstat"));
    }
    if (random.nextInt(3) == 0) {
      line("Mon Mar  3 23:59:40 CET 2014");
    }
    configuration();
    header(true);
    int lines = 1 + random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      switch (random.nextInt(24)) {
        case 0 -> header(random.nextBoolean());
        case 1 -> configuration();
        case 2 -> line("System configuration changed. The current values may be invalid.");
        case 3 -> line("");
        case 4 ->
            line(List.of("nothing to see", "12 13", "-", "# ls", "ERROR 12 13 14").get(i % 5));
        case 5 -> line(row().replaceFirst(" ", " ".repeat(1100)));
        case 6 -> line(row() + " " + random.nextInt(99));
        case 7 -> line(cut(row()));
        default -> line(row());
      }
    }
    if (random.nextInt(3) == 0) {
      text.setLength(text.length() - random.nextInt(3)); // the last line may lack its end
    }
    return text.toString();
  }

  private void line(String words) {
    String end = random.nextInt(200) == 0 ? "\r\r\n" : random.nextInt(300) == 0 ? "\r" : lineEnd;
    text.append(tabs ? words.replace("  ", "\t") : words).append(end);
  }

  private String cut(String row) {
    return row.substring(0, random.nextInt(row.length()));
  }

  private void configuration() {
    line("");
    line(
        "System configuration: lcpu=4 mem="
            + (random.nextInt(16) == 0 ? "12x" : 6000 + random.nextInt(9000) + "MB")
            + " ent=0."
            + random.nextInt(99)
            + (random.nextBoolean() ? " mmode=shared mpsz=12.00GB" : ""));
    line("");
  }

  private void header(boolean changed) {
    if (changed) {
      columns = columns();
    }
    line("kthr    memory              page              faults              cpu");
    line("----- ----------- ------------------------ ------------ -----------");
    line(" " + String.join(random.nextBoolean() ? " " : "  ", columns));
  }

  private List<String> columns() {
    List<String> words = new ArrayList<>();
    boolean usual = random.nextInt(3) > 0;
    for (List<String> group : GROUPS) {
      if (random.nextInt(usual ? 12 : 3) > 0) {
        words.addAll(group);
      }
    }
    if (!usual && random.nextBoolean()) {
      Collections.shuffle(words, random);
    }
    if (random.nextInt(8) == 0) {
      words.add(random.nextInt(words.size() + 1), "new");
    }
    if (random.nextInt(8) == 0 && !words.isEmpty()) {
      words.remove(random.nextInt(words.size()));
    }
    return words;
  }

  private String row() {
    StringBuilder row = new StringBuilder(" ");
    for (int i = 0; i < columns.size(); i++) {
      String heading = columns.get(i);
      boolean clock = heading.equals("hr") && columns.subList(i, columns.size()).contains("se");
      String cell = clock ? time() : cell(heading);
      row.append(i == 0 ? "" : "  ".substring(random.nextInt(2))).append(damaged(cell));
      i += clock ? 2 : 0;
    }
    return random.nextInt(10) == 0 ? row + "  " : row.toString();
  }

  private String time() {
    second += random.nextInt(12) == 0 ? random.nextInt(50_000) : random.nextInt(20);
    if (random.nextInt(40) == 0) {
      second -= 100;
    }
    second = Math.floorMod(second, DAY);
    String format = random.nextInt(9) == 0 ? "%d:%02d:%02d" : "%02d:%02d:%02d";
    return String.format(Locale.ROOT, format, second / 3600, second / 60 % 60, second % 60);
  }

  private String cell(String heading) {
    return switch (heading) {
      case "pc", "pmem", "loan" -> String.format(Locale.ROOT, "%.2f", random.nextInt(800) / 100.0);
      case "ec" -> String.format(Locale.ROOT, "%.1f", random.nextInt(3000) / 10.0);
      case "us", "id" -> Integer.toString(random.nextInt(60));
      case "avm", "fre" -> Integer.toString(random.nextInt(3_000_000));
      default -> Integer.toString(random.nextInt(random.nextInt(5) == 0 ? 100_000 : 40));
    };
  }

  private String damaged(String cell) {
    int at = random.nextInt(cell.length());
    return switch (random.nextInt(250)) {
      case 0, 1 -> "-";
      case 2, 3 ->
          cell.substring(0, at) + "x?/:-.%".charAt(random.nextInt(7)) + cell.substring(at + 1);
      case 4 -> "9".repeat(1 + random.nextInt(25));
      case 5 -> "." + cell;
      case 6 -> cell + ".";
      case 7 -> "000000000000".substring(random.nextInt(12)) + cell;
      case 8 -> cell + "." + "123456789012".substring(random.nextInt(12));
      default -> cell;
    };
  }
}
