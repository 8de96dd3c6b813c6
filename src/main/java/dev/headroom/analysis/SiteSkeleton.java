package dev.headroom.analysis;

import dev.headroom.identity.Glob;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.report.InputSummary;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.series.Metric;
import dev.headroom.site.Site;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import dev.headroom.unit.Size;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a site file filled with what was found, and with comments for what captures cannot know.
 * Read again with the same captures it gives the same report.
 */
final class SiteSkeleton {
  /** How the file begins, so that a walk through folders knows it. */
  static final String FIRST = "# A site file that headroom wrote";

  private final Site site;
  private final Gathered gathered;
  private final StringBuilder text = new StringBuilder();

  private SiteSkeleton(Site site, Gathered gathered) {
    this.site = site;
    this.gathered = gathered;
  }

  /**
   * The text of a site file.
   *
   * @param systems the memory systems that were found
   * @param report the report on them, in the same order
   */
  static String of(
      Site site, Gathered gathered, List<? extends MemorySystem> systems, Report report) {
    SiteSkeleton skeleton = new SiteSkeleton(site, gathered);
    skeleton.line(FIRST + ": what captures show, to be completed.");
    skeleton.line("# Where you know more, take \"# \" before a key away, and correct the value.");
    skeleton.line(systems.isEmpty() ? "pools: []" : "pools:");
    for (int i = 0; i < systems.size(); i++) {
      skeleton.pool(systems.get(i), report.pools().get(i));
    }
    skeleton.captures();
    skeleton.rules();
    return skeleton.text.toString();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void pool(MemorySystem system, PoolReport report) {
    Optional<Site.Pool> said =
        site.pools().stream().filter(pool -> pool.name().equals(system.name())).findFirst();
    if (doubtful(system)) {
      line("  # Whose the captures are is to be settled first: see captures below.");
    } else if (report.judgement().standing().completeness().contradiction().isPresent()) {
      line(
          "  # These partitions are of several servers. Copy this entry for each server, give each");
      line("  # a name of its own, and leave each partition only in the entry of its server.");
    }
    line("  - name: " + quoted(system.name()));
    line("    kind: " + report.kind().label());
    size("size", known(system.size()), "12GB", "what it has, reserve included");
    size(
        "maximum",
        said.map(Site.Pool::memory).map(Site.Pool.Memory::maximum),
        larger(system.size()),
        "what it can grow to in operation");
    ZvmSystem.of(system).ifPresent(zvm -> zvm(zvm, said, report));
    AmsPool.of(system).ifPresent(pool -> ams(pool, said));
  }

  /** Whether the names of its members, or its own, cannot be trusted. */
  private boolean doubtful(MemorySystem system) {
    Set<String> names = new HashSet<>(system.configuredLogical().keySet());
    names.add(system.name());
    return gathered.names().contradiction(names).isPresent();
  }

  /** A maximum that fits a size: the next 4 GB. */
  private static String larger(double size) {
    double step = 4 * Size.GB;
    return size > 0 ? exact((Math.floor(size / step) + 1) * step) : "16GB";
  }

  /** An example of a reserve that leaves something of a size. */
  private static String reserve(String usual, double size) {
    return size > 0 && Size.of(usual).bytes() >= size ? exact(Math.floor(size / 2)) : usual;
  }

  private void complete(Optional<Site.Pool> said) {
    Optional<Boolean> complete = said.map(Site.Pool::complete);
    line(
        complete.isPresent()
            ? "    complete: " + complete.get()
            : "    # complete: true  # if these members are all there are");
  }

  private void server(Optional<Site.Pool> said) {
    size(
        "block",
        said.map(Site.Pool::server).map(Site.Pool.Server::block),
        "256MB",
        "what its size is a multiple of");
    Optional<String> name = said.map(Site.Pool::server).map(Site.Pool.Server::managedSystem);
    line(
        name.isPresent()
            ? "    managedSystem: " + quoted(name.get())
            : "    # managedSystem: Server-9117  # what the HMC calls the server");
  }

  private void ams(AmsPool pool, Optional<Site.Pool> said) {
    size(
        "reserve",
        said.map(Site.Pool::memory).map(Site.Pool.Memory::reserve),
        reserve("256MB", pool.size()),
        "firmware memory in the pool: 256 MB with an HMC, 0MB with IVM");
    server(said);
    complete(said);
    line(pool.members().isEmpty() ? "    members: []" : "    members:");
    for (AmsMember member : pool.members()) {
      Optional<Site.Member> own = member(said, member.name());
      line("      - name: " + quoted(member.name()));
      member(
          "logical",
          member.logical().isPresent() ? exact(member.logical().getAsDouble()) : null,
          "6GB",
          "logical memory");
      boolean weighed =
          own.map(Site.Member::weight).isPresent()
              || (gathered.samples().settings().containsKey(member.name())
                  && gathered
                      .samples()
                      .settings()
                      .get(member.name())
                      .get(Metric.MEMORY_WEIGHT)
                      .isPresent());
      member(
          "weight",
          weighed ? Decimal.fixed(member.weight(), 0) : null,
          "128",
          "variable memory capacity weight");
      member(
          "ioEntitlement",
          member.ioEntitlement().isPresent() ? exact(member.ioEntitlement().getAsDouble()) : null,
          "77MB",
          "total I/O memory entitlement");
      member(
          "loanPolicy",
          own.map(Site.Member::loanPolicy).map(String::valueOf).orElse(null),
          "1",
          "ams_loan_policy: 0 off, 1 file cache, 2 any data");
    }
  }

  private void zvm(ZvmSystem system, Optional<Site.Pool> said, PoolReport report) {
    Map<String, Double> defined = new TreeMap<>();
    report
        .memory()
        .members()
        .forEach(guest -> guest.logical().ifPresent(bytes -> defined.put(guest.name(), bytes)));
    size(
        "reserve",
        said.map(Site.Pool::memory).map(Site.Pool.Memory::reserve),
        reserve("2GB", system.size()),
        "the control program's own storage");
    size(
        "xstore",
        system.storage().expanded() > 0
            ? Optional.of(new Size(system.storage().expanded()))
            : said.map(Site.Pool::memory).map(Site.Pool.Memory::xstore),
        "2GB",
        "expanded storage");
    String release = system.release().map(String::valueOf).orElse(null);
    line(
        release == null
            ? "    # release: \"7.2\"  # of z/VM"
            : "    release: " + quoted(said.map(Site.Pool::release).orElse(release)));
    size(
        "block",
        said.map(Site.Pool::server).map(Site.Pool.Server::block),
        "256MB",
        "what its size is a multiple of");
    complete(said);
    line(system.members().isEmpty() ? "    members: []" : "    members:");
    system
        .members()
        .forEach(
            guest -> {
              Optional<Site.Member> own = member(said, guest.name());
              line("      - name: " + quoted(guest.name()));
              member(
                  "logical",
                  own.map(Site.Member::logical).map(size -> exact(size.bytes())).orElse(null),
                  defined.containsKey(guest.name()) ? exact(defined.get(guest.name())) : "8GB",
                  defined.containsKey(guest.name())
                      ? "defined storage, as captures show it"
                      : "defined storage");
              member(
                  "heaps",
                  own.map(member -> member.guest().heaps())
                      .map(
                          heaps ->
                              heaps.stream()
                                  .map(heap -> exact(heap.bytes()))
                                  .collect(Collectors.joining(", ", "[", "]")))
                      .orElse(null),
                  "[6144MB, 2048MB]",
                  "maximum sizes of the active Java heaps");
              member(
                  "database",
                  own.map(member -> member.guest().database())
                      .map(size -> exact(size.bytes()))
                      .orElse(null),
                  "2252MB",
                  "database memory");
              own.map(member -> member.guest().processors())
                  .ifPresent(count -> line("        processors: " + count));
            });
  }

  private static Optional<Site.Member> member(Optional<Site.Pool> said, String name) {
    return said.stream()
        .flatMap(pool -> pool.membersOrNone().stream())
        .filter(member -> member.name().equals(name))
        .findFirst();
  }

  private void size(String key, Optional<Size> size, String example, String meaning) {
    line(
        size.isPresent()
            ? "    " + key + ": " + exact(size.get().bytes())
            : "    # " + key + ": " + example + "  # " + meaning);
  }

  private void member(String key, @Nullable String value, String example, String meaning) {
    line(
        value != null
            ? "        " + key + ": " + value
            : "        # " + key + ": " + example + "  # " + meaning);
  }

  private static Optional<Size> known(double bytes) {
    return bytes > 0 ? Optional.of(new Size(bytes)) : Optional.empty();
  }

  /** A size to the byte, in the largest unit that leaves no fraction. */
  private static String exact(double bytes) {
    long whole = Math.round(bytes);
    if (whole == 0) {
      return "0MB";
    }
    for (String unit : List.of("GB", "MB", "KB")) {
      if (whole % Size.factor(unit) == 0) {
        return whole / Size.factor(unit) + unit;
      }
    }
    return whole + "B";
  }

  /**
   * What the site file says of captures already, then captures whose names are to be settled and
   * captures that have no times.
   */
  private void captures() {
    Map<String, String> undated = new TreeMap<>();
    for (InputSummary input : gathered.summaries()) {
      if (input.from().isEmpty() && !input.format().equals("lparstat-i")) {
        undated.merge(input.source(), input.subject(), (a, b) -> a.equals(b) ? a : "");
      }
    }
    Map<String, UnsettledCaptures.Offer> offers = new UnsettledCaptures(gathered.names()).offers();
    List<String> sources = open(undated.keySet(), offers.keySet());
    if (site.captures().isEmpty() && sources.isEmpty()) {
      return;
    }
    line("captures:");
    for (Site.Capture entry : site.captures()) {
      line("  - match: " + quoted(entry.match()));
      capture("subject", Optional.ofNullable(entry.subject()).map(SiteSkeleton::quoted));
      capture("start", Optional.ofNullable(entry.start()).map(IsoTime::of));
      capture(
          "interval",
          Optional.ofNullable(entry.interval()).map(interval -> interval.toSeconds() + "s"));
      capture("clock", Optional.ofNullable(entry.clock()).map(Site.Shift::text));
    }
    for (String source : sources) {
      line("  - match: " + quoted(Glob.literal(source.replace("!/", "/"))));
      UnsettledCaptures.Offer offer = offers.get(source);
      String subject = undated.getOrDefault(source, "");
      if (offer != null) {
        line(
            offer
                .subject()
                .map(name -> "    # subject: " + quoted(name) + "  # " + offer.why())
                .orElse("    # " + offer.why()));
      } else if (!subject.isEmpty()) {
        line("    # subject: " + quoted(subject) + "  # whose it is; this is what was found");
      }
      if (undated.containsKey(source)) {
        line("    # start: 2009-06-30T12:00:00  # when its first row was taken");
        line("    # interval: 10s  # how far apart its rows are, where they print no time");
      }
    }
  }

  /**
   * The sources of which the site file says nothing yet. A pattern also fits the end of a source,
   * so that one which is the end of others comes after them.
   */
  private List<String> open(Set<String> undated, Set<String> unsettled) {
    Set<String> all = new TreeSet<>(undated);
    all.addAll(unsettled);
    all.removeIf(
        source -> site.captures().stream().anyMatch(entry -> entry.toFormat().matches(source)));
    return all.stream()
        .sorted(
            Comparator.comparingLong(
                source -> all.stream().filter(other -> other.endsWith("/" + source)).count()))
        .toList();
  }

  private void capture(String key, Optional<String> value) {
    value.ifPresent(known -> line("    " + key + ": " + known));
  }

  private void rules() {
    if (!site.rules().changed().isEmpty()) {
      line("rules:");
      new TreeMap<>(site.rules().changed())
          .forEach((name, value) -> line("  " + name + ": " + PlainNumber.of(value)));
    }
  }

  /** A text in quotes, which YAML takes as it is. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || Character.isSurrogate(c)) {
        quoted.append('\\').append('u').append(hex(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }
}
