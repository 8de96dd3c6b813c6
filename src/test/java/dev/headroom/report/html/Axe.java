package dev.headroom.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What axe-core, a checker of accessibility, finds wrong in a page. */
final class Axe {
  private static final String SCRIPT = script();

  private Axe() {}

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each thing that is wrong in the page as it is shown: the rule, the place, and what to do. */
  static List<String> findings(Tab tab) {
    if (!tab.holds("window.axe")) {
      tab.value(SCRIPT + "; true");
    }
    JsonNode violations =
        tab.value(
            "axe.run(document, {resultTypes: ['violations'], preload: false})"
                + ".then(found => found.violations)");
    List<String> findings = new ArrayList<>();
    for (JsonNode violation : violations) {
      for (JsonNode place : violation.get("nodes")) {
        findings.add(
            violation.get("id").asText()
                + " at "
                + place.get("target")
                + ": "
                + place.get("failureSummary").asText().replaceAll("\\s+", " "));
      }
    }
    return findings;
  }
}
