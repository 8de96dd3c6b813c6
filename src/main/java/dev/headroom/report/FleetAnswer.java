package dev.headroom.report;

import dev.headroom.risk.Grade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The answer on many pools: who needs memory, what can be given back, and what is not known.
 * Amounts are bytes, and what each pool's own answer changes: a sum is the sum of what the pools'
 * commands do.
 *
 * @param pools how many there are
 * @param need who lacks memory
 * @param spare who has too much
 * @param ungraded how many have no grade, by what is missing, in the order of {@link Lacking}
 */
public record FleetAnswer(int pools, Need need, Spare spare, Map<Lacking, Integer> ungraded) {
  private static final int SHOWN = 10;

  /** What costs most comes first: memory to be added, then a bad grade, then page-ins seen. */
  public static final Comparator<PoolReport> COSTLIEST =
      Comparator.<PoolReport>comparingDouble(pool -> -Math.max(0, change(pool)))
          .thenComparing(WorstFirst.ORDER)
          .thenComparingDouble(pool -> -pool.memory().overcommit().observedPagingRate().orElse(0));

  /** Copies what can change. */
  public FleetAnswer {
    Map<Lacking, Integer> inOrder = new EnumMap<>(Lacking.class);
    inOrder.putAll(ungraded);
    ungraded = Collections.unmodifiableMap(inOrder);
  }

  /**
   * An amount of memory, and of how many pools.
   *
   * @param pools how many
   * @param bytes of all together
   */
  public record Amount(int pools, double bytes) {
    private static Amount of(List<Double> amounts) {
      return new Amount(amounts.size(), amounts.stream().mapToDouble(Double::doubleValue).sum());
    }
  }

  /**
   * Pools that lack memory.
   *
   * @param memory what is to be added
   * @param otherwise how many are amber or red and no amount is advised that would help them
   */
  public record Need(Amount memory, int otherwise) {}

  /**
   * Pools that have more than is advised.
   *
   * @param proven what can be given back
   * @param unproven what others have above what is advised
   * @param open of how many of those others it is not known whether their members are all
   */
  public record Spare(Amount proven, Amount unproven, int open) {}

  /** The answer on these pools. */
  public static FleetAnswer of(List<PoolReport> pools) {
    List<Double> need = new ArrayList<>();
    List<Double> proven = new ArrayList<>();
    List<Double> unproven = new ArrayList<>();
    Map<Lacking, Integer> ungraded = new EnumMap<>(Lacking.class);
    int otherwise = 0;
    int open = 0;
    for (PoolReport pool : pools) {
      Optional<Grade> grade = pool.judgement().grade();
      double change = change(pool);
      if (grade.isEmpty()) {
        ungraded.merge(Lacking.of(pool), 1, Integer::sum);
      } else if (change > 0) {
        need.add(change);
      } else if (change < 0) {
        proven.add(-change);
      } else if (grade.get().compareTo(Grade.YELLOW) > 0) {
        otherwise++;
      } else if (excess(pool) > 0) {
        unproven.add(excess(pool));
        open += pool.judgement().standing().completeness().known() ? 0 : 1;
      }
    }
    return new FleetAnswer(
        pools.size(),
        new Need(Amount.of(need), otherwise),
        new Spare(Amount.of(proven), Amount.of(unproven), open),
        ungraded);
  }

  /**
   * What a pool's answer changes, bytes: above 0 what it adds, below 0 what is proven that the pool
   * can give back; 0 where nothing changes, or the pool has no grade.
   */
  public static double change(PoolReport pool) {
    return pool.judgement().grade().isPresent() ? pool.judgement().answer().change() : 0;
  }

  /** How much larger a pool is than advised, bytes; 0 where it is not, or that is not known. */
  private static double excess(PoolReport pool) {
    OptionalDouble size = pool.sizes().size();
    return size.isPresent() && pool.sizes().advised().isPresent()
        ? Math.max(0, size.getAsDouble() - pool.sizes().advised().get().recommended())
        : 0;
  }

  /**
   * What to look at first, at most {@value #SHOWN}: graded pools that are not fine, those that cost
   * most before others.
   *
   * @param <T> what stands for a pool
   * @param all the pools, in an order that is kept among equals
   * @param pool the report on one
   */
  public static <T> List<T> costliest(List<T> all, Function<T, PoolReport> pool) {
    return all.stream()
        .filter(each -> isCostly(pool.apply(each)))
        .sorted(Comparator.comparing(pool, COSTLIEST))
        .limit(SHOWN)
        .toList();
  }

  private static boolean isCostly(PoolReport pool) {
    Optional<Grade> grade = pool.judgement().grade();
    return grade.isPresent() && (grade.get() != Grade.GREEN || change(pool) > 0);
  }
}
