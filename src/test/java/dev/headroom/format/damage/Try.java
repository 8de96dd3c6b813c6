package dev.headroom.format.damage;

import java.util.Map;
import java.util.Random;

/**
 * One damage to one capture: a number, from which all else follows.
 *
 * @param number from 0; the kinds of damage take turns, and then the captures
 */
record Try(long number) {
  private static final long SEED = 20261201;

  Damage damage() {
    return Damage.values()[(int) (number % Damage.values().length)];
  }

  Specimen specimen(Corpus corpus) {
    long at = number / Damage.values().length % corpus.specimens().size();
    return corpus.specimens().get((int) at);
  }

  Damaged damaged(Corpus corpus) {
    Random random = new Random(SEED + number * 0x9E3779B97F4A7C15L);
    return damage().to(specimen(corpus), random, corpus);
  }

  Map<Verdict, String> judged(Corpus corpus) {
    return Judge.of(specimen(corpus), damaged(corpus));
  }
}
