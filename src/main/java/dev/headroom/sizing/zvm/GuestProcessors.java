package dev.headroom.sizing.zvm;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The virtual processors of one guest.
 *
 * @param guest its userid
 * @param demand what it was seen to use; absent where no capture shows it
 * @param defined how many it has; absent where no capture says so
 * @param reason how the advice came about, or why there is none, in a sentence or two
 */
public record GuestProcessors(
    String guest, Optional<ProcessorDemand> demand, OptionalInt defined, String reason) {

  static GuestProcessors of(String guest, Optional<ProcessorDemand> demand, OptionalInt defined) {
    return new GuestProcessors(
        guest,
        demand,
        defined,
        demand
            .map(GuestProcessors::reason)
            .orElse("No capture shows its processor use; FCX112 (USER) would."));
  }

  private static String reason(ProcessorDemand demand) {
    int whole = demand.whole();
    return "It used "
        + ProcessorDemand.number(demand.processors())
        + " processors at most, which "
        + (whole == 1 ? "1 virtual processor holds." : whole + " virtual processors hold.")
        + demand.caveat();
  }

  /** How many virtual processors hold what it used; absent where that is not known. */
  public OptionalInt advised() {
    return demand.isPresent() ? OptionalInt.of(demand.get().whole()) : OptionalInt.empty();
  }
}
