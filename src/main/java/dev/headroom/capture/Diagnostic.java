package dev.headroom.capture;

import dev.headroom.unit.VisibleText;
import java.io.Serializable;

/**
 * Something that is wrong with an input, and where.
 *
 * @param where the place
 * @param code the stable word for it
 * @param message what was found, what was expected, what became of it
 * @param preview the line as text, cut to a readable length; empty if absent
 */
public record Diagnostic(SourceSpan where, DiagnosticCode code, String message, String preview)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The diagnostic as a user reads it: the place, the code, the message, the line and a caret. What
   * comes from outside is shown with its control characters and line ends visible, so that nothing
   * in it can look like a diagnostic of its own.
   */
  public String render() {
    StringBuilder text = new StringBuilder();
    text.append(VisibleText.line(where + ": " + code.word() + ": " + message));
    if (!preview.isEmpty()) {
      text.append('\n').append(VisibleText.line(preview));
      if (where.column() > 0 && where.column() <= preview.length() + 1) {
        text.append('\n');
        for (int i = 0; i < where.column() - 1; i++) {
          text.append(preview.charAt(i) == '\t' ? '\t' : ' ');
        }
        text.append('^');
      }
    }
    return text.toString();
  }
}
