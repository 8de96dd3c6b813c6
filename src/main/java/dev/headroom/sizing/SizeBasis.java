package dev.headroom.sizing;

/**
 * What decided a size: figures and no words. Whoever puts it into words reads every kind, and the
 * compiler names a kind that he forgot.
 */
public interface SizeBasis {
  /** Hands itself to a reader. */
  <T> T to(Reader<T> reader);

  /**
   * Reads every kind of basis.
   *
   * @param <T> what it makes of them
   */
  interface Reader<T> {
    /** The past's peak and one member's step on top of it. */
    T peak(PeakBasis basis);

    /** The same, because the history is too thin for a chance. */
    T thin(ThinBasis basis);

    /** The distribution of the next peak. */
    T tail(TailBasis basis);

    /** The working sets of a system's guests. */
    T workingSets(WorkingSetBasis basis);
  }
}
