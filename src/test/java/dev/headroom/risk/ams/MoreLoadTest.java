package dev.headroom.risk.ams;

import static dev.headroom.memory.Histories.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.Basis;
import dev.headroom.memory.Coverage;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.memory.ams.PoolPressure;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Grade;
import dev.headroom.series.Landmarks;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.RecordTailRecommender;
import dev.headroom.sizing.Sizing;
import dev.headroom.whatif.Addition;
import dev.headroom.whatif.Change;
import dev.headroom.whatif.EntitlementChange;
import dev.headroom.whatif.Failover;
import dev.headroom.whatif.Growth;
import dev.headroom.whatif.ImpossibleChangeException;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.LoanPolicyChange;
import dev.headroom.whatif.MemberPlace;
import dev.headroom.whatif.Removal;
import dev.headroom.whatif.Resizing;
import dev.headroom.whatif.Scenario;
import dev.headroom.whatif.Situation;
import dev.headroom.whatif.TimeShift;
import dev.headroom.whatif.WeightChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What is asked more of a pool never makes it look better than it was seen; what may be asked less
 * of it is told by the model alone, and that is said.
 */
class MoreLoadTest {
  private static final int WORLDS = 4_000;
  private static final RecordTailRecommender RECOMMENDER = new RecordTailRecommender();

  /** A world of which some rows are missing. */
  private static AmsCase world(SplittableRandom random) {
    AmsCase all = OneStoryTest.world(random).build();
    double gaps = random.nextInt(2) * 0.15;
    List<MemberHistory> members = new ArrayList<>();
    for (MemberHistory member : all.history().members()) {
      boolean[] missing = new boolean[member.size()];
      for (int i = 1; i < missing.length; i++) {
        missing[i] = random.nextDouble() < gaps;
      }
      members.add(member.each(values -> without(values, missing)));
    }
    PoolHistory history =
        new PoolHistory(
            true,
            all.history().instants(),
            all.history().intervalMillis(),
            members,
            Coverage.of(members, all.history().size()));
    return judged(all, all.pool(), history, AmsReplay.run(all.pool(), history, Basis.OBSERVED));
  }

  private static double[] without(double[] values, boolean[] missing) {
    double[] left = values.clone();
    for (int i = 0; i < left.length; i++) {
      left[i] = missing[i] ? Double.NaN : left[i];
    }
    return left;
  }

  private static AmsCase judged(
      AmsCase like, AmsPool pool, PoolHistory history, AmsOutcome outcome) {
    return new AmsCase(
        pool,
        history,
        outcome,
        RECOMMENDER.recommend(history, pool, Goal.DEFAULT),
        new Captures(Landmarks.of(List.of()), List.of(), List.of()),
        like.reportedSizes(),
        like.completeness());
  }

  private static Situation after(AmsCase seen, List<Change> changes) {
    Situation found = Situation.found(seen.pool(), seen.history());
    return new Scenario(changes).applyTo(Landscape.of(List.of(found))).pool(seen.name());
  }

  private static AmsCase tried(AmsCase seen, Situation after) {
    AmsPool pool = AmsPool.of(after.system()).orElseThrow();
    return judged(seen, pool, after.history(), AmsReplay.supposed(pool, after.history()));
  }

  private static MemberPlace any(AmsCase world, SplittableRandom random) {
    List<AmsMember> members = world.pool().members();
    return new MemberPlace(world.name(), members.get(random.nextInt(members.size())).name());
  }

  private static Change more(AmsCase world, SplittableRandom random, int number) {
    MemberPlace one = any(world, random);
    return switch (random.nextInt(6)) {
      case 0 -> new Growth(one, 1 + 2 * random.nextDouble());
      case 1 ->
          new Addition(
              new MemberPlace(world.name(), "new" + number), one, random.nextDouble(0.05, 2));
      case 2 -> new Failover(one, any(world, random));
      case 3 -> new LoanPolicyChange(one, LoanPolicy.OFF);
      case 4 -> new EntitlementChange(one, GB * (0.3 * (3 - number) + 0.2 * random.nextDouble()));
      default -> new Resizing(world.name(), world.pool().size() * random.nextDouble(0.6, 1));
    };
  }

  @Test
  void neverLooksBetterThanWasSeen() {
    SplittableRandom random = new SplittableRandom(20_261_202);
    int pressed = 0;
    int made = 0;
    for (int i = 0; i < WORLDS; i++) {
      AmsCase seen = world(random);
      List<Change> changes = new ArrayList<>();
      for (int c = 1 + random.nextInt(2); c > 0; c--) {
        changes.add(more(seen, random, c));
      }
      Situation after;
      try {
        after = after(seen, changes);
      } catch (ImpossibleChangeException refused) {
        continue;
      }
      made++;
      pressed += seen.outcome().pressure().share() > 0 ? 1 : 0;
      String told = i + ": " + changes;
      AmsCase would = tried(seen, after);
      noBetter(seen, would, told);
      noSmaller(seen, would, told);
      figures(seen.outcome(), would.outcome(), seen.history().mostStolen(), told);
    }
    assertTrue(made > WORLDS * 3 / 4, "the worlds have to try it: " + made);
    assertTrue(pressed > WORLDS / 5, "the worlds have to try it: " + pressed);
  }

  private static void noBetter(AmsCase seen, AmsCase would, String told) {
    Optional<Grade> before = AmsGrading.DEFAULT.grade(seen);
    Optional<Grade> after = AmsGrading.DEFAULT.grade(would);
    if (before.isPresent() && after.isPresent()) {
      assertTrue(after.get().compareTo(before.get()) >= 0, () -> before + " " + after + told);
    }
    assertFalse(before.isEmpty() && after.equals(Optional.of(Grade.GREEN)), told);
  }

  private static void noSmaller(AmsCase seen, AmsCase would, String told) {
    if (seen.sizing().isPresent() && would.sizing().isPresent()) {
      Sizing before = seen.sizing().get();
      Sizing after = would.sizing().get();
      assertTrue(after.minimum() >= before.minimum(), told);
      assertTrue(after.exact().recommended() >= before.exact().recommended(), told);
      assertTrue(after.best() >= before.best(), told);
    }
  }

  private static void figures(
      AmsOutcome seen, AmsOutcome would, OptionalDouble stolen, String told) {
    Overcommit before = seen.overcommit();
    Overcommit after = would.overcommit();
    // that no page-in was seen says nothing of a pool of which more is asked: it is left out
    assertEquals(
        before.observedPagingRate().orElse(0) > 0
            ? before.observedPagingRate()
            : OptionalDouble.empty(),
        after.observedPagingRate(),
        told);
    assertEquals(before.stalledShare().orElse(0), after.stalledShare().orElse(0), told);
    assertTrue(after.violationRate().orElse(1) >= before.violationRate().orElse(0), told);
    assertTrue(after.peakStolen().orElse(0) >= stolen.orElse(0), told);
    assertTrue(would.stolenBounds().map(b -> b.low()).orElse(0.0) >= stolen.orElse(0), told);
  }

  /** Less may be asked: nothing that was seen counts, and the sentence says how much that was. */
  @Test
  void whatMayLessenDemandIsToldByTheModelAlone() {
    SplittableRandom random = new SplittableRandom(20_261_203);
    int dropped = 0;
    for (int i = 0; i < WORLDS / 10; i++) {
      AmsCase seen = world(random);
      MemberPlace one = any(seen, random);
      Change change =
          switch (random.nextInt(4)) {
            case 0 -> new Growth(one, random.nextDouble(0.2, 0.99));
            case 1 -> new TimeShift(one, 120_000);
            case 2 -> new WeightChange(one, 7);
            default -> new Removal(one);
          };
      Situation after;
      try {
        after = after(seen, List.of(new Growth(one, 1.5), change));
      } catch (ImpossibleChangeException refused) {
        continue;
      }
      AmsCase would = tried(seen, after);
      assertFalse(after.evident());
      assertEquals(PoolPressure.NONE, would.outcome().pressure());
      assertTrue(would.outcome().overcommit().observedPagingRate().isEmpty());
      String told = WhatWasSeen.of(would);
      boolean paged = seen.outcome().pressure().share() > 0;
      assertEquals(paged, told.contains(" page-ins that were seen in "), told);
      dropped += paged ? 1 : 0;
    }
    assertTrue(dropped > WORLDS / 100, "the worlds have to try it: " + dropped);
  }
}
