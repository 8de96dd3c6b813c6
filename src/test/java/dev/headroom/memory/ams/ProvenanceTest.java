package dev.headroom.memory.ams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.PoolHistory;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Row;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a history took from captures stands on the rows that it kept. */
class ProvenanceTest {
  private static final double GB = 1L << 30;
  private static final List<Metric> COLUMNS =
      List.of(
          Metric.MEMORY_LOGICAL,
          Metric.MEMORY_VIRTUAL,
          Metric.MEMORY_PHYSICAL,
          Metric.MEMORY_LOANED);

  /** Rows at uneven times, some cells absent; a member's second capture goes on after the first. */
  private static List<Table> tables(Random random, String member, double step, boolean timed) {
    List<Table> tables = new ArrayList<>();
    double time = random.nextInt(30_000);
    for (int part = 0; part < 2; part++) {
      TableBuilder rows = new TableBuilder(COLUMNS);
      for (int row = 0; row < 60; row++) {
        rows.set(Metric.MEMORY_LOGICAL, 8 * GB);
        if (random.nextInt(10) > 0) {
          rows.set(Metric.MEMORY_VIRTUAL, Math.rint((1 + 6 * random.nextDouble()) * GB));
        }
        if (random.nextInt(10) > 0) {
          rows.set(Metric.MEMORY_PHYSICAL, Math.rint((4 + 2 * random.nextDouble()) * GB));
          rows.set(Metric.MEMORY_LOANED, Math.rint(random.nextDouble() * GB));
        }
        rows.endRow(row + 1, timed ? time : Double.NaN);
        time +=
            random.nextInt(20) == 0 ? 6 * step : Math.rint(step * (0.8 + random.nextDouble() / 2));
      }
      tables.add(rows.build(new Subject(Kind.PARTITION, member), "vmstat", member + part));
    }
    return tables;
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, true", "4, false", "5, false"})
  void linesCarryWhatTheHistorySays(int seed, boolean timed) {
    Random random = new Random(seed);
    List<Table> tables = new ArrayList<>(tables(random, "a", 60_000, timed));
    tables.addAll(tables(random, "b", 20_000, timed));
    AmsPool pool =
        new AmsPool(
            "js22",
            12 * GB,
            OptionalDouble.empty(),
            0,
            List.of(AmsMember.unconfigured("a"), AmsMember.unconfigured("b")));
    PoolHistory history = AmsHistory.of(pool, tables);
    assertEquals(timed, history.timed());
    int checked = 0;
    for (MemberHistory member : history.members()) {
      for (int i = 0; i < history.size(); i++) {
        if (!Double.isNaN(member.needed(i))) {
          Row hot = member.rows().needed(i).orElseThrow();
          assertEquals(member.needed(i), hot.value(Metric.MEMORY_VIRTUAL), 1);
          assertEquals(hot.number() + 1, hot.line());
          checked++;
        }
        if (!Double.isNaN(member.served().physical()[i])) {
          Row seen = member.rows().of(Metric.MEMORY_PHYSICAL, i).orElseThrow();
          assertEquals(member.served().physical()[i], seen.value(Metric.MEMORY_PHYSICAL));
          assertEquals(member.served().loaned()[i], seen.value(Metric.MEMORY_LOANED));
          checked++;
        }
      }
    }
    assertTrue(checked > 200, "checked " + checked);

    int half = history.size() / 2;
    PoolHistory part = history.between(history.instants()[half], Double.POSITIVE_INFINITY);
    MemberHistory whole = history.members().get(1);
    MemberHistory later = part.members().get(1);
    for (int i = 0; i < part.size(); i++) {
      assertEquals(whole.rows().needed(half + i), later.rows().needed(i));
    }
  }
}
