package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Cases;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.OneStory;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Thresholds;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** In any world all that is told of a pool agrees, and a what-if tells what such a pool would. */
class OneStoryTest {
  private static final int WORLDS = 10_000;
  private static final List<LoanPolicy> POLICIES =
      List.of(LoanPolicy.OFF, LoanPolicy.FILE_CACHE, LoanPolicy.ANY_DATA);

  private static final RecordTailRecommender RECOMMENDER = new RecordTailRecommender();
  private static final Rules<AmsCase> RULES = AmsRules.all(Thresholds.DEFAULTS);

  /** Members of a random kind in a pool of a random size, minute by minute. */
  static Cases world(SplittableRandom random) {
    int members = 1 + random.nextInt(5);
    int instants = new int[] {4, 25, 60}[random.nextInt(3)];
    double trouble = random.nextInt(3) * 0.5 * random.nextDouble();
    MemberHistory[] all = new MemberHistory[members];
    AmsMember[] configured = new AmsMember[members];
    double promised = 0;
    for (int m = 0; m < members; m++) {
      double logical = 256 * MB * (4 + random.nextInt(60));
      promised += logical;
      all[m] = member("m" + m, logical, instants, trouble, random);
      configured[m] = Cases.member("m" + m, 64 * MB, POLICIES.get(random.nextInt(3)));
    }
    double size = Math.max(GB, promised * (0.4 + random.nextDouble()));
    size = random.nextBoolean() ? MemoryBlocks.up(size) : Math.rint(size);
    Cases cases = Cases.minutes(size, all).members(configured);
    return random.nextInt(4) == 0 ? cases.maximum(size * (1 + random.nextInt(2))) : cases;
  }

  private static MemberHistory member(
      String name, double logical, int instants, double trouble, SplittableRandom random) {
    double level = random.nextDouble(0.1, 0.9);
    double swing = random.nextDouble() * (1 - level);
    boolean paging = random.nextInt(4) > 0;
    boolean seen = random.nextInt(4) > 0;
    double[] hot = new double[instants];
    double[] warm = new double[instants];
    double[] physical = new double[instants];
    double[] loaned = new double[instants];
    double[] pageIns = new double[instants];
    double[] millis = new double[instants];
    for (int i = 0; i < instants; i++) {
      hot[i] = Math.rint(logical * (level + swing * random.nextDouble()));
      warm[i] = Math.rint((logical - hot[i]) * random.nextDouble());
      loaned[i] = Math.rint((logical - hot[i]) * random.nextDouble());
      boolean robbed = random.nextDouble() < trouble;
      double stolen = robbed ? Math.rint(0.3 * logical * random.nextDouble()) : 0;
      physical[i] = Math.max(1, logical - loaned[i] - stolen);
      pageIns[i] = robbed && random.nextBoolean() ? 1 + random.nextInt(5_000) : 0;
      millis[i] = pageIns[i] * random.nextDouble(20);
    }
    Histories history = Histories.member(name, instants).logical(logical).hot(hot).warm(warm);
    history = seen ? history.physical(physical).loaned(loaned) : history;
    history = paging ? history.pageIns(pageIns).pageInMillis(millis) : history;
    // some swap inside for some intervals in a row, whatever they have at other times
    double[] own = new double[instants];
    boolean swaps = random.nextInt(4) == 0;
    for (int i = 0; i < instants && swaps; i++) {
      own[i] = i % 10 < 5 ? 100 * random.nextDouble() : 0;
    }
    return history.ownPaging(own).build();
  }

  @Test
  void inEveryWorld() {
    SplittableRandom random = new SplittableRandom(20_261_201);
    int raised = 0;
    int pressed = 0;
    for (int world = 0; world < WORLDS; world++) {
      Cases cases = world(random);
      AmsCase bare = cases.build();
      AmsPool pool = bare.pool();
      Goal goal = random.nextBoolean() ? Goal.DEFAULT : new Goal(0.01 + random.nextDouble(), 0.1);
      Sizing sizing = RECOMMENDER.recommend(bare.history(), pool, goal).orElseThrow();
      AmsCase judged = cases.sizing(sizing).build();
      List<Finding> findings = RULES.judge(judged);
      Standing standing = Standing.of(judged, AmsGrading.DEFAULT.grade(judged));
      String verdict = AmsVerdict.of(judged, standing, AmsGrading.DEFAULT);

      OneStory.check(pool.size(), pool.block(), sizing, findings, verdict);
      OneStory.answer(
          AmsAnswer.of(judged, standing, Thresholds.DEFAULTS), standing, pool.size(), sizing);
      evidence(judged, sizing);
      whatIf(judged, sizing, goal);
      raised += findings.stream().anyMatch(f -> f.advice().contains("aise the pool to")) ? 1 : 0;
      pressed += judged.outcome().pressure().enough() > 0 ? 1 : 0;
    }
    assertTrue(raised > WORLDS / 10, "the worlds have to try it: " + raised);
    assertTrue(pressed > WORLDS / 10, "the worlds have to try it: " + pressed);
  }

  /** What was seen is held by the minimum, unless all that is promised is less. */
  private static void evidence(AmsCase judged, Sizing sizing) {
    PoolPressure pressure = judged.outcome().pressure();
    double most = judged.outcome().totals().promised().orElseThrow() + judged.pool().reserve();
    double needed =
        Math.min(
            most,
            Math.max(
                judged.outcome().totals().neededPeak().orElseThrow() + judged.pool().reserve(),
                pressure.enough()));
    assertEquals(MemoryBlocks.up(needed), sizing.minimum());
    assertTrue(sizing.recommended() <= MemoryBlocks.up(most), "no more than is promised");
  }

  /** The same sizes at any size that is tried; grades get no worse with it. */
  private static void whatIf(AmsCase judged, Sizing sizing, Goal goal) {
    Optional<Grade> seen = AmsGrading.DEFAULT.grade(judged);
    assertEquals(seen, tried(judged, judged.pool().size(), goal), "the size that it has");
    double enough = sizing.recommended() + MemoryBlocks.ROUNDING;
    Grade before = null;
    for (double factor : new double[] {0.5, 0.8, 1, 1.2}) {
      Grade grade = tried(judged, enough * factor, goal).orElseThrow();
      assertEquals(
          Optional.of(grade), AmsGrading.DEFAULT.grade(judged, enough * factor), "told before");
      assertTrue(before == null || grade.compareTo(before) <= 0, "more memory is no worse");
      before = grade;
      boolean pressed = judged.outcome().pressure().speaksOf(enough * factor);
      assertTrue(factor < 1 || pressed || grade == Grade.GREEN, "what is advised is green");
    }
  }

  private static Optional<Grade> tried(AmsCase judged, double size, Goal goal) {
    AmsPool pool = judged.pool().withSize(size);
    return AmsGrading.DEFAULT.grade(
        new AmsCase(
            pool,
            judged.history(),
            AmsReplay.supposed(pool, judged.history()),
            RECOMMENDER.recommend(judged.history(), pool, goal),
            new Captures(judged.captures().landmarks(), List.of(), List.of()),
            judged.reportedSizes(),
            judged.completeness()));
  }
}
