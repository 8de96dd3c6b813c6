package dev.headroom.report;

import static dev.headroom.report.InventedPools.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.risk.Grade;
import dev.headroom.unit.Count;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is told of many pools. */
class FleetAnswerTest {
  private static String need(List<PoolReport> pools) {
    return FleetWords.need(FleetAnswer.of(pools));
  }

  private static String spare(List<PoolReport> pools) {
    return FleetWords.spare(FleetAnswer.of(pools));
  }

  private static FleetAnswer answer(FleetAnswer.Need need, FleetAnswer.Spare spare) {
    return new FleetAnswer(12, need, spare, Map.of());
  }

  private static final FleetAnswer.Amount NOTHING = new FleetAnswer.Amount(0, 0);

  @Test
  void theSumOfWhatIsNeededIsTheSumOfTheCommands() {
    List<PoolReport> fleet = InventedFleet.of(1000);
    double add = 0;
    double back = 0;
    int lacking = 0;
    int giving = 0;
    for (PoolReport pool : fleet) {
      double change = pool.judgement().answer().change();
      if (pool.judgement().grade().isPresent() && change > 0) {
        add += change;
        lacking++;
      } else if (pool.judgement().grade().isPresent() && change < 0) {
        back -= change;
        giving++;
      }
    }
    assertTrue(lacking > 200 && giving > 100, lacking + " and " + giving);
    assertEquals(
        lacking + " of 1,000 pools need memory: " + Size.gb(add) + " in all.", need(fleet));
    assertTrue(
        spare(fleet)
            .startsWith(
                Size.gb(back)
                    + " can go back, from "
                    + Count.of(giving, "pool")
                    + " whose captures prove it. "),
        spare(fleet));
  }

  @Test
  void oneAndNoneAreSaidAsPeopleDo() {
    FleetAnswer.Spare none = new FleetAnswer.Spare(NOTHING, NOTHING, 0);
    assertEquals(
        "1 of 12 pools needs memory: 1.50 GB.",
        FleetWords.need(
            answer(new FleetAnswer.Need(new FleetAnswer.Amount(1, 1.5 * GB), 0), none)));
    assertEquals(
        "No pool of 12 is known to need memory. 2 are amber or red, and no larger size is advised:"
            + " each says what else to do.",
        FleetWords.need(answer(new FleetAnswer.Need(NOTHING, 2), none)));
    assertEquals(
        "3 of 12 pools need memory: 4.00 GB in all. 1 more is amber or red, and no larger size is"
            + " advised: each says what else to do.",
        FleetWords.need(answer(new FleetAnswer.Need(new FleetAnswer.Amount(3, 4 * GB), 1), none)));
    assertEquals(
        "Nothing is proven to be spare.",
        FleetWords.spare(answer(new FleetAnswer.Need(NOTHING, 0), none)));
  }

  @Test
  void whatIsNotProvenIsNotCountedAsSpare() {
    FleetAnswer.Need none = new FleetAnswer.Need(NOTHING, 0);
    assertEquals(
        "Nothing is proven to be spare. 1 pool is larger than advised, by 2.00 GB, without proof"
            + " that this can go back: whether these are all members is not known.",
        FleetWords.spare(
            answer(none, new FleetAnswer.Spare(NOTHING, new FleetAnswer.Amount(1, 2 * GB), 1))));
    assertEquals(
        "1.00 GB can go back, from 1 pool whose captures prove it. 5 more pools are larger than"
            + " advised, by 6.00 GB in all, without proof that this can go back: of 2 of them"
            + " whether these are all members is not known.",
        FleetWords.spare(
            answer(
                none,
                new FleetAnswer.Spare(
                    new FleetAnswer.Amount(1, GB), new FleetAnswer.Amount(5, 6 * GB), 2))));
  }

  @Test
  void whatIsMissingIsSaidForEachKind() {
    List<PoolReport> fleet =
        List.of(InventedPools.unknown("a"), InventedPools.busyDay("b"), InventedPools.unknown("c"));
    assertEquals(
        List.of(
            "Of 2 pools no capture shows what members need: capture each member over a busy"
                + " week."),
        FleetWords.ungraded(FleetAnswer.of(fleet)));
    assertEquals(
        List.of("Every pool has a grade."),
        FleetWords.ungraded(FleetAnswer.of(List.of(InventedPools.busyDay("b")))));
    assertEquals(
        "1 of 3 pools needs memory: 1.50 GB.", need(fleet), "what has no grade needs none");
  }

  @Test
  void whatCostsMostComesFirstAndNotByName() {
    List<PoolReport> fleet = InventedFleet.of(1000);
    List<PoolReport> first = FleetAnswer.costliest(fleet, Function.identity());
    assertEquals(10, first.size());
    for (int i = 1; i < first.size(); i++) {
      assertTrue(FleetAnswer.change(first.get(i - 1)) >= FleetAnswer.change(first.get(i)));
    }
    double least = FleetAnswer.change(first.get(9));
    List<PoolReport> more = new ArrayList<>(fleet);
    more.removeAll(first);
    more.forEach(pool -> assertTrue(FleetAnswer.change(pool) <= least));
    // of those that cost the same, the worst grade, and of one grade the most page-ins
    for (int i = 1; i < first.size(); i++) {
      PoolReport one = first.get(i - 1);
      PoolReport next = first.get(i);
      if (FleetAnswer.change(one) == FleetAnswer.change(next)) {
        Grade grade = one.judgement().grade().orElseThrow();
        int worse = grade.compareTo(next.judgement().grade().orElseThrow());
        assertTrue(worse >= 0);
        assertTrue(
            worse > 0
                || one.memory().overcommit().observedPagingRate().orElse(0)
                    >= next.memory().overcommit().observedPagingRate().orElse(0));
      }
    }
  }

  @Test
  void whatIsFineIsNoPlaceToBegin() {
    List<PoolReport> green =
        InventedFleet.of(200).stream()
            .filter(pool -> pool.judgement().grade().filter(Grade.GREEN::equals).isPresent())
            .toList();
    assertEquals(List.of(), FleetAnswer.costliest(green, Function.identity()));
    assertEquals("No pool of " + green.size() + " is known to need memory.", need(green));
  }
}
