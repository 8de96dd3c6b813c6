package dev.headroom.format.perfkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a row where blanks stand, and where words that cannot be one word touch. */
final class CellPieces {
  /** A figure with its unit, which may stand apart; or whatever else holds no blank. */
  private static final Pattern PIECE =
      Pattern.compile("[\\d.'%-]+(?:[kKMGT]?B?|/s|s)(?: (?:[kKMGT]B?|B)(?= |$))?(?= |$)|\\S+");

  /** A time of day, a processor's address and its type, where they touch. */
  private static final Pattern TOUCHING =
      Pattern.compile(
          "(?=.{4,})(\\d\\d:\\d\\d:\\d\\d|>+Mean>+)?([0-9A-F]{2})?((?<!:)(?:CP|IFL|ICF|ZIIP|ZAAP))?");

  private static final Pattern FIGURE = Pattern.compile("[.'-]*\\d[\\d.'kKMGTB%/s -]*|\\.+|-+");

  private CellPieces() {}

  /** The pieces of a row, from the left. */
  static List<PrintedCell> of(String text) {
    List<PrintedCell> pieces = new ArrayList<>();
    Matcher found = PIECE.matcher(text);
    while (found.find()) {
      Matcher touching = TOUCHING.matcher(found.group());
      if (touching.matches()) {
        addGroups(touching, found.start(), pieces);
      } else {
        pieces.add(new PrintedCell(found.group(), found.start(), true));
      }
    }
    return pieces;
  }

  private static void addGroups(Matcher touching, int start, List<PrintedCell> pieces) {
    for (int i = 1; i <= touching.groupCount(); i++) {
      if (touching.group(i) != null) {
        pieces.add(new PrintedCell(touching.group(i), start + touching.start(i), true));
      }
    }
  }

  /** Whether a piece looks like figures, one or several. */
  static boolean isFigure(PrintedCell piece) {
    return FIGURE.matcher(piece.text()).matches();
  }
}
