package dev.headroom.sizing.zvm;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The virtual processors of one guest.
 *
 * @param guest its userid
 * @param demand what it was seen to use; absent where no capture shows it
 * @param defined how many it has; absent where neither a capture nor the site file says so
 */
public record GuestProcessors(String guest, Optional<ProcessorDemand> demand, OptionalInt defined) {

  /** The same with this number of virtual processors, where no capture tells another. */
  GuestProcessors orDefined(OptionalInt configured) {
    return defined.isPresent() ? this : new GuestProcessors(guest, demand, configured);
  }

  /** How many virtual processors hold what it used; absent where that is not known. */
  public OptionalInt advised() {
    return demand.isPresent() ? OptionalInt.of(demand.get().whole()) : OptionalInt.empty();
  }
}
