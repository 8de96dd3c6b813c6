package dev.headroom.sizing;

import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.ams.PoolPressure;

/**
 * The smallest size that is passed with no more than the wanted chance. Bytes.
 *
 * @param sizes the sizes, before they are rounded up
 * @param chance that demand passes the recommendation in whole blocks within the horizon
 * @param demand what was seen of the demand
 * @param evidence how much of the history counts
 * @param pressure what was seen of memory that was missing
 * @param drift how the level of demand changed
 * @param goal how sure, and how far ahead
 */
public record TailBasis(
    PoolSizes sizes,
    double chance,
    Demand demand,
    Evidence evidence,
    PoolPressure pressure,
    Drift drift,
    Goal goal)
    implements SizeBasis {

  /**
   * What was seen of the demand.
   *
   * @param peak the pool's largest
   * @param sumOfPeaks the members' own peaks together
   * @param meanToPeak its mean over its peak, 0 to 1
   * @param room how much further the members can go together
   * @param clock share of its ups and downs that follows the time of the day, 0 to 1
   * @param blockMillis the length of the blocks of time that have a largest demand each
   */
  public record Demand(
      double peak,
      double sumOfPeaks,
      double meanToPeak,
      double room,
      double clock,
      double blockMillis) {
    /** What it looks like over time. */
    public DemandKind kind() {
      return DemandKind.of(meanToPeak);
    }
  }

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

  static Demand demand(PoolBehaviour pool) {
    return new Demand(
        pool.peak(),
        pool.members().sum(),
        pool.meanToPeak(),
        pool.members().room(),
        pool.clock(),
        pool.maxima().blockMillis());
  }

  static Evidence evidence(
      PoolHistory history, PoolBehaviour pool, LeastTail tail, HistoryEvidence evidence) {
    double interval = history.intervalMillis();
    return new Evidence(
        evidence.days(),
        evidence.missing(),
        evidence.censored(),
        tail.recordChance(),
        interval,
        pool.isolated(),
        PooledTails.unseen(pool, interval));
  }

  @Override
  public <T> T to(Reader<T> reader) {
    return reader.tail(this);
  }
}
