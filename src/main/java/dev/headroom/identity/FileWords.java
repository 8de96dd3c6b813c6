package dev.headroom.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a file's or folder's name, and which of them may name a machine: {@code
 * prd_erpdb1.vmstat-v.2009-06-30.txt} leaves {@code prd_erpdb1}. Taken out are tools with their
 * option letters, words for things, dates, times, and digits that stand alone.
 */
public final class FileWords {
  /** Tools beside those whose output is read, reports and collectors. */
  private static final Set<String> OTHERS =
      Set.of(
          "topascec",
          "iostat",
          "mpstat",
          "uname",
          "upage",
          "proclog",
          "userres",
          "ustat",
          "perfkit",
          "monwrite",
          "lshwres",
          "lslparutil",
          "lssyscfg",
          "perfpmr",
          "perfdata",
          "ansible",
          "pdsh",
          "dsh",
          "dshbak");

  private static final Pattern LISTING = Pattern.compile("fcx\\d{2,3}");
  private static final Set<String> CP_VERBS = Set.of("q", "query", "ind", "indicate");
  private static final Pattern OPTIONS = Pattern.compile("[ghitwlvsmcpe]{1,3}|cec|all");
  private static final Set<String> THINGS =
      Set.of(
          "int",
          "sum",
          "out",
          "output",
          "before",
          "after",
          "listing",
          "listings",
          "screen",
          "screens",
          "console",
          "log",
          "logs",
          "txt",
          "text",
          "csv",
          "eml",
          "msg",
          "mail",
          "html",
          "json",
          "xml",
          "yaml",
          "ebcdic",
          "ascii",
          "utf8",
          "utf16",
          "latin1",
          "gz",
          "bz2",
          "xz",
          "z",
          "zip",
          "tar",
          "tgz",
          "perf",
          "result",
          "results",
          "raw",
          "capture",
          "captures",
          "typescript",
          "session",
          "print",
          "spool",
          "report",
          "series",
          "stat",
          "stats",
          "d",
          "dat",
          "lst");
  private static final Set<String> CP_OPERANDS =
      Set.of(
          "alloc",
          "allocate",
          "page",
          "map",
          "spool",
          "stor",
          "storage",
          "frames",
          "xstor",
          "xstore",
          "cplevel",
          "cpowned",
          "srm",
          "user",
          "load",
          "paging",
          "queues",
          "io");
  private static final Pattern DATE =
      Pattern.compile(
          "(?<!\\d)(?:19|20)\\d\\d[-_.]?[01]\\d[-_.]?[0-3]\\d(?:[-_.T]?[0-2]\\d[-_.:h]?[0-5]\\d(?:[-_.:m]?[0-5]\\d)?)?(?!\\d)"
              + "|(?<!\\d)[0-3]?\\d[-_.](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-_.](?:20)?\\d\\d"
              + "|[0-3]\\d[-_.][01]\\d[-_.](?:19|20)\\d\\d");

  /** Stands where a date stood: no name holds it. */
  private static final char DATED = '\u0000';

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SEPARATOR = Pattern.compile("[._\\- ]+");

  /** A word and the separator in front of it. */
  private record Word(String before, String text) {}

  private FileWords() {}

  /** All runs of words that a name may hold as a machine's, the longest first. */
  static List<String> runs(String name) {
    List<Word> words = words(name);
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
    String undated = DATE.matcher(name).replaceAll("." + DATED + ".");
    List<Word> words = words(undated);
    List<Word> kept = new ArrayList<>();
    boolean afterTool = false;
    boolean afterKept = false;
    boolean ofCommand = false;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      String lower = word.text().toLowerCase(Locale.ROOT);
      boolean command =
          CP_VERBS.contains(lower)
              && i + 1 < words.size()
              && CP_OPERANDS.contains(words.get(i + 1).text().toLowerCase(Locale.ROOT));
      boolean tool = command || isTool(lower) || LISTING.matcher(lower).matches();
      boolean number = DIGITS.matcher(lower).matches();
      boolean dropped =
          tool
              || lower.indexOf(DATED) >= 0
              || THINGS.contains(lower)
              || (afterTool && OPTIONS.matcher(lower).matches())
              || (ofCommand && CP_OPERANDS.contains(lower))
              || (number && !(afterKept && joins(word.before())) && !joinsNext(words, i));
      ofCommand = command || (ofCommand && dropped && !tool);
      afterTool = tool;
      afterKept = !dropped;
      if (!dropped) {
        kept.add(kept.isEmpty() ? new Word("", word.text()) : word);
      }
    }
    return joined(kept);
  }

  /** Whether a word stands for a tool or a thing, and so for no machine. */
  public static boolean isCommon(String word) {
    return left(word).isEmpty();
  }

  private static boolean isTool(String word) {
    return ToolNames.ALL.contains(word) || OTHERS.contains(word);
  }

  /** Whether the word that follows is joined to this one, and stands for neither tool nor thing. */
  private static boolean joinsNext(List<Word> words, int at) {
    if (at + 1 >= words.size() || !joins(words.get(at + 1).before())) {
      return false;
    }
    String next = words.get(at + 1).text().toLowerCase(Locale.ROOT);
    return !isTool(next)
        && !THINGS.contains(next)
        && !LISTING.matcher(next).matches()
        && next.indexOf(DATED) < 0;
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
