package dev.headroom.format.cp;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import org.antlr.v4.runtime.Parser;

/**
 * What CP answers to a command. An answer has no header: it is known by a line that has its words,
 * fits its grammar, and tells it from other texts.
 *
 * @param <P> the parser of its lines
 * @param <T> the tree of a line
 */
abstract class CpAnswer<P extends Parser, T> implements Format {
  /** Longer lines are no answer, not even one that was run together on a line. */
  static final int LONGEST = 8000;

  private final String name;
  private final String command;
  private final CpGrammar<P, T> grammar;

  CpAnswer(String name, String command, CpGrammar<P, T> grammar) {
    this.name = name;
    this.command = command;
    this.grammar = grammar;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String tool() {
    return command;
  }

  @Override
  public final String grammar() {
    return grammar.file();
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    return line.length() <= LONGEST
        && mentions(line)
        && grammar
            .lines()
            .get()
            .parse(line, grammar.rule())
            .filter(tree -> tells(line, tree))
            .isPresent();
  }

  /** Whether a line has words of the answer; cheap, for every line of every text. */
  abstract boolean mentions(Line line);

  /** Whether a line of the grammar is such as no other text has. */
  abstract boolean tells(Line line, T tree);
}
