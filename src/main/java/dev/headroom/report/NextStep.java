package dev.headroom.report;

import java.util.Optional;

/**
 * What to do about a pool that has no grade.
 *
 * @param first what to do first, a sentence
 * @param more more on it, after a blank; empty where the sentence says all
 */
public record NextStep(String first, String more) {
  /** What to do; empty where the pool has a grade. */
  public static Optional<NextStep> of(PoolReport pool) {
    return pool.judgement().grade().isPresent() ? Optional.empty() : Optional.of(lacking(pool));
  }

  /** All of it. */
  public String sentences() {
    return first + more;
  }

  private static NextStep lacking(PoolReport pool) {
    String member = pool.kind().member();
    return switch (Lacking.of(pool)) {
      case MEMBERS ->
          new NextStep(
              pool.kind()
                      .capture(
                          "each "
                              + member
                              + " that is missing, or whose rows could not be read, over the same"
                              + " time")
                  + ", and analyze all captures together.",
              " If you know that these are all, write complete: true for "
                  + pool.name()
                  + " in the site file.");
      case NAMES ->
          new NextStep(
              "Settle it in a site file: headroom analyze PATH... --site-skeleton FILE writes one"
                  + " that has the lines for it.",
              "");
      case DEMAND ->
          new NextStep(
              pool.kind().capture("each " + member) + " over a busy week.",
              " The findings say what is missing.");
      case SIZE ->
          new NextStep(
              "Write the size of "
                  + pool.name()
                  + " into the site file, or add a capture that reports it.",
              " The findings say which.");
      case REPORTS ->
          new NextStep(
              pool.kind().capture("each " + member + " that does not report")
                  + ", over the same time.",
              " The findings say which.");
    };
  }
}
