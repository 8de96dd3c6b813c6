package dev.headroom.report.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleWritersTest {
  private static Table table() {
    TableBuilder builder = new TableBuilder(List.of(Metric.MEMORY_PHYSICAL, Metric.CPU_PHYSICAL));
    builder.set(0, 4294967296.0);
    builder.set(1, 0.31);
    builder.endRow(7, Table.millis(LocalDateTime.of(2009, 6, 30, 12, 3)));
    builder.set(0, 0);
    builder.endRow(8, Double.NaN);
    return builder.build(new Subject(Kind.PARTITION, "bxaix85"), "vmstat", "lab/bxaix85,1.vmstat");
  }

  @Test
  void jsonLines() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleLines lines = new SampleLines(out)) {
      lines.write(table());
      lines.write(table());
    }
    String once =
        """
        {"subject":"bxaix85","kind":"partition","metric":"memory.physical","time":"2009-06-30T12:03:00","seq":0,"value":4294967296,"unit":"B","format":"vmstat","source":"lab/bxaix85,1.vmstat","line":7}
        {"subject":"bxaix85","kind":"partition","metric":"cpu.physical","time":"2009-06-30T12:03:00","seq":0,"value":0.31,"unit":"cores","format":"vmstat","source":"lab/bxaix85,1.vmstat","line":7}
        {"subject":"bxaix85","kind":"partition","metric":"memory.physical","time":null,"seq":1,"value":0,"unit":"B","format":"vmstat","source":"lab/bxaix85,1.vmstat","line":8}
        """;
    assertEquals(once + once, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void csvWithOrigin() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleCsv csv = SampleCsv.withOrigin(out)) {
      csv.write(table());
    }
    assertEquals(
        """
        subject,kind,metric,time,seq,value,unit,format,source,line
        bxaix85,partition,memory.physical,2009-06-30T12:03:00,0,4294967296,B,vmstat,"lab/bxaix85,1.vmstat",7
        bxaix85,partition,cpu.physical,2009-06-30T12:03:00,0,0.31,cores,vmstat,"lab/bxaix85,1.vmstat",7
        bxaix85,partition,memory.physical,,1,0,B,vmstat,"lab/bxaix85,1.vmstat",8
        """,
        out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void csvOfSeries() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleCsv csv = SampleCsv.series(out)) {
      csv.write(table());
    }
    assertEquals(
        """
        subject,kind,metric,time,seq,value,unit
        bxaix85,partition,memory.physical,2009-06-30T12:03:00,0,4294967296,B
        bxaix85,partition,cpu.physical,2009-06-30T12:03:00,0,0.31,cores
        bxaix85,partition,memory.physical,,1,0,B
        """,
        out.toString(StandardCharsets.UTF_8));
  }
}
