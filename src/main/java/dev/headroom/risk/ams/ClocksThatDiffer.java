package dev.headroom.risk.ams;

import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.ams.ClockOffsets;
import dev.headroom.risk.Cited;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Instants;
import dev.headroom.risk.Rule;
import dev.headroom.risk.Severity;
import dev.headroom.risk.Threshold;
import dev.headroom.series.Metric;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import dev.headroom.unit.Span;
import java.util.List;
import java.util.Optional;

/**
 * A clock that is off: physical memory does not sum to the pool at the times that captures print,
 * and does a while earlier or later. Nothing is shifted: the site file does it.
 */
public record ClocksThatDiffer() implements Rule<AmsCase> {
  @Override
  public String id() {
    return "clock-offset";
  }

  @Override
  public List<Threshold> thresholds() {
    return List.of();
  }

  @Override
  public List<Finding> judge(AmsCase pool) {
    Optional<ClockOffsets> found = ClockOffsets.of(pool.pool(), pool.history());
    return found.stream()
        .flatMap(
            offsets ->
                offsets.millis().entrySet().stream()
                    .map(entry -> finding(pool, offsets, entry.getKey(), entry.getValue())))
        .toList();
  }

  private Finding finding(AmsCase pool, ClockOffsets offsets, String member, double millis) {
    List<String> others =
        pool.history().members().stream()
            .map(MemberHistory::name)
            .filter(name -> !offsets.millis().containsKey(name))
            .toList();
    boolean mutual = offsets.mutual(pool.history().members().size());
    String off = Span.exact(Math.abs(millis)) + (millis > 0 ? " ahead of " : " behind ");
    String rest = mutual ? "that of " + Names.list(others) + ", or theirs is wrong" : "the others";
    return new Finding(
        id(),
        Severity.YELLOW,
        member,
        "The clock of "
            + member
            + " seems to be "
            + off
            + rest
            + ": while memory was lent, physical memory summed to the pool in "
            + Instants.intervals(pool.history(), offsets.before(), offsets.ofBefore())
            + " at the times that the captures print, and in "
            + Instants.intervals(pool.history(), offsets.after(), offsets.ofAfter())
            + " with "
            + (offsets.millis().size() == 1 ? "this clock" : "these clocks")
            + " set.",
        "Nothing was shifted. If it is so, write clock: "
            + (millis > 0 ? "-" : "+")
            + asWritten(Math.abs(millis))
            + " for the captures of "
            + member
            + " into the site file, and analyze again: sums are of other moments until then.",
        new Cited().add(pool.line(member, Metric.MEMORY_PHYSICAL, offsets.first())).lines());
  }

  /** A span as the site file has it. */
  private static String asWritten(double millis) {
    long seconds = Math.round(millis / 1000);
    return seconds % 60 == 0 ? Count.of(seconds / 60) + "m" : Count.of(seconds) + "s";
  }
}
