package dev.headroom.format.cp;

import dev.headroom.format.LineGrammar;
import dev.headroom.format.grammar.CpFiguresLexer;
import dev.headroom.format.grammar.CpFiguresParser;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Parser;

/**
 * What an answer's lines are parsed by.
 *
 * @param file the grammar file
 * @param lines makes the grammar, for one reader or one look at a line
 * @param rule the rule of a line
 */
record CpGrammar<P extends Parser, T>(
    String file, Supplier<LineGrammar<P>> lines, Function<P, T> rule) {

  /** Labels and values: several answers are made of them. */
  static CpGrammar<CpFiguresParser, CpFiguresParser.LineContext> figures() {
    return new CpGrammar<>(
        "CpFigures.g4",
        () -> new LineGrammar<>(CpFiguresLexer::new, CpFiguresParser::new),
        CpFiguresParser::line);
  }
}
