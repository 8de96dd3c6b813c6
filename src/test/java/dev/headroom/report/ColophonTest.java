package dev.headroom.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Shows that pages are compiled at build time and escape what they print. */
final class ColophonTest {

  @Test
  void isCompiledAndEscapes() {
    StringOutput page = new StringOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("colophon.jte", Map.of("version", "1 < 2 & 3"), page);

    assertTrue(page.toString().contains("Headroom 1 &lt; 2 &amp; 3."), page::toString);
  }
}
