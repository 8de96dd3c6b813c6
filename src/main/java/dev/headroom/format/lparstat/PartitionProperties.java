package dev.headroom.format.lparstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.PartitionPropertiesLexer;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/**
 * The list of {@code lparstat -i}, whole or filtered, of AIX 5.3 to 7.2, with dedicated, expanded
 * and shared memory. A line that it reads:
 *
 * <pre>Total I/O Memory Entitlement               : 77.000 MB</pre>
 */
public final class PartitionProperties implements Format {
  /** How many lines below the first may be damaged before the next one with a known label. */
  private static final int REACH = 4;

  /** Longer lines are no list: the longest label and a long name make half of this. */
  private static final int LONGEST = 200;

  @Override
  public String name() {
    return "lparstat-i";
  }

  @Override
  public String tool() {
    return "lparstat";
  }

  @Override
  public String grammar() {
    return "PartitionProperties.g4";
  }

  /** Two known labels make a list, at least one of them such as other texts do not use. */
  @Override
  public boolean opens(Line line, Lines lines) {
    int first = label(line);
    if (first < 0) {
      return false;
    }
    boolean telling = isTelling(first);
    int seen = 0;
    for (int ahead = 1; seen < REACH; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null || ahead > 4 * REACH) {
        return false;
      }
      if (next.isBlank()) {
        continue;
      }
      seen++;
      int label = label(next);
      if (label < 0 && !isTelling(first)) {
        return false; // "Type: Dynamic" in prose: the next line must bear it out
      }
      telling |= label >= 0 && isTelling(label);
      if (label >= 0 && telling) {
        return true;
      }
    }
    return false;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new PartitionPropertiesReader(context);
  }

  /** The label that the line begins with, where a colon follows it; -1 if absent. */
  private static int label(Line line) {
    if (line.length() > LONGEST || !line.contains(":")) {
      return -1;
    }
    PartitionPropertiesLexer lexer =
        new PartitionPropertiesLexer(CharStreams.fromString(line.text()));
    lexer.removeErrorListeners();
    int label = lexer.nextToken().getType();
    if (label < PartitionPropertiesLexer.NODE_NAME
        || label > PartitionPropertiesLexer.CONFIGURED_LPARS) {
      return -1;
    }
    Token next = lexer.nextToken();
    while (next.getType() == PartitionPropertiesLexer.MARK) {
      next = lexer.nextToken();
    }
    return next.getType() == PartitionPropertiesLexer.COLON ? label : -1;
  }

  /** Whether no other text is likely to use the label. */
  private static boolean isTelling(int label) {
    return label != PartitionPropertiesLexer.TYPE && label != PartitionPropertiesLexer.MODE;
  }
}
