package dev.headroom.report;

import dev.headroom.risk.Sureness;
import dev.headroom.sizing.PeakBasis;
import dev.headroom.sizing.SizeBasis;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.TailBasis;
import dev.headroom.sizing.ThinBasis;
import dev.headroom.sizing.Thinness;
import dev.headroom.sizing.WorkingSetBasis;
import dev.headroom.unit.Count;
import dev.headroom.unit.Span;

/** Says in an operator's words how a recommendation came about and how sure it is. */
public final class SizeReason implements SizeBasis.Reader<String> {
  private static final SizeReason WORDS = new SizeReason();

  /** Why a z/VM system has a minimum and no size that is advised. */
  public static final String OF_MINIMUM =
      "The minimum is heaps at their maximum and database memory by the site file, a tenth of it on"
          + " top, and the working sets of other guests. No size is advised, for busy guests read"
          + " pages back whenever reports show working sets: UPAGE (FCX113) of the same load with"
          + " more real memory, in which they read none back, would tell the recommended and the best"
          + " size.";

  private SizeReason() {}

  /** The reason, in a few plain sentences. */
  public static String of(Sizing sizing) {
    return sizing.basis().to(WORDS);
  }

  @Override
  public String peak(PeakBasis basis) {
    return new PeakReason(basis).sentences();
  }

  @Override
  public String thin(ThinBasis basis) {
    return peak(basis.plain())
        + " How likely demand passes it "
        + Sureness.ahead(basis.goal())
        + " cannot be said: "
        + missing(basis.thinness())
        + ".";
  }

  /** What is missing for a chance to be stated, as the end of a sentence. */
  static String missing(Thinness thinness) {
    return switch (thinness.kind()) {
      case NO_TIMES -> "the captures carry no times";
      case ALWAYS_SHORT -> "a member was short of memory in every interval";
      case FEW_DAYS ->
          "there are "
              + Span.days(thinness.seen())
              + " of history without gaps and shortages, and "
              + Span.days(thinness.least())
              + " are the least";
      case FEW_INTERVALS ->
          "there "
              + (thinness.seen() == 1 ? "is " : "are ")
              + Count.of((int) thinness.seen(), "interval")
              + ", and "
              + (int) thinness.least()
              + " are the least";
      case NOTHING_NEEDED -> "nothing was needed at any time";
    };
  }

  @Override
  public String tail(TailBasis basis) {
    return new TailReason(basis).sentences();
  }

  @Override
  public String workingSets(WorkingSetBasis basis) {
    return new WorkingSetReason(basis).sentences();
  }
}
