package dev.headroom.report.html;

import dev.headroom.report.Figures;
import dev.headroom.report.NextStep;
import dev.headroom.report.PoolReport;
import dev.headroom.report.chart.PoolDemand;
import dev.headroom.report.chart.PoolSketch;
import dev.headroom.report.chart.SizeAxis;
import dev.headroom.report.chart.SmallChart;
import dev.headroom.risk.Answer;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Names;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first screenful of a pool: what was seen, whether its size will do, what to do, and three
 * sizes beside the present one.
 *
 * @param pool what is reported of it
 * @param place where the report shows all of it
 * @param axis the sizes on one axis; empty where none is known
 * @param sketch demand against size, small; empty where nothing is known of it
 * @param onFirstPage whether it stands on the report's first page, and not on the pool's own
 */
record PoolTop(
    PoolReport pool,
    PoolPlace place,
    Optional<SmallChart> axis,
    Optional<SmallChart> sketch,
    boolean onFirstPage) {
  private static final String UNKNOWN = "how often it is passed is not known";

  static PoolTop of(PoolReport pool, PoolPlace place, boolean onFirstPage) {
    return new PoolTop(
        pool,
        place,
        SizeAxis.draw(pool),
        pool.memory().history().flatMap(history -> PoolSketch.draw(pool, PoolDemand.of(history))),
        onFirstPage);
  }

  /** The pool's anchor. */
  String id() {
    return place.id();
  }

  /** The three lines. */
  Answer answer() {
    return pool.judgement().answer();
  }

  /** What to do. */
  String todo() {
    return todo(pool);
  }

  /** What to do about a pool. */
  static String todo(PoolReport pool) {
    return NextStep.of(pool)
        .map(NextStep::sentences)
        .orElseGet(() -> pool.judgement().answer().todo());
  }

  Badge badge() {
    return Badge.of(pool.judgement().grade());
  }

  /** What the second line answers. */
  String question() {
    return question(pool);
  }

  /** What is asked of a pool. */
  static String question(PoolReport pool) {
    return pool.sizes().size().isPresent()
        ? "Is " + Size.text(pool.sizes().size().getAsDouble()) + " enough?"
        : "Is it enough?";
  }

  /** The sizes, each with its chance; those that are not known are left out. */
  List<PoolPage.Fact> sizes() {
    List<PoolPage.Fact> facts = new ArrayList<>();
    pool.least()
        .ifPresent(
            size ->
                facts.add(
                    fact(Names.capital(pool.kind().least()), size, PoolPage.minimumNote(pool))));
    pool.advice().ifPresent(sizing -> addAdvised(sizing, facts));
    pool.sizes().size().ifPresent(size -> facts.add(fact("Now", size, now(size))));
    return facts;
  }

  private void addAdvised(Sizing sizing, List<PoolPage.Fact> facts) {
    facts.add(fact("Advised", sizing.recommended(), passed(sizing.breachProbability(), sizing)));
    facts.add(
        fact(
            Names.capital(pool.kind().together()),
            sizing.best(),
            PoolPage.bestNote(pool) + at(sizing.best(), sizing)));
  }

  private String now(double size) {
    if (pool.least().isPresent() && size < pool.least().getAsDouble()) {
      return "less than what was seen to be needed";
    }
    return pool.advice().map(sizing -> passed(sizing.chance().present(), sizing)).orElse(UNKNOWN);
  }

  /** The chance of a size that stands on the curve, after what else is told of it. */
  private static String at(double size, Sizing sizing) {
    return sizing.curve().stream()
        .filter(point -> Math.abs(point.size() - size) < 1)
        .findFirst()
        .filter(point -> point.breachProbability().orElse(0) > 0)
        .map(point -> "; " + passed(point.breachProbability(), sizing))
        .orElse("");
  }

  private static String passed(OptionalDouble chance, Sizing sizing) {
    if (chance.isPresent() && chance.getAsDouble() == 0) {
      return "holds all that is promised";
    }
    Figures.Figure figure = Figures.chance(chance, sizing.chance().goal());
    return figure.known() ? "passed with a chance of " + figure.text() : UNKNOWN;
  }

  private static PoolPage.Fact fact(String name, double bytes, String meaning) {
    return new PoolPage.Fact(name, Figures.gb(OptionalDouble.of(bytes)), meaning);
  }
}
