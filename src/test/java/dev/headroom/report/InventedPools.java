package dev.headroom.report;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.SourceSpan;
import dev.headroom.identity.Claim;
import dev.headroom.memory.Histories;
import dev.headroom.memory.IntervalShares;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Waiting;
import dev.headroom.report.html.HtmlReport;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports with invented figures, the same on every run. */
public final class InventedPools {
  private static final Completeness WHOLE = Completeness.said("The site file says so.");
  private static final Completeness UNKNOWN =
      Completeness.unknown("No capture shows memory lent or stolen.");

  public static final double GB = 1L << 30;
  static final LocalDateTime START = LocalDateTime.of(2009, 6, 30, 0, 0);
  public static final double START_MILLIS = dev.headroom.series.Table.millis(START);

  private InventedPools() {}

  /** Writes what people should look at: one busy pool and a fleet. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    HtmlReport.write(report(List.of(busyDay("js22"))), folder.resolve("one"));
    HtmlReport.write(report(fleet()), folder.resolve("fleet"));
    HtmlReport.write(report(List.of(unknown("nothing-known"))), folder.resolve("unknown"));
  }

  public static Report report(List<PoolReport> pools) {
    return new Report(
        "1.0.0",
        pools,
        List.of(
            new InputSummary(
                "lab/bxaix85.vmstat",
                "vmstat",
                "bxaix85",
                5_184,
                Optional.of(START),
                Optional.of(START.plusMinutes(1435))),
            new InputSummary(
                "lab/bxaix86.svmon", "svmon", "bxaix86", 12, Optional.empty(), Optional.empty())),
        List.of(
            new SubjectSummary(
                "bxaix85",
                "partition",
                Optional.empty(),
                List.of("lab/bxaix85.vmstat"),
                Claim.FILE),
            new SubjectSummary(
                "bxaix86",
                "partition",
                Optional.empty(),
                List.of("lab/bxaix86.svmon"),
                Claim.PROMPT)),
        new LineCounts(12_345, 678, 2),
        List.of(
            new Diagnostic(
                new SourceSpan("lab/bxaix85.vmstat", 12, 13),
                DiagnosticCode.BAD_NUMBER,
                "\"12x4\" is no number; the cell counts as absent",
                " 1  0 786432 12x4 0 0"),
            new Diagnostic(
                new SourceSpan("lab/bxaix86.svmon", 9, 0),
                DiagnosticCode.UNKNOWN_LABEL,
                "the row \"shmem\" is not known; it is left out",
                "shmem   1234   12")));
  }

  /** Two partitions on 12 GB over a day of five minutes each, with a phase of over-commitment. */
  public static PoolReport busyDay(String name) {
    int size = 288;
    double[] instants = new double[size];
    double[] coverage = new double[size];
    for (int i = 0; i < size; i++) {
      instants[i] = START_MILLIS + i * 300_000.0;
      coverage[i] = i >= 60 && i < 78 ? 0.43 : 1;
    }
    MemberHistory first = member("bxaix85", 6, size, 2.2, 0.9, 160, false);
    MemberHistory second = member("bxaix86", 8, size, 3.4, 1.7, 170, true);
    for (int i = 60; i < 78; i++) {
      Arrays.fill(second.asked().logical(), 60, 78, Double.NaN);
    }
    PoolHistory history =
        new PoolHistory(true, instants, 300_000, List.of(first, second), coverage);
    return new PoolReport(
        name,
        PoolKind.AMS,
        new PoolReport.Sizes(
            OptionalDouble.of(12 * GB),
            OptionalDouble.of(16 * GB),
            0.25 * GB,
            OptionalDouble.of(14 * GB),
            Optional.of(sizing())),
        new PoolReport.Judgement(
            Standing.graded(Grade.RED, WHOLE),
            "This pool is too small: 14.00 GB are promised on 12.00 GB, and for 1.4 hours of the day"
                + " what was hot did not fit; bxaix86 lost up to 1.43 GB. 13.50 GB would do.",
            new Answer(
                "2009-06-30 00:00 to 23:55 (1 day), 2 partitions: hypervisor page-ins in 20 of 288"
                    + " intervals (100 min); at worst 1.43 GB was stolen from bxaix86.",
                "No. What was hot did not fit in 17 of 288 intervals.",
                "Raise the pool to 13.50 GB, 1.50 GB more.",
                Optional.of("chhwres -m SYSTEM -r mempool -o s -a \"pool_mem=13824\""),
                1.5 * GB),
            findings()),
        new PoolReport.Memory(
            new Overcommit(
                Optional.of(Mode.PHYSICAL),
                OptionalDouble.of(14.0 / 12),
                OptionalDouble.of(13.31 * GB),
                OptionalDouble.of(12.4 * GB),
                OptionalDouble.of(1.43 * GB),
                new IntervalShares(288, OptionalDouble.of(17.0 / 288), OptionalDouble.of(0.0694)),
                new Waiting(OptionalDouble.of(0.113), OptionalDouble.of(33_900))),
            new StolenBand(OptionalDouble.of(0.9 * GB), OptionalDouble.of(1.6 * GB)),
            List.of(summary("bxaix85", 6), summary("bxaix86", 8)),
            Optional.of(history)),
        new PoolReport.Grounds(
            List.of(
                "The reserve is 0.25 GB, as the site file says.",
                "bxaix85 may lend free pages and file cache (loan policy 1, the default)."),
            List.of("2 lines were rejected; both are listed on the first page.")));
  }

  private static MemberHistory member(
      String name, double logical, int size, double base, double swing, int peak, boolean stolen) {
    double[][] columns = new double[9][size];
    for (int i = 0; i < size; i++) {
      double day = Math.max(0, 1 - Math.abs(i - peak) / 110.0);
      double burst = i > 150 && i < 172 ? 1.5 : 0;
      double noise = ((i * 7919 + name.hashCode()) % 97 / 97.0 - 0.5) * 0.25;
      double hot = base + swing * day * day * (3 - 2 * day) + burst + noise;
      columns[0][i] = logical * GB;
      columns[1][i] = 0.4 * GB;
      columns[2][i] = Math.min(hot, logical - 0.4) * GB;
      columns[3][i] = Math.min(0.8 + noise, Math.max(0, logical - 0.4 - hot)) * GB;
      boolean taken = stolen && i > 152 && i < 170;
      columns[4][i] = (logical - (taken ? 1.43 : 0)) * GB;
      columns[5][i] = 0;
      columns[6][i] = taken ? 412 : 0;
      columns[7][i] = taken ? 3_390 : 0;
      columns[8][i] = 0;
    }
    return Histories.member(name, size)
        .logical(columns[0])
        .floor(columns[1])
        .hot(columns[2])
        .warm(columns[3])
        .physical(columns[4])
        .loaned(columns[5])
        .pageIns(columns[6])
        .pageInMillis(columns[7])
        .ownPaging(columns[8])
        .build();
  }

  static Sizing sizing() {
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = 0; i <= 24; i++) {
      double size = 9 + i * 0.25;
      double over = Math.max(0, (12.65 - size) / 3.65);
      curve.add(
          new CurvePoint(
              size * GB,
              Math.rint(over * over * 0.4 * 288) / 288,
              OptionalDouble.of(1 / (1 + Math.max(0, size - 11.5) * 8)),
              OptionalDouble.of(1 + over * 0.2),
              OptionalDouble.of(1 + over * 0.9)));
    }
    return new Sizing(
        new Sizing.Sizes(12.65 * GB, 13.5 * GB, 14.1 * GB),
        new Sizing.Chance(
            OptionalDouble.of(0.05),
            OptionalDouble.of(0.2),
            new Goal(7, 0.05),
            OptionalDouble.of(28)),
        Bases.PEAK,
        curve);
  }

  private static MemberSummary summary(String name, double logical) {
    return new MemberSummary(
        name,
        OptionalDouble.of(logical * GB),
        new MemberSummary.Demand(
            OptionalDouble.of(logical * 0.6 * GB),
            OptionalDouble.of(logical * 0.8 * GB),
            OptionalDouble.of(logical * 0.9 * GB),
            OptionalDouble.of(logical * 0.85 * GB)),
        OptionalDouble.of(0.31 * GB),
        name.endsWith("6") ? OptionalDouble.of(1.43 * GB) : OptionalDouble.empty());
  }

  private static List<QuotedFinding> findings() {
    return List.of(
        new QuotedFinding(
            new Finding(
                "physical-overcommitment",
                Severity.RED,
                "bxaix86",
                "The hypervisor took up to 1.43 GB from bxaix86, which then waited 11 % of the"
                    + " time for page-ins.",
                "Raise the pool to 13.50 GB, or move work of bxaix86 out of the hours from 12:40"
                    + " to 14:10.",
                List.of(new Evidence("lab/bxaix86.vmstat", 164))),
            List.of(
                new Quotation(
                    "lab/bxaix86.vmstat",
                    164,
                    Optional.of(
                        " 2  0 1835008  1212   0   0   0   0    0   0  81 4102 1211 12  4 83  1"
                            + "  0.31  62.4   412  3390  6.57  0.00")),
                new Quotation("lab/bxaix86.vmstat", 165, Optional.empty()))),
        new QuotedFinding(
            new Finding(
                "oversized-pool",
                Severity.UNKNOWN,
                "js22",
                "How the pool behaves at the end of a month could not be judged.",
                "Capture a month end.",
                List.of()),
            List.of()),
        new QuotedFinding(
            new Finding(
                "always-loans",
                Severity.INFO,
                "js22",
                "Both partitions have the same weight.",
                "Give bxaix86 more weight if its work matters more.",
                List.of(new Evidence("lab/bxaix86.lparstat", 31))),
            List.of(
                new Quotation(
                    "lab/bxaix86.lparstat",
                    31,
                    Optional.of("Variable Memory Capacity Weight            : 64")))));
  }

  /** A pool of which only the name is known. */
  public static PoolReport unknown(String name) {
    OptionalDouble none = OptionalDouble.empty();
    return new PoolReport(
        name,
        PoolKind.ZVM,
        new PoolReport.Sizes(none, none, 0, none, Optional.empty()),
        new PoolReport.Judgement(
            Standing.ungraded("No capture shows what a member needs.", UNKNOWN),
            "Nothing can be said of this system: its size is not known and no guest reports.",
            new Answer(
                "No capture shows what a guest needs.",
                "Not known. No capture shows what a member needs.",
                "Print UPAGE (FCX113) every minute or so over a busy day."),
            List.of()),
        new PoolReport.Memory(
            new Overcommit(
                Optional.empty(),
                none,
                none,
                none,
                none,
                new IntervalShares(0, none, none),
                Waiting.UNSEEN),
            StolenBand.UNKNOWN,
            List.of(
                new MemberSummary(
                    "LNX00080",
                    none,
                    new MemberSummary.Demand(none, none, none, none),
                    none,
                    none)),
            Optional.empty()),
        new PoolReport.Grounds(List.of(), List.of()));
  }

  /** Pools of every grade and many sizes. */
  public static List<PoolReport> fleet() {
    List<PoolReport> pools = new ArrayList<>();
    List<Optional<Grade>> grades =
        List.of(
            Optional.of(Grade.GREEN),
            Optional.of(Grade.YELLOW),
            Optional.of(Grade.RED),
            Optional.of(Grade.GREEN),
            Optional.empty(),
            Optional.of(Grade.AMBER));
    for (int i = 0; i < 12; i++) {
      PoolReport busy =
          busyDay("p570-" + (char) ('a' + i) + (i % 4 == 0 ? ".payroll.example" : ""));
      Optional<Grade> grade = grades.get(i % 6);
      pools.add(
          grade.isEmpty()
              ? unknown("VMSYS0" + i)
              : withGrade(busy, grade.get(), i % 3 == 0 ? crowd(14 + i) : busy.memory().history()));
    }
    return pools;
  }

  private static PoolReport withGrade(PoolReport pool, Grade grade, Optional<PoolHistory> history) {
    String verdict =
        switch (grade) {
          case GREEN -> "This pool is safe: the recommended 10.50 GB fit into its 12.00 GB.";
          case YELLOW -> "This pool held all that was hot, but a week in five will pass it.";
          case AMBER -> "What was hot passed this pool in 0.70 % of the intervals.";
          case RED -> pool.judgement().verdict();
        };
    return new PoolReport(
        pool.name(),
        pool.kind(),
        pool.sizes(),
        new PoolReport.Judgement(
            Standing.graded(grade, WHOLE),
            verdict,
            pool.judgement().answer(),
            pool.judgement().findings()),
        new PoolReport.Memory(
            pool.memory().overcommit(), pool.memory().stolen(), pool.memory().members(), history),
        pool.grounds());
  }

  /** Many members over four weeks of a sample a minute. */
  public static Optional<PoolHistory> crowd(int count) {
    int size = 28 * 1440;
    double[] instants = new double[size];
    double[] coverage = new double[size];
    for (int i = 0; i < size; i++) {
      instants[i] = START_MILLIS + i * 60_000.0;
      coverage[i] = 1;
    }
    List<MemberHistory> members = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      double[][] columns = new double[9][size];
      for (int i = 0; i < size; i++) {
        double hour = (i / 60.0 + m) % 24;
        double day = Math.max(0, 1 - Math.abs(hour - 13) / 6);
        double noise = (i * 7919L + m * 104_729L) % 97 / 97.0 * 0.1;
        columns[0][i] = 1.2 * GB;
        columns[1][i] = 0.1 * GB;
        columns[2][i] = (0.15 + 0.3 * day + noise) * GB;
        columns[3][i] = 0.15 * GB;
        columns[4][i] = 1.2 * GB;
      }
      members.add(
          Histories.member(String.format(java.util.Locale.ROOT, "lpar%02d", m), size)
              .logical(columns[0])
              .floor(columns[1])
              .hot(columns[2])
              .warm(columns[3])
              .physical(columns[4])
              .loaned(columns[5])
              .pageIns(columns[6])
              .pageInMillis(columns[7])
              .ownPaging(columns[8])
              .build());
    }
    return Optional.of(new PoolHistory(true, instants, 60_000, members, coverage));
  }
}
