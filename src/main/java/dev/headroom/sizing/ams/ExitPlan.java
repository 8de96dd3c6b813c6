package dev.headroom.sizing.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemoryBlocks;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolTotals;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.Recommender;
import dev.headroom.sizing.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The end of Active Memory Sharing, which is gone with Power10 and VIOS 4.1: what dedicated memory
 * every partition of a pool needs. That is its own peak of floor and hot and a tenth on top, or
 * what the recommender advises for it alone where that is more; no more than its logical memory, in
 * which it does its work today; in whole blocks. Bytes.
 *
 * @param needs one for each partition
 * @param today the pool's size, where known
 */
public record ExitPlan(List<DedicatedNeed> needs, OptionalDouble today) {
  /** Copies the list. */
  public ExitPlan {
    needs = List.copyOf(needs);
  }

  /** The plan for a pool. */
  public static ExitPlan of(AmsPool pool, PoolHistory history, Recommender recommender, Goal goal) {
    List<DedicatedNeed> needs = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      needs.add(need(pool, history, member, recommender, goal));
    }
    return new ExitPlan(
        needs, pool.size() > 0 ? OptionalDouble.of(pool.size()) : OptionalDouble.empty());
  }

  private static DedicatedNeed need(
      AmsPool pool, PoolHistory history, MemberHistory member, Recommender recommender, Goal goal) {
    AmsPool alone =
        new AmsPool(
            member.name(),
            Double.NaN,
            OptionalDouble.empty(),
            0,
            List.of(pool.member(member.name())));
    PoolHistory own = history.alone(member);
    PoolTotals totals = PoolTotals.of(own, alone);
    OptionalDouble logical = totals.promised();
    OptionalDouble peak = totals.neededPeak();
    if (peak.isEmpty()) {
      return unknown(alone.members().get(0), logical);
    }
    Optional<Sizing> sizing = recommender.recommend(own, alone, goal);
    double wanted =
        Math.max(
            MemoryBlocks.enough(peak.getAsDouble()),
            MemoryBlocks.up(sizing.map(each -> each.exact().recommended()).orElse(0.0)));
    double most = logical.isPresent() ? MemoryBlocks.up(logical.getAsDouble()) : Double.MAX_VALUE;
    double dedicated = Math.min(most, wanted);
    OptionalDouble demand = totals.demandPeak();
    return new DedicatedNeed(
        member.name(),
        logical,
        peak,
        OptionalDouble.of(dedicated),
        demand.isPresent()
            ? OptionalDouble.of(
                Math.min(most, Math.max(dedicated, MemoryBlocks.up(demand.getAsDouble()))))
            : OptionalDouble.empty(),
        caution(own, wanted > dedicated));
  }

  private static DedicatedNeed unknown(AmsMember member, OptionalDouble logical) {
    OptionalDouble all =
        logical.isPresent()
            ? OptionalDouble.of(MemoryBlocks.up(logical.getAsDouble()))
            : OptionalDouble.empty();
    return new DedicatedNeed(
        member.name(), logical, OptionalDouble.empty(), all, all, DedicatedNeed.Caution.NONE);
  }

  private static DedicatedNeed.Caution caution(PoolHistory own, boolean capped) {
    int known = 0;
    int censored = 0;
    for (int instant = 0; instant < own.size(); instant++) {
      known += own.covered(instant) ? 1 : 0;
      censored += own.covered(instant) && own.censored(instant) ? 1 : 0;
    }
    return new DedicatedNeed.Caution(capped, censored, known);
  }

  /** Logical memory of all; absent where it is not known of one. */
  public OptionalDouble logical() {
    return sum(DedicatedNeed::logical);
  }

  /** Dedicated memory of all; absent where it is not known of one. */
  public OptionalDouble dedicated() {
    return sum(DedicatedNeed::dedicated);
  }

  /** Dedicated memory of all with their file cache; absent where it is not known of one. */
  public OptionalDouble withCache() {
    return sum(DedicatedNeed::withCache);
  }

  /** How much more than the pool's size all need; negative for less; absent where not known. */
  public OptionalDouble extra() {
    return dedicated().isPresent() && today.isPresent()
        ? OptionalDouble.of(dedicated().getAsDouble() - today.getAsDouble())
        : OptionalDouble.empty();
  }

  /** The need of all over the pool's size; absent where not known. */
  public OptionalDouble ratio() {
    return dedicated().isPresent() && today.isPresent()
        ? OptionalDouble.of(dedicated().getAsDouble() / today.getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble sum(Function<DedicatedNeed, OptionalDouble> figure) {
    double sum = 0;
    for (DedicatedNeed need : needs) {
      OptionalDouble value = figure.apply(need);
      if (value.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += value.getAsDouble();
    }
    return needs.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }
}
