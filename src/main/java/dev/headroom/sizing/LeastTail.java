package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;

/**
 * The distribution of a pool's largest demand within a horizon, from the past's peak up: the law
 * ({@link PooledTails}) with what was measured of the pool at each of its {@link Milestones}, and
 * at every size the least of them. How long the peak has stood, and how much was seen, is of the
 * whole history each time.
 *
 * <p>So days on which no member needed more than before make no chance greater and no size larger:
 * they only add to what the least is taken of, and each of these falls with time. What is quiet
 * cannot show that members are restless.
 */
final class LeastTail implements BreachChance {
  private final RecordTail[] tails;

  private LeastTail(RecordTail[] tails) {
    this.tails = tails;
  }

  /**
   * The distribution.
   *
   * @param demand all of the history's
   * @param counts whether the interval of an instant is evidence
   * @param least what was seen to be needed, bytes; it takes the place of the past's peak where it
   *     is more
   * @param horizonDays how far ahead
   */
  static LeastTail of(
      PoolHistory history,
      SharedDemand demand,
      IntPredicate counts,
      double least,
      double horizonDays) {
    return new LeastTail(
        Arrays.stream(Milestones.of(history, demand, counts))
            .mapToObj(moment -> tail(history, demand, moment, counts, least, horizonDays))
            .toArray(RecordTail[]::new));
  }

  private static RecordTail tail(
      PoolHistory history,
      SharedDemand demand,
      int moment,
      IntPredicate counts,
      double least,
      double horizonDays) {
    SharedDemand known = demand.within(0, moment);
    Drift drift = Drift.of(history, known);
    int from = drift.shifted() ? history.firstNotBefore(drift.shiftedAt()) : 0;
    SharedDemand counted = drift.shifted() ? known.within(from, moment) : known;
    return PooledTails.of(
        PoolBehaviour.of(history, counted),
        least,
        HistoryEvidence.of(history, demand.within(from, history.size()), counted.peakAt(), counts),
        horizonDays,
        history.intervalMillis());
  }

  @Override
  public OptionalDouble above(double available) {
    return Arrays.stream(tails)
        .map(tail -> tail.above(available))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  /** The past's peak, bytes. */
  double peak() {
    return least(RecordTail::peak);
  }

  /** The chance that the past's peak is passed. */
  double recordChance() {
    return least(RecordTail::recordChance);
  }

  /**
   * The smallest size, from the past's peak up, that is passed with no more than a chance.
   *
   * @return bytes; the past's peak where that is safe enough
   */
  double sizeFor(double chance) {
    return least(tail -> tail.sizeFor(chance));
  }

  private double least(ToDoubleFunction<RecordTail> of) {
    return Arrays.stream(tails).mapToDouble(of).min().orElseThrow();
  }
}
