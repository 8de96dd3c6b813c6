package dev.headroom.samples;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * The series of {@code samples/backtest}: six partitions, an hour a row, twelve weeks. Run {@link
 * #main} in the project's root to write it anew; {@code SamplesTest} checks that what is committed
 * is what this makes.
 */
public final class TwelveWeeks {
  private static final Path FILE = Path.of("samples/backtest/2021-spring.csv.gz");
  private static final LocalDateTime START = LocalDateTime.of(2021, 3, 1, 0, 0);
  private static final int HOURS = 12 * 7 * 24;

  /**
   * A partition of the story; sizes in MB.
   *
   * @param base what it always needs
   * @param swing what a working day adds at its top
   * @param peakHour when that is
   * @param noise how far it wanders
   * @param bursts how many hours apart its bursts are on average; 0 for none
   * @param burst what a burst adds on average
   * @param growth what a week adds
   */
  private record Lpar(
      String name,
      int base,
      int swing,
      int peakHour,
      int noise,
      int bursts,
      int burst,
      double growth) {}

  private static final List<Lpar> LPARS =
      List.of(
          new Lpar("batch1", 1500, 0, 2, 120, 60, 1900, 0),
          new Lpar("db1", 5200, 900, 14, 160, 0, 0, 18),
          new Lpar("dev1", 1100, 350, 15, 150, 45, 900, 0),
          new Lpar("erp1", 3900, 1900, 10, 220, 120, 700, 0),
          new Lpar("erp2", 3600, 1700, 11, 220, 120, 700, 0),
          new Lpar("file1", 900, 200, 9, 80, 90, 500, 6));

  private TwelveWeeks() {}

  /** Writes the sample. */
  public static void main(String[] args) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(FILE))) {
      out.write(text().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The series, unpacked. */
  public static String text() {
    StringBuilder text = new StringBuilder("subject,kind,metric,time,value,unit\n");
    for (int i = 0; i < LPARS.size(); i++) {
      Random random = new Random(2021 + i);
      Lpar lpar = LPARS.get(i);
      double wander = 0;
      double burst = 0;
      for (int hour = 0; hour < HOURS; hour++) {
        LocalDateTime time = START.plusHours(hour);
        wander = 0.85 * wander + 0.5 * lpar.noise() * random.nextGaussian();
        burst *= 0.35;
        if (lpar.bursts() > 0 && random.nextInt(lpar.bursts()) == 0) {
          // waiting times between sizes are long-tailed: most bursts are small, a few are not
          burst += -lpar.burst() * StrictMath.log(1 - random.nextDouble());
        }
        // nim takes the file server away on one Sunday: a gap, not a zero
        if (lpar.name().equals("file1") && hour >= 1000 && hour < 1009) {
          continue;
        }
        text.append(line(lpar, time, hour, wander + burst));
      }
    }
    return text.toString();
  }

  private static String line(Lpar lpar, LocalDateTime time, int hour, double more) {
    double hours = time.getHour() - lpar.peakHour();
    double weekday = time.getDayOfWeek().getValue() > 5 ? 0.2 : 1;
    double needed =
        lpar.base()
            + lpar.swing() * weekday * StrictMath.exp(-hours * hours / 18)
            + lpar.growth() * hour / 168
            + more;
    long megabytes = Math.max(200, Math.round(needed));
    return String.format(
        Locale.ROOT,
        "%s,partition,memory.virtual,%s:00,%d,B\n",
        lpar.name(),
        time,
        megabytes << 20);
  }
}
