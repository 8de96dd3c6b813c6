package dev.headroom.whatif;

import dev.headroom.memory.Coverage;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.unit.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A member that does the same at another time. The shift goes round: what passes the end of the
 * history comes in at its start, so that nothing of the member is lost. It goes by whole intervals
 * of the grid.
 *
 * @param place which
 * @param millis how much later, negative for earlier
 */
public record TimeShift(MemberPlace place, double millis) implements Change {
  @Override
  public String pool() {
    return place.pool();
  }

  @Override
  public Situation applyTo(Landscape landscape) {
    Situation before = landscape.pool(pool());
    if (millis == 0) {
      return before;
    }
    Membership.ams(before);
    PoolHistory history = before.history();
    before.member(place.member());
    if (!history.timed() || !(history.intervalMillis() > 0)) {
      throw new ImpossibleChangeException(
          "the captures of " + pool() + " carry no times, so nothing can be shifted in time");
    }
    long[] cells = cells(history);
    long span = cells[cells.length - 1] + 1;
    long steps = Math.round(millis / history.intervalMillis());
    if (Math.floorMod(steps, span) == 0) {
      throw new ImpossibleChangeException(
          Span.exact(millis)
              + " changes nothing: the history of "
              + pool()
              + " is "
              + Span.exact(span * history.intervalMillis())
              + " long, in intervals of "
              + Span.exact(history.intervalMillis()));
    }
    return before.with(shifted(history, cells, span, steps), sentence(steps, history));
  }

  private String sentence(long steps, PoolHistory history) {
    double moved = steps * history.intervalMillis();
    return place.member()
        + " does everything "
        + Span.exact(moved)
        + (steps > 0 ? " later" : " earlier")
        + (moved == millis ? "" : " (whole intervals)")
        + "; what passes the "
        + (steps > 0 ? "end" : "start")
        + " of the history comes in at its "
        + (steps > 0 ? "start" : "end")
        + ".";
  }

  private static long[] cells(PoolHistory history) {
    double first = history.instants()[0];
    return Arrays.stream(history.instants())
        .mapToLong(instant -> Math.round((instant - first) / history.intervalMillis()))
        .toArray();
  }

  private PoolHistory shifted(PoolHistory history, long[] cells, long span, long steps) {
    TreeSet<Long> all = new TreeSet<>();
    for (long cell : cells) {
      all.add(cell);
      all.add(Math.floorMod(cell + steps, span));
    }
    long[] grid = all.stream().mapToLong(Long::longValue).toArray();
    int[] later = new int[grid.length];
    int[] same = new int[grid.length];
    for (int i = 0; i < grid.length; i++) {
      later[i] = Arrays.binarySearch(cells, Math.floorMod(grid[i] - steps, span));
      same[i] = Arrays.binarySearch(cells, grid[i]);
    }
    boolean gridKept = grid.length == cells.length;
    List<MemberHistory> members = new ArrayList<>();
    for (MemberHistory member : history.members()) {
      if (member.name().equals(place.member())) {
        members.add(ChangedDemand.moved(member, later));
      } else {
        members.add(gridKept ? member : ChangedDemand.moved(member, same));
      }
    }
    double first = history.instants()[0];
    double[] instants =
        gridKept
            ? history.instants()
            : Arrays.stream(grid)
                .mapToDouble(cell -> first + cell * history.intervalMillis())
                .toArray();
    return new PoolHistory(
        true,
        instants,
        history.intervalMillis(),
        history.heldMillis(),
        members,
        Coverage.of(members, instants.length));
  }
}
