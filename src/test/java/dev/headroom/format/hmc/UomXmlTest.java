package dev.headroom.format.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.headroom.SharedFolder;
import dev.headroom.capture.Diagnostic;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The objects of an HMC as XML: whole, damaged, in one line, and hostile. */
final class UomXmlTest {
  private static String pool(String memory, String more) {
    return "<SharedMemoryPool:SharedMemoryPool xmlns:SharedMemoryPool=\"u\" xmlns=\"u\">\n"
        + "<CurrentPoolMemory kb=\"ROR\">"
        + memory
        + "</CurrentPoolMemory>\n"
        + more
        + "</SharedMemoryPool:SharedMemoryPool>\n";
  }

  private static String entry(String object) {
    return "<entry>\n<published>2021-06-30T12:00:05.120+02:00</published>\n"
        + object
        + "</entry>\n";
  }

  private static String feed(String... entries) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        + String.join("", entries)
        + "</feed>\n";
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaid() {
    String sound = entry(pool("1024", ""));
    return Stream.of(
            new BrokenInput(
                "damage inside an object costs that object",
                feed(entry(pool("1024", "<PoolID>0</PoolId>\n")), sound),
                1,
                4,
                List.of("4:0 unexpected-line: the pool is left out: its XML is damaged on line 6")),
            new BrokenInput(
                "an object that has lost its end costs itself",
                feed(
                    entry(pool("1024", "").replace("</SharedMemoryPool:SharedMemoryPool>", "")),
                    sound),
                1,
                3,
                List.of(
                    "4:0 unexpected-line: the pool is left out: it has no end before the next"
                        + " entry")),
            new BrokenInput(
                "a text that ends inside an object",
                sound.substring(0, sound.indexOf("</SharedMemoryPool:")),
                0,
                2,
                List.of("3:0 truncated: the input ends inside this pool; it is left out")),
            new BrokenInput(
                "a word in the place of a figure",
                entry(pool("much", "<PoolID>0</PoolID>\n")),
                1,
                0,
                List.of(
                    "4:0 bad-number: CurrentPoolMemory 'much' is no amount; it counts as absent")),
            new BrokenInput(
                "memory below zero",
                entry(pool("-1", "<PoolID>0</PoolID>\n")),
                1,
                0,
                List.of(
                    "4:0 bad-number: CurrentPoolMemory '-1' is no amount; it counts as absent")),
            new BrokenInput(
                "more available than firmware leaves",
                entry(
                    pool(
                        "1024",
                        "<CurrentAvailablePoolMemory>900</CurrentAvailablePoolMemory>\n"
                            + "<SystemFirmwarePoolMemory>256</SystemFirmwarePoolMemory>\n")),
                2,
                0,
                List.of(
                    "3:0 inconsistent: CurrentAvailablePoolMemory is more than CurrentPoolMemory"
                        + " less SystemFirmwarePoolMemory; all stay as read")),
            new BrokenInput(
                "a partition without a name",
                "<LogicalPartition:LogicalPartition xmlns:LogicalPartition=\"u\">\n"
                    + "<PartitionID>4</PartitionID>\n"
                    + "</LogicalPartition:LogicalPartition>\n",
                0,
                3,
                List.of("1:0 unexpected-line: the partition is left out: it has no name")))
        .map(BrokenInput::test);
  }

  private static Reading read(String text) {
    return Readings.of("server.xml", text);
  }

  @Test
  void oneLineGivesWhatManyGive() {
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      entries.append(
          entry(
              "<LogicalPartition:LogicalPartition xmlns:LogicalPartition=\"u\" xmlns=\"u\">\n"
                  + "<PartitionMemoryConfiguration>\n<RuntimeMemory>"
                  + (1024 + i)
                  + "</RuntimeMemory>\n</PartitionMemoryConfiguration>\n<PartitionName>p"
                  + i
                  + "</PartitionName>\n<PartitionState>running</PartitionState>\n"
                  + "</LogicalPartition:LogicalPartition>\n"));
    }
    String many = feed(entries.toString());
    List<String> expected = values(read(many));
    assertEquals(400, expected.size());
    Reading one = read(many.replace("\n", ""));
    assertEquals(expected, values(one));
    assertEquals(List.of(), one.diagnostics());
  }

  private static List<String> values(Reading reading) {
    return Readings.all(reading)
        .lines()
        .filter(line -> line.contains(" hmc-uom "))
        .map(line -> line.substring(line.indexOf(' ')))
        .toList();
  }

  @Test
  void entitiesAreNotFollowed() {
    Reading reading =
        read(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"
                + entry(pool("&e;", "<PoolID>0</PoolID>\n")));
    assertTrue(
        reading.diagnostics().stream()
            .map(Diagnostic::message)
            .anyMatch(m -> m.contains("damaged")),
        reading.diagnostics()::toString);
    assertFalse(Readings.all(reading).contains("root:"));
  }

  @Test
  void elementsInOneAnotherWithoutEndAreDamage() {
    Reading reading = read(entry(pool("1024", "<a>".repeat(5000) + "\n")));
    assertEquals(1, reading.diagnostics().size(), reading.diagnostics()::toString);
    assertEquals(List.of(), values(reading));
  }

  @Test
  void whatIsReadOfAPoolIsWhatTheSchemaNames() throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(Path.of("grammars/UomXml.xsd").toFile())
            .newValidator();
    StringBuilder object = new StringBuilder("<SharedMemoryPool>");
    UomObject.OF_POOL.forEach(
        figure ->
            object.append(String.format(Locale.ROOT, "<%s>1</%s>", figure.path(), figure.path())));
    validator.validate(new StreamSource(new StringReader(object + "</SharedMemoryPool>")));

    StringBuilder partition = new StringBuilder("<LogicalPartition>");
    partition.append("<PartitionMemoryConfiguration>");
    Stream.of(UomObject.RUNNING, UomObject.SHARING, UomObject.CONFIGURED)
        .flatMap(List::stream)
        .map(figure -> figure.path().substring(figure.path().indexOf('/') + 1))
        .forEach(name -> partition.append(String.format(Locale.ROOT, "<%s>1</%s>", name, name)));
    partition.append("</PartitionMemoryConfiguration><PartitionName>p</PartitionName>");
    validator.validate(new StreamSource(new StringReader(partition + "</LogicalPartition>")));
  }

  @Test
  void realAnswersAreReadWhole() throws IOException {
    for (Path file : SharedFolder.files("captures/pcm", ".*-uom-.*\\.xml")) {
      Reading reading = Readings.of(file);
      assertEquals(List.of(), reading.diagnostics(), file.toString());
      assertEquals(0, reading.lines().rejected(), file.toString());
      assertFalse(values(reading).isEmpty(), file::toString);
    }
  }
}
