package dev.headroom.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.headroom.capture.Diagnostic;
import dev.headroom.memory.MemberSummary;
import dev.headroom.memory.Overcommit;
import dev.headroom.memory.zvm.Eviction;
import dev.headroom.report.InputSummary;
import dev.headroom.report.Json;
import dev.headroom.report.PastAdvice;
import dev.headroom.report.PoolReport;
import dev.headroom.report.Quotation;
import dev.headroom.report.QuotedFinding;
import dev.headroom.report.Report;
import dev.headroom.report.Sharing;
import dev.headroom.report.SizeReason;
import dev.headroom.report.StolenBand;
import dev.headroom.report.SubjectSummary;
import dev.headroom.report.ZvmFigures;
import dev.headroom.risk.Completeness;
import dev.headroom.risk.Finding;
import dev.headroom.risk.Grade;
import dev.headroom.risk.Standing;
import dev.headroom.sizing.CurvePoint;
import dev.headroom.sizing.Multiplexing;
import dev.headroom.sizing.PeakOverlap;
import dev.headroom.sizing.Sizing;
import dev.headroom.sizing.TrackRecord;
import dev.headroom.sizing.ams.ExitPlan;
import dev.headroom.unit.IsoTime;
import dev.headroom.unit.PlainNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Writes a report as JSON of the schema {@code headroom-report/1}, docs/report.schema.json. A
 * number that cannot be known is left out; the order of the keys is fixed.
 */
public final class JsonReport {
  /** The schema's name and version. */
  public static final String SCHEMA = "headroom-report/1";

  /**
   * At most this number of pairs of members that peak together, the most first; a large pool has
   * thousands.
   */
  private static final int PAIRS = 50;

  private final JsonGenerator json;
  private final Map<String, ExitPlan> exits;

  private JsonReport(JsonGenerator json, Map<String, ExitPlan> exits) {
    this.json = json;
    this.exits = exits;
  }

  /**
   * Writes a report, ended by a line end.
   *
   * @param report what to write
   * @param out where to; it stays open
   * @throws IOException where it cannot be written
   */
  public static void write(Report report, OutputStream out) throws IOException {
    write(report, Map.of(), out);
  }

  /**
   * Writes a report, and for some pools what their partitions need without them: an object {@code
   * exit} at the end of the pool's.
   *
   * @param report what to write
   * @param exits by the pool's name
   * @param out where to; it stays open
   * @throws IOException where it cannot be written
   */
  public static void write(Report report, Map<String, ExitPlan> exits, OutputStream out)
      throws IOException {
    try (JsonGenerator generator = Json.indented(out)) {
      new JsonReport(generator, exits).report(report);
      generator.writeRaw('\n');
    }
    out.flush();
  }

  private void report(Report report) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("version", report.version());
    json.writeArrayFieldStart("pools");
    for (PoolReport pool : report.pools()) {
      pool(pool);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("inputs");
    for (InputSummary input : report.inputs()) {
      input(input);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("subjects");
    for (SubjectSummary subject : report.subjects()) {
      subject(subject);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("lines");
    json.writeNumberField("understood", report.lines().understood());
    json.writeNumberField("noise", report.lines().noise());
    json.writeNumberField("rejected", report.lines().rejected());
    json.writeEndObject();
    json.writeArrayFieldStart("diagnostics");
    for (Diagnostic diagnostic : report.diagnostics()) {
      diagnostic(diagnostic);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void pool(PoolReport pool) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", pool.name());
    json.writeStringField("kind", pool.kind().label());
    bytes("sizeBytes", pool.sizes().size());
    bytes("maximumBytes", pool.sizes().maximum());
    if (pool.sizes().size().isPresent()) {
      bytes("reserveBytes", OptionalDouble.of(pool.sizes().reserve()));
    }
    bytes("promisedBytes", pool.sizes().promised());
    if (pool.judgement().grade().isPresent()) {
      json.writeStringField("grade", pool.judgement().grade().get().label());
    }
    Standing standing = pool.judgement().standing();
    if (standing.reason().isPresent()) {
      json.writeStringField("gradeReason", standing.reason().get());
    }
    json.writeStringField("verdict", pool.judgement().verdict());
    completeness(standing.completeness());
    overcommit(pool.memory().overcommit(), pool.memory().stolen());
    if (pool.sizes().advised().isPresent()) {
      sizing(pool.sizes().advised().get(), pool.judgement().grades());
    } else if (pool.minimum().isPresent()) {
      json.writeObjectFieldStart("sizing");
      bytes("minimumBytes", pool.minimum());
      json.writeStringField("reason", SizeReason.OF_MINIMUM);
      json.writeArrayFieldStart("curve");
      json.writeEndArray();
      json.writeEndObject();
    }
    if (pool.zvm().isPresent()) {
      zvm(pool.zvm().get());
      new ZvmJson(json).write(pool.zvm().get());
    }
    sharing(Sharing.of(pool, PAIRS));
    json.writeArrayFieldStart("members");
    for (MemberSummary member : pool.memory().members()) {
      member(member);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (QuotedFinding finding : pool.judgement().findings()) {
      finding(finding);
    }
    json.writeEndArray();
    strings("assumptions", pool.grounds().assumptions());
    strings("unused", pool.grounds().unused());
    ExitPlan exit = exits.get(pool.name());
    if (exit != null) {
      new ExitJson(json).write(exit);
    }
    json.writeEndObject();
  }

  private void completeness(Completeness completeness) throws IOException {
    json.writeObjectFieldStart("completeness");
    json.writeStringField("whole", completeness.whole().label());
    json.writeStringField("by", completeness.by().label());
    json.writeStringField("reason", completeness.reason());
    json.writeEndObject();
  }

  private void zvm(ZvmFigures figures) throws IOException {
    json.writeObjectFieldStart("zvm");
    json.writeStringField("system", figures.system().id());
    if (figures.system().release().isPresent()) {
      json.writeStringField("release", figures.system().release().get().toString());
    }
    bytes("xstoreBytes", OptionalDouble.of(figures.system().expanded()));
    bytes("workingSetBytes", figures.needs().workingSets());
    json.writeStringField("workingSetsSeen", figures.needs().evidence().label());
    bytes("hotBytes", figures.needs().configured());
    json.writeArrayFieldStart("evictions");
    for (Eviction eviction : figures.evictions()) {
      json.writeStartObject();
      if (eviction.order().isPresent()) {
        json.writeNumberField("order", eviction.order().getAsInt());
      }
      json.writeStringField("name", eviction.guest());
      json.writeBooleanField("idle", eviction.idle());
      json.writeBooleanField("modelled", !eviction.seen());
      bytes("residentBytes", OptionalDouble.of(eviction.resident()));
      bytes("xstoreBytes", OptionalDouble.of(eviction.expanded()));
      bytes("auxiliaryBytes", OptionalDouble.of(eviction.auxiliary()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void overcommit(Overcommit overcommit, StolenBand stolen) throws IOException {
    json.writeObjectFieldStart("overcommit");
    if (overcommit.mode().isPresent()) {
      json.writeStringField("mode", overcommit.mode().get().label());
    }
    rate("configuredRatio", overcommit.configuredRatio());
    bytes("peakDemandBytes", overcommit.peakDemand());
    bytes("peakHotBytes", overcommit.peakHot());
    rate("violationRate", overcommit.violationRate());
    rate("observedPagingRate", overcommit.observedPagingRate());
    rate("modelledPagingRate", overcommit.modelledPagingRate());
    bytes("peakStolenBytes", overcommit.peakStolen());
    bytes("peakStolenLowBytes", stolen.low());
    bytes("peakStolenHighBytes", stolen.high());
    rate("stalledShare", overcommit.stalledShare());
    json.writeEndObject();
  }

  private void sizing(Sizing sizing, Map<Double, Grade> grades) throws IOException {
    json.writeObjectFieldStart("sizing");
    if (!Double.isNaN(sizing.minimum())) {
      bytes("minimumBytes", OptionalDouble.of(sizing.minimum()));
    }
    bytes("recommendedBytes", OptionalDouble.of(sizing.recommended()));
    bytes("bestBytes", OptionalDouble.of(sizing.best()));
    rate("breachProbability", sizing.breachProbability());
    rate("presentBreachProbability", sizing.chance().present());
    rate("horizonDays", OptionalDouble.of(sizing.horizonDays()));
    rate("historyDays", sizing.historyDays());
    json.writeStringField("reason", SizeReason.of(sizing));
    if (sizing.trackRecord().isPresent()) {
      trackRecord(sizing.trackRecord().get());
    }
    json.writeArrayFieldStart("curve");
    for (CurvePoint point : sizing.curve()) {
      json.writeStartObject();
      bytes("sizeBytes", OptionalDouble.of(point.size()));
      Grade grade = grades.get(point.size());
      if (grade != null) {
        json.writeStringField("grade", grade.label());
      }
      rate("violationRate", OptionalDouble.of(point.violationRate()));
      rate("breachProbability", point.breachProbability());
      rate("slowdownLow", point.slowdownLow());
      rate("slowdownHigh", point.slowdownHigh());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void trackRecord(TrackRecord record) throws IOException {
    json.writeObjectFieldStart("trackRecord");
    json.writeNumberField("periods", record.periods());
    json.writeNumberField("exceeded", record.exceeded());
    rate("horizonDays", OptionalDouble.of(record.goal().horizonDays()));
    rate("breachProbability", OptionalDouble.of(record.goal().breachProbability()));
    json.writeStringField("sentence", PastAdvice.of(record));
    json.writeEndObject();
  }

  private void sharing(Sharing sharing) throws IOException {
    if (sharing.worth().isEmpty()) {
      return;
    }
    Multiplexing worth = sharing.worth().get();
    json.writeObjectFieldStart("sharing");
    bytes("sumOfPeaksBytes", OptionalDouble.of(worth.sumOfPeaks()));
    bytes("peakOfSumBytes", OptionalDouble.of(worth.peakOfSum()));
    rate("gain", OptionalDouble.of(worth.gain()));
    json.writeArrayFieldStart("overlaps");
    for (PeakOverlap pair : sharing.overlaps()) {
      json.writeStartObject();
      json.writeStringField("one", pair.one());
      json.writeStringField("other", pair.other());
      rate("share", OptionalDouble.of(pair.share()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void member(MemberSummary member) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", member.name());
    bytes("logicalBytes", member.logical());
    bytes("meanDemandBytes", member.demand().mean());
    bytes("p95DemandBytes", member.demand().p95());
    bytes("peakDemandBytes", member.demand().peak());
    bytes("peakHotBytes", member.demand().peakHot());
    bytes("peakLoanedBytes", member.peakLoaned());
    bytes("peakStolenBytes", member.peakStolen());
    json.writeEndObject();
  }

  private void finding(QuotedFinding quoted) throws IOException {
    Finding finding = quoted.finding();
    json.writeStartObject();
    json.writeStringField("rule", finding.rule());
    json.writeStringField("severity", finding.severity().label());
    json.writeStringField("subject", finding.subject());
    json.writeStringField("title", finding.title());
    json.writeStringField("advice", finding.advice());
    json.writeArrayFieldStart("evidence");
    for (Quotation line : quoted.evidence()) {
      json.writeStartObject();
      json.writeStringField("source", line.source());
      json.writeNumberField("line", line.line());
      if (line.text().isPresent()) {
        json.writeStringField("text", line.text().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void input(InputSummary input) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", input.source());
    json.writeStringField("format", input.format());
    json.writeStringField("subject", input.subject());
    json.writeNumberField("samples", input.samples());
    if (input.from().isPresent()) {
      json.writeStringField("from", IsoTime.of(input.from().get()));
    }
    if (input.to().isPresent()) {
      json.writeStringField("to", IsoTime.of(input.to().get()));
    }
    json.writeEndObject();
  }

  private void subject(SubjectSummary subject) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", subject.name());
    json.writeStringField("kind", subject.kind());
    if (subject.system().isPresent()) {
      json.writeStringField("system", subject.system().get());
    }
    strings("sources", subject.sources());
    json.writeStringField("claim", subject.claim().label());
    json.writeEndObject();
  }

  private void diagnostic(Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", diagnostic.where().source());
    json.writeNumberField("line", diagnostic.where().line());
    json.writeNumberField("column", diagnostic.where().column());
    json.writeStringField("code", diagnostic.code().word());
    json.writeStringField("message", diagnostic.message());
    json.writeStringField("preview", diagnostic.preview());
    json.writeEndObject();
  }

  private void strings(String name, Iterable<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private void bytes(String name, OptionalDouble value) throws IOException {
    if (known(value)) {
      json.writeNumberField(name, Math.round(value.getAsDouble()));
    }
  }

  private void rate(String name, OptionalDouble value) throws IOException {
    if (known(value)) {
      json.writeFieldName(name);
      json.writeNumber(PlainNumber.rate(value.getAsDouble()));
    }
  }

  /** A value that is not finite is not known either; JSON has no word for it. */
  private static boolean known(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble());
  }
}
