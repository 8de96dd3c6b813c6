package dev.headroom.sizing;

import java.util.OptionalDouble;

/**
 * A size that outlives the past's worst moment plus one member's step. Bytes.
 *
 * @param peak what was hot together at most
 * @param step the step on top of it
 * @param recommended the recommendation without reserve
 * @param reserve the reserve
 * @param promised what is promised, where known
 * @param censoredShare share of the intervals in which a member was short of memory
 * @param assurance how sure the recommendation is
 */
public record PeakBasis(
    double peak,
    LargestStep step,
    double recommended,
    double reserve,
    OptionalDouble promised,
    double censoredShare,
    Assurance assurance)
    implements SizeBasis {
  @Override
  public <T> T to(Reader<T> reader) {
    return reader.peak(this);
  }
}
