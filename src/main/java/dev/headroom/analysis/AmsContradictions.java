package dev.headroom.analysis;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What the site file says of a pool of partitions, and captures contradict. */
final class AmsContradictions {
  private final Site site;
  private final Gathered gathered;
  private final SiteCheck check;
  private final Map<String, Site.Pool> entries = new HashMap<>();

  /** The first pool that has a member, by the member's name. */
  private final Map<String, String> poolOf = new HashMap<>();

  private final Map<String, List<Table>> tables;

  AmsContradictions(Site site, Gathered gathered) {
    this.site = site;
    this.gathered = gathered;
    this.check = SiteCheck.of(site, gathered);
    for (Site.Pool pool : site.pools("ams")) {
      entries.put(pool.name(), pool);
      pool.membersOrNone().forEach(member -> poolOf.putIfAbsent(member.name(), pool.name()));
    }
    this.tables =
        gathered.tables().stream()
            .filter(table -> table.subject().kind() == Kind.PARTITION)
            .collect(Collectors.groupingBy(table -> table.subject().name()));
  }

  /** The contradictions about a pool; none where the site file does not name it. */
  List<Contradicted> of(AmsPool pool) {
    Site.Pool said = entries.get(pool.name());
    return said == null ? List.of() : of(said, pool);
  }

  private List<Contradicted> of(Site.Pool said, AmsPool pool) {
    SaidAndSeen both = new SaidAndSeen(site.places(), said);
    both.addAll(check.absent(said));
    if (said.members() == null && pool.members().isEmpty()) {
      both.ofPool(
          "name", "no capture reports a pool that " + said.name() + " could be; name its members");
    }
    for (Site.Member member : said.membersOrNone()) {
      inTwoPools(said, member, both);
      CapturedSettings seen = gathered.samples().settings().get(member.name());
      if (seen != null) {
        settings(member, seen, both);
      }
    }
    return both.found();
  }

  private void inTwoPools(Site.Pool said, Site.Member member, SaidAndSeen both) {
    String other = poolOf.get(member.name());
    if (other != null && !other.equals(said.name())) {
      both.ofMember(
          member.name(),
          "name",
          member.name() + " is a member of " + other + " too, and what it needs counts in both");
    }
  }

  private void settings(Site.Member member, CapturedSettings seen, SaidAndSeen both) {
    both.logical(member, seen.get(Metric.MEMORY_LOGICAL));
    Size entitlement = member.ioEntitlement();
    double printed = seen.get(Metric.MEMORY_ENTITLEMENT_IO).orElse(Double.NaN);
    if (entitlement != null && Math.abs(entitlement.bytes() - printed) > Size.MB) {
      both.ofMember(
          member.name(),
          "ioEntitlement",
          "the I/O entitlement of "
              + member.name()
              + " is "
              + Size.mb(entitlement.bytes())
              + " here, and captures show "
              + Size.mb(printed));
    }
    OptionalDouble weight = seen.get(Metric.MEMORY_WEIGHT);
    Double said = member.weight();
    if (said != null && weight.isPresent() && Math.abs(weight.getAsDouble() - said) > 0.5) {
      both.ofMember(
          member.name(),
          "weight",
          "the memory weight of "
              + member.name()
              + " is "
              + Decimal.fixed(said, 0)
              + " here, and captures show "
              + Decimal.fixed(weight.getAsDouble(), 0));
    }
    double loaned = most(member.name(), Metric.MEMORY_LOANED);
    Integer policy = member.loanPolicy();
    if (policy != null && policy == 0 && loaned > MemberHistory.ROUNDING) {
      both.ofMember(
          member.name(),
          "loanPolicy",
          "the loan policy of "
              + member.name()
              + " is 0 (it lends nothing) here, and captures show that it lent "
              + Size.text(loaned));
    }
  }

  private double most(String partition, Metric metric) {
    double most = 0;
    for (Table table : tables.getOrDefault(partition, List.of())) {
      for (int row = 0; row < table.rows(); row++) {
        most = table.value(metric, row) > most ? table.value(metric, row) : most;
      }
    }
    return most;
  }
}
