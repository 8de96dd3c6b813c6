package dev.headroom.risk;

import dev.headroom.memory.PoolHistory;
import java.util.function.IntToDoubleFunction;

/**
 * When something was the case, and how much of it. Instants are indices into a history.
 *
 * @param observed at how many instants it is known whether it was
 * @param count at how many of these it was
 * @param first the first of them, -1 if absent
 * @param worst the one with the largest amount, the first among equals
 * @param last the last of them
 * @param longest the most in a row
 * @param most the largest amount, 0 if absent
 */
public record Spell(
    int observed, int count, int first, int worst, int last, int longest, double most) {

  /**
   * Looks over instants.
   *
   * @param amount more than 0 where it is the case, {@link Double#NaN} where that is not known
   */
  public static Spell over(PoolHistory history, IntToDoubleFunction amount) {
    int observed = 0;
    int count = 0;
    int first = -1;
    int worst = -1;
    int last = -1;
    int run = 0;
    int longest = 0;
    double most = 0;
    for (int instant = 0; instant < history.size(); instant++) {
      double value = amount.applyAsDouble(instant);
      observed += Double.isNaN(value) ? 0 : 1;
      if (!(value > 0)) {
        run = 0;
        continue;
      }
      count++;
      run++;
      longest = Math.max(longest, run);
      first = first < 0 ? instant : first;
      last = instant;
      if (value > most) {
        most = value;
        worst = instant;
      }
    }
    return new Spell(observed, count, first, worst, last, longest, most);
  }

  /** Whether it was the case at any instant. */
  public boolean any() {
    return count > 0;
  }

  /** The share of a system's intervals that count in which it was the case. */
  public double share(PoolCase system) {
    return (double) count / system.intervals();
  }

  /**
   * When it was, such as {@code in 2 of 9 intervals (20 s): first …, worst …, last …}, of all
   * intervals of the system that count; more than these are not a share of them.
   */
  public String words(PoolCase system) {
    PoolHistory history = system.history();
    int all = system.intervals();
    String often =
        "in "
            + (count <= all
                ? Instants.intervals(history, count, all)
                : Instants.intervals(history, count));
    if (count == 1) {
      return often + ", " + Instants.at(history, first);
    }
    return often
        + ": first "
        + Instants.when(history, first)
        + ", worst "
        + Instants.when(history, worst)
        + ", last "
        + Instants.when(history, last);
  }
}
