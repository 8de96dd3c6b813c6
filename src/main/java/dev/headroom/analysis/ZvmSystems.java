package dev.headroom.analysis;

import dev.headroom.capture.Input;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.zvm.ZvmDiscovery;
import dev.headroom.memory.zvm.ZvmGuest;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.series.Metric;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which guests share which real memory: the z/VM systems of the site file, completed by what
 * captures say, then those that only captures know.
 */
final class ZvmSystems {
  private final Site site;
  private final List<Site.Pool> said;
  private final List<Table> tables;
  private final List<Input> inputs;
  private final List<ZvmSystem> discovered;

  /**
   * The systems of these captures.
   *
   * @param inputs the inputs that the tables are of, for what no sample holds
   */
  ZvmSystems(Site site, List<Table> tables, List<Input> inputs) {
    this.site = site;
    this.said = site.pools("zvm");
    this.tables = tables;
    this.inputs = inputs;
    this.discovered = ZvmDiscovery.systems(tables);
  }

  List<Candidate<ZvmSystem>> candidates() {
    Map<Site.Pool, ZvmSystem> matched = matched();
    List<Candidate<ZvmSystem>> candidates = new ArrayList<>();
    for (Site.Pool pool : said) {
      candidates.add(completed(pool, matched.get(pool)));
    }
    for (ZvmSystem found : discovered) {
      if (!matched.containsValue(found)) {
        List<String> assumptions = new ArrayList<>();
        assumptions.add(
            "The system was found in the captures: the reports of its guests carry its identifier.");
        candidates.add(candidate(null, found, assumptions));
      }
    }
    return candidates;
  }

  /** Entries and systems of one name belong together; of the rest, those that share most guests. */
  private Map<Site.Pool, ZvmSystem> matched() {
    Map<Site.Pool, ZvmSystem> matched = new HashMap<>();
    for (Site.Pool pool : said) {
      discovered.stream()
          .filter(system -> system.id().equals(pool.name()) && within(pool, system))
          .findFirst()
          .ifPresent(system -> matched.put(pool, system));
    }
    for (Site.Pool pool : said) {
      if (!matched.containsKey(pool)) {
        ZvmSystem best = null;
        long most = 0;
        for (ZvmSystem system : discovered) {
          long shared = shared(pool, system);
          if (shared > most && !matched.containsValue(system) && within(pool, system)) {
            most = shared;
            best = system;
          }
        }
        if (best != null) {
          matched.put(pool, best);
        }
      }
    }
    return matched;
  }

  private long shared(Site.Pool pool, ZvmSystem system) {
    Set<String> named =
        pool.membersOrNone().stream().map(Site.Member::name).collect(Collectors.toSet());
    long shared = system.members().stream().filter(guest -> named.contains(guest.name())).count();
    boolean only =
        named.isEmpty()
            && said.stream().filter(other -> within(other, system)).count() == 1
            && discovered.stream().filter(other -> within(pool, other)).count() == 1;
    return only ? 1 : shared;
  }

  /** Whether the folder that an entry holds for has captures of a system. */
  private boolean within(Site.Pool pool, ZvmSystem system) {
    String folder = site.places().folder(pool.name());
    return folder.isEmpty()
        || ZvmTables.of(system.id(), tables).all().stream()
            .anyMatch(table -> table.source().startsWith(folder));
  }

  private Candidate<ZvmSystem> completed(Site.Pool pool, @Nullable ZvmSystem captured) {
    List<String> assumptions = new ArrayList<>();
    if (captured != null && !captured.id().equals(pool.name())) {
      assumptions.add(
          "Captures call this system "
              + captured.id()
              + "; they show the guests of "
              + pool.name()
              + ".");
    }
    return candidate(
        pool,
        captured != null
            ? captured
            : ZvmDiscovery.system(pool.name(), ZvmTables.of(pool.name(), tables)),
        assumptions);
  }

  private Candidate<ZvmSystem> candidate(
      Site.@Nullable Pool pool, ZvmSystem captured, List<String> assumptions) {
    ZvmTables own = ZvmTables.of(captured.id(), tables);
    Size size = pool == null ? null : pool.memory().size();
    Size maximum = pool == null ? null : pool.memory().maximum();
    Size xstore = pool == null ? null : pool.memory().xstore();
    String release = pool == null ? null : pool.release();
    ZvmSystem system =
        new ZvmSystem(
            pool == null ? captured.name() : pool.name(),
            captured.id(),
            new ZvmSystem.Storage(
                size == null ? captured.size() : size.bytes(),
                maximum == null ? OptionalDouble.empty() : OptionalDouble.of(maximum.bytes()),
                reserve(pool, captured, own, assumptions),
                xstore == null ? captured.storage().expanded() : xstore.bytes(),
                block(pool, own),
                size == null ? captured.size() : size.bytes()),
            release == null ? captured.release() : ZvmRelease.of(release),
            guests(pool, captured));
    said(system, pool, own, assumptions);
    return new Candidate<>(system, pool != null && pool.isComplete(), assumptions);
  }

  /** What the site file says, else the storage increment, else the largest block. */
  private double block(Site.@Nullable Pool pool, ZvmTables own) {
    Size said = pool == null ? null : pool.server().block();
    return said == null
        ? StorageIncrements.of(own, inputs).orElse(MemoryBlocks.SIZE)
        : said.bytes();
  }

  private static double reserve(
      Site.@Nullable Pool pool, ZvmSystem captured, ZvmTables own, List<String> assumptions) {
    Size reserve = pool == null ? null : pool.memory().reserve();
    if (reserve != null) {
      return reserve.bytes();
    }
    Optional<Metric> told = ZvmDiscovery.forGuests(own);
    if (told.isPresent()) {
      assumptions.add(
          "The control program's own storage is what is not "
              + (told.get() == Metric.MEMORY_DYNAMIC
                  ? "dynamic paging area: "
                  : "pageable by QUERY FRAMES: ")
              + gigabytes(captured.reserve())
              + " of "
              + gigabytes(own.last(Metric.MEMORY_REAL))
              + "; it is taken to be the same at other sizes.");
      return captured.reserve();
    }
    assumptions.add(
        "Nothing is taken off for the control program's own storage; a rule of thumb is 2 GB. Reserve"
            + " in the site file, a STORAGE report (FCX103) or QUERY FRAMES says how much it is.");
    return 0;
  }

  /** What captures show and what the site file says of them; a guest of either has a place. */
  private static List<ZvmGuest> guests(Site.@Nullable Pool pool, ZvmSystem captured) {
    Map<String, ZvmGuest> guests = new TreeMap<>();
    captured.members().forEach(guest -> guests.put(guest.name(), guest));
    if (pool != null) {
      pool.membersOrNone().forEach(member -> guests.put(member.name(), guest(member)));
    }
    return List.copyOf(guests.values());
  }

  private static ZvmGuest guest(Site.Member said) {
    List<Size> heaps = said.guest().heaps();
    Integer processors = said.guest().processors();
    return new ZvmGuest(
        said.name(),
        bytes(said.logical()),
        heaps == null || heaps.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(heaps.stream().mapToDouble(Size::bytes).sum()),
        bytes(said.guest().database()),
        processors == null ? OptionalInt.empty() : OptionalInt.of(processors));
  }

  private static OptionalDouble bytes(@Nullable Size size) {
    return size == null ? OptionalDouble.empty() : OptionalDouble.of(size.bytes());
  }

  private static void said(
      ZvmSystem system, Site.@Nullable Pool pool, ZvmTables own, List<String> assumptions) {
    double real = own.last(Metric.MEMORY_REAL);
    if (pool != null
        && pool.memory().size() != null
        && Math.abs(real - pool.memory().size().bytes()) >= Size.GB) {
      assumptions.add(
          "The site file gives the system's size, "
              + gigabytes(system.size())
              + "; captures show "
              + gigabytes(real)
              + ", and what was seen is judged by that.");
    }
    Optional<ZvmRelease> release = system.release();
    if (release.isEmpty()) {
      assumptions.add(
          "The release is not known; it is taken for one "
              + (system.agesGlobally()
                  ? "with one age list (6.3 or later), since there is no expanded storage."
                  : "before 6.3, since there is expanded storage."));
    } else if (system.storage().expanded() > 0 && system.expanded() == 0) {
      assumptions.add(
          "Release "
              + release.get()
              + " has no expanded storage; the "
              + gigabytes(system.storage().expanded())
              + " of it count for nothing.");
    }
  }

  private static String gigabytes(double bytes) {
    return Size.gb(bytes);
  }
}
