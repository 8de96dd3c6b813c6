package dev.headroom.report;

import dev.headroom.memory.Basis;
import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.SharingRule;
import dev.headroom.memory.ams.AmsMember;
import dev.headroom.memory.ams.AmsOutcome;
import dev.headroom.memory.ams.AmsPool;
import dev.headroom.memory.ams.AmsReplay;
import dev.headroom.memory.ams.LoanPolicy;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How partitions are set up, and what a setting alone costs them. */
public final class PartitionSettings {
  private PartitionSettings() {}

  /** A partition's settings in a pool: what each is called, and its text. */
  public static Map<String, String> of(String name, AmsPool pool, PoolHistory history) {
    AmsMember member = pool.member(name);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("weight", Decimal.fixed(member.weight(), 0));
    settings.put("loan policy", String.valueOf(member.loanPolicy().number()));
    settings.put("I/O entitlement", megabytes(member.ioEntitlement()));
    settings.put(
        "paged out by itself, at least",
        member.loanPolicy() == LoanPolicy.ANY_DATA
            ? Figures.gb(pagedOut(name, pool, history)).text()
            : Size.gb(0));
    return settings;
  }

  /** What policy 2 costs: memory that the member lends and first writes to its own paging space. */
  private static OptionalDouble pagedOut(String name, AmsPool pool, PoolHistory history) {
    AmsOutcome outcome = AmsReplay.run(pool, history.unserved(), Basis.MODELLED);
    return outcome.under(SharingRule.TIERED).members().stream()
        .filter(member -> member.name().equals(name))
        .flatMapToDouble(member -> IntStream.range(0, history.size()).mapToDouble(member::pagedOut))
        .filter(value -> !Double.isNaN(value))
        .max();
  }

  private static String megabytes(OptionalDouble bytes) {
    return bytes.isPresent() ? Size.mb(bytes.getAsDouble()) : Decimal.DASH;
  }
}
