package dev.headroom.report.html;

import dev.headroom.memory.zvm.ZvmNeeds;
import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.report.Figures;
import dev.headroom.report.ZvmFigures;
import dev.headroom.sizing.zvm.PageSpaceSizing;
import dev.headroom.sizing.zvm.ProcessorDemand;
import dev.headroom.unit.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures at the top of a z/VM system's page that no pool of partitions has. */
final class ZvmFacts {
  private static final String NONE = "no report shows them; resident pages are none";

  private ZvmFacts() {}

  static void add(ZvmFigures figures, List<PoolPage.Fact> facts) {
    ZvmNeeds needs = figures.needs();
    facts.add(
        new PoolPage.Fact(
            "Expanded storage",
            Figures.gb(OptionalDouble.of(figures.system().expanded())),
            figures.system().release().map(ZvmFacts::release).orElse("release not known")));
    facts.add(
        new PoolPage.Fact(
            "Working sets",
            Figures.gb(needs.workingSets()),
            switch (needs.evidence()) {
              case PAGING -> "busy guests read pages back all the time";
              case UNCOMMITTED ->
                  needs.workingSets().isEmpty() ? NONE : "of busy guests, without paging";
              case UNKNOWN ->
                  needs.workingSets().isEmpty()
                      ? NONE
                      : "of busy guests; page reads not known of all";
            }));
    facts.add(
        new PoolPage.Fact(
            "Heaps and databases",
            Figures.gb(needs.configured()),
            "what must stay in real memory"));
    facts.add(
        new PoolPage.Fact("Slowdown", Figures.slowdown(figures), "at this size, by calibration"));
  }

  /** Processors in use, such as {@code 4.47}. */
  static Figures.Figure use(Optional<ProcessorDemand> demand) {
    return Figures.ratio(
        demand.isPresent() ? OptionalDouble.of(demand.get().processors()) : OptionalDouble.empty());
  }

  /** Over how long a sample is an average, such as {@code 1 min}. */
  static Figures.Figure span(Optional<ProcessorDemand> demand) {
    return demand
        .map(ProcessorDemand::interval)
        .filter(OptionalDouble::isPresent)
        .map(interval -> new Figures.Figure(Span.text(interval.getAsDouble()), ""))
        .orElseGet(() -> Figures.gb(OptionalDouble.empty()));
  }

  /** The paging space advised, as figures. */
  static List<PoolPage.Fact> pageSpace(PageSpaceSizing space) {
    return List.of(
        new PoolPage.Fact("Page space", Figures.gb(space.size()), "what there is"),
        new PoolPage.Fact("In use", Figures.gb(space.inUse()), "the most that was seen"),
        new PoolPage.Fact(
            "Bare minimum",
            Figures.gb(space.result().bare()),
            "by the published formula, without reserve"),
        new PoolPage.Fact(
            "Recommended", Figures.gb(space.result().recommended()), "with 25 % of reserve"),
        new PoolPage.Fact(
            "Older rule",
            Figures.gb(space.result().older()),
            "before z/VM 6.3: twice the virtual size"));
  }

  private static String release(ZvmRelease release) {
    return "z/VM " + release;
  }
}
