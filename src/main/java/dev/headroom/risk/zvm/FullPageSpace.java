package dev.headroom.risk.zvm;

import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paging space that is over half full, or smaller than the published formula wants it. */
public record FullPageSpace(Threshold half, Threshold full) implements Rule<ZvmCase> {
  private static final Threshold HALF =
      Threshold.of("page-space-half", "%", 50, "of page space in use: more volumes beyond");
  private static final Threshold FULL =
      Threshold.of("page-space-full", "%", 90, "of page space in use: the system may stop beyond");

  /** The rule by these thresholds. */
  public FullPageSpace(Thresholds options) {
    this(options.of(HALF), options.of(FULL));
  }

  @Override
  public String id() {
    return "page-space";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(half, full);
  }

  @Override
  public List<Finding> judge(ZvmCase system) {
    PageSpaceSizing space = system.pageSpace();
    if (space.size().isEmpty()) {
      return List.of(
          unknown(
              system,
              "Whether page space is large enough is not known: no capture shows it"
                  + (space.result().recommended().isPresent()
                      ? ". The formula wants "
                          + Size.text(space.result().recommended().getAsDouble())
                          + "."
                      : "."),
              "Capture QUERY ALLOC PAGE at a busy time."));
    }
    List<Finding> findings = new ArrayList<>();
    inUse(system, space, findings);
    formula(system, space, findings);
    return findings;
  }

  private void inUse(ZvmCase system, PageSpaceSizing space, List<Finding> findings) {
    double size = space.size().orElseThrow();
    if (space.inUse().isEmpty()) {
      findings.add(
          unknown(
              system,
              "Whether page space is over half full is not known: no capture shows how much is in"
                  + " use.",
              "Capture QUERY ALLOC PAGE at a busy time."));
      return;
    }
    double used = space.inUse().getAsDouble();
    double share = used / size;
    if (!(share > half.amount())) {
      return;
    }
    double wanted = used / half.amount() - size;
    boolean urgent = share > full.amount();
    findings.add(
        new Finding(
            id(),
            urgent ? Severity.RED : Severity.YELLOW,
            system.name(),
            "Page space is "
                + Share.text(share)
                + " full: "
                + Size.text(used)
                + " of "
                + Size.text(size)
                + (urgent ? ". When it is full, the system stops (PGT004)." : "."),
            "Add "
                + Size.text(wanted)
                + " of page space ("
                + Count.of(PageSpaceSizing.volumes(wanted), "volume")
                + " of 3390-9) to stay below half: beyond that blocks of free pages get rare and"
                + " writes slow.",
            lines(system, Metric.PAGINGSPACE_INUSE)));
  }

  private void formula(ZvmCase system, PageSpaceSizing space, List<Finding> findings) {
    double size = space.size().orElseThrow();
    if (space.result().recommended().isEmpty()) {
      findings.add(
          unknown(system, PageSpaceReason.of(space), "Give size and members in the site file."));
      return;
    }
    double recommended = space.result().recommended().getAsDouble();
    double least = space.result().least().orElseThrow();
    double older = space.result().older().orElseThrow();
    boolean early = !system.pool().agesGlobally();
    if (size >= recommended && (!early || size >= older)) {
      return;
    }
    String title =
        size >= recommended
            ? "Page space of "
                + Size.text(size)
                + " is less than twice the virtual size, "
                + Size.text(older)
                + ", the rule before z/VM 6.3."
            : "Page space of "
                + Size.text(size)
                + " is less than the "
                + Size.text(recommended)
                + " that the published formula wants"
                + (early ? " (the rule before z/VM 6.3 even " + Size.text(older) + ")." : ".");
    findings.add(
        new Finding(
            id(),
            size < least ? Severity.YELLOW : Severity.INFO,
            system.name(),
            title,
            PageSpaceReason.of(space),
            lines(system, Metric.PAGINGSPACE_SIZE)));
  }

  private static List<Evidence> lines(ZvmCase system, Metric metric) {
    Optional<Evidence> figure =
        metric == Metric.PAGINGSPACE_INUSE
            ? ZvmReports.systemLine(system, (lines, subject) -> lines.highest(subject, metric))
            : ZvmReports.lastLine(system, metric);
    return new Cited()
        .add(figure)
        .add(ZvmReports.lastLine(system, Metric.PAGINGSPACE_SIZE))
        .lines();
  }
}
