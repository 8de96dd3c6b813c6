package dev.headroom.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a file's or folder's name, and which of them may name a machine: {@code
 * prd_erpdb1.vmstat-v.2009-06-30.txt} leaves {@code prd_erpdb1}. Taken out are tools with their
 * option letters, words for things, dates, times, and digits that stand alone.
 */
public final class FileWords {
  private static final char DATED = NameDates.DATED;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SEPARATOR = Pattern.compile("[._\\- ]+");

  /** What makes a copy of a file another file: {@code Copy of …}, {@code … (1)}, {@code …~}. */
  private static final Pattern COPY = Pattern.compile("^(?i:copy of )|~$|\\(\\d+\\)");

  /** A word and the separator in front of it. */
  private record Word(String before, String text) {}

  private FileWords() {}

  /** All runs of words that a name may hold as a machine's, the longest first. */
  static List<String> runs(String name) {
    List<Word> words = words(uncopied(name));
    List<String> runs = new ArrayList<>();
    for (int length = words.size(); length > 0; length--) {
      for (int from = 0; from + length <= words.size(); from++) {
        runs.add(joined(words.subList(from, from + length)));
      }
    }
    return runs;
  }

  /** What is left of a name; empty where nothing is. */
  public static String left(String name) {
    return leftOf(NameDates.without(uncopied(name)));
  }

  /** What is left of a folder's name: nothing of one that every machine may have. */
  static String leftOfFolder(String name) {
    String left = left(name);
    boolean common =
        words(left).stream()
            .allMatch(word -> CommonWords.isFolder(word.text().toLowerCase(Locale.ROOT)));
    return common ? "" : left;
  }

  private static String leftOf(String undated) {
    List<Word> words = words(undated);
    List<Word> kept = new ArrayList<>();
    boolean afterTool = false;
    boolean afterCall = false;
    boolean afterKept = false;
    boolean ofCommand = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String lower = word.text().toLowerCase(Locale.ROOT);
      boolean command =
          i + 1 < words.size()
              && CommonWords.isCommand(lower, words.get(i + 1).text().toLowerCase(Locale.ROOT));
      boolean tool = command || CommonWords.isTool(lower);
      boolean number = DIGITS.matcher(lower).matches();
      boolean option = afterTool && CommonWords.isOption(lower);
      boolean figure = afterCall && (number || CommonWords.isSpan(lower));
      boolean dropped =
          tool
              || lower.indexOf(DATED) >= 0
              || CommonWords.isThing(lower)
              || (word.before().endsWith(".") && CommonWords.isEarlier(lower))
              || option
              || figure
              || (ofCommand && CommonWords.isOperand(lower))
              || (number && !(afterKept && joins(word.before())) && !joinsNext(words, i));
      ofCommand = command || (ofCommand && dropped && !tool);
      afterTool = tool;
      afterCall = tool || option || figure;
      afterKept = !dropped;
      if (!dropped) {
        kept.add(word);
      }
    }
    return joined(withoutWeak(kept));
  }

  /** Takes out days, months and the like, if a word is left; {@code mar-01} is a word. */
  private static List<Word> withoutWeak(List<Word> words) {
    List<Word> strong = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean numbered =
          i + 1 < words.size()
              && joins(words.get(i + 1).before())
              && DIGITS.matcher(words.get(i + 1).text()).matches();
      if (numbered || !CommonWords.isWeak(words.get(i).text().toLowerCase(Locale.ROOT))) {
        strong.add(words.get(i));
      }
    }
    return strong.isEmpty() ? words : strong;
  }

  /** Whether a word stands for a tool or a thing, and so for no machine. */
  public static boolean isCommon(String word) {
    return leftOf(NameDates.withoutYears(uncopied(word))).isEmpty();
  }

  private static String uncopied(String name) {
    return COPY.matcher(name).replaceAll(" ");
  }

  /** Whether the word that follows is joined to this one, and stands for neither tool nor thing. */
  private static boolean joinsNext(List<Word> words, int at) {
    if (at + 1 >= words.size() || !joins(words.get(at + 1).before())) {
      return false;
    }
    String next = words.get(at + 1).text().toLowerCase(Locale.ROOT);
    return !CommonWords.isTool(next) && !CommonWords.isThing(next) && next.indexOf(DATED) < 0;
  }

  /** Digits joined to a word by these belong to it: {@code db-01}. */
  private static boolean joins(String separator) {
    return separator.equals("-") || separator.equals("_");
  }

  private static List<Word> words(String name) {
    List<Word> words = new ArrayList<>();
    var separator = SEPARATOR.matcher(name);
    int from = 0;
    String before = "";
    while (from <= name.length()) {
      boolean found = separator.find(from);
      int end = found ? separator.start() : name.length();
      if (end > from) {
        words.add(new Word(before, name.substring(from, end)));
      }
      if (!found) {
        break;
      }
      before = separator.group();
      from = separator.end();
    }
    return words;
  }

  private static String joined(List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      text.append(text.isEmpty() ? "" : word.before()).append(word.text());
    }
    return text.toString();
  }
}
