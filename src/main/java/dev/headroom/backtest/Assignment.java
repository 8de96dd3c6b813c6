package dev.headroom.backtest;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemorySystem;
import dev.headroom.memory.PoolHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One pool to judge in one period.
 *
 * @param pool its name
 * @param members who is in it
 * @param system what it is
 * @param history its members' history, from before the period to after it; asked for when it is
 *     needed, so that a thousand drawn pools take no room
 * @param window the period
 */
public record Assignment(
    String pool,
    List<String> members,
    MemorySystem system,
    Supplier<PoolHistory> history,
    Window window) {

  /** Copies the list. */
  public Assignment {
    members = List.copyOf(members);
  }

  /** A pool as it is, in every period of its history. */
  public static List<Assignment> of(MemorySystem system, PoolHistory history, BacktestPlan plan) {
    List<String> members = history.members().stream().map(MemberHistory::name).toList();
    return Window.over(history, plan).stream()
        .map(window -> new Assignment(system.name(), members, system, () -> history, window))
        .toList();
  }

  /**
   * Pools drawn in every period from those members that report both before the cut and after it.
   * The same estate, plan and draws give the same pools.
   *
   * @param estate all members
   * @param systems makes the pool of some members, by name
   * @return empty for a period in which there are fewer such members than a pool should have
   */
  public static List<Assignment> drawn(
      PoolHistory estate,
      BacktestPlan plan,
      Draws draws,
      Function<List<String>, MemorySystem> systems) {
    List<Assignment> drawn = new ArrayList<>();
    // one sequence for all periods, by an algorithm that every Java has the same
    Random random = new Random(draws.seed());
    for (Window window : Window.over(estate, plan)) {
      int[] eligible = eligible(estate, window);
      for (int draw = 0; draw < draws.pools() && eligible.length >= draws.members(); draw++) {
        int[] picked = pick(eligible, draws.members(), random);
        List<String> names =
            Arrays.stream(picked).mapToObj(i -> estate.members().get(i).name()).toList();
        MemorySystem system = systems.apply(names);
        drawn.add(
            new Assignment(
                "draw " + (draw + 1), names, system, () -> estate.picking(picked), window));
      }
    }
    return drawn;
  }

  private static int[] eligible(PoolHistory estate, Window window) {
    int from = estate.firstNotBefore(window.from());
    int cut = estate.firstNotBefore(window.cut());
    int until = estate.firstNotBefore(window.until());
    int[] eligible = new int[estate.members().size()];
    int count = 0;
    for (int i = 0; i < eligible.length; i++) {
      MemberHistory member = estate.members().get(i);
      if (reports(member, from, cut) && reports(member, cut, until)) {
        eligible[count++] = i;
      }
    }
    return Arrays.copyOf(eligible, count);
  }

  private static boolean reports(MemberHistory member, int from, int until) {
    for (int instant = from; instant < until; instant++) {
      if (member.reports(instant)) {
        return true;
      }
    }
    return false;
  }

  /** Some of them, each as likely as any other, in the order of their places. */
  private static int[] pick(int[] eligible, int count, Random random) {
    int[] shuffled = eligible.clone();
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      int swapped = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = swapped;
    }
    int[] picked = Arrays.copyOf(shuffled, count);
    Arrays.sort(picked);
    return picked;
  }
}
