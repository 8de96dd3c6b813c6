package dev.headroom.format;

import dev.headroom.capture.Line;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * A grammar that is applied line by line: one lexer and one parser, pointed at line after line. A
 * line that does not fit is an answer, not an exception.
 *
 * @param <P> the parser that ANTLR made of the grammar
 */
public final class LineGrammar<P extends Parser> {
  private final LineStream stream = new LineStream();
  private final Lexer lexer;
  private final CommonTokenStream tokens;
  private final P parser;
  private Optional<Mismatch> mismatch = Optional.empty();

  /**
   * Why a line did not fit.
   *
   * @param column where, from 1
   * @param message what stood there and what was expected
   */
  public record Mismatch(int column, String message) {}

  /** A grammar's lexer and parser. */
  public LineGrammar(Function<CharStream, Lexer> lexer, Function<TokenStream, P> parser) {
    this.lexer = lexer.apply(stream);
    this.lexer.removeErrorListeners();
    this.tokens = new CommonTokenStream(this.lexer);
    this.parser = parser.apply(tokens);
    this.parser.removeErrorListeners();
    this.parser.setErrorHandler(new BailErrorStrategy());
    this.parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /**
   * Parses a line as a whole by one rule.
   *
   * @return the rule's tree; empty where the line does not fit, and {@link #mismatch} says why
   */
  public <T> Optional<T> parse(Line line, Function<P, T> rule) {
    stream.set(line);
    lexer.setInputStream(stream);
    tokens.setTokenSource(lexer);
    parser.setTokenStream(tokens);
    mismatch = Optional.empty();
    try {
      T tree = rule.apply(parser);
      Token rest = tokens.LT(1);
      if (rest.getType() == Token.EOF) {
        return Optional.of(tree);
      }
      mismatch = Optional.of(new Mismatch(column(rest), "unexpected " + quoted(rest)));
    } catch (ParseCancellationException e) {
      mismatch = Optional.of(explained(e));
    }
    return Optional.empty();
  }

  /** Why the line parsed last did not fit; empty where it did. */
  public Optional<Mismatch> mismatch() {
    return mismatch;
  }

  /** The column of a token, from 1. */
  public static int column(Token token) {
    return token.getCharPositionInLine() + 1;
  }

  private Mismatch explained(ParseCancellationException e) {
    if (!(e.getCause() instanceof RecognitionException cause)
        || cause.getOffendingToken() == null) {
      return new Mismatch(1, "not understood");
    }
    Token token = cause.getOffendingToken();
    StringJoiner expected = new StringJoiner(", ");
    if (cause.getExpectedTokens() != null) {
      cause.getExpectedTokens().toList().stream()
          .limit(8)
          .map(type -> lexer.getVocabulary().getDisplayName(type))
          .forEach(expected::add);
    }
    return new Mismatch(
        column(token),
        "unexpected " + quoted(token) + (expected.length() == 0 ? "" : ", expected " + expected));
  }

  private static String quoted(Token token) {
    return token.getType() == Token.EOF ? "end of line" : "'" + token.getText() + "'";
  }
}
