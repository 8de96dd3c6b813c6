package dev.headroom.report;

import dev.headroom.risk.Finding;
import java.util.List;

/**
 * A finding with the text of the lines that it rests on.
 *
 * @param finding what was found
 * @param evidence the lines, quoted, in the order of {@link Finding#evidence()}
 */
public record QuotedFinding(Finding finding, List<Quotation> evidence) {
  /** Copies the evidence. */
  public QuotedFinding {
    evidence = List.copyOf(evidence);
  }
}
