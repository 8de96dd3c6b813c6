package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.FileNames;
import dev.headroom.capture.Input;
import dev.headroom.memory.Basis;
import dev.headroom.memory.MemorySystem;
import dev.headroom.report.MemberComparison;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import dev.headroom.site.Site;
import dev.headroom.sizing.Recommender;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.Scenario;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From captures to a report: the program without its command line. The same inputs, site file and
 * options give the same report, on any day and any machine.
 *
 * <pre>{@code
 * Path siteFile = Path.of("samples/ams-lab/site.yaml");
 * List<Input> inputs =
 *     Inputs.under(
 *         List.of("samples/ams-lab"), InputStream.nullInputStream(), siteFile::equals);
 * Analysis analysis =
 *     Analysis.of(inputs, SiteFile.read(siteFile), AnalysisOptions.DEFAULT);
 * for (PoolReport pool : analysis.report().pools()) {
 *   out.println(pool.name() + ": " + pool.judgement().verdict());
 * }
 * }</pre>
 *
 * <p>Who reads inputs elsewhere, on many machines say, hands over what {@link
 * dev.headroom.format.CaptureReader} gave, in the order of the inputs: see {@link Gathered#of(List,
 * Iterable, Site, TimeRange)}.
 */
public final class Analysis {
  /** The program's version. */
  public static final String VERSION = ProgramVersion.read();

  private final Gathered gathered;
  private final Site site;
  private final int jobs;
  private final List<Platform<?, ?>> platforms;
  private final List<PoolAtHand<?, ?>> pools = new ArrayList<>();
  private final Set<Diagnostic> contradictions = new LinkedHashSet<>();

  private Analysis(Gathered gathered, Site site, AnalysisOptions options) {
    this.gathered = gathered;
    this.site = site;
    this.jobs = options.jobs();
    platforms =
        List.of(
            new AmsPlatform(site.rules(), options.fineness()),
            new ZvmPlatform(site.rules(), options.fineness()));
    for (Platform<?, ?> platform : platforms) {
      PoolAtHand.of(platform, site, gathered, options.goal()).forEach(pools::add);
    }
    Map<String, Integer> places = places();
    for (Contradicted entry : SiteCheck.of(site, gathered).unmatched()) {
      contradictions.add(entry.diagnostic());
      int at = places.getOrDefault(entry.subject(), pools.size() == 1 ? 0 : -1);
      if (at >= 0) {
        pools.set(at, pools.get(at).with(List.of(entry)));
      }
    }
    for (PoolAtHand<?, ?> pool : pools) {
      pool.candidate().contradicted().stream()
          .map(Contradicted::diagnostic)
          .forEach(contradictions::add);
    }
  }

  /** Which pool is the first that has a member, by the member's name. */
  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < pools.size(); i++) {
      int at = i;
      pools
          .get(i)
          .candidate()
          .system()
          .configuredLogical()
          .keySet()
          .forEach(member -> places.putIfAbsent(member, at));
    }
    return places;
  }

  /** What the site file says and captures contradict, or no capture is about. */
  public List<Diagnostic> contradictions() {
    return List.copyOf(contradictions);
  }

  /** Reads the inputs and finds the memory systems in them; reports are made when asked for. */
  public static Analysis of(List<Input> inputs, Site site, AnalysisOptions options) {
    return of(Gathered.of(inputs, site, options, ReadingListener.SILENT), site, options);
  }

  /** The same of inputs that were read before; only what options say of judging still counts. */
  public static Analysis of(Gathered gathered, Site site, AnalysisOptions options) {
    return new Analysis(gathered, site, options);
  }

  /** The recommender that advises, and that a backtest judges. */
  public static Recommender recommender() {
    return AmsPlatform.RECOMMENDER;
  }

  /** The report on every pool as it was captured. */
  public Report report() {
    List<PoolAtHand.Judged> judged = new ArrayList<>();
    InParallel.each(pools, Analysis::asFound, jobs, judged::add);
    return report(PoolAtHand.Judged.reports(judged, quoted()));
  }

  private static PoolAtHand.Judged asFound(PoolAtHand<?, ?> pool) {
    Situation found = pool.found();
    return pool.judged(found, found, Basis.OBSERVED);
  }

  /** The texts that findings may cite: the inputs, and the site files. */
  private List<Input> quoted() {
    Stream<Input> ofSite =
        site.places().stood().values().stream()
            .map(place -> place.source())
            .distinct()
            .sorted()
            .map(source -> Input.ofFile(FileNames.path(source)));
    return Stream.concat(gathered.inputs().stream(), ofSite).toList();
  }

  /** A report on these pools. */
  public Report report(List<PoolReport> reported) {
    return new Report(
        VERSION,
        reported,
        gathered.summaries(),
        gathered.names().subjects(),
        gathered.lines(),
        Stream.concat(gathered.diagnostics().stream(), contradictions.stream()).toList());
  }

  /**
   * A site file filled with what was found, for a user to complete: its text in YAML.
   *
   * @param report what {@link #report()} gave
   */
  public String siteSkeleton(Report report) {
    List<MemorySystem> systems = new ArrayList<>();
    pools.forEach(pool -> systems.add(pool.candidate().system()));
    return SiteSkeleton.of(site, gathered, systems, report);
  }

  /** All pools as they were found; of two with one name the first. */
  public Landscape landscape() {
    return Landscape.of(found());
  }

  private List<Situation> found() {
    List<Situation> found = new ArrayList<>();
    pools.forEach(pool -> found.add(pool.found()));
    return found;
  }

  /** Whether there is a pool that its members can leave. */
  public boolean canBeLeft() {
    return pools.stream().anyMatch(pool -> pool.platform().canBeLeft());
  }

  /**
   * Every pool before and after; a pool that the scenario leaves alone stays as it was captured.
   *
   * @param exit whether to say what partitions need without their pool
   * @throws dev.headroom.whatif.ImpossibleChangeException where a change cannot be made
   */
  public List<WhatIf> whatIf(Scenario scenario, boolean exit) {
    List<Situation> found = found();
    Landscape after = scenario.applyTo(Landscape.of(found));
    List<Situation> would = new ArrayList<>();
    List<PoolAtHand.Judged> judged = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < pools.size(); i++) {
      Situation was = found.get(i);
      // of two pools with one name only the first can be spoken of
      boolean meant = names.add(was.system().name());
      Situation then = meant ? after.pool(was.system().name()) : was;
      would.add(then);
      judged.add(pools.get(i).judged(was, was, Basis.OBSERVED));
      if (then.changed()) {
        // like is compared with like: what was seen counts on both sides, or on neither
        judged.add(pools.get(i).judged(was, then.evident() ? was : was.unseen(), Basis.MODELLED));
        judged.add(pools.get(i).judged(was, then, Basis.MODELLED));
      }
    }
    Iterator<PoolReport> reports = PoolAtHand.Judged.reports(judged, quoted()).iterator();
    List<WhatIf> whatIfs = new ArrayList<>();
    for (int i = 0; i < pools.size(); i++) {
      Situation then = would.get(i);
      PoolReport seen = reports.next();
      PoolReport before = then.changed() ? reports.next() : seen;
      PoolReport changed = then.changed() ? reports.next() : seen;
      whatIfs.add(
          new WhatIf(
              seen,
              before,
              changed,
              found.get(i),
              then,
              exit ? pools.get(i).exit(then) : Optional.empty(),
              then.changed()
                  ? MemberComparison.rows(
                      pools.get(i).side(found.get(i), before), pools.get(i).side(then, changed))
                  : List.of()));
    }
    return whatIfs;
  }

  /** The pools and members whose advice later data can test, by platform. */
  public List<Estate> estates() {
    return platforms.stream()
        .flatMap(platform -> platform.estate(site, gathered).stream())
        .toList();
  }
}
