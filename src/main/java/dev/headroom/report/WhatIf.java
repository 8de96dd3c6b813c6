package dev.headroom.report;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.PageInsSeen;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.Count;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import dev.headroom.whatif.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One pool before and after what is supposed. What was seen and what is modelled cannot be told
 * apart from a change, so before stands twice: as captures show it, and as the model has it.
 *
 * @param seen as it was captured
 * @param modelled the same by the model alone
 * @param after as it would be, by the model; the very same as {@code seen} where nothing changes
 * @param was the pool as it was found
 * @param would the pool as it would be
 * @param exit what its partitions need without it, where that is asked for
 * @param members the members' figures that change: whose, which, before and after, as modelled
 */
public record WhatIf(
    PoolReport seen,
    PoolReport modelled,
    PoolReport after,
    Situation was,
    Situation would,
    Optional<ExitPlan> exit,
    List<List<String>> members) {
  /** Copies the list. */
  public WhatIf {
    members = List.copyOf(members);
  }

  /** Whether anything of the pool changes. */
  public boolean changed() {
    return would.changed();
  }

  /** The pool's figures: which, as seen, as modelled, and after. */
  public List<List<String>> figures() {
    return PoolComparison.rows(this);
  }

  /** The most that was seen to be gone from all members together; absent where it was not seen. */
  OptionalDouble stolenSeen() {
    return was.history().mostStolen();
  }

  /**
   * What the model does not show of what was seen before, which therefore may be so after as well;
   * empty where it shows all.
   */
  public String caution() {
    PageInsSeen paging = PageInsSeen.in(was.history());
    boolean dropped = !would.evident() && paging.intervals() > 0;
    String kinder = kinder(dropped);
    return dropped
        ? "Grade and sizes after no longer count the "
            + paging.words()
            + ", for what is supposed may lessen what members ask for: compare them with before,"
            + " modelled, which does not count them either."
            + (kinder.isEmpty() ? "" : " " + kinder)
        : kinder;
  }

  /**
   * What was seen that the model does not have.
   *
   * @param told whether page-ins were spoken of already
   */
  private String kinder(boolean told) {
    double stolen = seen.memory().overcommit().peakStolen().orElse(0);
    boolean counted = told || after.memory().overcommit().observedPagingRate().isPresent();
    double paged = counted ? 0 : seen.memory().overcommit().observedPagingRate().orElse(0);
    boolean missed = stolen > modelled.memory().stolen().high().orElse(0) + MemberHistory.ROUNDING;
    if (!missed && paged == 0) {
      return "";
    }
    List<String> said = new ArrayList<>();
    if (missed) {
      said.add(
          Size.gb(stolen)
              + " was seen to be "
              + seen.kind().taken()
              + " where the model has "
              + Figures.gbRange(modelled.memory().stolen()).text());
    }
    if (paged > 0) {
      said.add(
          seen.kind().reads()
              + " were seen in "
              + Share.cell(paged)
              + " of "
              + Count.of(seen.memory().overcommit().shares().intervals(), "interval")
              + ", of which it knows"
              + " nothing");
    }
    return "The model is kinder than the pool was: "
        + String.join(", and ", said)
        + ". It may be as kind to what comes after.";
  }
}
