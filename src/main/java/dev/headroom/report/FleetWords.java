package dev.headroom.report;

import dev.headroom.unit.Count;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in plain sentences what is the matter with many pools. */
public final class FleetWords {
  private FleetWords() {}

  /** How many pools need memory, and how much in all; one sentence or two. */
  public static String need(FleetAnswer fleet) {
    FleetAnswer.Amount memory = fleet.need().memory();
    int otherwise = fleet.need().otherwise();
    String first =
        memory.pools() == 0
            ? "No pool of " + Count.of(fleet.pools()) + " is known to need memory."
            : Count.of(memory.pools())
                + " of "
                + Count.of(fleet.pools(), "pool")
                + (memory.pools() == 1 ? " needs memory: " : " need memory: ")
                + Size.gb(memory.bytes())
                + (memory.pools() == 1 ? "." : " in all.");
    return otherwise == 0
        ? first
        : first
            + " "
            + Count.of(otherwise)
            + (memory.pools() == 0 ? "" : " more")
            + (otherwise == 1 ? " is" : " are")
            + " amber or red, and no larger size is advised: each says what else to do.";
  }

  /** How much can be given back, and where that is proven. */
  public static String spare(FleetAnswer fleet) {
    FleetAnswer.Amount proven = fleet.spare().proven();
    FleetAnswer.Amount unproven = fleet.spare().unproven();
    String first =
        proven.pools() == 0
            ? "Nothing is proven to be spare."
            : Size.gb(proven.bytes())
                + " can go back, from "
                + Count.of(proven.pools(), "pool")
                + " whose captures prove it.";
    if (unproven.pools() == 0) {
      return first;
    }
    boolean one = unproven.pools() == 1;
    return first
        + " "
        + Count.of(unproven.pools(), proven.pools() == 0 ? "pool" : "more pool")
        + (one ? " is" : " are")
        + " larger than advised, by "
        + Size.gb(unproven.bytes())
        + (one ? "" : " in all")
        + ", without proof that this can go back"
        + open(fleet.spare().open(), unproven.pools())
        + ".";
  }

  private static String open(int open, int pools) {
    if (open == 0) {
      return "";
    }
    String members = "whether these are all members is not known";
    return open == pools ? ": " + members : ": of " + Count.of(open) + " of them " + members;
  }

  /** What is missing for a grade, a sentence for each kind; where all have one, it says that. */
  public static List<String> ungraded(FleetAnswer fleet) {
    if (fleet.ungraded().isEmpty()) {
      return List.of("Every pool has a grade.");
    }
    List<String> sentences = new ArrayList<>();
    for (Map.Entry<Lacking, Integer> each : fleet.ungraded().entrySet()) {
      sentences.add("Of " + Count.of(each.getValue(), "pool") + " " + each.getKey().words() + ".");
    }
    return List.copyOf(sentences);
  }

  /** What is to be added to a pool or can go back, such as {@code +1.50 GB}; absent is nothing. */
  public static String change(double bytes) {
    return bytes == 0 ? "" : (bytes > 0 ? "+" : "−") + Size.gb(Math.abs(bytes));
  }
}
