package dev.headroom.analysis;

import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.capture.Texts;
import dev.headroom.report.Quotation;
import dev.headroom.report.QuotedFinding;
import dev.headroom.risk.Evidence;
import dev.headroom.risk.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches the text of the lines that findings rest on. Samples remember where they stand, not what
 * stood there: a text a row would be the file held whole. Standard input cannot be read again, so
 * its lines are cited without their text.
 */
public final class Quotes {
  private final Map<String, Set<Long>> wanted = new HashMap<>();
  private final Map<Evidence, String> texts = new HashMap<>();

  /** Quotes the evidence of findings out of the inputs that they came from. */
  public static Quotes of(List<Finding> findings, List<Input> inputs) {
    Quotes quotes = new Quotes();
    for (Finding finding : findings) {
      for (Evidence evidence : finding.evidence()) {
        quotes
            .wanted
            .computeIfAbsent(evidence.source(), source -> new HashSet<>())
            .add(evidence.line());
      }
    }
    InputsOfSources cited = new InputsOfSources(quotes.wanted.keySet());
    for (Input input : inputs) {
      if (cited.hold(input)) {
        new Texts(Limits.DEFAULT, quotes::read, diagnostic -> {}).of(input);
      }
    }
    return quotes;
  }

  private void read(String source, InputStream text) throws IOException {
    Set<Long> lineNumbers = wanted.get(source);
    if (lineNumbers == null) {
      return;
    }
    Lines lines = new Lines(text, Limits.DEFAULT);
    Line line = null;
    for (long wantedLine : lineNumbers.stream().sorted().toList()) {
      while (line == null || line.number() < wantedLine) {
        lines.skipTo(wantedLine);
        line = lines.next();
        if (line == null) {
          return;
        }
      }
      if (line.number() == wantedLine) {
        texts.putIfAbsent(new Evidence(source, wantedLine), line.preview());
      }
    }
  }

  /** A finding with the texts of its lines. */
  public QuotedFinding quoted(Finding finding) {
    List<Quotation> quotations = new ArrayList<>();
    for (Evidence evidence : finding.evidence()) {
      quotations.add(
          new Quotation(
              evidence.source(), evidence.line(), Optional.ofNullable(texts.get(evidence))));
    }
    return new QuotedFinding(finding, quotations);
  }
}
