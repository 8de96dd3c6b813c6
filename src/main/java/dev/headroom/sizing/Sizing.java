package dev.headroom.sizing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Three sizes for a pool, how sure the recommended one is, and the curve that they stand on. Bytes.
 *
 * @param sizes the three
 * @param chance how sure the recommended one is
 * @param exact the recommended one as the law gives it, before it is rounded up to whole blocks
 * @param basis what decided the recommendation
 * @param curve from small to large
 * @param trackRecord how advice like this did on the pool's own history; absent where that is short
 */
public record Sizing(
    Sizes sizes,
    Chance chance,
    Exact exact,
    SizeBasis basis,
    List<CurvePoint> curve,
    Optional<TrackRecord> trackRecord) {

  /**
   * Three sizes, bytes, in whole blocks.
   *
   * @param minimum what would just have held what was seen; {@link Double#NaN} where a z/VM
   *     system's heaps and databases are not known
   * @param recommended the size advised
   * @param best the size at which nothing hot is stolen even when all members peak together
   */
  public record Sizes(double minimum, double recommended, double best) {}

  /**
   * How sure the recommended size is.
   *
   * @param breachProbability the chance that what is hot passes it at least once within the
   *     horizon; absent where the history cannot say
   * @param present the same for the size that the pool has
   * @param goal the goal, its horizon settled
   * @param historyDays how much history it rests on: gaps, and intervals in which a member was
   *     short of memory, do not count; absent where times are not known
   */
  public record Chance(
      OptionalDouble breachProbability,
      OptionalDouble present,
      Goal goal,
      OptionalDouble historyDays) {
    /** One that says nothing of the present size. */
    public Chance(OptionalDouble breachProbability, Goal goal, OptionalDouble historyDays) {
      this(breachProbability, OptionalDouble.empty(), goal, historyDays);
    }
  }

  /**
   * What grades and backtests compare with.
   *
   * @param recommended bytes, not rounded up
   * @param breachProbability the chance of that very size
   */
  public record Exact(double recommended, OptionalDouble breachProbability) {}

  /** Copies the curve. */
  public Sizing {
    curve = List.copyOf(curve);
  }

  /** Sizes without a track record, as a recommender gives them. */
  public Sizing(Sizes sizes, Chance chance, Exact exact, SizeBasis basis, List<CurvePoint> curve) {
    this(sizes, chance, exact, basis, curve, Optional.empty());
  }

  /** Sizes that are not rounded. */
  public Sizing(Sizes sizes, Chance chance, SizeBasis basis, List<CurvePoint> curve) {
    this(sizes, chance, new Exact(sizes.recommended(), chance.breachProbability()), basis, curve);
  }

  /** The same sizes with how such advice did on the pool's own history. */
  public Sizing with(Optional<TrackRecord> record) {
    return new Sizing(sizes, chance, exact, basis, curve, record);
  }

  /** The least that would do, bytes; {@link Double#NaN} where that is not known. */
  public double minimum() {
    return sizes.minimum();
  }

  /** The size advised, bytes. */
  public double recommended() {
    return sizes.recommended();
  }

  /** The size at which nothing hot is stolen even when all members peak together; bytes. */
  public double best() {
    return sizes.best();
  }

  /** The chance that demand passes the size advised; absent where the history cannot say. */
  public OptionalDouble breachProbability() {
    return chance.breachProbability();
  }

  /** The horizon of that chance, days. */
  public double horizonDays() {
    return chance.goal().horizonDays();
  }

  /** How much history that chance rests on, days; absent where times are not known. */
  public OptionalDouble historyDays() {
    return chance.historyDays();
  }
}
