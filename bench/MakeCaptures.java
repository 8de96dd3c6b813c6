import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes the captures that {@code bench/run} measures: the same bytes at every call.
 *
 * <pre>
 * java bench/MakeCaptures.java one FILE MEGABYTES     one partition, a row each ten seconds
 * java bench/MakeCaptures.java fleet FOLDER N POOLS   N partitions in POOLS pools, two captures each
 * java bench/MakeCaptures.java week FOLDER N          N partitions of one pool, a week of minutes
 * </pre>
 */
public final class MakeCaptures {
  private static final String HEAD =
      "\nSystem configuration: lcpu=8 mem=6144MB ent=0.40 mmode=shared mpsz=%s\n\n"
          + "kthr    memory              page              faults              cpu"
          + "             hypv-page           time  \n"
          + "----- ----------- ------------------------ ------------ -----------------------"
          + " ------------------------- --------\n"
          + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec"
          + "   hpi  hpit  pmem   loan hr mi se\n";
  private static final int PAGES = 1_572_864;

  private MakeCaptures() {}

  private static String row(SplittableRandom random, int second) {
    double day = 2 * Math.PI * second / 86_400;
    int avm = (int) (PAGES * (0.55 + 0.2 * Math.sin(day) + 0.05 * random.nextDouble()));
    double physical = Math.min(avm * 4096.0 / (1 << 30) + 0.2, 5.9);
    int user = random.nextInt(30);
    int system = random.nextInt(9);
    return String.format(
        Locale.ROOT,
        "%2d  %d %6d %6d   0   0   0   0    0   0 %3d %4d %4d %2d %2d %2d  0  %4.2f %5.1f %5d %5d"
            + " %5.2f %6.2f %02d:%02d:%02d\n",
        random.nextInt(4), 0, avm, Math.max(900, PAGES - avm - random.nextInt(5000)),
        random.nextInt(60), random.nextInt(3000), random.nextInt(900),
        user, system, 100 - user - system, random.nextDouble(), random.nextDouble() * 90, 0, 0,
        physical, 6 - physical, second / 3600 % 24, second / 60 % 60, second % 60);
  }

  private static void vmstat(Path file, long bytes, long rows, int step, long seed, String host, String pool)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text =
        new StringBuilder()
            .append("root@" + host + " / # date\nTue Jun 30 00:00:00 CEST 2009\n")
            .append("root@" + host + " / # vmstat -ht " + step + "\n")
            .append(String.format(Locale.ROOT, HEAD, pool));
    long written = 0;
    int second = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long i = 0; i < rows && written + text.length() < bytes; i++) {
        second += step;
        text.append(row(random, second));
        if (text.length() > 1 << 16) {
          written += text.length();
          out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
          text.setLength(0);
        }
      }
      out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String settings(String host, String pool) {
    return "Node Name                                  : " + host + "\n"
        + "Partition Name                             : " + host + "\n"
        + "Partition Number                           : 3\n"
        + "Type                                       : Shared-SMT\n"
        + "Entitled Capacity                          : 0.40\n"
        + "Online Virtual CPUs                        : 4\n"
        + "Online Memory                              : 6144 MB\n"
        + "Memory Mode                                : Shared\n"
        + "Total I/O Memory Entitlement               : 77.000 MB\n"
        + "Variable Memory Capacity Weight            : 64\n"
        + "Memory Pool ID                             : 0\n"
        + "Physical Memory in the Pool                : " + pool + " GB\n";
  }

  public static void main(String[] args) throws IOException {
    Path to = Path.of(args[1]);
    int count = Integer.parseInt(args[2]);
    switch (args[0]) {
      case "one" -> vmstat(to, count * 1_000_000L, Long.MAX_VALUE, 10, 1, "bxaix85", "12.00GB");
      case "fleet" -> {
        int pools = Integer.parseInt(args[3]);
        for (int i = 0; i < count; i++) {
          String pool = (100 + i % pools) + ".000";
          Path folder = Files.createDirectories(to.resolve("pool" + i % pools));
          vmstat(folder.resolve("lpar" + i + ".vmstat"), Long.MAX_VALUE, 48, 1800, i, "lpar" + i,
              (100 + i % pools) + ".00GB");
          Files.writeString(folder.resolve("lpar" + i + ".lparstat"), settings("lpar" + i, pool));
        }
      }
      default -> {
        Files.createDirectories(to);
        for (int i = 0; i < count; i++) {
          vmstat(to.resolve("lpar" + i + ".vmstat"), Long.MAX_VALUE, 10_080, 60, i, "lpar" + i, "200.00GB");
        }
      }
    }
  }
}
