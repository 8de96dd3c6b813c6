package dev.headroom.report.html;

import dev.headroom.memory.MemoryBlocks;
import dev.headroom.report.DedicatedRemark;
import dev.headroom.report.Figures;
import dev.headroom.sizing.ams.DedicatedNeed;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.Share;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What is told of the end of a pool, in the terminal and on the page. */
public final class ExitText {
  /** The headings of {@link #rows}. */
  public static final List<String> HEADINGS =
      List.of("partition", "logical", "peak hot", "dedicated", "difference", "with file cache");

  private ExitText() {}

  /** A row for each partition and one for all; what is not known is a dash. */
  public static List<List<String>> rows(ExitPlan plan) {
    List<List<String>> rows = new ArrayList<>();
    for (DedicatedNeed need : plan.needs()) {
      rows.add(
          row(need.name(), need.logical(), need.peakHot(), need.dedicated(), need.withCache()));
    }
    rows.add(
        row("all", plan.logical(), OptionalDouble.empty(), plan.dedicated(), plan.withCache()));
    return List.copyOf(rows);
  }

  private static List<String> row(
      String name,
      OptionalDouble logical,
      OptionalDouble peak,
      OptionalDouble dedicated,
      OptionalDouble withCache) {
    OptionalDouble difference =
        logical.isPresent() && dedicated.isPresent()
            ? OptionalDouble.of(dedicated.getAsDouble() - logical.getAsDouble())
            : OptionalDouble.empty();
    return List.of(
        name,
        Figures.gb(logical).text(),
        Figures.gb(peak).text(),
        Figures.gb(dedicated).text(),
        signed(difference),
        Figures.gb(withCache).text());
  }

  private static String signed(OptionalDouble bytes) {
    String text = Figures.gb(bytes).text();
    return bytes.isPresent() && bytes.getAsDouble() > 0 && !text.startsWith("0.00")
        ? "+" + text
        : text;
  }

  /** What the whole costs against today. */
  public static String cost(String pool, ExitPlan plan) {
    if (plan.dedicated().isEmpty()) {
      return "What the partitions of "
          + pool
          + " need together is not known: of one neither the demand nor the logical memory is.";
    }
    StringBuilder text = new StringBuilder("The partitions of ").append(pool);
    text.append(" need ").append(Figures.gb(plan.dedicated()).text());
    text.append(" of dedicated memory");
    if (plan.extra().isPresent() && plan.ratio().isPresent()) {
      text.append(", ").append(against(plan.extra().getAsDouble()));
      text.append(" the ").append(Figures.gb(plan.today()).text()).append(" of the pool (ratio ");
      text.append(Figures.ratio(plan.ratio()).text()).append(")");
    }
    if (plan.logical().isPresent()) {
      double logical = plan.logical().getAsDouble();
      text.append(plan.extra().isPresent() ? " and " : ", ");
      text.append(against(plan.dedicated().getAsDouble() - logical));
      text.append(" the ").append(Size.gb(logical)).append(" of logical memory");
    }
    text.append('.');
    if (plan.withCache().isPresent()) {
      text.append(" With all the file cache that they were seen to hold it is ");
      text.append(Figures.gb(plan.withCache()).text()).append('.');
    }
    return text.toString();
  }

  private static String against(double difference) {
    String size = Size.gb(Math.abs(difference));
    if (size.equals(Size.gb(0))) {
      return "as much as";
    }
    return size + (difference > 0 ? " more than" : " less than");
  }

  /** How the figures came about, and what else there is: a sentence each. */
  public static List<String> notes(ExitPlan plan) {
    List<String> notes = new ArrayList<>();
    for (DedicatedNeed need : plan.needs()) {
      if (!DedicatedRemark.of(need).isEmpty()) {
        notes.add(need.name() + ": " + DedicatedRemark.of(need) + ".");
      }
    }
    notes.add(
        "Dedicated is a partition's own peak of floor and hot and "
            + Share.fixed(MemoryBlocks.MARGIN, 0)
            + " on top, or what is advised for it alone where that is more; no more than its logical"
            + " memory; in whole blocks of "
            + Size.mb(MemoryBlocks.SIZE)
            + ". File cache comes on top of it, and little of it means more reads.");
    notes.add(
        "Active Memory Sharing ends with Power10 and VIOS 4.1: take its configuration away before"
            + " either. The paging devices and the paging VIOS are free then.");
    notes.add(
        "Instead of it: dedicated memory that is moved between partitions in operation (dynamic"
            + " reconfiguration); Active Memory Expansion, which compresses inside AIX and costs"
            + " processor (amepat tells how much); KVM guests inside one partition (FW1060.10);"
            + " Enterprise Pools 2.0, where memory is metered over several servers.");
    return List.copyOf(notes);
  }
}
