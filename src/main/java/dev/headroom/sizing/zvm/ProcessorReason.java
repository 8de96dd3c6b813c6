package dev.headroom.sizing.zvm;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says in an operator's words how a number of IFLs came about.
 *
 * @param demand what the LPAR's processors were busy with together
 * @param guests its guests
 * @param present how many processors were seen
 */
record ProcessorReason(
    Optional<ProcessorDemand> demand, List<GuestProcessors> guests, int present) {

  /** The whole of it. */
  String sentence(OptionalInt ifls) {
    if (demand.isEmpty()) {
      return "No capture shows how busy the LPAR's processors were; FCX144 (PROCLOG) would."
          + guestsOnly();
    }
    ProcessorDemand most = demand.get();
    int advised = ifls.orElseThrow();
    String seen =
        "The LPAR's "
            + (present == 1 ? "processor was" : present + " processors were together")
            + " busy with "
            + ProcessorDemand.number(most.processors())
            + " at most";
    String size =
        advised > most.whole()
            ? ", but "
                + largest()
                + " needs "
                + advised
                + " by its own peak: "
                + count(advised)
                + " hold both."
            : ", which " + count(advised) + (advised == 1 ? " holds." : " hold.");
    return seen + size + most.caveat();
  }

  private String guestsOnly() {
    double sum = 0;
    for (GuestProcessors guest : guests) {
      sum += guest.demand().map(ProcessorDemand::processors).orElse(0.0);
    }
    return sum > 0
        ? " The peaks of the guests sum to "
            + ProcessorDemand.number(sum)
            + " processors, without the control program's own."
        : "";
  }

  private String largest() {
    return guests.stream()
        .max(Comparator.comparingInt(guest -> guest.advised().orElse(0)))
        .map(GuestProcessors::guest)
        .orElseThrow();
  }

  private static String count(int ifls) {
    return ifls + (ifls == 1 ? " IFL" : " IFLs");
  }
}
