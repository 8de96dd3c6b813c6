package dev.headroom.report.html;

import dev.headroom.memory.Mode;
import dev.headroom.report.Figures;
import dev.headroom.report.FleetAnswer;
import dev.headroom.report.FleetWords;
import dev.headroom.report.PoolReport;
import dev.headroom.report.chart.PoolDemand;
import dev.headroom.report.chart.SmallChart;
import dev.headroom.report.chart.Sparkline;
import dev.headroom.risk.Grade;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Decimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A row of the table of all pools. Sizes are numbers of GB without the unit, which the table says.
 *
 * @param pool what is reported of the pool
 * @param place where the report shows it
 */
record FleetRow(PoolReport pool, PoolPlace place) {
  private static final String UNIT = " GB";

  Badge badge() {
    return Badge.of(pool.judgement().grade());
  }

  /** Whether the pool is green: nothing has to be looked at. */
  boolean fine() {
    return pool.judgement().grade().filter(grade -> grade == Grade.GREEN).isPresent();
  }

  Figures.Figure mode() {
    return pool.memory()
        .overcommit()
        .mode()
        .map(Mode::label)
        .map(label -> new Figures.Figure(label, ""))
        .orElse(Figures.gb(OptionalDouble.empty()));
  }

  /** What was hot against the size, as a picture. */
  Optional<SmallChart> picture() {
    return pool.memory().history().flatMap(history -> Sparkline.draw(pool, PoolDemand.of(history)));
  }

  /** The same as a number to sort by: the peak of what is hot over the size; empty if not known. */
  String fullness() {
    OptionalDouble hot = pool.memory().overcommit().peakHot();
    OptionalDouble size = pool.sizes().size();
    return hot.isPresent() && size.isPresent() && size.getAsDouble() > 0
        ? Decimal.fixed(hot.getAsDouble() / size.getAsDouble(), 4)
        : "";
  }

  Figures.Figure size() {
    return number(pool.sizes().size());
  }

  Figures.Figure promised() {
    return number(pool.sizes().promised());
  }

  Figures.Figure peakHot() {
    return number(pool.memory().overcommit().peakHot());
  }

  Figures.Figure minimum() {
    return number(pool.least());
  }

  Figures.Figure advised() {
    return number(sized(Sizing::recommended));
  }

  Figures.Figure best() {
    return number(sized(Sizing::best));
  }

  /** What is to be added, or is proven that it can go back; empty where nothing changes. */
  String change() {
    return withoutUnit(FleetWords.change(FleetAnswer.change(pool)));
  }

  /** How likely the present size is passed; a dash below what was seen to be needed. */
  Figures.Figure chance() {
    return Figures.percent(
        pool.advice().map(sizing -> sizing.chance().present()).orElse(OptionalDouble.empty()));
  }

  Figures.Figure paging() {
    return Figures.percent(pool.memory().overcommit().observedPagingRate());
  }

  Figures.Figure stolen() {
    return number(pool.memory().overcommit().peakStolen());
  }

  private OptionalDouble sized(ToDoubleFunction<Sizing> which) {
    return pool.advice().isPresent()
        ? OptionalDouble.of(which.applyAsDouble(pool.advice().get()))
        : OptionalDouble.empty();
  }

  private static Figures.Figure number(OptionalDouble bytes) {
    Figures.Figure figure = Figures.gb(bytes);
    return new Figures.Figure(withoutUnit(figure.text()), figure.note());
  }

  private static String withoutUnit(String text) {
    return text.endsWith(UNIT) ? text.substring(0, text.length() - UNIT.length()) : text;
  }
}
