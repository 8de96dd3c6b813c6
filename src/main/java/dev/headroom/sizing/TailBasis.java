package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;

/**
 * The smallest size that is passed with no more than the wanted chance. Bytes.
 *
 * @param recommended the recommendation without reserve
 * @param reserve the reserve
 * @param all whether it holds all that is promised
 * @param chance that demand passes the recommendation within the horizon
 * @param demand what was seen of the demand
 * @param evidence how much of the history counts
 * @param goal how sure, and how far ahead
 */
public record TailBasis(
    double recommended,
    double reserve,
    boolean all,
    double chance,
    Demand demand,
    Evidence evidence,
    Goal goal)
    implements SizeBasis {

  /**
   * What was seen of the demand.
   *
   * @param peak the pool's largest
   * @param sumOfPeaks the members' own peaks together
   * @param meanToPeak its mean over its peak, 0 to 1
   * @param kind what that makes it
   * @param blockMillis the length of the blocks of time that have a largest demand each
   * @param spread standard deviation of the largest demands of blocks
   */
  public record Demand(
      double peak,
      double sumOfPeaks,
      double meanToPeak,
      DemandKind kind,
      double blockMillis,
      double spread) {}

  /**
   * How much of the history counts.
   *
   * @param days how long it is without gaps and shortages
   * @param missing share of the time in which too few members reported
   * @param censored share of the other intervals in which a member was short of memory
   * @param recordChance chance that the past's peak is passed within the horizon
   * @param intervalMillis how far samples are apart
   * @param isolated share of the highest stretches that were seen once only
   * @param unseen how many times as many are reckoned with; 1 where samples show them all
   */
  public record Evidence(
      double days,
      double missing,
      double censored,
      double recordChance,
      double intervalMillis,
      double isolated,
      double unseen) {}

  static TailBasis of(
      PoolHistory history,
      PoolBehaviour pool,
      RecordTail tail,
      HistoryEvidence evidence,
      Goal goal,
      Size size) {
    double interval = history.intervalMillis();
    return new TailBasis(
        size.recommended(),
        size.reserve(),
        size.all(),
        Math.min(goal.breachProbability(), tail.above(size.recommended()).orElse(1)),
        new Demand(
            pool.peak(),
            pool.sumOfPeaks(),
            pool.meanToPeak(),
            DemandKind.of(pool.meanToPeak()),
            pool.maxima().blockMillis(),
            pool.maxima().spread()),
        new Evidence(
            evidence.days(),
            evidence.missing(),
            evidence.censored(),
            tail.recordChance(),
            interval,
            pool.isolated(),
            PooledTails.unseen(pool, interval)),
        goal);
  }

  /** What the recommender chose. */
  record Size(double recommended, double reserve, boolean all) {}

  @Override
  public <T> T to(Reader<T> reader) {
    return reader.tail(this);
  }
}
