package dev.headroom.backtest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One pool in one period: what was advised from the past, and what became of it and of the simple
 * rules' sizes. Bytes, without reserve.
 *
 * @param pool the pool's name
 * @param members who is in it
 * @param window what was known and what judged
 * @param leftOut why it was not judged; where it was not, all that follows is empty or 0
 * @param advice the advice wanted
 * @param asked the advice at the probabilities of a reliability table
 * @param baselines how the sizes of all simple rules did
 * @param sumOfPeaks the own peaks of all members in what was known
 * @param promised logical memory of all members, where it is known of all
 * @param oracle the smallest size that would have held
 */
public record Trial(
    String pool,
    List<String> members,
    Window window,
    Optional<LeftOut> leftOut,
    Optional<Advised> advice,
    List<Advised> asked,
    Map<Baseline, Score> baselines,
    double sumOfPeaks,
    OptionalDouble promised,
    double oracle) {

  /**
   * Advice and what became of it.
   *
   * @param asked the probability of being exceeded that it was asked for
   * @param stated the one that it came with; absent where it said none
   * @param score how it did
   */
  public record Advised(double asked, OptionalDouble stated, Score score) {}

  /** Copies the lists. */
  public Trial {
    members = List.copyOf(members);
    asked = List.copyOf(asked);
    baselines = Map.copyOf(baselines);
  }

  /** One that was not judged. */
  static Trial leftOut(String pool, List<String> members, Window window, LeftOut why) {
    return new Trial(
        pool,
        members,
        window,
        Optional.of(why),
        Optional.empty(),
        List.of(),
        Map.of(),
        0,
        OptionalDouble.empty(),
        0);
  }

  /** How the size of a simple rule did; only where the period was judged. */
  Score baseline(Baseline rule) {
    return Objects.requireNonNull(baselines.get(rule));
  }

  /** Whether it was judged. */
  public boolean judged() {
    return leftOut.isEmpty();
  }
}
