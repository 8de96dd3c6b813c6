package dev.headroom.risk.ams;

import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Size;
import java.util.List;
import java.util.Optional;

/** A pool that cannot grow in operation to the size that it should have. */
public record PoolMaximum() implements Rule<AmsCase> {
  private static final double A_BYTE = 1;

  @Override
  public String id() {
    return "pool-maximum";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    double size = pool.pool().size();
    double advised = pool.sizing().map(Sizing::recommended).orElse(Double.NaN);
    if (!pool.sized()) {
      return List.of();
    }
    if (pool.pool().maximum().isEmpty()) {
      return advised > size + A_BYTE
          ? List.of(
              unknown(
                  pool,
                  "Whether the pool can grow to the "
                      + Size.text(advised)
                      + " advised is not known: its maximum is not.",
                  "Give maximum in the site file; lshwres -r mempool on the HMC shows it."))
          : List.of();
    }
    double maximum = pool.pool().maximum().getAsDouble();
    Cited cited = new Cited();
    pool.pool()
        .server()
        .console()
        .flatMap(console -> console.last(Metric.POOL_MAXIMUM))
        .ifPresent(row -> cited.add(Optional.of(Evidence.of(row))));
    for (String member : pool.reportedSizes().keySet()) {
      cited.add(pool.last(member, Metric.POOL_MEMORY));
    }
    if (advised > maximum + A_BYTE) {
      return List.of(
          new Finding(
              id(),
              Severity.AMBER,
              pool.name(),
              Size.text(advised)
                  + " is advised, and the pool cannot grow beyond its maximum of "
                  + Size.text(maximum)
                  + ".",
              "Raise the maximum on the HMC or in IVM in time; it costs the hypervisor tables.",
              cited.lines()));
    }
    return size > maximum - A_BYTE
        ? List.of(
            new Finding(
                id(),
                Severity.INFO,
                pool.name(),
                "The pool is at its maximum of "
                    + Size.text(maximum)
                    + " and cannot grow in operation.",
                "Raise the maximum on the HMC or in IVM before more members or work come.",
                cited.lines()))
        : List.of();
  }
}
