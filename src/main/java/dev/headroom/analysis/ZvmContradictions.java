package dev.headroom.analysis;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.zvm.ZvmDiscovery;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the site file says of a z/VM system, and captures contradict. */
final class ZvmContradictions {
  private final Site site;
  private final Gathered gathered;
  private final SiteCheck check;
  private final Map<String, Site.Pool> entries = new HashMap<>();

  ZvmContradictions(Site site, Gathered gathered) {
    this.site = site;
    this.gathered = gathered;
    this.check = SiteCheck.of(site, gathered);
    site.pools("zvm").forEach(pool -> entries.put(pool.name(), pool));
  }

  /** The contradictions about a system; none where the site file does not name it. */
  List<Contradicted> of(ZvmSystem system) {
    Site.Pool said = entries.get(system.name());
    return said == null ? List.of() : of(said, system);
  }

  private List<Contradicted> of(Site.Pool said, ZvmSystem system) {
    SaidAndSeen both = new SaidAndSeen(site.places(), said);
    ZvmTables own = ZvmTables.of(system.id(), gathered.tables());
    both.addAll(check.absent(said));
    both.poolSize("size", "the size of ", said.memory().size(), own.last(Metric.MEMORY_REAL));
    both.poolSize(
        "xstore", "expanded storage of ", said.memory().xstore(), own.last(Metric.XSTORE_SIZE));
    String release = said.release();
    Optional<ZvmRelease> seen = ZvmDiscovery.system(system.id(), own).release();
    if (release != null && seen.isPresent() && !seen.equals(ZvmRelease.of(release))) {
      both.ofPool(
          "release",
          "the release of "
              + said.name()
              + " is "
              + release
              + " here, and captures show "
              + seen.get());
    }
    for (Site.Member member : said.membersOrNone()) {
      List<Table> tables = own.byGuest().getOrDefault(member.name(), List.of());
      OptionalDouble defined = defined(tables);
      both.logical(member, defined);
      processors(member, tables, both);
      heaps(member, defined, both);
    }
    return both.found();
  }

  /** The largest storage that captures show a guest to be defined with. */
  private static OptionalDouble defined(List<Table> tables) {
    double most = 0;
    for (Table table : tables) {
      for (int row = 0; row < table.rows(); row++) {
        double logical = table.value(Metric.MEMORY_LOGICAL, row);
        most = logical > most ? logical : most;
      }
    }
    return most > 0 ? OptionalDouble.of(most) : OptionalDouble.empty();
  }

  private static void processors(Site.Member member, List<Table> tables, SaidAndSeen both) {
    Integer said = member.guest().processors();
    OptionalInt seen = ProcessorSizing.defined(tables);
    if (said != null && seen.isPresent() && seen.getAsInt() != said) {
      both.ofMember(
          member.name(),
          "processors",
          member.name()
              + " has "
              + Count.of(said, "virtual processor")
              + " here, and captures show "
              + seen.getAsInt());
    }
  }

  private static void heaps(Site.Member member, OptionalDouble defined, SaidAndSeen both) {
    Size logical = member.logical();
    OptionalDouble guest =
        defined.isPresent() || logical == null ? defined : OptionalDouble.of(logical.bytes());
    List<Size> heaps = member.guest().heaps();
    Size database = member.guest().database();
    double sum =
        (heaps == null ? 0 : heaps.stream().mapToDouble(Size::bytes).sum())
            + (database == null ? 0 : database.bytes());
    if (guest.isPresent() && sum > guest.getAsDouble() + MemberHistory.ROUNDING) {
      both.ofMember(
          member.name(),
          heaps == null ? "database" : "heaps",
          "heaps and database memory of "
              + member.name()
              + " are "
              + Size.text(sum)
              + " here, more than the "
              + Size.text(guest.getAsDouble())
              + " that the guest is defined with");
    }
  }
}
