package dev.headroom.format.perfkit;

import dev.headroom.capture.Line;
import dev.headroom.format.grammar.FcxReportParser;
import dev.headroom.format.grammar.FcxReportParser.WordContext;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * One line of a heading block.
 *
 * @param line the line, with bytes of its own
 * @param shift how many places of it stand before the report's first
 * @param words its words
 * @param rulers its rulers
 */
record HeadingLine(Line line, int shift, List<Word> words, List<Ruler> rulers) {

  /** A word and where it stands, from 0. */
  record Word(String text, int start) {
    int end() {
      return start + text.length();
    }
  }

  /** The words of a parsed line. */
  static HeadingLine of(PrintedLine line, List<WordContext> parsed) {
    List<Word> words = new ArrayList<>();
    List<Ruler> rulers = new ArrayList<>();
    for (WordContext each : parsed) {
      Token token = each.getStart();
      int start = token.getStartIndex();
      if (token.getType() == FcxReportParser.RULER
          || token.getType() == FcxReportParser.CUT_RULER) {
        rulers.add(Ruler.of(token.getText(), start));
      } else if (token.getType() != FcxReportParser.DOT) {
        words.add(new Word(token.getText(), start));
      }
    }
    return new HeadingLine(line.original().copy(), line.shift(), words, rulers);
  }

  /** Whether blanks were collapsed: no two words of it are further apart than one blank. */
  boolean isCollapsed() {
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i).start() - words.get(i - 1).end() > 1) {
        return false;
      }
    }
    return true;
  }
}
