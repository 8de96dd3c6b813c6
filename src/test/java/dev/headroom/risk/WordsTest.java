package dev.headroom.risk;

import static dev.headroom.memory.Histories.GB;
import static dev.headroom.memory.Histories.MB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.memory.Histories;
import dev.headroom.memory.PoolHistory;
import dev.headroom.risk.ams.AmsCase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "20, 20 s",
    "59.96, 60 s",
    "60, 1 min",
    "90, 1.5 min",
    "7199, 120 min",
    "7200, 2 hours",
    "172799, 48 hours",
    "172800, 2 days",
    "864000, 10 days"
  })
  void durations(double seconds, String words) {
    assertEquals(words, Words.duration(seconds * 1000));
  }

  @Test
  void sizesSharesAndDays() {
    assertEquals("0.00 GB", Words.gb(0));
    assertEquals("0.01 MB", Words.gb(10_240));
    assertEquals("4.00 MB", Words.gb(4 * MB));
    assertEquals("0.01 GB", Words.gb(0.005 * GB));
    assertEquals("100.00 GB", Words.gb(100 * GB));
    assertEquals("0 %", Words.percent(0));
    assertEquals("less than 0.01 %", Words.percent(0.00004));
    assertEquals("0.01 %", Words.percent(0.00005));
    assertEquals("100 %", Words.percent(1));
    assertEquals("20 %", Words.chance(0.2));
    assertEquals("20.1 %", Words.chance(0.20001));
    assertEquals("1 day", Words.days(1));
    assertEquals("0.25 days", Words.days(0.25));
    assertEquals("10 days", Words.days(10));
    assertEquals("1 line", Words.count(1, "line"));
    assertEquals("1,440 lines", Words.count(1440, "line"));
  }

  @Test
  void names() {
    assertEquals("a", Words.names(List.of("a")));
    assertEquals("a and b", Words.names(List.of("a", "b")));
    assertEquals("a, b, c, d and e", Words.names(List.of("a", "b", "c", "d", "e")));
    assertEquals("a, b, c, d, e and 1 more", Words.names(List.of("a", "b", "c", "d", "e", "f")));
  }

  @Test
  void instantsHaveSecondsWhereThereAreAny() {
    PoolHistory history = Cases.from(Histories.timed(10_000, Histories.member("a", 2).build()));
    assertEquals("at 2009-06-30 16:00", Words.at(history, 0));
    assertEquals("at 2009-06-30 16:00:10", Words.at(history, 1));
    assertEquals("in sample 2", Words.at(Histories.untimed(Histories.member("a", 2).build()), 1));
  }

  @Test
  void aPoolGrowsNoFurtherThanItsMaximum() {
    AmsCase pool =
        Cases.minutes(12 * GB, Histories.member("a", 1).build()).maximum(13 * GB).build();
    assertEquals(
        "Raise the pool to 13.00 GB on the HMC (chhwres -r mempool) or in IVM",
        Advice.grow(pool, 13 * GB));
    assertEquals(
        "Raise the pool to 14.00 GB on the HMC (chhwres -r mempool) or in IVM, its maximum first",
        Advice.grow(pool, 14 * GB));
  }
}
