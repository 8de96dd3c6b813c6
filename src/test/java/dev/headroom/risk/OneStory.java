package dev.headroom.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Sizing;
import dev.headroom.unit.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether all that is told of one pool agrees: sizes, curve, findings, verdict, orders. */
public final class OneStory {
  private static final String NUMBER = "([0-9.]+ (?:GB|MB))";
  private static final Pattern RAISE = Pattern.compile("[Rr]aise the pool to " + NUMBER);
  private static final Pattern ENOUGH =
      Pattern.compile(NUMBER + " (?:would be safe enough|is advised)");
  private static final Pattern ORDER =
      Pattern.compile("chhwres -m \\S+ -r mem -o [ar] -p (\\S+) -q (\\d+)");

  private OneStory() {}

  /**
   * Fails where two places contradict each other.
   *
   * @param size the pool's
   * @param block what its sizes are multiples of
   * @param verdict the sentence on it
   */
  public static void check(
      double size, double block, Sizing sizing, List<Finding> findings, String verdict) {
    assertTrue(sizing.minimum() <= sizing.recommended(), "minimum <= recommended");
    assertTrue(sizing.minimum() <= sizing.best(), "minimum <= best");
    assertEquals(0, sizing.recommended() % block, "whole blocks");
    assertEquals(0, sizing.minimum() % block, "whole blocks");
    assertEquals(0, sizing.best() % block, "whole blocks");
    assertEquals(
        size >= sizing.minimum() && sizing.breachProbability().isPresent(),
        sizing.chance().present().isPresent());
    curve(sizing);
    String advised = Size.text(sizing.recommended());
    Map<String, Integer> orders = new HashMap<>();
    for (Finding finding : findings) {
      String all = finding.title() + " " + finding.advice();
      assertTrue(!all.contains("failed with"), all);
      numbers(RAISE, all)
          .forEach(
              raise -> {
                assertEquals(advised, raise, all);
                assertTrue(sizing.recommended() > size, all);
              });
      numbers(ENOUGH, all).forEach(enough -> assertEquals(advised, enough, all));
      Matcher order = ORDER.matcher(all);
      while (order.find()) {
        assertEquals(1, orders.merge(order.group(1), 1, Integer::sum), () -> "two orders: " + all);
        assertEquals(0, Double.parseDouble(order.group(2)) * Size.MB % block, all);
      }
      if (all.contains("could be given back")) {
        assertTrue(size > sizing.recommended(), all);
      }
    }
    assertTrue(verdict.contains(advised), verdict);
    numbers(ENOUGH, verdict).forEach(enough -> assertEquals(advised, enough, verdict));
    assertEquals(
        sizing.recommended() <= size,
        verdict.contains("holds the " + advised + " advised"),
        verdict);
  }

  /**
   * Fails where the answer in three lines contradicts the grade or the sizes.
   *
   * @param size the pool's
   */
  public static void answer(Answer answer, Standing standing, double size, Sizing sizing) {
    String enough = answer.enough();
    standing
        .grade()
        .ifPresent(
            grade ->
                assertTrue(
                    enough.contains(
                        switch (grade) {
                          case GREEN -> "Yes";
                          case YELLOW -> "Only just. ";
                          case AMBER, RED -> "No. ";
                        }),
                    enough));
    double more = sizing.recommended() - size;
    String advised = Size.text(sizing.recommended());
    if (more > 0.5) {
      assertEquals(more, answer.change());
      assertTrue(answer.todo().contains("to " + advised + ", " + Size.text(more) + " more"));
    } else {
      assertTrue(answer.change() <= 0, answer.todo());
      assertTrue(!answer.todo().startsWith("Raise"), answer.todo());
    }
    if (answer.change() < 0) {
      assertTrue(standing.completeness().known(), answer.todo());
      assertEquals(Grade.GREEN, standing.grade().orElseThrow(), answer.todo());
      assertEquals(more, answer.change());
    }
    answer
        .command()
        .ifPresent(
            command ->
                assertTrue(
                    command.contains("pool_mem=" + Math.round(sizing.recommended() / Size.MB)),
                    command));
  }

  private static List<String> numbers(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static void curve(Sizing sizing) {
    double rate = 1;
    double chance = 1;
    for (CurvePoint point : sizing.curve()) {
      assertTrue(point.violationRate() <= rate, "the curve falls");
      assertTrue(point.breachProbability().orElse(chance) <= chance, "chances fall");
      assertEquals(
          point.size() >= sizing.minimum() && sizing.breachProbability().isPresent(),
          point.breachProbability().isPresent(),
          "below the minimum there is no chance");
      if (point.size() == sizing.recommended()) {
        assertEquals(sizing.breachProbability(), point.breachProbability());
      }
      rate = point.violationRate();
      chance = point.breachProbability().orElse(chance);
    }
  }
}
