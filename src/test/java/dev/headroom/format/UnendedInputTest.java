package dev.headroom.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.SharedFolder;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An input that ends without a line end: its last figure may have been cut, in every format. */
class UnendedInputTest {
  private static final String VMSTAT =
      """
      System configuration: lcpu=2 mem=2048MB ent=0.25

      kthr    memory              page              faults              cpu
      ----- ----------- ------------------------ ------------ -----------------------
       r  b   avm   fre  re  pi  po  fr   sr  cy  in   sy  cs us sy id wa    pc    ec
       1  0 200345 45120   0   0   0   0    0   0  12  340  410  3  2 95  0  0.05  20.2
       1  0 200346 45119   0   0   0   0    0   0  12  341  411  3  2 95  0  0.05  20.2""";

  private static final String LPARSTAT =
      """
      System configuration: type=Shared mode=Uncapped smt=4 lcpu=8 mem=8192MB psize=16 ent=0.50

      %user  %sys  %wait  %idle physc %entc  lbusy   app
      ----- ----- ------ ------ ----- ----- ------   ---
       11.3  15.0    0.0   73.7  0.22  44.5    6.1 45.26""";

  private static final String TOPAS =
      """
      Topas CEC Monitor             Interval:  10             Tue Jun 30 12:03:33 2009
      Host       OS  M Mem InU Lp  Us Sy Wa Id  PhysB  Vcsw Ent  %EntC PhI  pmem
      b1         A61 UM 6.0 2.9  8   2  1  0 97   0.01   787 0.40   3.6   0  4.00""";

  private static final String SVMON =
      """
                     size       inuse        free         pin     virtual
      memory      1048576      425275      623301       66521      159191
      pg space     262144       31995""";

  private static final String SERIES =
      """
      subject,kind,metric,time,seq,value
      h1,partition,memory.free,,0,4096
      h1,partition,memory.free,,1,4096""";

  private static String cut(int column, String figure) {
    return column
        + " truncated: the input ends inside '"
        + figure
        + "', which may have been cut; the cell counts as absent";
  }

  /** One sample fewer than with a line end, and one diagnostic; every other sample is the same. */
  private static DynamicTest loses(String name, String text, String message) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<String> whole = Readings.samples(Readings.of("h.txt", text + "\n"));
          Reading reading = Readings.of("h.txt", text);
          List<String> left = Readings.samples(reading);
          assertEquals(whole.size() - 1, left.size());
          assertEquals(left, whole.stream().filter(left::contains).toList());
          long last = text.lines().count();
          assertEquals(
              List.of(last + ":" + message),
              reading.diagnostics().stream()
                  .map(
                      each ->
                          each.where().line()
                              + ":"
                              + each.where().column()
                              + " "
                              + each.code().word()
                              + ": "
                              + each.message())
                  .toList());
        });
  }

  @TestFactory
  Stream<DynamicTest> losesOneFigure() {
    return Stream.of(
        loses("vmstat", VMSTAT, cut(78, "20.2")),
        loses("lparstat", LPARSTAT, cut(46, "45.26")),
        loses("svmon", SVMON, cut(27, "31995")),
        loses(
            "topas",
            TOPAS,
            "72 truncated: '4.00' may have been cut: the input ends; the cell counts as absent"),
        loses(
            "lparstat -i",
            "Online Memory : 2048 MB\nMemory Pool ID : 12",
            "18 truncated: the input ends inside this number, so it was cut; the line is left out"),
        loses(
            "configuration line",
            VMSTAT.replaceFirst("ent=0.25", "mode=x")
                + "\nSystem configuration changed.\n"
                + "System configuration: lcpu=2 mem=4096MB ent=0.25",
            "41 truncated: 'ent=0.25' may have been cut; it counts as absent"),
        loses(
            "series",
            SERIES,
            "29 truncated: the input ends inside this cell, which may have been cut; the sample is"
                + " left out"));
  }

  @Test
  void aFigureWithABlankOrItsUnitBehindItIsWhole() {
    for (String text :
        List.of(VMSTAT + " ", SVMON + " ", "Memory Pool ID : 1\nOnline Memory : 12.000 GB")) {
      assertEquals(
          Readings.samples(Readings.of("h.txt", text + "\n")),
          Readings.samples(Readings.of("h.txt", text)));
    }
  }

  @Test
  void theSharedFileThatWasCut() throws IOException {
    Reading reading = Readings.of(SharedFolder.file("broken/cut.txt"));
    assertEquals(
        List.of(
            "4 svmon partition/cut memory.logical - #0 4294967296 B",
            "4 svmon partition/cut memory.inuse - #0 2230116352 B",
            "4 svmon partition/cut memory.free - #0 2064850944 B",
            "4 svmon partition/cut memory.pinned - #0 1571041280 B",
            "4 svmon partition/cut memory.virtual - #0 1740935168 B",
            "4 svmon partition/cut memory.available - #0 2177511424 B",
            "5 svmon partition/cut pagingspace.size - #0 536870912 B"),
        Readings.samples(reading));
    assertEquals("truncated", reading.diagnostics().get(0).code().word());
    assertEquals(1, reading.diagnostics().size());
  }
}
