package dev.headroom.report;

import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Decimal;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of a pool before and after. */
public final class PoolComparison {
  private final WhatIf whatIf;
  private final List<List<String>> rows = new ArrayList<>();

  private PoolComparison(WhatIf whatIf) {
    this.whatIf = whatIf;
  }

  /** The rows: a name, then the figure as seen, modelled before, and modelled after. */
  public static List<List<String>> rows(WhatIf whatIf) {
    PoolComparison comparison = new PoolComparison(whatIf);
    comparison.all();
    return List.copyOf(comparison.rows);
  }

  private void all() {
    add("grade", pool -> pool.judgement().grade().map(grade -> grade.label()).orElse(Decimal.DASH));
    add(
        "mode",
        pool -> pool.memory().overcommit().mode().map(mode -> mode.label()).orElse(Decimal.DASH));
    gb("size", pool -> pool.sizes().size());
    gb("promised", pool -> pool.sizes().promised());
    add(
        "promised / size",
        pool -> Figures.ratio(pool.memory().overcommit().configuredRatio()).text());
    gb("peak demand", pool -> pool.memory().overcommit().peakDemand());
    gb("peak hot", pool -> pool.memory().overcommit().peakHot());
    add("hot did not fit", pool -> share(pool.memory().overcommit().violationRate()));
    rows.add(
        List.of(
            "peak " + whatIf.seen().kind().taken(),
            Figures.gb(whatIf.stolenSeen()).text(),
            stolen(whatIf.modelled()),
            stolen(whatIf.after())));
    add(
        whatIf.seen().kind().reads() + " seen",
        pool -> share(pool.memory().overcommit().observedPagingRate()));
    if (whatIf.seen().zvm().isPresent()) {
      add(
          "slowdown",
          pool -> pool.zvm().map(Figures::slowdown).map(Figures.Figure::text).orElse(Decimal.DASH));
    }
    gb("minimum", PoolReport::minimum);
    size("recommended", Sizing::recommended);
    size("best", Sizing::best);
    chance("chance of this size", sizing -> sizing.chance().present());
    chance("chance of recommended", Sizing::breachProbability);
  }

  private void chance(String name, Function<Sizing, OptionalDouble> figure) {
    add(
        name,
        pool ->
            pool.sizes()
                .advised()
                .map(sizing -> Figures.chance(figure.apply(sizing), sizing.chance().goal()).text())
                .orElse(Decimal.DASH));
  }

  private void gb(String name, Function<PoolReport, OptionalDouble> figure) {
    add(name, pool -> Figures.gb(figure.apply(pool)).text());
  }

  private void size(String name, ToDoubleFunction<Sizing> figure) {
    add(
        name,
        pool ->
            pool.sizes().advised().map(s -> Size.gb(figure.applyAsDouble(s))).orElse(Decimal.DASH));
  }

  private static String share(OptionalDouble share) {
    return Figures.percent(share).text();
  }

  /** As modelled there are two rules of sharing, or a band. */
  private static String stolen(PoolReport pool) {
    return Figures.gbRange(pool.memory().stolen()).text();
  }

  private void add(String name, Function<PoolReport, String> text) {
    rows.add(
        List.of(
            name,
            text.apply(whatIf.seen()),
            text.apply(whatIf.modelled()),
            text.apply(whatIf.after())));
  }
}
