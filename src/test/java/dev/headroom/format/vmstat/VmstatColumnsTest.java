package dev.headroom.format.vmstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import dev.headroom.series.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values follow their headings, wherever a level, a flag or damage has put them. */
class VmstatColumnsTest {
  /** A cell for every heading; the two of sy stand with a neighbour, which tells them apart. */
  private static final Map<String, String> CELLS = new LinkedHashMap<>();

  static {
    CELLS.put("r", "1");
    CELLS.put("b", "2");
    CELLS.put("avm", "300");
    CELLS.put("fre", "400");
    CELLS.put("re", "5");
    CELLS.put("pi", "6");
    CELLS.put("po", "7");
    CELLS.put("fr", "8");
    CELLS.put("sr", "9");
    CELLS.put("cy", "0");
    CELLS.put("in sy cs", "11 12 13");
    CELLS.put("us sy id wa", "14 15 70 1");
    CELLS.put("pc", "0.18");
    CELLS.put("ec", "19.0");
    CELLS.put("hpi", "20");
    CELLS.put("hpit", "21");
    CELLS.put("pmem", "2.25");
    CELLS.put("loan", "1.50");
    CELLS.put("hr mi se", "12:00:01");
  }

  private static Map<Metric, Double> read(List<String> headings, List<String> cells) {
    Reading reading = Readings.of("lpar7", text(headings, cells));
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    reading
        .tables()
        .forEach(table -> table.forEach(each -> values.put(each.metric(), each.value())));
    return values;
  }

  private static String text(List<String> headings, List<String> cells) {
    return " " + String.join(" ", headings) + "\n " + String.join("  ", cells) + "\n";
  }

  private static List<String> cells(List<String> headings) {
    return headings.stream().map(heading -> CELLS.getOrDefault(heading, "99")).toList();
  }

  @Test
  void permutedColumns() {
    List<String> headings = new ArrayList<>(CELLS.keySet());
    Map<Metric, Double> usual = read(headings, cells(headings));
    assertEquals(VmstatLayout.METRICS.size(), usual.size());
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      Collections.shuffle(headings, random);
      assertEquals(usual, read(headings, cells(headings)), headings::toString);
    }
  }

  @Test
  void droppedColumns() {
    List<String> all = List.copyOf(CELLS.keySet());
    Map<Metric, Double> usual = read(all, cells(all));
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      List<String> headings = new ArrayList<>(all);
      for (int dropped = random.nextInt(6); dropped > 0; dropped--) {
        headings.remove(random.nextInt(headings.size()));
      }
      if (!headings.contains("avm") && !headings.contains("fre")) {
        continue; // without either no table of this tool is recognised
      }
      Map<Metric, Double> values = read(headings, cells(headings));
      assertTrue(usual.entrySet().containsAll(values.entrySet()), headings::toString);
      assertTrue(values.size() >= 8, headings::toString);
    }
  }

  @Test
  void anUnknownColumnIsNamedAndItsNeighboursAreRead() {
    List<String> all = List.copyOf(CELLS.keySet());
    Map<Metric, Double> usual = read(all, cells(all));
    for (int place = 0; place <= all.size(); place++) {
      List<String> headings = new ArrayList<>(all);
      headings.add(place, "new");
      Reading reading = Readings.of("lpar7", text(headings, cells(headings)));

      assertEquals(usual, read(headings, cells(headings)), headings::toString);
      assertEquals(
          List.of(DiagnosticCode.UNKNOWN_COLUMN),
          reading.diagnostics().stream().map(Diagnostic::code).toList());
    }
  }

  /** A damaged number costs itself and is named once, at its column. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "?", "/", ":"})
  void aDamagedCellCostsItself(String damage) {
    List<String> headings = List.copyOf(CELLS.keySet());
    Map<Metric, Double> usual = read(headings, cells(headings));
    String row = text(headings, cells(headings)).lines().skip(1).findFirst().orElse("");
    for (int at = 0; at < row.length(); at++) {
      if (!Character.isDigit(row.charAt(at))) {
        continue;
      }
      String damaged = row.substring(0, at) + damage + row.substring(at + 1);
      String header = text(headings, List.of()).lines().findFirst().orElse("");
      Reading reading = Readings.of("lpar7", header + "\n" + damaged + "\n");
      Map<Metric, Double> values = new EnumMap<>(Metric.class);
      reading
          .tables()
          .forEach(table -> table.forEach(each -> values.put(each.metric(), each.value())));
      List<Diagnostic> bad =
          reading.diagnostics().stream()
              .filter(each -> each.code() == DiagnosticCode.BAD_NUMBER)
              .toList();

      assertEquals(1, bad.size(), damaged);
      assertEquals(row.lastIndexOf(' ', at) + 2, bad.get(0).where().column(), damaged);
      assertTrue(usual.entrySet().containsAll(values.entrySet()), damaged);
      assertTrue(values.size() >= usual.size() - 1, damaged);
    }
  }

  private static final String SCALED =
      "System configuration: lcpu=2 mem=2048MB ent=0.25\n"
          + "\nkthr    memory              page              faults              cpu\n"
          + " r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec\n"
          + " 1  0 301877 52110   0   0   0   0    0   0  15 1310 402 71 24 905  0  0.31 124.0\n"
          + " 1  0 301902 52044   0   0   0   2    5   0  17 1388 420 80 30 880 10  0.36 144.0\n";

  private static List<String> shares(String text) {
    return Readings.samples(Readings.of("lpar44", text)).stream()
        .filter(sample -> sample.matches(".* cpu\\.(?:user|system|idle|wait) .*"))
        .map(sample -> sample.replaceFirst("#\\d+", ""))
        .toList();
  }

  /** One damaged heading among the shares of processor time is proven by the others. */
  @ParameterizedTest
  @ValueSource(strings = {"us", "sy id", "id", "wa"})
  void aDamagedHeadingHidesNoScale(String heading) {
    String damaged = SCALED.replace(heading + " ", heading.replaceFirst("..", "=O") + " ");
    assertEquals(shares(SCALED), shares(damaged));
    assertEquals(8, shares(damaged).size());
  }

  /** No share is more than 100: such a row does not show that shares are as printed. */
  @ParameterizedTest
  @ValueSource(strings = {" 71  4 905", " 71 24 995"})
  void aDamagedShareShowsNoScale(String damaged) {
    List<String> read = shares(SCALED.replace(" 71 24 905", damaged));
    assertEquals(4, read.size());
    assertTrue(shares(SCALED).containsAll(read));
  }
}
