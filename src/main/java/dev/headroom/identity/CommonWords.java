package dev.headroom.identity;

import java.util.Set;
import java.util.regex.Pattern;

/** Words of files' and folders' names that name no machine. All are in lower case. */
final class CommonWords {
  /** Tools beside those whose output is read, reports and collectors. */
  private static final Set<String> TOOLS =
      words(
          "topascec iostat mpstat uname upage proclog userres ustat perfkit monwrite lssyscfg"
              + " perfpmr perfdata ansible pdsh dsh dshbak");

  private static final Pattern LISTING = Pattern.compile("fcx\\d{2,3}");
  private static final Set<String> CP_VERBS = words("q query ind indicate");
  private static final Set<String> CP_OPERANDS =
      words(
          "alloc allocate page map spool stor storage frames xstor xstore cplevel cpowned srm user"
              + " load paging queues io");
  private static final Pattern OPTIONS = Pattern.compile("[ghitwlvsmcpe]{1,3}|[rf]|cec|all|data");

  /** Things: what a file holds, how it was taken down, and how it is stored. */
  private static final Set<String> THINGS =
      words(
          "int sum out output before after listing listings screen screens console log logs txt"
              + " text csv eml msg mail html htm json xml yaml ebcdic ascii utf8 utf16 latin1 gz"
              + " bz2 xz z zip tar tgz perf result results raw capture captures typescript session"
              + " print spool report series stat stats d dat lst md rtf pdf doc docx putty"
              + " securecrt teraterm mobaxterm screenlog snap mempool procpool pgdev");

  /** Behind a dot: an earlier state of a file. */
  private static final Set<String> EARLIER = words("old bak orig save sav");

  /** A stretch of time: {@code 60s}, {@code 1h}. */
  private static final Pattern SPAN =
      Pattern.compile("\\d+(?:s|secs?|m|mins?|h|hrs?|hours?|d|days?)");

  /** Days, months, parts and copies: no part of a name where another word is. */
  private static final Pattern WEAK =
      Pattern.compile(
          SPAN
              + "|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?"
              + "|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may"
              + "|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
              + "|dec(?:ember)?|week\\d*|part\\d*|pid\\d+|copy");

  /** Folders that every machine has, and those that collectors make. */
  private static final Set<String> FOLDERS =
      words(
          "tmp var home opt root usr etc sys dev mnt srv adm ras log logs lib bin local share spool"
              + " export data daily weekly monthly hourly kernel general ibmsupt testcase"
              + " collect collected collection fetched gathered archive archives backup bundle"
              + " support nmon user users oracle work download downloads desktop documents");

  private CommonWords() {}

  private static Set<String> words(String list) {
    return Set.of(list.split(" ", -1));
  }

  static boolean isTool(String word) {
    return ToolNames.ALL.contains(word) || TOOLS.contains(word) || LISTING.matcher(word).matches();
  }

  /** Whether two words are a command of CP. */
  static boolean isCommand(String verb, String operand) {
    return CP_VERBS.contains(verb) && isOperand(operand);
  }

  static boolean isOperand(String word) {
    return CP_OPERANDS.contains(word);
  }

  /** Whether a word behind a tool's name may be its option letters. */
  static boolean isOption(String word) {
    return OPTIONS.matcher(word).matches();
  }

  static boolean isSpan(String word) {
    return SPAN.matcher(word).matches();
  }

  static boolean isThing(String word) {
    return THINGS.contains(word);
  }

  /** Whether a word behind a dot tells of an earlier state of the file. */
  static boolean isEarlier(String word) {
    return EARLIER.contains(word);
  }

  /** Whether a word is no part of a name where another word is. */
  static boolean isWeak(String word) {
    return WEAK.matcher(word).matches();
  }

  /** Whether a folder of this name may be on every machine. */
  static boolean isFolder(String word) {
    return FOLDERS.contains(word);
  }
}
