package dev.headroom.format.nmon;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.SourceSpan;
import dev.headroom.format.SectionContext;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What the figures of one snapshot must agree in, whatever the machine did. Each was checked on
 * recordings of AIX 6.1 and 7.1; a figure that is absent breaks none. A recording tells of each
 * once, at the first snapshot that breaks it.
 */
final class Identities {
  /** Half of the last digit of a size in MB with one decimal, and a little for its binary form. */
  private static final double MB = 0.06;

  /** The same of a share with one decimal, and of one with two. */
  private static final double TENTH = 0.06;

  private static final double HUNDREDTH = 0.006;

  /** The same of processors with three decimals. */
  private static final double CPU = 0.0006;

  /** Whole MB, cut or rounded. */
  private static final double WHOLE = 1.1;

  /** Rates are printed with one decimal, and are taken a moment before or after the counts. */
  private static final double SAME_MOMENT = 0.05;

  /** What is compared, in the words of a diagnostic. */
  private enum Rule {
    FRAMES(Section.MEM, "Real total(MB)", "all numframes together"),
    FREE_FRAMES(Section.MEM, "Real free(MB)", "all numfrb together, MB"),
    FRAMES_USED(
        Section.MEM,
        "Real total(MB) less Real free(MB)",
        "all numwseguse, numpseguse and numclseguse together, MB"),
    FILE_CACHE(Section.MEMNEW, "FScache%", "all numperm together in % of Real total(MB)"),
    PINNED(
        Section.MEMNEW,
        "Pinned%",
        "all numwsegpin, numpsegpin and numclsegpin together in % of Real total(MB)"),
    SHARES(Section.MEMNEW, "Process%, FScache%, System% and Free% together", "all of memory"),
    PAGING_SPACES(Section.PAGING, "all paging spaces together", "Virtual free(MB) of MEM"),
    FAULTS(Section.PAGE, "faults in the interval", "all pgexct together"),
    VIRTUAL_SHARES(
        Section.LPAR, "the four VP_ columns together", "PhysicalCPU in % of virtualCPUs"),
    ENTITLED_SHARES(
        Section.LPAR, "the four EC_ columns together", "PhysicalCPU in % of entitled, up to 100"),
    POOL_SHARE(Section.LPAR, "usedPoolCPU%", "PhysicalCPU in % of poolCPUs"),
    SERVER_SHARE(Section.LPAR, "usedAllCPU%", "PhysicalCPU in % of shcpus_in_sys of POOLS"),
    POOL_IDLE(Section.LPAR, "PoolIdle", "pool_max_time less pool_busy_time of POOLS");

    private final Section section;
    private final String printed;
    private final String expected;

    Rule(Section section, String printed, String expected) {
      this.section = section;
      this.printed = printed;
      this.expected = expected;
    }
  }

  /** The first snapshot that breaks a rule, and how many do. */
  private static final class Broken {
    private final long line;
    private final double is;
    private final double expected;
    private long times = 1;

    Broken(long line, double is, double expected) {
      this.line = line;
      this.is = is;
      this.expected = expected;
    }
  }

  private final Map<Rule, Broken> broken = new EnumMap<>(Rule.class);

  /**
   * Checks a complete snapshot.
   *
   * @param seconds since the snapshot before it; {@link Double#NaN} where they are not known
   * @param sections the sections that the recording has
   */
  void check(Snapshot snapshot, double seconds, Set<Section> sections) {
    checkMemory(snapshot, sections);
    checkProcessors(snapshot);
    if (snapshot.mark() > 1) {
      double rate = snapshot.value(Section.PAGE, Figure.FAULTS);
      double counted = count(snapshot, Figure.PAGE_EXCEPTIONS, sections);
      double expected = rate * seconds;
      hold(Rule.FAULTS, snapshot, expected, counted, seconds * 0.1 + expected * SAME_MOMENT);
    }
  }

  private void checkMemory(Snapshot snapshot, Set<Section> sections) {
    double total = snapshot.value(Section.MEM, Figure.REAL_TOTAL);
    double free = snapshot.value(Section.MEM, Figure.REAL_FREE);
    boolean expanded = !Double.isNaN(snapshot.value(Section.MEM, Figure.TRUE_MEMORY));
    if (!expanded && sections.stream().anyMatch(Section::isOfPages)) {
      hold(Rule.FRAMES, snapshot, total, mb(snapshot, Figure.FRAMES, sections), MB);
      hold(Rule.FREE_FRAMES, snapshot, free, mb(snapshot, Figure.FREE_FRAMES, sections), MB);
      double used =
          mb(snapshot, Figure.WORKING_USED, sections)
              + mb(snapshot, Figure.PERSISTENT_USED, sections)
              + mb(snapshot, Figure.CLIENT_USED, sections);
      hold(Rule.FRAMES_USED, snapshot, total - free, used, 2 * MB);
      hold(
          Rule.FILE_CACHE,
          snapshot,
          snapshot.value(Section.MEMNEW, Figure.FSCACHE),
          100 * mb(snapshot, Figure.FILE_FRAMES, sections) / total,
          TENTH);
      double pinned =
          mb(snapshot, Figure.WORKING_PINNED, sections)
              + mb(snapshot, Figure.PERSISTENT_PINNED, sections)
              + mb(snapshot, Figure.CLIENT_PINNED, sections);
      hold(
          Rule.PINNED,
          snapshot,
          snapshot.value(Section.MEMNEW, Figure.PINNED),
          100 * pinned / total,
          TENTH);
    }
    double shares =
        snapshot.value(Section.MEMNEW, Figure.PROCESS)
            + snapshot.value(Section.MEMNEW, Figure.FSCACHE)
            + snapshot.value(Section.MEMNEW, Figure.SYSTEM)
            + snapshot.value(Section.MEMNEW, Figure.FREE);
    hold(Rule.SHARES, snapshot, shares, 100, 4 * TENTH);
    hold(
        Rule.PAGING_SPACES,
        snapshot,
        snapshot.value(Section.PAGING, Figure.PAGING_FREE),
        snapshot.value(Section.MEM, Figure.VIRTUAL_FREE),
        WHOLE);
  }

  private static double mb(Snapshot snapshot, Figure figure, Set<Section> sections) {
    return SnapshotSamples.bytesOfPages(snapshot, figure, sections) / Size.MB;
  }

  private static double count(Snapshot snapshot, Figure figure, Set<Section> sections) {
    double sum = sections.stream().anyMatch(Section::isOfPages) ? 0 : Double.NaN;
    for (Section section : Section.OF_PAGES) {
      sum += sections.contains(section) ? snapshot.value(section, figure) : 0;
    }
    return sum;
  }

  private void checkProcessors(Snapshot snapshot) {
    double physical = lpar(snapshot, Figure.PHYSICAL_CPU);
    double virtual = lpar(snapshot, Figure.VIRTUAL_CPUS);
    double entitled = lpar(snapshot, Figure.ENTITLED);
    double pool = lpar(snapshot, Figure.POOL_CPUS);
    double shares =
        lpar(snapshot, Figure.VP_USER)
            + lpar(snapshot, Figure.VP_SYS)
            + lpar(snapshot, Figure.VP_WAIT)
            + lpar(snapshot, Figure.VP_IDLE);
    holdShare(Rule.VIRTUAL_SHARES, snapshot, shares, physical, virtual, 4);
    double ofEntitlement =
        lpar(snapshot, Figure.EC_USER)
            + lpar(snapshot, Figure.EC_SYS)
            + lpar(snapshot, Figure.EC_WAIT)
            + lpar(snapshot, Figure.EC_IDLE);
    // above the entitlement the four are shares of what was consumed
    if (100 * (physical + CPU) < 100 * entitled) {
      holdShare(Rule.ENTITLED_SHARES, snapshot, ofEntitlement, physical, entitled, 4);
    } else if (100 * (physical - CPU) > 100 * entitled) {
      hold(Rule.ENTITLED_SHARES, snapshot, ofEntitlement, 100, 4 * HUNDREDTH);
    }
    double ofPool = lpar(snapshot, Figure.USED_POOL);
    holdShare(Rule.POOL_SHARE, snapshot, ofPool, physical, pool, 1);
    double ofServer = lpar(snapshot, Figure.USED_ALL);
    double server = snapshot.value(Section.POOLS, Figure.SHARED_CPUS);
    holdShare(Rule.SERVER_SHARE, snapshot, ofServer, physical, server, 1);
    double idle = lpar(snapshot, Figure.POOL_IDLE);
    double time = snapshot.value(Section.POOLS, Figure.POOL_TIME);
    // zeros where the partition has no right to see the pool
    if (idle > 0 && time > 0) {
      double busy = snapshot.value(Section.POOLS, Figure.POOL_BUSY);
      hold(Rule.POOL_IDLE, snapshot, idle, time - busy, 3 * HUNDREDTH);
    }
  }

  private static double lpar(Snapshot snapshot, Figure figure) {
    return snapshot.value(Section.LPAR, figure);
  }

  /** Compares a sum of shares with what they are shares of. */
  private void holdShare(
      Rule rule, Snapshot snapshot, double is, double physical, double of, int terms) {
    if (of > 0) {
      hold(rule, snapshot, is, 100 * physical / of, terms * HUNDREDTH + 100 * CPU / of);
    }
  }

  private void hold(Rule rule, Snapshot snapshot, double is, double expected, double tolerance) {
    if (!(Math.abs(is - expected) > tolerance)) {
      return; // absent figures contradict nothing
    }
    Broken before = broken.get(rule);
    if (before == null) {
      broken.put(rule, new Broken(snapshot.line(rule.section), is, expected));
    } else {
      before.times++;
    }
  }

  /** Tells what was broken. */
  void report(SectionContext context) {
    broken.forEach(
        (rule, found) ->
            context
                .diagnostics()
                .add(
                    new Diagnostic(
                        new SourceSpan(context.source(), found.line, 0),
                        DiagnosticCode.INCONSISTENT,
                        rule.section.name()
                            + ": "
                            + rule.printed
                            + ": "
                            + Decimal.fixed(found.is, 2)
                            + ", but "
                            + rule.expected
                            + ": "
                            + Decimal.fixed(found.expected, 2)
                            + "; so in "
                            + Count.of(found.times, "snapshot")
                            + " of this recording",
                        "")));
  }
}
