package dev.headroom.report;

import dev.headroom.risk.Grade;
import java.util.Comparator;
import java.util.Optional;

/** The order in which pools are shown: what could not be judged comes before what is well. */
public final class WorstFirst {
  /** The worst pool first; those of one grade stay as they are. */
  public static final Comparator<PoolReport> ORDER =
      Comparator.comparingInt(pool -> rank(pool.judgement().grade()));

  private WorstFirst() {}

  private static int rank(Optional<Grade> grade) {
    if (grade.isEmpty()) {
      return 3;
    }
    return switch (grade.get()) {
      case RED -> 0;
      case AMBER -> 1;
      case YELLOW -> 2;
      case GREEN -> 4;
    };
  }
}
