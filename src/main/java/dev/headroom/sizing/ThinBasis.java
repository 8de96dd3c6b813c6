package dev.headroom.sizing;

/**
 * A size by the plain rule, because the history bears no more.
 *
 * @param plain what the plain rule rests on
 * @param thinness what is missing for a chance to be stated
 * @param goal what was asked for
 */
public record ThinBasis(PeakBasis plain, Thinness thinness, Goal goal) implements SizeBasis {
  @Override
  public <T> T to(Reader<T> reader) {
    return reader.thin(this);
  }
}
