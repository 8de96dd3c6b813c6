package dev.headroom.whatif;

import dev.headroom.memory.Coverage;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pool and what its members asked for: as it was found, or as it would be.
 *
 * @param system the pool
 * @param history what its members asked for
 * @param changed whether anything is supposed: then what was seen of how members were served is the
 *     least at most
 * @param supposed a sentence for everything that is supposed and was not found
 */
public record Situation(
    MemorySystem system, PoolHistory history, boolean changed, List<String> supposed) {
  /** Copies the list. */
  public Situation {
    supposed = List.copyOf(supposed);
  }

  /** A pool as it was found. */
  public static Situation found(MemorySystem system, PoolHistory history) {
    return new Situation(system, history, false, List.of());
  }

  /** Whether what was seen of the pool is evidence on it as it is here. */
  public boolean evident() {
    return !Double.isNaN(system.captured());
  }

  /** The names of the members, in the order of their names. */
  public List<String> names() {
    return Stream.concat(
            system.configuredLogical().keySet().stream(),
            history.members().stream().map(MemberHistory::name))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * What a member asked for.
   *
   * @throws ImpossibleChangeException where no capture shows it
   */
  MemberHistory member(String name) {
    return history.members().stream()
        .filter(member -> member.name().equals(name) && ChangedDemand.peakAt(member) >= 0)
        .findFirst()
        .orElseThrow(
            () -> new ImpossibleChangeException("no capture shows what " + name + " needs"));
  }

  /** The same at another size: what was seen of its members is evidence on this one too. */
  Situation resized(double size, String sentence) {
    return new Situation(system.withSize(size), history, true, and(sentence));
  }

  /** The same by the model alone: what was seen of it is no evidence. */
  public Situation unseen() {
    return new Situation(since(system, Effect.OTHER), history, changed, supposed);
  }

  /** The same with another system. */
  Situation with(MemorySystem changed, Effect effect, String sentence) {
    return new Situation(since(changed, effect), history, true, and(sentence));
  }

  /** What was seen stays the least where nothing is asked less. */
  private MemorySystem since(MemorySystem changed, Effect effect) {
    MemorySystem known = changed.changedFrom(system, history);
    return effect == Effect.MORE ? known : known.unseen();
  }

  /** The same with one member's history replaced. */
  Situation with(MemorySystem changed, MemberHistory member, Effect effect, String sentence) {
    List<MemberHistory> members =
        history.members().stream().map(m -> m.name().equals(member.name()) ? member : m).toList();
    return new Situation(since(changed, effect), over(members), true, and(sentence));
  }

  /** The same with one more member. */
  Situation plus(MemorySystem changed, MemberHistory member, String sentence) {
    List<MemberHistory> members = new ArrayList<>(history.members());
    members.add(member);
    members.sort(Comparator.comparing(MemberHistory::name));
    return new Situation(since(changed, Effect.MORE), over(members), true, and(sentence));
  }

  /** The same without a member. */
  Situation without(MemorySystem changed, String member, String sentence) {
    List<MemberHistory> members =
        history.members().stream().filter(m -> !m.name().equals(member)).toList();
    return new Situation(since(changed, Effect.OTHER), over(members), true, and(sentence));
  }

  /** The same with what members ask for at other times. */
  Situation with(PoolHistory changed, String sentence) {
    return new Situation(since(system, Effect.OTHER), changed, true, and(sentence));
  }

  private PoolHistory over(List<MemberHistory> members) {
    return new PoolHistory(
        history.timed(),
        history.instants(),
        history.intervalMillis(),
        history.heldMillis(),
        members,
        Coverage.of(members, history.size()));
  }

  private List<String> and(String sentence) {
    List<String> all = new ArrayList<>(supposed);
    all.add(sentence);
    return all;
  }
}
