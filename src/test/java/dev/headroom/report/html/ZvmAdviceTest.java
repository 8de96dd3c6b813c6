package dev.headroom.report.html;

import static dev.headroom.report.InventedPools.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.memory.Basis;
import dev.headroom.memory.zvm.ZvmGuest;
import dev.headroom.memory.zvm.ZvmHistory;
import dev.headroom.memory.zvm.ZvmReplay;
import dev.headroom.memory.zvm.ZvmSystem;
import dev.headroom.memory.zvm.ZvmTables;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.ZvmFigures;
import dev.headroom.report.json.JsonReport;
import dev.headroom.risk.Captures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.zvm.ZvmCase;
import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Landmarks;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processors and paging space advised for a z/VM system, on its page and in report.json. */
class ZvmAdviceTest {
  private static final String SYSTEM = "ZVM1";

  @TempDir Path folder;

  private static Table table(Kind kind, String name, Metric metric, double... values) {
    TableBuilder rows = new TableBuilder(List.of(metric));
    for (int i = 0; i < values.length; i++) {
      rows.set(0, values[i]);
      rows.endRow(7 + i, InventedPools.START_MILLIS + i * 60_000);
    }
    Host host = new Host(SYSTEM, Optional.of("5.4.0"));
    return rows.build(new Subject(kind, name), Optional.of(host), "fcx112", "lab/zvm1");
  }

  private static PoolReport pool(Table... captured) {
    ZvmTables tables = ZvmTables.of(SYSTEM, List.of(captured));
    ZvmSystem system =
        new ZvmSystem(
            SYSTEM,
            SYSTEM,
            new ZvmSystem.Storage(8 * GB, OptionalDouble.empty(), 0, 0),
            Optional.empty(),
            List.of(ZvmGuest.unconfigured("TPM", OptionalDouble.of(20 * GB))));
    ZvmHistory history = ZvmHistory.of(system, tables);
    ZvmCase judged =
        new ZvmCase(
            system,
            history,
            ZvmReplay.run(system, history, Basis.OBSERVED),
            Optional.empty(),
            tables,
            new Captures(Landmarks.of(tables.all()), List.of(), List.of()),
            Completeness.said("The site file says so."));
    PoolReport unknown = InventedPools.unknown(SYSTEM);
    return new PoolReport(
        SYSTEM,
        PoolKind.ZVM,
        unknown.sizes(),
        unknown.judgement(),
        unknown.memory(),
        unknown.grounds(),
        Optional.of(ZvmFigures.of(judged)));
  }

  private static PoolReport known() {
    return pool(
        table(Kind.GUEST, "TPM", Metric.CPU_BUSY, 120, 447, 300),
        table(Kind.PROCESSOR, SYSTEM + "/00", Metric.CPU_BUSY, 90, 96, 80),
        table(Kind.PROCESSOR, SYSTEM + "/01", Metric.CPU_BUSY, 90, 414, 80),
        table(Kind.SYSTEM, SYSTEM, Metric.PAGINGSPACE_SIZE, 30 * GB),
        table(Kind.SYSTEM, SYSTEM, Metric.PAGINGSPACE_INUSE, 3 * GB, 6 * GB));
  }

  private static JsonNode json(PoolReport pool) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(InventedPools.report(List.of(pool)), out);
    return new ObjectMapper().readTree(out.toByteArray()).get("pools").get(0);
  }

  @Test
  void json() throws IOException {
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"ifls": 6, "presentIfls": 2, "peakProcessors": 5.1,
                 "peakTime": "2009-06-30T00:01:00", "samples": 3,
                 "reason": "The LPAR's 2 processors were together busy with 5.10 at most, which 6 \
                IFLs hold.",
                 "guests": [
                   {"name": "TPM", "virtualProcessors": 5, "peakProcessors": 4.47,
                    "peakTime": "2009-06-30T00:01:00", "samples": 3,
                    "reason": "It used 4.47 processors at most, which 5 virtual processors hold."}
                 ]}"""),
        json(known()).get("processors"));
    JsonNode space = json(known()).get("pageSpace");
    assertEquals(Math.round(30 * GB), space.get("sizeBytes").asLong());
    assertEquals(Math.round(6 * GB), space.get("inUseBytes").asLong());
    assertEquals(Math.round(21 * GB), space.get("bareMinimumBytes").asLong());
    assertEquals(Math.round(24.15 * GB), space.get("leastBytes").asLong());
    assertEquals(Math.round(26.25 * GB), space.get("recommendedBytes").asLong());
    assertEquals(Math.round(40 * GB), space.get("olderRuleBytes").asLong());
    assertTrue(space.get("reason").asText().startsWith("The guests' 20.00 GB"), space::toString);
  }

  private String page(PoolReport pool) throws IOException {
    HtmlReport.write(InventedPools.report(List.of(pool)), folder);
    return Files.readString(folder.resolve("index.html"))
        .replaceAll("<[^>]*>", " ")
        .replaceAll("\\s+", " ");
  }

  @Test
  void page() throws IOException {
    String text = page(known());
    assertTrue(text.contains(" LPAR (IFLs) 5.10 3 1 min 6 2 TPM 4.47 3 1 min 5 – "), text);
    assertTrue(
        text.contains(
            " Page space 30.00 GB what there is In use 6.00 GB the most that was seen Bare minimum"
                + " 21.00 GB by the published formula, without reserve Recommended 26.25 GB with 25"
                + " % of reserve Older rule 40.00 GB before z/VM 6.3: twice the virtual size "),
        text);
  }

  @Test
  void whatIsNotKnownHasNoSection() throws IOException {
    PoolReport pool = pool(table(Kind.GUEST, "TPM", Metric.MEMORY_RESIDENT, GB));
    assertFalse(json(pool).has("processors"));
    assertFalse(page(pool).contains("Processors"));
  }
}
