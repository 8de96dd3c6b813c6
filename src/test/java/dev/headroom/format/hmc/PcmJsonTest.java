package dev.headroom.format.hmc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.headroom.SharedFolder;
import dev.headroom.format.BrokenInput;
import dev.headroom.format.Reading;
import dev.headroom.format.Readings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What an HMC hands out as JSON, whole, damaged, and in one line that is longer than any window.
 */
final class PcmJsonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/hmc-pcm");

  private static String sample(int minute, String memory) {
    return String.join(
        "\n",
        "{",
        "\"sampleType\": \"ManagedSystem\",",
        "\"serverUtil\": {\"memory\": {",
        "\"totalMem\": [" + memory + "]",
        "}},",
        "\"sampleInfo\": {\"timeStamp\": \"2022-12-02T07:" + minute + ":00+0100\"}",
        "}");
  }

  private static String document(String... samples) {
    return "{\n\"systemUtil\": {\n\"utilInfo\": {\"name\": \"S\"},\n\"utilSamples\": [\n"
        + String.join(",\n", samples)
        + "\n]\n}\n}\n";
  }

  private static String ordered(String order, String memory) {
    return document(sample(10, memory))
        .replace("\"name\"", "\"metricArrayOrder\": [" + order + "], \"name\"");
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaid() {
    String three = document(sample(10, "1024"), sample(20, "10x24"), sample(30, "1024"));
    return Stream.of(
            new BrokenInput(
                "damage inside a sample costs that sample",
                three,
                2,
                5,
                List.of(
                    "15:16 unexpected-line: the JSON text is damaged here; what follows is left out"
                        + " up to the next sample")),
            new BrokenInput(
                "a text that ends inside a sample",
                three.replace("10x24", "1024").substring(0, three.lastIndexOf("\"sampleInfo\"")),
                2,
                0,
                List.of(
                    "24:0 truncated: the input ends inside the document; the sample that it ends in"
                        + " is left out")),
            new BrokenInput(
                "a word in the place of a figure",
                document(sample(10, "\"much\"")),
                0,
                0,
                List.of("8:0 bad-number: totalMem 'much' is no amount; it counts as absent")),
            new BrokenInput(
                "a name of the order is lost",
                ordered("\"Avg\",\"Max\"", "8192, 9216, 10240"),
                0,
                0,
                List.of(
                    "8:0 inconsistent: totalMem has not as many figures as metricArrayOrder names;"
                        + " it counts as absent")),
            new BrokenInput(
                "names of the order have changed places",
                ordered("\"Avg\",\"Min\",\"Max\"", "8192, 9216, 10240"),
                0,
                0,
                List.of(
                    "8:0 inconsistent: totalMem has a mean that is not between its smallest and its"
                        + " largest; it counts as absent")),
            new BrokenInput(
                "a name of the order stands twice",
                ordered("\"Avg\",\"Avg\",\"Max\"", "8192, 9216, 10240"),
                0,
                0,
                List.of(
                    "8:0 inconsistent: totalMem has several figures, and nothing says which is the"
                        + " mean; it counts as absent")),
            new BrokenInput(
                "a figure stands twice",
                document(sample(10, "1024],\n\"totalMem\": [2048")),
                0,
                0,
                List.of(
                    "9:0 inconsistent: totalMem stands twice with different figures; it counts as"
                        + " absent")),
            new BrokenInput(
                "memory below zero",
                document(sample(10, "-5")),
                0,
                0,
                List.of("8:0 bad-number: totalMem '-5' is no amount; it counts as absent")))
        .map(BrokenInput::test);
  }

  @Test
  void aLineLongerThanAnyWindowIsReadWhole() {
    List<String> samples = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      samples.add(sample(10 + i % 50, String.valueOf(1024 + i)).replace("\n", ""));
    }
    String text =
        "{\"systemUtil\":{\"utilInfo\":{\"name\":\"S\"},\"utilSamples\":["
            + String.join(",", samples)
            + "]}}";
    assertTrue(text.length() > 2 << 20);
    Reading reading = Readings.of("x", text);
    assertEquals(List.of(), reading.diagnostics());
    assertEquals(1, reading.lines().understood());
    assertEquals(20_000, Readings.samples(reading).size());
  }

  @Test
  void nestingWithoutEndIsRefused() {
    Reading reading =
        Readings.of("x", "{\"systemUtil\":{\"utilSamples\":" + "[".repeat(5000) + "\n");
    assertEquals(1, reading.diagnostics().size());
    assertEquals(1, reading.lines().rejected());
  }

  @Test
  void ofSeveralValuesTheMeanCounts() {
    String text = document(sample(10, "1, 2, 3"));
    assertEquals(List.of(), Readings.samples(Readings.of("x", text)));
    String told =
        text.replace("\"name\": \"S\"", "\"metricArrayOrder\": [\"MIN\", \"AVG\", \"MAX\"]");
    assertTrue(Readings.samples(Readings.of("x", told)).get(0).endsWith(" 2097152 B"));
  }

  @Test
  void theSchemaDescribesTheGoldenDocuments() throws IOException {
    String schema =
        Files.readString(Path.of("grammars/PcmJson.schema.json"), StandardCharsets.UTF_8);
    for (String file : List.of("server.aggregated.json", "server.oneline.json")) {
      String document = Files.readString(GOLDEN.resolve(file), StandardCharsets.UTF_8);
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(schema)
              .validate(document, InputFormat.JSON));
    }
  }

  @Test
  void realDocumentsAreReadToTheirLastLine() throws IOException {
    for (Path file : SharedFolder.files("captures/pcm", ".*\\.json|.*_data.*\\.txt")) {
      Reading reading = Readings.of(file);
      assertEquals(List.of(), reading.diagnostics(), file.toString());
      assertEquals(0, reading.lines().rejected(), file.toString());
    }
  }

  /** What a server has is what is free, assigned, and the firmware's: of processed samples. */
  @Test
  void realServersHaveWhatTheyGive() throws IOException {
    for (Path file : SharedFolder.files("captures/pcm", ".*(ManagedSystem|managed-system).*json")) {
      Reading reading = Readings.of(file);
      int checked = 0;
      for (JsonNode sample :
          new ObjectMapper().readTree(file.toFile()).at("/systemUtil/utilSamples")) {
        JsonNode memory = sample.at("/serverUtil/memory");
        double total = memory.at("/totalMem/0").asDouble();
        double free = memory.at("/availableMem/0").asDouble();
        assertEquals(
            total,
            free
                + memory.at("/assignedMemToLpars/0").asDouble()
                + sample.at("/systemFirmwareUtil/assignedMem/0").asDouble(),
            0.5,
            file.toString());
        String time = sample.at("/sampleInfo/timeStamp").asText().substring(0, 19);
        assertEquals(List.of(total, free), values(reading, "system/", time), file + " at " + time);
        checked++;
      }
      assertTrue(checked > 0, file.toString());
    }
  }

  /** Dedicated memory is backed to the last byte. */
  @Test
  void realPartitionsWithoutAPoolAreBacked() throws IOException {
    for (Path file :
        SharedFolder.files("captures/pcm", ".*(LogicalPartition_|logical-partition).*json")) {
      List<String> samples = Readings.samples(Readings.of(file));
      assertEquals(figures(samples, "memory.logical"), figures(samples, "memory.physical"));
      assertTrue(!figures(samples, "memory.logical").isEmpty(), file.toString());
    }
  }

  private static List<String> figures(List<String> samples, String metric) {
    return samples.stream()
        .filter(sample -> sample.contains(" " + metric + " "))
        .map(sample -> sample.substring(sample.indexOf(metric) + metric.length()))
        .toList();
  }

  /** Memory of the server at a time: all and free, MB. */
  private static List<Double> values(Reading reading, String subject, String time) {
    String at = time.endsWith(":00") ? time.substring(0, 16) : time;
    return Stream.of("memory.logical", "memory.free")
        .map(
            metric ->
                Readings.samples(reading).stream()
                    .filter(sample -> sample.contains(" " + subject))
                    .filter(sample -> sample.contains(" " + metric + " " + at + " "))
                    .map(sample -> sample.split(" ", -1))
                    .map(cells -> Double.parseDouble(cells[cells.length - 2]) / (1 << 20))
                    .findFirst()
                    .orElse(Double.NaN))
        .toList();
  }
}
