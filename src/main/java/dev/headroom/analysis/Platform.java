package dev.headroom.analysis;

import dev.headroom.memory.Basis;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.PoolKind;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.PoolCase;
import dev.headroom.risk.Rules;
import dev.headroom.risk.Standing;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Table;
import dev.headroom.site.Site;
import dev.headroom.sizing.Goal;
import dev.headroom.sizing.ams.ExitPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a platform is: all in which memory sharing on one kind of machine differs from another. A
 * platform has no state but the thresholds that it judges by; {@link Analysis} has the list of
 * them.
 *
 * @param <S> its memory systems
 * @param <C> what is known of one of them when its risk is judged
 */
public interface Platform<S extends MemorySystem, C extends PoolCase> {
  /** Its words, and the label that its systems have in the site file and in {@code report.json}. */
  PoolKind kind();

  /**
   * Its memory systems: those of the site file, completed by what captures say, then those that
   * only captures know.
   */
  List<Candidate<S>> discover(Site site, Gathered gathered);

  /**
   * A system of this platform as itself. What a change makes of a system is one of the same
   * platform.
   *
   * @throws IllegalArgumentException where it is another platform's
   */
  S own(MemorySystem system);

  /** What captures show of a system's members over time. */
  PoolHistory history(S system, List<Table> tables);

  /**
   * Whether a system's members are known to be all.
   *
   * @param candidate the system as it was found
   * @param history what captures show of its members
   */
  Completeness completeness(Candidate<S> candidate, PoolHistory history, Gathered gathered);

  /**
   * Replays a history on a system, advises sizes, and gathers what rules look at.
   *
   * @param asked what members asked for
   * @param basis whether what was seen stands, or the model alone speaks
   * @param gathered what captures gave
   * @param whole whether its members are known to be all
   */
  C judge(
      S system, PoolHistory asked, Basis basis, Gathered gathered, Completeness whole, Goal goal);

  /** All its rules. */
  Rules<C> rules();

  /** What its rules and grades judge by, each threshold once. */
  List<Threshold> thresholds();

  /** The rules that can speak of a system that was never seen. */
  Rules<C> rulesOfConfiguration();

  /** The grade that its figures give; absent where nothing can be judged. */
  Optional<Grade> grade(C judged);

  /**
   * The grade that its figures would give at another size, as a what-if gives it.
   *
   * @param size bytes, reserve included
   */
  Optional<Grade> grade(C judged, double size);

  /** The answer in a sentence; without a grade it says what is missing. */
  String verdict(C judged, Standing standing);

  /** The same in three lines: what was seen, whether the size will do, what to do. */
  Answer answer(C judged, Standing standing);

  /** What its replay takes for granted, a sentence each. */
  List<String> assumptions(C judged, Basis basis);

  /**
   * The finding that a system was never seen as it is supposed to be.
   *
   * @param judged the system as it is supposed to be
   * @param supposed a sentence for everything that is supposed
   */
  Finding unseen(C judged, List<String> supposed);

  /** How a member is set up: what each setting is called, and its text. */
  default Map<String, String> settings(S system, PoolHistory history, String member) {
    return Map.of();
  }

  /** What is reported of z/VM only. */
  default Optional<ZvmFigures> zvm(C judged) {
    return Optional.empty();
  }

  /** Whether members can leave a system, each with memory of its own. */
  default boolean canBeLeft() {
    return false;
  }

  /** What members need on their own; empty where they cannot leave. */
  default Optional<ExitPlan> exit(S system, PoolHistory history, Goal goal) {
    return Optional.empty();
  }

  /** All pools and members, for advice to be tested by later data; empty where there are none. */
  default Optional<Estate> estate(Site site, Gathered gathered) {
    return Optional.empty();
  }
}
