package dev.headroom.report;

import dev.headroom.sizing.ams.DedicatedNeed;
import dev.headroom.unit.Count;
import java.util.ArrayList;
import java.util.List;

/** What makes the dedicated memory advised for a partition less sure, in words. */
public final class DedicatedRemark {
  private DedicatedRemark() {}

  /** The end of a sentence on a partition; empty where nothing makes the advice less sure. */
  public static String of(DedicatedNeed need) {
    if (need.peakHot().isEmpty()) {
      return "no capture shows what it needs"
          + (need.dedicated().isPresent() ? "; all of its logical memory is counted" : "");
    }
    DedicatedNeed.Caution caution = need.caution();
    List<String> remarks = new ArrayList<>();
    if (caution.capped()) {
      remarks.add("no more than its logical memory, which it nearly fills");
    }
    if (caution.shortIntervals() > 0) {
      remarks.add(
          "short of memory in "
              + Count.of(caution.shortIntervals())
              + " of "
              + Count.of(caution.intervals(), "interval")
              + ": it may have wanted more than was seen");
    }
    return String.join("; ", remarks);
  }
}
