package dev.headroom.sizing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Three sizes for a pool, how sure the recommended one is, and the curve that they stand on. Bytes.
 *
 * @param minimum the largest total of hot demand that was seen, plus reserve
 * @param recommended the size advised
 * @param best the size at which nothing hot is stolen even when all members peak together
 * @param breachProbability the chance that what is hot passes {@code recommended} at least once
 *     within the horizon; absent where the history cannot say
 * @param horizonDays the horizon
 * @param historyDays how much history it rests on: gaps, and intervals in which a member was short
 *     of memory, do not count; absent where times are not known
 * @param basis what decided the recommendation, and how sure it is
 * @param curve from small to large
 * @param trackRecord how advice like this did on the pool's own history; absent where that is short
 */
public record Sizing(
    double minimum,
    double recommended,
    double best,
    OptionalDouble breachProbability,
    double horizonDays,
    OptionalDouble historyDays,
    SizeBasis basis,
    List<CurvePoint> curve,
    Optional<TrackRecord> trackRecord) {

  /** Copies the curve. */
  public Sizing {
    curve = List.copyOf(curve);
  }

  /** Sizes without a track record, as a recommender gives them. */
  public Sizing(
      double minimum,
      double recommended,
      double best,
      OptionalDouble breachProbability,
      double horizonDays,
      OptionalDouble historyDays,
      SizeBasis basis,
      List<CurvePoint> curve) {
    this(
        minimum,
        recommended,
        best,
        breachProbability,
        horizonDays,
        historyDays,
        basis,
        curve,
        Optional.empty());
  }

  /** The same sizes with how such advice did on the pool's own history. */
  public Sizing with(Optional<TrackRecord> record) {
    return new Sizing(
        minimum,
        recommended,
        best,
        breachProbability,
        horizonDays,
        historyDays,
        basis,
        curve,
        record);
  }
}
