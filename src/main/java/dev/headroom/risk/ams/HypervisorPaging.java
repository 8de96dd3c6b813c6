package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolPageIns;
import dev.headroom.risk.Advice;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Spell;
import dev.headroom.risk.Threshold;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Metric;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Share;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Members that waited for pages which the hypervisor read back: how often, how long each. */
public record HypervisorPaging(
    Threshold paging, Threshold stalledSome, Threshold stalledMost, Threshold slow)
    implements Rule<AmsCase> {
  private static final Threshold STALLED_SOME =
      Threshold.of("stalled-share-amber", "%", 1, "share of the time waited: amber beyond");
  private static final Threshold SLOW =
      Threshold.of("slow-page-in", "ms", 10, "a paging device with a cache needs less than this");

  /** The rule by these thresholds. */
  public HypervisorPaging(Thresholds options) {
    this(
        options.of(AmsGrading.PAGING),
        options.of(STALLED_SOME),
        options.of(AmsGrading.STALLED),
        options.of(SLOW));
  }

  @Override
  public String id() {
    return "hypervisor-paging";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of(paging, stalledSome, stalledMost, slow);
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    List<Finding> findings = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    boolean amber = false;
    for (MemberHistory member : pool.history().members()) {
      Spell spell = Spell.over(pool.history(), i -> member.paging().pageIns()[i]);
      if (spell.any()) {
        Finding finding = finding(pool, member, spell);
        findings.add(finding);
        amber |= finding.severity().compareTo(Severity.AMBER) >= 0;
      } else if (spell.observed() == 0) {
        unseen.add(member.name());
      }
    }
    double rate = pool.outcome().overcommit().observedPagingRate().orElse(0);
    boolean members = !findings.isEmpty();
    Spell counted = counted(pool);
    if (counted.any() && (!members || !unseen.isEmpty())) {
      Finding finding = counted(pool, counted);
      findings.add(finding);
      amber |= finding.severity().compareTo(Severity.AMBER) >= 0;
    }
    if (members && !amber && rate > paging.amount()) {
      findings.add(together(pool, rate, findings));
    }
    if (!unseen.isEmpty() || pool.history().members().isEmpty()) {
      findings.add(
          unknown(
              pool,
              "Whether "
                  + (unseen.isEmpty() ? "any member" : Names.list(unseen))
                  + " waited for hypervisor page-ins is not known: no capture shows hpi."
                  + (counted.observed() == 0 || counted.any()
                      ? ""
                      : " The console counts them for all partitions of the pool together, and there"
                          + " were none."),
              Advice.capture(Advice.VMSTAT, unseen)));
    }
    return findings;
  }

  /** When the console counted page-ins of the whole pool. */
  private static Spell counted(AmsCase pool) {
    PoolPageIns together = pool.history().together();
    return Spell.over(pool.history(), i -> together.known(i) ? together.counts()[i] : Double.NaN);
  }

  private Finding counted(AmsCase pool, Spell spell) {
    PoolPageIns together = pool.history().together();
    double pageIns = 0;
    double timed = 0;
    double millis = 0;
    for (int instant = 0; instant < pool.history().size(); instant++) {
      if (together.any(instant)) {
        double waited = together.millis()[instant];
        pageIns += together.counts()[instant];
        timed += Double.isNaN(waited) ? 0 : together.counts()[instant];
        millis += Double.isNaN(waited) ? 0 : waited;
      }
    }
    Cited cited = new Cited();
    for (int instant : new int[] {spell.worst(), spell.first(), spell.last()}) {
      cited.add(together.rows().of(Metric.HYPERVISOR_PAGEINS, instant).map(Evidence::of));
    }
    return new Finding(
        id(),
        severity(spell.share(pool), Double.NaN),
        pool.name(),
        "The console counted "
            + Count.of((long) pageIns, "hypervisor page-in")
            + " of all members together"
            + (timed > 0 ? ", " + Span.millis(millis / timed) + " each on average" : "")
            + ", "
            + spell.words(pool)
            + ". Whose they were it does not tell.",
        Relief.of(pool, "") + ".",
        cited.lines());
  }

  private Finding finding(AmsCase pool, MemberHistory member, Spell spell) {
    Waits waits = Waits.of(member, pool.history());
    String how = waits.each();
    double share = waits.share();
    String name = member.name();
    return new Finding(
        id(),
        severity(spell.share(pool), share),
        name,
        name
            + " waited for "
            + Count.of((long) waits.pageIns(), "hypervisor page-in")
            + how
            + ", "
            + spell.words(pool)
            + (Double.isNaN(share)
                ? "."
                : "; " + Share.text(share) + " of the time of these intervals went there."),
        (waits.mean() >= slow.amount()
                ? String.format(
                    Locale.ROOT,
                    "%s a page-in is a disk that has to turn: give the paging VIOS devices with a"
                        + " read and write cache. ",
                    Span.millis(waits.mean()))
                : "")
            + Relief.of(pool, "")
            + ".",
        new Cited()
            .add(
                waits.slowest() < 0
                    ? Optional.empty()
                    : pool.line(name, Metric.HYPERVISOR_PAGEIN_TIME, waits.slowest())
                        .or(() -> pool.line(name, Metric.HYPERVISOR_PAGEINS, waits.slowest())))
            .add(pool.highest(name, Metric.HYPERVISOR_PAGEINS))
            .add(pool.line(name, Metric.HYPERVISOR_PAGEINS, spell.first()))
            .add(pool.line(name, Metric.HYPERVISOR_PAGEINS, spell.last()))
            .lines());
  }

  // A share of the time that is not known is not a number, and beyond nothing.
  private Severity severity(double rate, double stalled) {
    if (stalled > stalledMost.amount()) {
      return Severity.RED;
    }
    return stalled > stalledSome.amount() || rate > paging.amount()
        ? Severity.AMBER
        : Severity.YELLOW;
  }

  private Finding together(AmsCase pool, double rate, List<Finding> members) {
    List<String> names = members.stream().map(Finding::subject).toList();
    return new Finding(
        id(),
        Severity.AMBER,
        pool.name(),
        "Page-ins were seen in "
            + Instants.intervals(
                pool.history(), (int) Math.round(rate * pool.intervals()), pool.intervals())
            + ", though of each member alone in fewer: "
            + Names.list(names)
            + ".",
        Relief.of(pool, "") + ": the shortage goes round.",
        members.stream().flatMap(f -> f.evidence().stream().limit(1)).limit(Cited.MOST).toList());
  }
}
