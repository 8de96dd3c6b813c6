package dev.headroom.risk.zvm;

import dev.headroom.memory.PoolHistory;
import dev.headroom.memory.zvm.GuestHistory;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmOutcome;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.PoolCase;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.sizing.zvm.ProcessorSizing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * All that is known of a z/VM system when its risk is judged.
 *
 * @param pool the system as configured or found
 * @param seen what was seen of its guests, and of its real memory
 * @param outcome the replay of that history on that system, observations first
 * @param sizing the sizes advised; absent where the history does not support any
 * @param tables what captures say of its guests, its processors and itself
 * @param captures the captures of its guests, and the rows that stand out in these tables
 * @param completeness whether its guests are known to be all
 */
public record ZvmCase(
    ZvmSystem pool,
    ZvmHistory seen,
    ZvmOutcome outcome,
    Optional<Sizing> sizing,
    ZvmTables tables,
    Captures captures,
    Completeness completeness)
    implements PoolCase {

  @Override
  public PoolHistory history() {
    return seen.pool();
  }

  /** The guests, in the order of the history. */
  public List<GuestHistory> guests() {
    return seen.guests();
  }

  @Override
  public Subject subject(String member) {
    return new Subject(Kind.GUEST, member);
  }

  /** How many virtual processors its guests need, and how many IFLs its LPAR. */
  public ProcessorSizing processors() {
    Map<String, OptionalInt> configured = new LinkedHashMap<>();
    pool.members().forEach(guest -> configured.put(guest.name(), guest.processors()));
    ProcessorSizing sizing =
        ProcessorSizing.of(configured.keySet(), tables.all()).withDefined(configured);
    return paged() ? sizing.whilePaging() : sizing;
  }

  /** Whether a guest that is not idle was seen to wait for pages. */
  boolean paged() {
    for (int instant = 0; instant < history().size(); instant++) {
      if (seen.paged(instant)) {
        return true;
      }
    }
    return false;
  }

  /** How much paging space it needs. Directory pages are in no capture that is read. */
  public PageSpaceSizing pageSpace() {
    Map<String, OptionalDouble> defined = new LinkedHashMap<>();
    guests().forEach(guest -> defined.put(guest.name(), ZvmReports.defined(pool, guest)));
    return PageSpaceSizing.of(
        defined,
        sized() ? OptionalDouble.of(pool.size()) : OptionalDouble.empty(),
        OptionalDouble.empty(),
        present(tables.last(Metric.PAGINGSPACE_SIZE)),
        present(tables.most(Metric.PAGINGSPACE_INUSE)));
  }

  private static OptionalDouble present(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
