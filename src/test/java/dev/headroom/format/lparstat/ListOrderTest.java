package dev.headroom.format.lparstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lists of several partitions below one another: no value goes under another's name. */
class ListOrderTest {
  private static final String LISTS =
      """
      Partition Name : one
      Entitled Capacity : 0.10
      Online Memory : 1024 MB
      Memory Pool ID : 1
      Physical Memory in the Pool : 11.000 GB
      Partition Name : two
      Entitled Capacity : 0.20
      Online Memory : 2048 MB
      Memory Pool ID : 2
      Physical Memory in the Pool : 12.000 GB
      Partition Name : three
      Entitled Capacity : 0.30
      Online Memory : 3072 MB
      Memory Pool ID : 3
      Physical Memory in the Pool : 13.000 GB
      """;

  /** Whose each value is. */
  private static final Map<String, String> OWNERS = owners();

  private static Map<String, String> owners() {
    Map<String, String> owners = new HashMap<>();
    Readings.samples(Readings.of("x", LISTS)).forEach(each -> owners.put(value(each), owner(each)));
    return owners;
  }

  private static String value(String sample) {
    return sample.replaceFirst("^.*?/\\S+ (\\S+) .* (\\S+) \\S+$", "$1 $2");
  }

  private static String owner(String sample) {
    return sample.replaceFirst("^.*?/(\\S+) .*$", "$1");
  }

  private static List<String> messages(Reading reading) {
    return reading.diagnostics().stream()
        .map(each -> each.where().line() + " " + each.code().word() + ": " + each.message())
        .toList();
  }

  private static String swapped(int a, int b) {
    List<String> lines = new ArrayList<>(LISTS.lines().toList());
    String first = lines.get(a - 1);
    lines.set(a - 1, lines.get(b - 1));
    lines.set(b - 1, first);
    return String.join("\n", lines) + "\n";
  }

  @Test
  void aListBeginsWhereItsNameStands() {
    assertEquals(12, OWNERS.size());
    assertEquals("two", OWNERS.get("memory.logical 2147483648"));
  }

  /**
   * Values that changed places with their like, or with another, cannot be told from sound text.
   */
  @Test
  void aNameThatChangedPlacesWithAValueTakesNoneWithIt() {
    for (int name : new int[] {6, 11}) {
      for (int line = 1; line <= 15; line++) {
        if (line % 5 == 1 || (name == 11 && line <= 5)) {
          continue; // no list above the first shows where a list begins
        }
        Reading reading = Readings.of("x", swapped(name, line));
        String moved = LISTS.lines().toList().get(line - 1);
        for (String sample : Readings.samples(reading)) {
          assertEquals(
              OWNERS.get(value(sample)),
              owner(sample),
              () -> name + " and " + moved + ": " + sample);
        }
        assertEquals(15, reading.lines().understood() + reading.lines().rejected());
      }
    }
  }

  @Test
  void aListThatLostItsNameIsLeftOut() {
    Reading reading = Readings.of("x", LISTS.replaceFirst("Partition Name : two\n", ""));
    assertEquals(
        List.of(
            "6 unexpected-line: nothing tells whose this list is; it is left out up to the next"
                + " name"),
        messages(reading));
    assertEquals(4, reading.lines().rejected());
    assertEquals(8, Readings.samples(reading).size());
  }

  @Test
  void aLineThatStandsTwiceIsOfItsOwnList() {
    Reading reading =
        Readings.of(
            "x",
            LISTS.replace("Memory Pool ID : 1\n", "Memory Pool ID : 1\nOnline Memory : 1024 MB\n"));
    for (String sample : Readings.samples(reading)) {
      assertEquals(OWNERS.get(value(sample)), owner(sample));
    }
    assertEquals(13, Readings.samples(reading).size());
  }

  @Test
  void aSortedListMayHaveItsNameInTheMiddle() {
    Reading reading =
        Readings.of("x", "Memory Pool ID : 4\nPartition Name : p\nOnline Memory : 1024 MB\n");
    assertEquals(
        List.of(
            "1 lparstat-i partition/p pool.id - #0 4 count",
            "3 lparstat-i partition/p memory.logical - #0 1073741824 B"),
        Readings.samples(reading).stream().sorted().toList());
  }

  @Test
  void aNameHoldsNoControlCharacter() {
    Reading reading =
        Readings.of("x", LISTS.replace("Name : one", "Name : o\u0085e").substring(0, 60));
    assertTrue(messages(reading).get(0).contains("holds a control character and is no name"));
  }

  @Test
  void theSharedListsOfWhichLinesChangedPlaces() throws IOException {
    Reading reading = Readings.of(SharedFolder.file("broken/wrong-subject-swapped-lines.txt"));
    Map<String, List<String>> of = new HashMap<>();
    Readings.samples(reading)
        .forEach(
            each -> of.computeIfAbsent(owner(each), key -> new ArrayList<>()).add(value(each)));
    assertEquals(
        List.of(
            "cpu.entitlement 0.4",
            "memory.logical 3221225472",
            "pool.id 0",
            "pool.memory 6442450944"),
        of.get("node2"));
    assertEquals(9, of.getOrDefault("node1", List.of()).size());
    assertEquals(2, of.size());
  }
}
