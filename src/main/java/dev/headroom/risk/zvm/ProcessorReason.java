package dev.headroom.risk.zvm;

import dev.headroom.sizing.zvm.GuestProcessors;
import dev.headroom.sizing.zvm.ProcessorDemand;
import dev.headroom.sizing.zvm.ProcessorSizing;
import dev.headroom.unit.Count;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Span;
import java.util.Comparator;
import java.util.List;

/** Says in an operator's words how a number of processors came about, or why it cannot be given. */
public final class ProcessorReason {
  private ProcessorReason() {}

  /** How the number of IFLs came about, in a few plain sentences. */
  public static String of(ProcessorSizing sizing) {
    String text = sizing.demand().map(most -> known(sizing, most)).orElseGet(() -> unknown(sizing));
    return sizing.paging()
        ? text + " Guests waited for pages meanwhile: with enough memory they use more."
        : text;
  }

  /** How the number of a guest's virtual processors came about, in a sentence or two. */
  public static String of(GuestProcessors guest) {
    return guest
        .demand()
        .map(ProcessorReason::used)
        .orElse("No capture shows its processor use; FCX112 (USER) would.");
  }

  private static String used(ProcessorDemand demand) {
    int whole = demand.whole();
    return "It used "
        + number(demand.processors())
        + " processors at most, which "
        + Count.of(whole, "virtual processor")
        + (whole == 1 ? " holds." : " hold.")
        + caveat(demand);
  }

  private static String known(ProcessorSizing sizing, ProcessorDemand most) {
    int present = sizing.present().orElse(0);
    int advised = sizing.ifls().orElseThrow();
    String seen =
        "The LPAR's "
            + (present == 1 ? "processor was" : present + " processors were together")
            + " busy with "
            + number(most.processors())
            + " at most";
    String size =
        advised > most.whole()
            ? ", but "
                + largest(sizing.guests())
                + " needs "
                + advised
                + " by its own peak: "
                + Count.of(advised, "IFL")
                + " hold both."
            : ", which " + Count.of(advised, "IFL") + (advised == 1 ? " holds." : " hold.");
    return seen + size + caveat(most);
  }

  private static String unknown(ProcessorSizing sizing) {
    double sum = 0;
    for (GuestProcessors guest : sizing.guests()) {
      sum += guest.demand().map(ProcessorDemand::processors).orElse(0.0);
    }
    return "No capture shows how busy the LPAR's processors were; FCX144 (PROCLOG) would."
        + (sum > 0
            ? " The peaks of the guests sum to "
                + number(sum)
                + " processors, without the control program's own."
            : "");
  }

  private static String largest(List<GuestProcessors> guests) {
    return guests.stream()
        .max(Comparator.comparingInt(guest -> guest.advised().orElse(0)))
        .map(GuestProcessors::guest)
        .orElseThrow();
  }

  // What the figure does not show; empty where that is little.
  private static String caveat(ProcessorDemand demand) {
    if (!demand.hidesPeaks()) {
      return "";
    }
    return " This is "
        + (demand.interval().isPresent()
            ? "an average over " + Span.text(demand.interval().getAsDouble())
            : "an average over an interval that is not known")
        + (demand.samples() == 1 ? ", and the only one" : "")
        + ": shorter peaks do not show in it.";
  }

  private static String number(double processors) {
    return Decimal.fixed(processors, 2);
  }
}
