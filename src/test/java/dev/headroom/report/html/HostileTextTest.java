package dev.headroom.report.html;

import static dev.headroom.report.InventedPools.GB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.LineCounts;
import dev.headroom.capture.SourceSpan;
import dev.headroom.identity.Claim;
import dev.headroom.memory.Histories;
import dev.headroom.memory.MemberHistory;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.PoolHistory;
import dev.headroom.report.InputSummary;
import dev.headroom.report.InventedPools;
import dev.headroom.report.PoolKind;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Quotation;
import dev.headroom.report.QuotedFinding;
import dev.headroom.report.Report;
import dev.headroom.report.SubjectSummary;
import dev.headroom.report.json.JsonReport;
import dev.headroom.report.samples.SampleCsv;
import dev.headroom.report.samples.SampleLines;
import dev.headroom.risk.Answer;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Severity;
import dev.headroom.series.CellGuard;
import dev.headroom.series.Kind;
import dev.headroom.series.Metric;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import dev.headroom.series.TableBuilder;
import dev.headroom.unit.VisibleText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, sources and quoted lines come from outside: each must show, and none may be obeyed. */
class HostileTextTest {
  @TempDir Path folder;

  static Stream<String> texts() {
    return Stream.of(
        "<script>alert(1)</script>",
        "</title></style></svg><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "&lt;b&gt; &amp; &#60;",
        "]]><!-- <![CDATA[ -->",
        "${page} @if(true) $unsafe{x} javascript:alert(1)",
        "../../etc/passwd\\..\\con",
        "=HYPERLINK(\"x\")",
        "+1",
        "-1+1",
        "@SUM(A1)",
        "'=1",
        "a,b;\"c\"\nd\re",
        "bell\u0007 escape\u001b[31m nul\u0000 csi\u009b31m delete\u007f",
        "\ttab first",
        "user\u202Etxt.exe\u2066\u200F",
        "zero\u200Bwidth\uFEFF line\u2028end",
        "half \uD83D and \uDE00 and whole \uD83D\uDE00 tag \uDB40\uDC41",
        "\uFFFE\uFFFF noncharacters",
        "näme – 名前 שם",
        "x".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void pagesShowItAndObeyNothing(String text) throws Exception {
    for (Path path : HtmlReport.write(hostile(text), folder)) {
      assertEquals(folder, path.getParent());
      assertTrue(path.getFileName().toString().matches("[a-z0-9-]{1,70}\\.html"), path.toString());
      String page = Files.readString(path);
      assertFalse(page.matches("(?is).*<img\\b.*"), "a tag came through");
      assertEquals(page.indexOf("<script"), page.lastIndexOf("<script"), "the page's own script");
      assertFalse(page.matches("(?is).*<[a-z]+ [^>]*\\son\\w+=.*"), "a handler came through");
      for (int i = 0; i < page.length(); i++) {
        boolean whole =
            Character.isHighSurrogate(page.charAt(i))
                ? Character.isLowSurrogate(page.charAt(i + 1))
                : Character.isLowSurrogate(page.charAt(i));
        assertTrue(whole || !VisibleText.hidden(page.charAt(i)), "hidden character at " + i);
      }
      int at = page.indexOf("<svg class=\"chart\"");
      while (at >= 0) {
        assertWellFormed(page.substring(at, end(page, at)));
        at = page.indexOf("<svg class=\"chart\"", at + 1);
      }
    }
  }

  /** Where a picture ends, which may hold another. */
  private static int end(String page, int start) {
    int end = page.indexOf("</svg>", start) + 6;
    int inner = page.indexOf("<svg", start + 1);
    while (inner >= 0 && inner < end) {
      end = page.indexOf("</svg>", end) + 6;
      inner = page.indexOf("<svg", inner + 1);
    }
    return end;
  }

  private static void assertWellFormed(String svg) throws Exception {
    byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(bytes));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void jsonKeepsIt(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    JsonReport.write(hostile(text), out);
    String printed = out.toString(StandardCharsets.UTF_8);
    printed.chars().forEach(c -> assertFalse(VisibleText.hidden((char) c), printed));
    JsonNode pool = new ObjectMapper().readTree(printed).get("pools").get(0);
    assertEquals(text, pool.get("name").asText());
    JsonNode evidence = pool.get("findings").get(0).get("evidence").get(0);
    assertEquals(text, evidence.get("text").asText());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void sampleLinesKeepIt(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleLines lines = new SampleLines(out)) {
      lines.write(table(text));
    }
    String printed = out.toString(StandardCharsets.UTF_8);
    assertEquals(1, printed.lines().count());
    JsonNode sample = new ObjectMapper().readTree(printed);
    assertEquals(text, sample.get("subject").asText());
    assertEquals(text, sample.get("source").asText());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void csvKeepsItAndNoSpreadsheetRunsIt(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SampleCsv csv = SampleCsv.withOrigin(out)) {
      csv.write(table(text));
    }
    String printed = out.toString(StandardCharsets.UTF_8);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    List<CSVRecord> records = format.parse(new StringReader(printed)).getRecords();
    assertEquals(1, records.size());
    // UTF-8 has no halves of pairs
    String whole = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    for (String column : List.of("subject", "source")) {
      String cell = records.get(0).get(column);
      assertFalse("=+-@\t\r".indexOf(cell.charAt(0)) >= 0, cell);
      assertEquals(whole, CellGuard.unguard(cell));
    }
  }

  private static Table table(String text) {
    TableBuilder builder = new TableBuilder(List.of(Metric.MEMORY_FREE));
    builder.set(0, 4096);
    builder.endRow(7, Double.NaN);
    return builder.build(new Subject(Kind.PARTITION, text), "vmstat", text);
  }

  private static Report hostile(String text) {
    PoolReport model = InventedPools.busyDay("model");
    MemberHistory member =
        Histories.member(text, 2)
            .logical(GB)
            .floor(GB)
            .hot(GB)
            .warm(GB)
            .physical(GB)
            .loaned(GB)
            .pageIns(GB)
            .pageInMillis(GB)
            .ownPaging(GB)
            .build();
    OptionalDouble none = OptionalDouble.empty();
    PoolReport pool =
        new PoolReport(
            text,
            PoolKind.AMS,
            model.sizes(),
            new PoolReport.Judgement(
                model.judgement().standing(),
                text,
                new Answer(text, text, text, Optional.of(text), 1),
                List.of(
                    new QuotedFinding(
                        new Finding("rule", Severity.AMBER, text, text, text, List.of()),
                        List.of(new Quotation(text, 7, Optional.of(text)))))),
            new PoolReport.Memory(
                model.memory().overcommit(),
                model.memory().stolen(),
                List.of(
                    new MemberSummary(
                        text, none, new MemberSummary.Demand(none, none, none, none), none, none)),
                Optional.of(
                    new PoolHistory(
                        true,
                        new double[] {0, 1000},
                        1000,
                        List.of(member),
                        new double[] {GB, GB}))),
            new PoolReport.Grounds(List.of(text), List.of(text)));
    return new Report(
        "1.0.0",
        List.of(pool, pool),
        List.of(new InputSummary(text, text, text, 1, Optional.empty(), Optional.empty())),
        List.of(new SubjectSummary(text, text, Optional.of(text), List.of(text), Claim.FILE)),
        LineCounts.NONE,
        List.of(new Diagnostic(new SourceSpan(text, 1, 2), DiagnosticCode.BAD_NUMBER, text, text)));
  }
}
