package dev.headroom.memory.ams;

import dev.headroom.memory.Coverage;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberRows;
import dev.headroom.memory.Moments;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.PoolPageIns;
import dev.headroom.memory.TimesOfDay;
import dev.headroom.series.Fineness;
import dev.headroom.series.Grid;
import dev.headroom.series.Kind;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lays the captures of a pool's partitions on one grid: the coarsest native interval of all, a
 * value held for two intervals at most. Where no capture has a date, they lie by their times of the
 * day; where none has these either, the rows are laid side by side in their order as far as they
 * are {@linkplain OneInterval of one interval}, and the history says that it is not timed. Where a
 * console counts the pool's page-ins, its interval counts as a native one.
 */
public final class AmsHistory {
  private AmsHistory() {}

  /** The history of a pool in these tables, as fine as they are. */
  public static PoolHistory of(AmsPool pool, List<Table> tables) {
    return of(pool, tables, Fineness.FULL);
  }

  /**
   * The history of a pool in these tables; members without any capture report nowhere.
   *
   * @param fineness how fine the grid may be; the worst moment of a cell stands for it
   */
  public static PoolHistory of(AmsPool pool, List<Table> tables, Fineness fineness) {
    Map<String, List<Table>> byName =
        tables.stream()
            .filter(table -> table.subject().kind() == Kind.PARTITION)
            .collect(Collectors.groupingBy(table -> table.subject().name()));
    List<List<Table>> byMember =
        pool.members().stream()
            .map(member -> List.copyOf(byName.getOrDefault(member.name(), List.of())))
            .toList();
    PoolHistory timed = on(pool, TimesOfDay.laid(byMember), true, fineness);
    if (timed.size() > 0) {
      return timed;
    }
    List<Table> leftOut = OneInterval.leftOut(byMember.stream().flatMap(List::stream).toList());
    return on(
        pool,
        byMember.stream()
            .map(own -> own.stream().filter(table -> !leftOut.contains(table)).toList())
            .toList(),
        false,
        fineness);
  }

  private static PoolHistory on(
      AmsPool pool, List<List<Table>> byMember, boolean timed, Fineness fineness) {
    List<MemberRows> rows = byMember.stream().map(tables -> MemberRows.of(tables, timed)).toList();
    List<double[]> places = rows.stream().map(MemberRows::places).toList();
    Optional<ConsoleCounts> counts =
        pool.server().console().filter(console -> timed).map(ConsoleCounts::new);
    Grid grid =
        Grid.over(timed, counts.map(console -> console.beside(places)).orElse(places), fineness);
    double[] nothing = PartitionGridding.absent(grid);
    List<PartitionGridding> gridding = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      gridding.add(
          new PartitionGridding(
              pool.members().get(i), byMember.get(i), rows.get(i), grid, nothing));
    }
    new Moments(gridding, grid).lay();
    List<MemberHistory> members = gridding.stream().map(PartitionGridding::history).toList();
    double step = timed ? grid.step() : Double.NaN;
    return new PoolHistory(
        timed,
        grid.instants(),
        step,
        timed ? grid.reach() : Double.NaN,
        members,
        Coverage.of(members, grid.size()),
        counts.map(console -> console.on(grid)).orElse(PoolPageIns.NONE));
  }
}
