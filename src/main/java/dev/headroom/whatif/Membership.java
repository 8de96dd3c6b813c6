package dev.headroom.whatif;

import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsPool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Who is in a memory system, and with how much logical memory. */
final class Membership {
  private Membership() {}

  /**
   * The pool as one of Active Memory Sharing.
   *
   * @throws ImpossibleChangeException where it is not one
   */
  static AmsPool ams(Situation situation) {
    return AmsPool.of(situation.system())
        .orElseThrow(
            () ->
                new ImpossibleChangeException(
                    situation.system().name()
                        + " is a z/VM system: another size can be tried, other members or settings"
                        + " cannot"));
  }

  /** The system with one more member that is configured like another one. */
  static AmsPool added(AmsPool pool, String name, Like like) {
    AmsMember model = like.configured();
    List<AmsMember> members = new ArrayList<>(pool.members());
    members.add(
        new AmsMember(
            name, like.logical(), model.weight(), model.ioEntitlement(), model.loanPolicy()));
    members.sort(Comparator.comparing(AmsMember::name));
    return pool.with(pool.name(), members);
  }

  /**
   * What a new member is configured like.
   *
   * @param configured the member that it is like
   * @param logical its own logical memory
   */
  record Like(AmsMember configured, OptionalDouble logical) {
    static Like of(AmsPool pool, String member, double factor) {
      AmsMember configured = pool.member(member);
      OptionalDouble logical = configured.logical();
      return new Like(
          configured,
          logical.isPresent()
              ? OptionalDouble.of(logical.getAsDouble() * factor)
              : OptionalDouble.empty());
    }
  }

  /** The system without a member. */
  static AmsPool removed(AmsPool pool, String name) {
    return pool.with(
        pool.name(),
        pool.members().stream().filter(member -> !member.name().equals(name)).toList());
  }

  /** The system in which a member has at least so much logical memory. */
  static AmsPool raised(AmsPool pool, String name, double logical) {
    return changed(
        pool,
        name,
        member ->
            member.logical().isPresent() && member.logical().getAsDouble() < logical
                ? new AmsMember(
                    name,
                    OptionalDouble.of(logical),
                    member.weight(),
                    member.ioEntitlement(),
                    member.loanPolicy())
                : member);
  }

  /** The pool in which one member is configured otherwise. */
  static AmsPool changed(AmsPool pool, String name, UnaryOperator<AmsMember> change) {
    return pool.with(
        pool.name(),
        pool.members().stream()
            .map(member -> member.name().equals(name) ? change.apply(member) : member)
            .toList());
  }
}
