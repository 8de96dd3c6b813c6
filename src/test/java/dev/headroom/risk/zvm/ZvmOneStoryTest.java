package dev.headroom.risk.zvm;

import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.zvm.GuestPressure;
import dev.headroom.memory.zvm.Listing;
import dev.headroom.memory.zvm.ZvmGuest;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.OneStory;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Thresholds;
import dev.headroom.series.Landmarks;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.ZvmRecommender;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In any world all that is told of a z/VM system agrees, and a what-if tells what it would be. */
class ZvmOneStoryTest {
  private static final int WORLDS = 3_000;
  private static final String NUMBER = "([0-9.]+ (?:GB|MB))";
  private static final Pattern RAISE =
      Pattern.compile("Raise real memory to " + NUMBER + "( at least)?");
  private static final Pattern ENOUGH = Pattern.compile(NUMBER + " (?:is advised|advised)");

  private static final ZvmRecommender RECOMMENDER = new ZvmRecommender();
  private static final Rules<ZvmCase> RULES = ZvmRules.all(Thresholds.DEFAULTS);

  /** A system of a random kind, and what reports show of it. */
  private record World(ZvmSystem system, ZvmTables tables, ZvmHistory history) {
    static World of(SplittableRandom random) {
      int guests = 1 + random.nextInt(5);
      int instants = new int[] {4, 25, 60}[random.nextInt(3)];
      String release = random.nextBoolean() ? "5.4.0" : "7.2.0";
      Listing listing = Listing.of("VM", release);
      List<ZvmGuest> configured = new ArrayList<>();
      double defined = 0;
      double trouble = random.nextInt(3) * 0.3 * random.nextDouble();
      boolean everywhere = random.nextInt(8) == 0;
      boolean[] short_ = new boolean[instants];
      for (int t = 0; t < instants; t++) {
        short_[t] = everywhere || random.nextDouble() < trouble;
      }
      for (int guest = 0; guest < guests; guest++) {
        defined += guest(listing, configured, "G" + guest, short_, random);
      }
      double block = random.nextBoolean() ? 256 : 1_024;
      double size = defined * (0.3 + random.nextDouble());
      size = random.nextBoolean() ? block * Math.ceil(size / block) : Math.rint(size);
      double reserve = random.nextInt(3) * 100;
      if (random.nextBoolean()) {
        listing.storage("VM", 0, size, size - reserve, 0);
      }
      ZvmSystem system =
          new ZvmSystem(
              "VM",
              "VM",
              new ZvmSystem.Storage(
                  size * MB, OptionalDouble.empty(), reserve * MB, 0, block * MB, size * MB),
              ZvmRelease.of(release),
              configured);
      ZvmTables tables = ZvmTables.of("VM", listing.tables());
      return new World(system, tables, ZvmHistory.of(system, tables).of(size * MB));
    }

    private static double guest(
        Listing listing,
        List<ZvmGuest> configured,
        String name,
        boolean[] shorts,
        SplittableRandom random) {
      double size = 256 * (2 + random.nextInt(60));
      double level = random.nextDouble(0.1, 0.9);
      double swing = random.nextDouble() * (1 - level);
      boolean idle = random.nextInt(5) == 0;
      boolean known = random.nextInt(5) > 0;
      boolean reserved = random.nextInt(6) == 0;
      for (int t = 0; t < shorts.length; t++) {
        double set = Math.rint(size * (level + swing * random.nextDouble()));
        double resident = Math.rint(set + (size - set) * random.nextDouble());
        double out = shorts[t] ? Math.rint(0.4 * size * random.nextDouble()) : 0;
        double reads = shorts[t] && !idle ? 1 + random.nextInt(900) : 0;
        if (known) {
          listing.upage(name, t, size, set, resident, 0, out, reads, 1, reserved ? 64 : 0);
        } else {
          listing.upage(name, t, size, set, resident);
        }
        listing.busy(name, t, idle ? 0.5 : 40);
      }
      boolean described = random.nextBoolean();
      double heaps = described ? Math.rint(size * 0.4 * random.nextDouble()) : 0;
      double database = described ? Math.rint(size * 0.3 * random.nextDouble()) : 0;
      configured.add(Listing.guest(name, heaps, database));
      return size;
    }

    ZvmCase judged(ZvmSystem at, Basis basis, Goal goal) {
      return new ZvmCase(
          at,
          history,
          ZvmReplay.run(at, history, basis),
          RECOMMENDER.recommend(history, at, goal),
          tables,
          new Captures(Landmarks.of(tables.all()), List.of(), List.of()),
          Completeness.said("The site file says so."));
    }
  }

  @Test
  void inEveryWorld() {
    SplittableRandom random = new SplittableRandom(20_261_201);
    int raised = 0;
    int pressed = 0;
    int unknown = 0;
    for (int i = 0; i < WORLDS; i++) {
      World world = World.of(random);
      Goal goal = random.nextBoolean() ? Goal.DEFAULT : new Goal(0.01 + random.nextDouble(), 0.1);
      ZvmCase judged = world.judged(world.system(), Basis.OBSERVED, goal);
      List<Finding> findings = RULES.judge(judged);
      Optional<Grade> grade = ZvmGrading.DEFAULT.grade(judged);
      Standing standing = Standing.of(judged, grade);
      String verdict = ZvmVerdict.of(judged, standing);
      raised += numbers(judged, findings);
      if (judged.sizing().isPresent()) {
        sizes(judged, judged.sizing().get());
        curve(judged, judged.sizing().get());
        words(judged, judged.sizing().get(), verdict);
        OneStory.answer(
            ZvmAnswer.of(judged, standing), standing, judged.pool().size(), judged.sizing().get());
      } else {
        assertTrue(grade.filter(known -> known == Grade.GREEN).isEmpty(), "W is not known");
        unknown++;
      }
      chances(world, goal);
      whatIf(world, judged, goal);
      pressed += judged.outcome().needs().pressure().often() ? 1 : 0;
    }
    assertTrue(raised > WORLDS / 20, "the worlds have to try it: " + raised);
    assertTrue(pressed > WORLDS / 20, "the worlds have to try it: " + pressed);
    assertTrue(unknown > WORLDS / 20, "the worlds have to try it: " + unknown);
  }

  /** One number for raising real memory: the size advised, or the least where none is. */
  private static int numbers(ZvmCase judged, List<Finding> findings) {
    int raised = 0;
    for (Finding finding : findings) {
      Matcher raise = RAISE.matcher(finding.title() + " " + finding.advice());
      while (raise.find()) {
        raised = 1;
        ZvmNeeds needs = judged.outcome().needs();
        OptionalDouble promised = judged.outcome().totals().promised();
        double wanted =
            judged
                .sizing()
                .map(Sizing::recommended)
                .orElseGet(
                    () -> ZvmRecommender.minimum(needs, judged.pool(), promised).orElseThrow());
        assertEquals(Size.text(wanted), raise.group(1), finding.toString());
        assertEquals(judged.sizing().isEmpty(), raise.group(2) != null, finding.toString());
        assertTrue(wanted > judged.pool().size(), finding.toString());
      }
    }
    return raised;
  }

  private static void sizes(ZvmCase judged, Sizing sizing) {
    double block = judged.pool().block();
    double reserve = judged.pool().reserve();
    double most =
        MemoryBlocks.up(judged.outcome().totals().promised().orElseThrow() + reserve, block);
    for (double size : new double[] {sizing.recommended(), sizing.best()}) {
      assertEquals(0, size % block, "whole blocks");
      assertTrue(size <= most, "no more than is defined");
      assertTrue(!(sizing.minimum() > size), "no less than the minimum");
    }
    assertTrue(Double.isNaN(sizing.minimum()) || sizing.minimum() % block == 0);
    ZvmNeeds needs = judged.outcome().needs();
    double sets = needs.workingSets().orElseThrow() + reserve;
    GuestPressure pressure = needs.pressure();
    double pressed = pressure.often() ? pressure.enough() : 0;
    double best = MemoryBlocks.up(Math.max(sets, pressed), block);
    assertEquals(Math.min(most, best), sizing.best(), "W and what was seen to be too little");
    assertTrue(sizing.recommended() <= sizing.best(), "at most W, or what was seen");
    assertEquals(
        ZvmRecommender.minimum(needs, judged.pool(), judged.outcome().totals().promised()),
        Double.isNaN(sizing.minimum())
            ? OptionalDouble.empty()
            : OptionalDouble.of(sizing.minimum()));
  }

  /** The curve falls, and passes through what was seen. */
  private static void curve(ZvmCase judged, Sizing sizing) {
    double rate = 1;
    double chance = 1;
    double slow = Double.POSITIVE_INFINITY;
    GuestPressure pressure = judged.outcome().needs().pressure();
    boolean here = false;
    for (CurvePoint point : sizing.curve()) {
      assertTrue(point.violationRate() <= rate, "the curve falls");
      assertTrue(point.breachProbability().orElse(chance) <= chance, "chances fall");
      assertTrue(!(point.slowdownHigh().orElse(0) > slow), "more memory is no slower");
      assertTrue(
          point.breachProbability().isEmpty() || !(point.size() < sizing.minimum()),
          "below the minimum there is no chance");
      if (point.size() == sizing.recommended()) {
        assertEquals(sizing.breachProbability(), point.breachProbability());
      }
      if (point.size() == judged.pool().size()) {
        here = true;
        assertEquals(sizing.chance().present(), point.breachProbability());
        double seen = pressure.speaksOf(point.size()) ? pressure.share() : 0;
        double modelled = judged.outcome().overcommit().violationRate().orElseThrow();
        assertEquals(Math.max(seen, modelled), point.violationRate(), 1e-12);
      }
      rate = point.violationRate();
      chance = point.breachProbability().orElse(chance);
      slow = point.slowdownHigh().orElse(slow);
    }
    assertTrue(here, "the curve has the present size");
  }

  private static void words(ZvmCase judged, Sizing sizing, String verdict) {
    String advised = Size.text(sizing.recommended());
    Matcher enough = ENOUGH.matcher(verdict);
    assertTrue(enough.find(), verdict);
    assertEquals(advised, enough.group(1), verdict);
    assertTrue(!enough.find() || advised.equals(enough.group(1)), verdict);
    assertEquals(
        sizing.recommended() <= judged.pool().size(),
        verdict.contains("has the " + advised + " advised"),
        verdict);
  }

  /** Who accepts less is advised no less. */
  private static void chances(World world, Goal goal) {
    double before = 0;
    for (double accepted : new double[] {0.5, 0.05, 0.001}) {
      Goal wanted = new Goal(goal.horizonDays(), accepted, goal.fixed());
      double size =
          RECOMMENDER
              .recommend(world.history(), world.system(), wanted)
              .map(Sizing::recommended)
              .orElse(0.0);
      assertTrue(size >= before);
      before = size;
    }
  }

  /** The same sizes at any size that is tried; grades get no worse with it. */
  private static void whatIf(World world, ZvmCase judged, Goal goal) {
    Optional<Grade> seen = ZvmGrading.DEFAULT.grade(judged);
    ZvmCase same = world.judged(world.system(), Basis.MODELLED, goal);
    assertEquals(seen, ZvmGrading.DEFAULT.grade(same), "the size that it has");
    assertEquals(
        judged.sizing().map(Sizing::sizes), same.sizing().map(Sizing::sizes), "the same sizes");
    double best = judged.sizing().map(Sizing::best).orElse(judged.pool().size());
    Grade before = Grade.RED;
    for (double factor : new double[] {0.4, 0.7, 0.9, 1, 1.3}) {
      ZvmSystem tried = world.system().withSize(Math.ceil(best * factor));
      Optional<Grade> grade = ZvmGrading.DEFAULT.grade(judged, tried.size());
      assertEquals(
          ZvmGrading.DEFAULT.grade(world.judged(tried, Basis.MODELLED, goal)),
          grade,
          "told before");
      assertTrue(grade.orElse(before).compareTo(before) <= 0, "more memory is no worse");
      before = grade.orElse(before);
      ZvmNeeds needs = judged.outcome().needs();
      boolean sure =
          needs.evidence() == ZvmNeeds.Evidence.UNCOMMITTED
              && needs.workingSets().isPresent()
              && !needs.pressure().speaksOf(tried.size());
      assertTrue(factor < 1 || !sure || grade.orElseThrow() == Grade.GREEN, "best is green");
    }
  }
}
