package dev.headroom.unit;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names of months and days of the week as {@code date} prints them in the usual languages. */
final class DateNames {
  private static final List<Set<String>> MONTHS =
      List.of(
          Set.of(
              "jan", "janv", "gen", "ene", "sty", "led", "januar", "january", "janvier", "янв",
              "января"),
          Set.of(
              "feb",
              "févr",
              "fév",
              "fev",
              "lut",
              "februar",
              "february",
              "février",
              "фев",
              "февраля"),
          Set.of("mar", "mär", "mrz", "mars", "märz", "maart", "mrt", "march", "мар", "марта"),
          Set.of("apr", "avr", "abr", "avril", "kwi", "april", "апр", "апреля"),
          Set.of("may", "mai", "mag", "mei", "maj", "май", "мая"),
          Set.of("jun", "juin", "giu", "cze", "juni", "june", "июн", "июня"),
          Set.of("jul", "juil", "lug", "lip", "juli", "july", "juillet", "июл", "июля"),
          Set.of("aug", "août", "aoû", "ago", "sie", "august", "авг", "августа"),
          Set.of("sep", "sept", "set", "wrz", "september", "septembre", "сен", "сентября"),
          Set.of(
              "oct", "okt", "ott", "out", "paź", "oktober", "october", "octobre", "окт", "октября"),
          Set.of("nov", "lis", "november", "novembre", "ноя", "ноября"),
          Set.of(
              "dec",
              "dez",
              "déc",
              "dic",
              "gru",
              "dezember",
              "december",
              "décembre",
              "дек",
              "декабря"));

  private static final Set<String> WEEKDAYS =
      Set.of(
          ("mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
                  + " montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
                  + " mo di mi do fr sa so"
                  + " lundi mardi mercredi jeudi vendredi samedi dimanche"
                  + " lun mar mer jeu ven sam dim lu ma me je ve mié mie jue vie sáb sab dom gio"
                  + " seg ter qua qui sex din woe don vrij zat zon wo vr za zo"
                  + " mån tis ons tor fre lör sön man lør søn"
                  + " pon wto wt śro śr czw pią pt sob nie nd"
                  + " пн вт ср чт пт сб вс пнд втр срд чтв птн сбт вск")
              .split(" "));

  private DateNames() {}

  /** The month of a name, from 1; 0 for any other word. */
  static int month(String word) {
    String bare = bare(word);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(bare)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Whether a word is the name of a day of the week. */
  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(bare(word));
  }

  private static String bare(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
