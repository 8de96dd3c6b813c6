package dev.headroom.format.vmstat;

import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.format.Format;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.SectionReader;
import dev.headroom.format.grammar.VmstatCountersLexer;
import dev.headroom.format.grammar.VmstatCountersParser;
import dev.headroom.format.grammar.VmstatCountersParser.LineContext;
import dev.headroom.format.grammar.VmstatCountersParser.SampledLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.SumLineContext;
import dev.headroom.format.grammar.VmstatCountersParser.UnknownLineContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of {@code vmstat -v}, alone or below the table of {@code vmstat -hv}; the lists of
 * {@code -s} and {@code -i} are recognised and give nothing. A line that it reads:
 *
 * <pre>               469644 free pages</pre>
 */
public final class VmstatCounters implements Format {
  /** No label is longer; what is longer is prose. */
  private static final int LONGEST = 160;

  /** This number of lines with known labels makes a list: this line and the ones right below it. */
  private static final int TOGETHER = 3;

  /** How far below they may stand: damaged lines among them do not hide the list. */
  private static final int REACH = 4;

  private static final int REACH_OF_FIRST = 8;

  private static final Pattern PROMPT = Pattern.compile("^[^|\\s][^|]{0,39}[#$] [a-z]");

  @Override
  public String name() {
    return "vmstat-v";
  }

  @Override
  public String tool() {
    return "vmstat";
  }

  @Override
  public String grammar() {
    return "VmstatCounters.g4";
  }

  @Override
  public boolean opens(Line line, Lines lines) {
    if (line.startsWith("priority level") && line.contains("module(handler)")) {
      return true;
    }
    if (!mayCount(line)) {
      return false;
    }
    LineGrammar<VmstatCountersParser> grammar = grammarOfLines();
    Optional<LineContext> own = grammar.parse(line, VmstatCountersParser::line);
    int known = isKnown(own) ? 1 : 0;
    // the first line of a list says by itself what it is; one more, or the end, shows the list
    boolean first = own.isPresent() && beginsList(own.get());
    int together = first ? 2 : TOGETHER;
    int reach = first ? REACH_OF_FIRST : REACH;
    for (int ahead = 1; ahead <= reach && known < together; ahead++) {
      Line next = lines.ahead(ahead);
      if (next == null || (ahead == 1 && PROMPT.matcher(next.preview()).find())) {
        return first;
      }
      Optional<LineContext> parsed =
          mayCount(next) ? grammar.parse(next, VmstatCountersParser::line) : Optional.empty();
      if (ahead == 1 && known == 0 && (parsed.isEmpty() || beginsList(parsed.get()))) {
        return false;
      }
      known += isKnown(parsed) ? 1 : 0;
    }
    return known >= together;
  }

  /** A label that stands far below the first is from the middle of a list. */
  @Override
  public boolean begins(Line line) {
    Optional<LineContext> tree = grammarOfLines().parse(line, VmstatCountersParser::line);
    return tree.isEmpty()
        || tree.get() instanceof UnknownLineContext
        || line.contains(" memory pages")
        || line.contains(" lruable ")
        || line.contains(" free pages")
        || tree.get() instanceof SumLineContext;
  }

  @Override
  public SectionReader open(SectionContext context) {
    return new VmstatCountersReader(context);
  }

  static LineGrammar<VmstatCountersParser> grammarOfLines() {
    return new LineGrammar<>(VmstatCountersLexer::new, VmstatCountersParser::new);
  }

  /** Whether a line has the look of a number and a label; cheap, for every line of every text. */
  private static boolean mayCount(Line line) {
    if (line.length() > LONGEST) {
      return false;
    }
    byte[] bytes = line.bytes();
    int at = line.start() + line.indent();
    boolean digits = false;
    while (at < line.end() && bytes[at] != ' ' && bytes[at] != '\t') {
      digits |= bytes[at] >= '0' && bytes[at] <= '9';
      at++;
    }
    while (at < line.end() && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
    return digits && at < line.end() && Character.isLetter((char) (bytes[at] & 0x7F));
  }

  /** Whether a line has a label of one of the lists. */
  private static boolean isKnown(Optional<LineContext> parsed) {
    return parsed.isPresent() && !(parsed.get() instanceof UnknownLineContext);
  }

  /** Whether a line is the first of its list: what stands above it is no part of the list. */
  private static boolean beginsList(LineContext tree) {
    return (tree instanceof SampledLineContext found && found.sampled().MEMORY_PAGES() != null)
        || (tree instanceof SumLineContext sum && sum.sum().ADDRESS_FAULTS() != null);
  }
}
