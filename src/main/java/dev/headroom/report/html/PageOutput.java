package dev.headroom.report.html;

import dev.headroom.unit.VisibleText;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes a page piece by piece as it is made: a report of many pools is not held whole. What a
 * reader could not see is shown; the template escapes what HTML would obey.
 */
final class PageOutput implements TemplateOutput {
  private final Writer to;

  PageOutput(Writer to) {
    this.to = to;
  }

  @Override
  public void writeContent(String text) {
    try {
      to.write(VisibleText.of(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void writeContent(String text, int from, int to) {
    writeContent(text.substring(from, to));
  }
}
