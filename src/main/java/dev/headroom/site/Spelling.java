package dev.headroom.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was meant. */
public final class Spelling {
  /** One letter in three may be wrong; a word further away is another word. */
  private static final int PART = 3;

  private Spelling() {}

  /** The word that is spelt most alike; empty where all are far away. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String lower = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(other -> distance(lower, other.toLowerCase(Locale.ROOT)) <= word.length() / PART)
        .min(Comparator.comparingInt(other -> distance(lower, other.toLowerCase(Locale.ROOT))));
  }

  /** The words that are spelt most alike, the nearest first. */
  static List<String> near(String word, Collection<String> known, int most) {
    return known.stream()
        .sorted(Comparator.comparingInt(other -> distance(word, other)))
        .limit(most)
        .toList();
  }

  // Levenshtein's: letters to add, drop or replace
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
