package dev.headroom.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolReport;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.HardlyRead;
import dev.headroom.risk.Standing;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A pool that lacks members: sizes of those that are known are no sizes of the pool. */
class BarredPoolTest {
  private static PoolReport barred() {
    PoolReport busy = InventedPools.busyDay("js22");
    Standing standing =
        new Standing(
            Optional.empty(),
            Optional.of("Not all of its members are known."),
            true,
            Completeness.refuted("Others take the rest."),
            new HardlyRead(List.of()));
    return new PoolReport(
        busy.name(),
        busy.kind(),
        busy.sizes(),
        new PoolReport.Judgement(standing, "", busy.judgement().answer(), List.of()),
        busy.memory(),
        busy.grounds());
  }

  @Test
  void noPlaceAdvisesASize() {
    PoolReport pool = barred();
    assertTrue(pool.sizes().advised().isPresent(), "the captures would give sizes");
    PoolPlace place = PoolPlace.of(List.of(pool)).get(0);
    FleetRow row = new FleetRow(pool, place);
    assertEquals(
        List.of(false, false, false, false),
        List.of(
            row.minimum().known(),
            row.advised().known(),
            row.best().known(),
            row.chance().known()));
    List<PoolPage.Fact> top = PoolTop.of(pool, place, true).sizes();
    assertEquals(List.of("Now"), top.stream().map(PoolPage.Fact::name).toList());
    PoolPage page = PoolPage.of(pool, place.id());
    assertEquals(List.of(), page.curve().rows());
    assertTrue(page.advised().isEmpty());
  }
}
