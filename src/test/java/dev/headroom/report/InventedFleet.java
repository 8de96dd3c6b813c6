package dev.headroom.report;

import static dev.headroom.report.InventedPools.GB;
import static dev.headroom.report.InventedPools.START_MILLIS;

import dev.headroom.memory.Histories;
import dev.headroom.memory.IntervalShares;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.Mode;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.Waiting;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.Bases;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** As many pools as are wanted, of all grades, sizes and both platforms; the same on every run. */
public final class InventedFleet {
  private static final int INSTANTS = 288;
  private static final Completeness WHOLE = Completeness.said("The site file says so.");
  private static final Completeness OPEN =
      Completeness.unknown("No capture shows memory lent or stolen.");

  private InventedFleet() {}

  /** A fleet of this many pools. */
  public static List<PoolReport> of(int pools) {
    Random random = new Random(14);
    List<PoolReport> fleet = new ArrayList<>();
    for (int i = 0; i < pools; i++) {
      String name = String.format(Locale.ROOT, "fra%d-p%d-%04d", 1 + i % 3, 740 + i % 5 * 10, i);
      int draw = random.nextInt(100);
      fleet.add(
          draw < 6
              ? InventedPools.unknown(name)
              : pool(
                  name, random.nextInt(10) < 7 ? PoolKind.AMS : PoolKind.ZVM, grade(draw), random));
    }
    return fleet;
  }

  /** A report on such a fleet from this many captures. */
  public static Report report(int pools, int captures) {
    Report model = InventedPools.report(of(pools));
    List<InputSummary> inputs = new ArrayList<>();
    for (int i = 0; i < captures; i++) {
      InputSummary input = model.inputs().get(i % 2);
      inputs.add(
          new InputSummary(
              "fleet/" + i + ".vmstat",
              input.format(),
              input.subject(),
              input.samples(),
              input.from(),
              input.to()));
    }
    return new Report(
        model.version(),
        model.pools(),
        inputs,
        model.subjects(),
        model.lines(),
        model.diagnostics());
  }

  private static Grade grade(int draw) {
    return draw < 14 ? Grade.RED : draw < 24 ? Grade.AMBER : draw < 40 ? Grade.YELLOW : Grade.GREEN;
  }

  private static PoolReport pool(String name, PoolKind kind, Grade grade, Random random) {
    double size = (8 + random.nextInt(120)) * GB;
    boolean whole = random.nextInt(3) > 0;
    double blocks = (1 + random.nextInt(12)) * 0.25 * GB;
    double change = grade != Grade.GREEN ? blocks : whole && random.nextBoolean() ? -blocks : 0;
    double advised = size + (grade == Grade.GREEN ? -blocks : blocks);
    double hot = grade == Grade.RED ? size + 0.5 * blocks : 0.9 * Math.min(size, advised);
    boolean pages = grade == Grade.RED || grade == Grade.AMBER;
    PoolReport model = InventedPools.busyDay(name);
    return new PoolReport(
        name,
        kind,
        new PoolReport.Sizes(
            OptionalDouble.of(size),
            OptionalDouble.empty(),
            0,
            OptionalDouble.of(size * (1 + random.nextInt(60) / 100.0)),
            Optional.of(sizing(advised, random))),
        new PoolReport.Judgement(
            Standing.graded(grade, whole ? WHOLE : OPEN),
            "A verdict on " + name + ".",
            new Answer(
                "2009-06-30 00:00 to 23:55 (1 day), 4 members: at worst "
                    + hot / GB
                    + " GB was hot.",
                pages ? "No. What was hot did not fit." : "Yes. What was hot fitted.",
                change == 0 ? "Nothing has to be done." : "Make it as large as advised.",
                Optional.of("chhwres -m SYSTEM -r mempool -o s -a \"pool_mem=13824\""),
                change),
            model.judgement().findings()),
        new PoolReport.Memory(
            new Overcommit(
                Optional.of(
                    pages ? Mode.PHYSICAL : random.nextBoolean() ? Mode.NONE : Mode.LOGICAL),
                OptionalDouble.of(1.17),
                OptionalDouble.of(1.1 * hot),
                OptionalDouble.of(hot),
                pages ? OptionalDouble.of(blocks) : OptionalDouble.empty(),
                new IntervalShares(
                    INSTANTS,
                    OptionalDouble.of(grade == Grade.RED ? 0.05 : 0),
                    OptionalDouble.of(pages ? (1 + random.nextInt(40)) / 288.0 : 0)),
                Waiting.UNSEEN),
            model.memory().stolen(),
            model.memory().members(),
            Optional.of(history(hot, random))),
        model.grounds());
  }

  private static Sizing sizing(double advised, Random random) {
    return new Sizing(
        new Sizing.Sizes(advised - 0.5 * GB, advised, advised + GB),
        new Sizing.Chance(
            OptionalDouble.of(0.05),
            OptionalDouble.of(random.nextInt(1000) / 1000.0),
            new Goal(7, 0.05),
            OptionalDouble.of(28)),
        Bases.PEAK,
        List.of());
  }

  private static PoolHistory history(double hot, Random random) {
    double[] instants = new double[INSTANTS];
    double[] coverage = new double[INSTANTS];
    for (int i = 0; i < INSTANTS; i++) {
      instants[i] = START_MILLIS + i * 300_000.0;
      coverage[i] = 1;
    }
    List<MemberHistory> members = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int m = 0; m < count; m++) {
      double[] needed = new double[INSTANTS];
      int peak = random.nextInt(INSTANTS);
      for (int i = 0; i < INSTANTS; i++) {
        double near = Math.max(0, 1 - Math.abs(i - peak) / 70.0);
        needed[i] = hot / count * (0.5 + 0.4 * near + 0.1 * random.nextDouble());
      }
      double[] floor = new double[INSTANTS];
      double[] logical = new double[INSTANTS];
      Arrays.fill(logical, hot);
      members.add(
          Histories.member("lpar" + m, INSTANTS)
              .logical(logical)
              .floor(floor)
              .hot(needed)
              .warm(floor)
              .build());
    }
    return new PoolHistory(true, instants, 300_000, members, coverage);
  }
}
