package dev.headroom.backtest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One pool in one period: what was advised from the past, and what became of it and of the simple
 * rules' sizes. Either it was left out or it was judged.
 *
 * @param pool the pool's name
 * @param members who is in it
 * @param window what was known and what judged
 * @param leftOut why it was not judged
 * @param judgement what came of it, where it was judged
 */
public record Trial(
    String pool,
    List<String> members,
    Window window,
    Optional<LeftOut> leftOut,
    Optional<Judgement> judgement) {

  /**
   * What came of a pool in a period.
   *
   * @param advice the advice wanted
   * @param asked the advice at the probabilities of a reliability table
   * @param baselines how the sizes of all simple rules did
   * @param yardsticks what sizes are measured by
   */
  public record Judgement(
      Advised advice, List<Advised> asked, Map<Baseline, Score> baselines, Yardsticks yardsticks) {
    /** Copies the collections. */
    public Judgement {
      asked = List.copyOf(asked);
      baselines = Map.copyOf(baselines);
    }
  }

  /**
   * Advice and what became of it.
   *
   * @param asked the probability of being exceeded that it was asked for
   * @param stated the probability that it stated; absent where it stated none
   * @param score how it did
   */
  public record Advised(double asked, OptionalDouble stated, Score score) {}

  /**
   * What sizes are measured by; bytes, without reserve.
   *
   * @param sumOfPeaks the own peaks of all members in what was known
   * @param promised logical memory of all members, where it is known of all
   * @param oracle the smallest size that would have held
   */
  public record Yardsticks(double sumOfPeaks, OptionalDouble promised, double oracle) {}

  /** Copies the list. */
  public Trial {
    members = List.copyOf(members);
  }

  /** One that was not judged. */
  static Trial leftOut(String pool, List<String> members, Window window, LeftOut why) {
    return new Trial(pool, members, window, Optional.of(why), Optional.empty());
  }

  /** Whether it was judged. */
  public boolean judged() {
    return judgement.isPresent();
  }

  /** The advice wanted; empty where it was not judged. */
  public Optional<Advised> advice() {
    return judgement.map(Judgement::advice);
  }

  /** The advice at the probabilities of a reliability table; only where it was judged. */
  public List<Advised> asked() {
    return judgement.orElseThrow().asked();
  }

  /** What its sizes are measured by; only where it was judged. */
  public Yardsticks yardsticks() {
    return judgement.orElseThrow().yardsticks();
  }

  /** How the size of a simple rule did; only where it was judged. */
  Score baseline(Baseline rule) {
    return Objects.requireNonNull(judgement.orElseThrow().baselines().get(rule));
  }
}
