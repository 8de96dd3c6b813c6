package dev.headroom.risk.ams;

import dev.headroom.memory.ams.AmsMember;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.Comparator;
import java.util.List;

/**
 * I/O entitlements against what the pool can give: their sum must stay below size less reserve, or
 * partitions cannot be activated (docs/rules.md).
 */
public record IoEntitlement(Threshold share) implements Rule<AmsCase> {
  private static final Threshold SHARE =
      Threshold.of(
          "io-entitlement-share", "%", 50, "of the pool guaranteed for I/O: yellow from this on");

  /** The rule by these thresholds. */
  public IoEntitlement(Thresholds options) {
    this(options.of(SHARE));
  }

  @Override
  public String id() {
    return "io-entitlement";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(share);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    if (!pool.sized()) {
      return List.of(
          unknown(
              pool,
              "Whether the I/O entitlements fit is not known: the size of the pool is not.",
              "Give the size in the site file, or capture lparstat -i, which prints it."));
    }
    List<AmsMember> known =
        pool.pool().members().stream().filter(m -> m.ioEntitlement().isPresent()).toList();
    double sum = known.stream().mapToDouble(m -> m.ioEntitlement().orElse(0)).sum();
    double available = pool.pool().available();
    if (sum >= available && !known.isEmpty()) {
      return List.of(finding(pool, Severity.RED, known, sum));
    }
    List<String> missing =
        pool.pool().members().stream()
            .filter(m -> m.ioEntitlement().isEmpty())
            .map(AmsMember::name)
            .toList();
    if (!missing.isEmpty() || known.isEmpty()) {
      return List.of(
          unknown(
              pool,
              "Whether the I/O entitlements fit is not known: "
                  + (missing.isEmpty()
                      ? "no member is."
                      : "no capture shows that of " + Names.list(missing) + "."),
              "Run lparstat -i on "
                  + (missing.isEmpty() ? "every member" : Names.list(missing))
                  + ": it prints the total I/O memory entitlement."));
    }
    return sum >= share.amount() * available
        ? List.of(finding(pool, Severity.YELLOW, known, sum))
        : List.of();
  }

  private Finding finding(AmsCase pool, Severity severity, List<AmsMember> known, double sum) {
    double available = pool.pool().available();
    Cited cited = new Cited();
    known.stream()
        .sorted(Comparator.comparingDouble((AmsMember m) -> -m.ioEntitlement().orElse(0)))
        .limit(Cited.MOST)
        .forEach(m -> cited.add(pool.last(m.name(), Metric.MEMORY_ENTITLEMENT_IO)));
    return new Finding(
        id(),
        severity,
        pool.name(),
        "I/O entitlements of "
            + Count.of(known.size(), "member")
            + " sum to "
            + Size.text(sum)
            + ", "
            + (severity == Severity.RED
                ? "not below the " + Size.text(available) + " that the pool can give."
                : Share.text(sum / available)
                    + " of the "
                    + Size.text(available)
                    + " that the pool can give."),
        (severity == Severity.RED
                ? "Not all partitions can be active: raise the pool, or lower"
                : "Lower")
            + " entitlements to their high-water marks (iohwm of lparstat -m after a reset).",
        cited.lines());
  }
}
