package dev.headroom.format.damage;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * One damage to one capture: a number, from which all else follows.
 *
 * @param number from 0; the kinds of damage take turns, and then the captures
 */
record Try(long number) {
  private static final long SEED = 20261201;

  private static final List<Damage> KINDS = List.of(Damage.values());

  Damage damage() {
    return KINDS.get((int) (number % KINDS.size()));
  }

  Specimen specimen(Corpus corpus) {
    long at = number / KINDS.size() % corpus.specimens().size();
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
