package dev.headroom.sizing;

import dev.headroom.SharedFolder;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Memory of real machines over time, which lies beside the project on some machines and may not be
 * part of it.
 *
 * @param provisioned what each machine was configured with; well above its peak where nobody says
 * @param used what it used, by machine and slot of five minutes; {@link Double#NaN} where missing
 */
public record Traces(double[] provisioned, double[][] used) {
  private static final double FIVE_MINUTES = 300_000;

  /**
   * Reads one: a column a machine, a row a slot, perhaps a row of what was configured first. The
   * test is skipped where traces do not lie beside the project.
   */
  public static Traces read(String name) throws IOException {
    List<double[]> rows = new ArrayList<>();
    double[] provisioned = {};
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedFolder.file("traces/" + name))),
                StandardCharsets.US_ASCII))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        double[] row = new double[cells.length - 1];
        for (int i = 0; i < row.length; i++) {
          row[i] = cells[i + 1].isEmpty() ? Double.NaN : Double.parseDouble(cells[i + 1]);
        }
        if (cells[0].equals("provisioned")) {
          provisioned = row;
        } else {
          rows.add(row);
        }
      }
    }
    double[][] used = new double[rows.get(0).length][rows.size()];
    for (int machine = 0; machine < used.length; machine++) {
      for (int slot = 0; slot < rows.size(); slot++) {
        used[machine][slot] = rows.get(slot)[machine];
      }
    }
    if (provisioned.length == 0) {
      provisioned = new double[used.length];
      for (int machine = 0; machine < used.length; machine++) {
        provisioned[machine] = 10 * Arrays.stream(used[machine]).max().orElseThrow();
      }
    }
    return new Traces(provisioned, used);
  }

  /** A pool of some machines over some slots, as captures would show it. */
  public PoolHistory pool(int[] machines, int from, int to) {
    MemberHistory[] members =
        Arrays.stream(machines)
            .mapToObj(
                machine ->
                    Histories.member("m" + machine, to - from)
                        .logical(provisioned[machine])
                        .hot(Arrays.copyOfRange(used[machine], from, to))
                        .warm(0)
                        .build())
            .toArray(MemberHistory[]::new);
    double[] coverage = new double[to - from];
    double all = weight(machines, -1);
    for (int slot = from; slot < to; slot++) {
      coverage[slot - from] = weight(machines, slot) / all;
    }
    return Histories.covered(Histories.timed(FIVE_MINUTES, members), coverage);
  }

  /** What the machines that report in a slot are configured with; of all for a negative slot. */
  private double weight(int[] machines, int slot) {
    double weight = 0;
    for (int machine : machines) {
      double of = Double.isNaN(provisioned[machine]) ? 1 : provisioned[machine];
      weight += slot < 0 || !Double.isNaN(used[machine][slot]) ? of : 0;
    }
    return weight;
  }

  /** The most that the machines used together, missing ones at their last value. */
  public double peak(int[] machines, int from, int to) {
    SharedDemand demand = SharedDemand.of(pool(machines, from, to));
    int at = demand.peakAt();
    return at < 0 ? 0 : demand.total(at);
  }
}
