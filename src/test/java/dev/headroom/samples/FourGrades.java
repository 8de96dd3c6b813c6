package dev.headroom.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The captures of {@code samples/four-grades}: one server room, four pools, a grade each. Run
 * {@link #main} in the project's root to write them anew; {@code SamplesTest} checks that what is
 * committed is what this makes.
 *
 * <p>Memory is counted in hundredths of a GB, as vmstat prints it, so that physical, loaned and
 * stolen memory add up to the digit. A pool that is short first takes what partitions can lend,
 * then steals from the largest.
 */
public final class FourGrades {
  private static final Path FOLDER = Path.of("samples/four-grades");
  private static final LocalDateTime START = LocalDateTime.of(2019, 3, 28, 0, 0);
  private static final int MINUTES = 15;
  private static final int ROWS = 4 * 24 * 60 / MINUTES;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'CET' yyyy", Locale.ENGLISH);
  private static final String TABLE =
      """

      kthr    memory              page              faults              cpu             hypv-page           time
      ----- ----------- ------------------------ ------------ ----------------------- ------------------------- --------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec   hpi  hpit  pmem   loan hr mi se
      """;

  /** Nobody noted when this was taken. */
  private static final String WITHOUT_TIME =
      """
      root@dev1 / # svmon -G
                     size       inuse        free         pin     virtual   mmode
      memory      1572864      598016      974848      131072      471859    Shar
      pg space     524288        3072

                     work        pers        clnt       other
      pin          104858           0           0       26214
      in use       471859           0      126157
      """;

  /**
   * A partition of the story; sizes in hundredths of a GB.
   *
   * @param base what it always needs
   * @param swing what a working day adds at its top
   * @param peakHour when that is
   * @param cache file cache, as far as memory is left for it
   */
  private record Lpar(
      String name, int logical, int base, int swing, int peakHour, int cache, int swaps) {}

  /**
   * A pool of the story.
   *
   * @param squeezed rows in which the hypervisor pages though what is hot fits
   */
  private record Pool(int id, int size, List<Lpar> members, List<Integer> squeezed) {}

  private static final List<Pool> POOLS =
      List.of(
          // green: hardly moves, and room for what four days cannot exclude
          new Pool(
              0,
              2800,
              List.of(
                  new Lpar("erp1", 1200, 620, 90, 10, 200, 0),
                  new Lpar("erp2", 1000, 480, 70, 15, 240, 0),
                  new Lpar("mail1", 800, 380, 50, 20, 200, 0)),
              List.of()),
          // yellow: all that was hot fitted, but not with one more partition at its own peak
          new Pool(
              1,
              1300,
              List.of(
                  new Lpar("web1", 800, 260, 420, 11, 80, 0),
                  new Lpar("web2", 800, 260, 400, 21, 80, 0),
                  new Lpar("dev1", 600, 150, 330, 3, 60, 0)),
              List.of()),
          // amber: what was hot fitted, yet the hypervisor paged, as in the lab
          new Pool(
              2,
              2000,
              List.of(
                  new Lpar("db1", 1200, 640, 180, 14, 220, 0),
                  new Lpar("db2", 900, 380, 120, 16, 260, 0),
                  new Lpar("nim1", 500, 90, 40, 2, 240, 0)),
              List.of(57, 58, 59, 60, 153, 154, 155, 249, 250)),
          // red: the working days of all three are the same
          new Pool(
              3,
              1500,
              List.of(
                  new Lpar("sap1", 900, 420, 330, 10, 60, 0),
                  new Lpar("sap2", 900, 400, 340, 10, 60, 0),
                  new Lpar("batch1", 400, 120, 180, 11, 20, 35)),
              List.of()));

  private FourGrades() {}

  /** Writes the sample. */
  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
    }
  }

  /** Every file of the sample, by its name below the folder. */
  public static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    for (Pool pool : POOLS) {
      Random random = new Random(2019 + pool.id());
      int count = pool.members().size();
      StringBuilder[] texts = new StringBuilder[count];
      for (int i = 0; i < count; i++) {
        texts[i] = heading(pool, pool.members().get(i));
      }
      for (int row = 0; row < ROWS; row++) {
        appendRow(pool, row, random, texts);
      }
      for (int i = 0; i < count; i++) {
        Lpar lpar = pool.members().get(i);
        files.put("pool" + pool.id() + "/" + lpar.name() + ".vmstat", texts[i].toString());
        files.put("pool" + pool.id() + "/" + lpar.name() + ".lparstat", properties(pool, lpar));
      }
    }
    files.put("pool1/dev1.svmon", WITHOUT_TIME);
    return files;
  }

  private static StringBuilder heading(Pool pool, Lpar lpar) {
    StringBuilder text = new StringBuilder();
    text.append("root@").append(lpar.name()).append(" / # date\n");
    text.append(DATE.format(START)).append('\n');
    text.append("root@").append(lpar.name()).append(" / # vmstat -ht ").append(MINUTES * 60);
    text.append(" ").append(ROWS).append("\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "System configuration: lcpu=8 mem=%dMB ent=1.00 mmode=shared mpsz=%.2fGB%n",
            megabytes(lpar.logical()),
            pool.size() / 100.0));
    return text.append(TABLE);
  }

  private static int megabytes(int hundredths) {
    return hundredths * 1024 / 100;
  }

  private static void appendRow(Pool pool, int row, Random random, StringBuilder[] texts) {
    int count = texts.length;
    int[] hot = new int[count];
    int[] loan = new int[count];
    int[] stolen = new int[count];
    int promised = 0;
    for (int i = 0; i < count; i++) {
      hot[i] = hot(pool.members().get(i), row, random);
      promised += pool.members().get(i).logical();
    }
    int size = pool.size() - (pool.squeezed().contains(row) ? 60 : 0);
    int missing = Math.max(0, promised - size);
    for (int i = 0; i < count; i++) {
      Lpar lpar = pool.members().get(i);
      boolean keeps = pool.squeezed().contains(row) && i == 0;
      int spare = Math.max(0, lpar.logical() - hot[i] - (keeps ? lpar.cache() : 10));
      loan[i] = Math.min(spare, missing);
      missing -= loan[i];
    }
    for (int i = 0; missing > 0 && i < count; i++) {
      stolen[i] = Math.min(missing, hot[i] / 3);
      missing -= stolen[i];
    }
    if (pool.squeezed().contains(row) && stolen[0] == 0) {
      // nobody lends in time: the hypervisor takes from the largest
      int late = Math.min(loan[0], 40);
      loan[0] -= late;
      stolen[0] = late;
    }
    LocalDateTime time = START.plusMinutes((long) MINUTES * (row + 1));
    for (int i = 0; i < count; i++) {
      Lpar lpar = pool.members().get(i);
      // the smallest of them was not captured for some hours: a gap, not a zero
      if (!(lpar.name().equals("nim1") && row >= 200 && row < 220)) {
        texts[i].append(line(lpar, hot[i], loan[i], stolen[i], time));
      }
    }
  }

  /** A day pattern with a little noise; weekends rest, and the month's last working day is long. */
  private static int hot(Lpar lpar, int row, Random random) {
    LocalDateTime time = START.plusMinutes((long) MINUTES * (row + 1));
    double hours = time.getHour() + time.getMinute() / 60.0 - lpar.peakHour();
    double day = Math.exp(-hours * hours / 18);
    double weight =
        time.getDayOfWeek().getValue() > 5 ? 0.25 : time.getDayOfMonth() == 29 ? 1 : 0.9;
    return lpar.base() + (int) (lpar.swing() * day * weight) + random.nextInt(5);
  }

  private static String line(Lpar lpar, int hot, int loan, int stolen, LocalDateTime time) {
    int physical = lpar.logical() - loan - stolen;
    int free = Math.max(2, Math.min(40, physical - hot));
    int pageIns = stolen * 3;
    int swaps = hot > lpar.base() + 100 ? lpar.swaps() : 0;
    return String.format(
        Locale.ROOT,
        " 1  0 %7d %6d   0 %3d %3d   0    0   0  18  612  540 %2d  4 %2d  0 %5.2f %5.1f %5d %5d"
            + " %5.2f %6.2f %s%n",
        pages(hot),
        pages(free),
        swaps,
        swaps,
        6 + hot / 60,
        90 - hot / 60,
        0.1 + hot / 2000.0,
        10 + hot / 20.0,
        pageIns,
        pageIns * 9,
        physical / 100.0,
        loan / 100.0,
        CLOCK.format(time));
  }

  private static long pages(int hundredths) {
    return hundredths * 262_144L / 100;
  }

  private static String properties(Pool pool, Lpar lpar) {
    return String.format(
        Locale.ROOT,
        """
        Node Name                                  : %s
        Partition Name                             : %s
        Type                                       : Shared-SMT-4
        Mode                                       : Uncapped
        Entitled Capacity                          : 1.00
        Online Virtual CPUs                        : 2
        Online Memory                              : %d MB
        Maximum Memory                             : 16384 MB
        Minimum Memory                             : 1024 MB
        Memory Mode                                : Shared
        Total I/O Memory Entitlement               : 77.000 MB
        Variable Memory Capacity Weight            : 128
        Memory Pool ID                             : %d
        Physical Memory in the Pool                : %.3f GB
        Hypervisor Page Size                       : 4K
        Desired Memory                             : %d MB
        """,
        lpar.name(),
        lpar.name(),
        megabytes(lpar.logical()),
        pool.id(),
        pool.size() / 100.0,
        megabytes(lpar.logical()));
  }
}
