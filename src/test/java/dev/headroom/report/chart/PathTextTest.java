package dev.headroom.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathTextTest {
  @Test
  void placesAreDistancesFromTheOneBefore() {
    String path = new PathText().move(10, 20).line(12, 17).line(14, 18).line(13, 18).toString();
    assertEquals("m10 20l2-3 2 1h-1", path);
  }

  @Test
  void whatRunsOnInOneDirectionIsOneLine() {
    PathText path = new PathText().move(0, 0).line(1, 0).line(3, 0).line(4, 2).line(5, 4);
    assertEquals("m0 0h3l2 4", path.toString());
    assertEquals(
        "m0 0h3-2v1", new PathText().move(0, 0).line(3, 0).line(1, 0).line(1, 1).toString());
  }

  @Test
  void aPartThatIsClosedBeginsWhereItBegan() {
    PathText path = new PathText().move(5, 5).line(9, 5).line(9, 9).close();
    assertEquals("m5 5h4v4zm1 0v1", path.move(6, 5).line(6, 6).toString());
  }

  @Test
  void nothingDrawnIsNothing() {
    assertTrue(new PathText().isEmpty());
    assertEquals("", new PathText().toString());
    assertEquals("m1 1", new PathText().move(1, 1).line(1, 1).toString());
  }

  @Test
  void aPathOfTheLibraryIsShortened() {
    assertEquals(
        "m52 310v-42.9l.1 3.2 1.1-1.5 1.1 .9z",
        PathText.shortened("M52 310 L52 267.1 L52.1 270.3 L53.2 268.8 L54.3 269.7 Z"));
    assertEquals("m-.5-1.5h1", PathText.shortened("M-0.5 -1.5 L0.5 -1.5"));
    assertEquals("m1 1h1m1 1v.3", PathText.shortened("M1 1 L2 1 M3 2 L3 2.3"));
  }

  @Test
  void anyOtherPathStaysAsItIs() {
    for (String path :
        new String[] {"M1 2 C1 2 3 4 5 6 Z", "M1.25 2 L3 4", "L", "", "M1 2 L3 4x"}) {
      assertEquals(path, PathText.shortened(path));
    }
  }
}
