package dev.headroom.analysis;

import dev.headroom.memory.CapturedSettings;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.ams.AmsDiscovery;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.ConsolePool;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.memory.ams.Server;
import dev.headroom.memory.ams.Sighting;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which partitions share which memory: the pools of the site file, completed by what captures say,
 * then those that only captures know.
 */
final class AmsPools {
  private final Site site;
  private final List<Site.Pool> entries;
  private final List<Table> tables;
  private final Map<String, CapturedSettings> settings;
  private final List<AmsPool> discovered;
  private final Consoles consoles;

  /** The members whose weight the site file gives, in any pool. */
  private final Set<String> weighed = new HashSet<>();

  /** The subjects of which some table's virtual memory was made of shares. */
  private final Set<String> bound = new HashSet<>();

  /** The pools of captures that are an entry's already: what they need must not count twice. */
  private final Set<Matched> matched = new HashSet<>();

  /**
   * A pool of captures.
   *
   * @param folder of which folder, ended by a slash; empty where of all
   * @param pool its name
   */
  private record Matched(String folder, String pool) {}

  AmsPools(Site site, Gathered gathered) {
    this.site = site;
    this.entries = site.pools("ams");
    this.settings = gathered.samples().settings();
    this.tables = gathered.tables();
    this.consoles = new Consoles(gathered);
    this.discovered =
        ServerFolders.parted(AmsDiscovery.pools(settings, consoles.sizes(settings)), tables);
    entries.stream()
        .flatMap(pool -> pool.membersOrNone().stream())
        .filter(member -> member.weight() != null)
        .forEach(member -> weighed.add(member.name()));
    tables.stream().filter(AmsPools::isBound).forEach(table -> bound.add(table.subject().name()));
  }

  /** The pools of Active Memory Sharing, in the order of the site file, then of their numbers. */
  List<Candidate<AmsPool>> candidates() {
    List<Candidate<AmsPool>> pools = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Site.Pool said : entries) {
      Candidate<AmsPool> candidate = completed(said);
      pools.add(candidate);
      taken.addAll(candidate.system().configuredLogical().keySet());
    }
    for (AmsPool found : discovered) {
      List<AmsMember> free =
          found.members().stream().filter(member -> !taken.contains(member.name())).toList();
      if (!free.isEmpty()) {
        AmsPool pool = found.with(unique(found.name(), pools), free);
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
            "The pool was found in the captures: its members report its number and size.");
        assumptions.add(noReserve());
        assumptions.add("The loan policy of every member is taken to be 1, the default of AIX.");
        pools.add(new Candidate<>(pool, false, withWeights(free, assumptions)));
      }
    }
    return withConsoles(pools);
  }

  /** The same pools with what consoles show of them. */
  private List<Candidate<AmsPool>> withConsoles(List<Candidate<AmsPool>> pools) {
    Map<AmsPool, ConsolePool> shown = consoles.of(pools.stream().map(Candidate::system).toList());
    return pools.stream()
        .map(
            candidate ->
                Optional.ofNullable(shown.get(candidate.system()))
                    .map(console -> with(console, candidate))
                    .orElse(candidate))
        .toList();
  }

  private Candidate<AmsPool> with(ConsolePool console, Candidate<AmsPool> candidate) {
    List<String> assumptions = new ArrayList<>(candidate.assumptions());
    AmsPool pool = candidate.system();
    boolean told =
        entries.stream()
            .anyMatch(said -> said.name().equals(pool.name()) && said.memory().reserve() != null);
    if (!told && console.reserve().isPresent()) {
      assumptions.remove(noReserve());
    }
    assumptions.add(
        "The console of "
            + console.server()
            + " shows this pool"
            + (told || console.reserve().isEmpty()
                ? "."
                : ", of which firmware keeps " + Size.text(console.reserve().getAsDouble()) + "."));
    return new Candidate<>(
        pool.seenBy(console, told ? pool.reserve() : console.reserve().orElse(0)),
        candidate.complete(),
        assumptions,
        candidate.contradicted());
  }

  private static String unique(String name, List<Candidate<AmsPool>> pools) {
    boolean used = pools.stream().anyMatch(candidate -> candidate.system().name().equals(name));
    return used ? name + "-found" : name;
  }

  private static String noReserve() {
    return "No reserve for firmware is taken off the pool; with an HMC it is 256 MB and belongs into"
        + " the site file.";
  }

  private Candidate<AmsPool> completed(Site.Pool said) {
    List<String> assumptions = new ArrayList<>();
    Optional<AmsPool> captured = captured(said);
    List<AmsMember> members = members(said, captured, assumptions);
    double size = size(said, captured, members, assumptions);
    Site.Pool.Memory memory = said.memory();
    if (memory.reserve() == null) {
      assumptions.add(noReserve());
    }
    return new Candidate<>(
        new AmsPool(
            said.name(),
            size,
            memory.maximum() == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(memory.maximum().bytes()),
            memory.reserve() == null ? 0 : memory.reserve().bytes(),
            members,
            new Server(
                said.server().block() == null ? MemoryBlocks.SIZE : said.server().block().bytes(),
                Optional.ofNullable(said.server().managedSystem())),
            Sighting.at(size)),
        said.isComplete(),
        withWeights(members, assumptions));
  }

  /** The pool in the captures that the site file's entry is about, where it names no members. */
  private Optional<AmsPool> captured(Site.Pool said) {
    Size size = said.memory().size();
    String folder = site.places().folder(said.name());
    List<AmsPool> here = within(folder);
    Optional<AmsPool> captured =
        here.stream()
            .filter(
                pool -> size == null ? here.size() == 1 : Math.abs(pool.size() - size.bytes()) < 1)
            .filter(
                pool ->
                    said.members() != null || !matched.contains(new Matched(folder, pool.name())))
            .findFirst();
    if (said.members() == null) {
      captured.ifPresent(pool -> matched.add(new Matched(folder, pool.name())));
    }
    return captured;
  }

  /** The pools in the captures of a folder, with the partitions that it has captures of. */
  private List<AmsPool> within(String folder) {
    if (folder.isEmpty()) {
      return discovered;
    }
    Set<String> names =
        tables.stream()
            .filter(table -> table.source().startsWith(folder))
            .map(table -> table.subject().name())
            .collect(Collectors.toSet());
    List<AmsPool> pools = new ArrayList<>();
    for (AmsPool pool : discovered) {
      List<AmsMember> own =
          pool.members().stream().filter(member -> names.contains(member.name())).toList();
      if (!own.isEmpty()) {
        pools.add(pool.with(pool.name(), own));
      }
    }
    return pools;
  }

  private List<AmsMember> members(
      Site.Pool said, Optional<AmsPool> captured, List<String> assumptions) {
    if (said.members() == null) {
      assumptions.add(
          "The site file names no members; they are the partitions that report this pool.");
      return captured.map(AmsPool::members).orElse(List.of());
    }
    return said.membersOrNone().stream()
        .map(member -> member(member, assumptions))
        .sorted(Comparator.comparing(AmsMember::name))
        .toList();
  }

  private AmsMember member(Site.Member said, List<String> assumptions) {
    CapturedSettings captured = settings.getOrDefault(said.name(), new CapturedSettings(Map.of()));
    if (said.loanPolicy() == null) {
      assumptions.add(said.name() + ": the loan policy is taken to be 1, the default of AIX.");
    }
    Double weight = said.weight();
    return new AmsMember(
        said.name(),
        first(said.logical(), captured.get(Metric.MEMORY_LOGICAL)),
        weight != null
            ? weight
            : captured.get(Metric.MEMORY_WEIGHT).orElse(AmsMember.DEFAULT_WEIGHT),
        first(said.ioEntitlement(), captured.get(Metric.MEMORY_ENTITLEMENT_IO)),
        policy(said.loanPolicy()));
  }

  private static OptionalDouble first(@Nullable Size said, OptionalDouble captured) {
    return said == null ? captured : OptionalDouble.of(said.bytes());
  }

  private static LoanPolicy policy(@Nullable Integer said) {
    if (said == null) {
      return LoanPolicy.FILE_CACHE;
    }
    return switch (said) {
      case 0 -> LoanPolicy.OFF;
      case 2 -> LoanPolicy.ANY_DATA;
      default -> LoanPolicy.FILE_CACHE;
    };
  }

  private double size(
      Site.Pool said,
      Optional<AmsPool> captured,
      List<AmsMember> members,
      List<String> assumptions) {
    if (said.memory().size() != null) {
      return said.memory().size().bytes();
    }
    if (captured.isPresent()) {
      return captured.get().size();
    }
    for (AmsMember member : members) {
      CapturedSettings reported = settings.get(member.name());
      if (reported != null && reported.get(Metric.POOL_MEMORY).isPresent()) {
        assumptions.add("The pool's size is what " + member.name() + " reports.");
        return reported.get(Metric.POOL_MEMORY).getAsDouble();
      }
    }
    return Double.NaN;
  }

  private List<String> withWeights(List<AmsMember> members, List<String> assumptions) {
    for (AmsMember member : members) {
      boolean captured =
          settings.containsKey(member.name())
              && settings.get(member.name()).get(Metric.MEMORY_WEIGHT).isPresent();
      if (!captured && !weighed.contains(member.name())) {
        assumptions.add(
            member.name()
                + ": the memory weight is taken to be "
                + Decimal.fixed(member.weight(), 0)
                + ", the console's default.");
      }
    }
    bounded(members).ifPresent(assumptions::add);
    return List.copyOf(assumptions);
  }

  /** Which members' demand is only known to be no more than what is read. */
  private Optional<String> bounded(List<AmsMember> members) {
    List<String> names = members.stream().map(AmsMember::name).filter(bound::contains).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Names.list(names)
                + ": nmon recorded no pages by their size (its option M), so that computational"
                + " memory is an upper bound: Process% and System% count program text too, and"
                + " have one decimal.");
  }

  /** Whether a table's virtual memory was made of shares, which stand beside it. */
  private static boolean isBound(Table table) {
    return table.format().equals("nmon")
        && table.metrics().contains(Metric.MEMORY_VIRTUAL)
        && table.metrics().contains(Metric.MEMORY_COMPUTATIONAL);
  }
}
