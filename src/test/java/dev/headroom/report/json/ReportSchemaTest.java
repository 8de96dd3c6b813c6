package dev.headroom.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.headroom.report.InventedPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written as {@code report.json} is what {@code docs/report.schema.json} says. */
class ReportSchemaTest {
  private static List<String> faults(String report) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("docs/report.schema.json")), InputFormat.JSON);
    return schema.validate(report, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static String invented() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(
        InventedPools.report(
            List.of(InventedPools.unknown("VMSYS01"), InventedPools.busyDay("js22"))),
        out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The reports that are kept. */
  static List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("reports"))) {
      List<Path> found = files.filter(file -> file.endsWith("report.json")).sorted().toList();
      assertFalse(found.isEmpty(), "there are reports");
      return found;
    }
  }

  @ParameterizedTest
  @MethodSource("kept")
  void aKeptReportFollowsTheSchema(Path report) throws IOException {
    assertEquals(List.of(), faults(Files.readString(report)));
  }

  @Test
  void whatIsWrittenFollowsTheSchema() throws IOException {
    assertEquals(List.of(), faults(invented()));
  }

  @Test
  void theSchemaIsStrict() throws IOException {
    assertFalse(faults(invented().replace("\"verdict\"", "\"verdikt\"")).isEmpty());
    assertFalse(faults(invented().replace("\"red\"", "\"crimson\"")).isEmpty());
    assertFalse(faults(invented().replace("headroom-report/1", "headroom-report/2")).isEmpty());
  }
}
