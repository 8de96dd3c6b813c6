package dev.headroom.format;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;

/** One tool's text: how it is recognised and how it is read. A format has no state. */
public interface Format {
  /** The stable name, such as {@code vmstat}. */
  String name();

  /** The command that prints it. */
  String tool();

  /** The tool, and which of its reports this is, for a list of formats. */
  default String origin() {
    return tool();
  }

  /** The grammar file below {@code grammars/}; a dash where the format is not the tool's text. */
  String grammar();

  /**
   * Whether a section of this format begins at this line. The lines that follow may be looked at
   * with {@link Lines#ahead}.
   */
  boolean opens(Line line, Lines lines);

  /**
   * Whether a section begins at this line right below a command, though the line alone does not
   * tell: values that only the command names.
   */
  default boolean answers(String command, Line line) {
    return false;
  }

  /**
   * Whether a line that opens a section is one that the tool prints first, and not one from the
   * middle that says by itself what it is: only such a line begins a capture below a host's name.
   */
  default boolean begins(Line line) {
    return true;
  }

  /** A reader for one section. The line that opened it is the first that it will be offered. */
  SectionReader open(SectionContext context);
}
