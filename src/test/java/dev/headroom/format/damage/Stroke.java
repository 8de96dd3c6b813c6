package dev.headroom.format.damage;

import java.util.Random;

/** What is done to a text: the same random numbers give the same damage. */
@FunctionalInterface
interface Stroke {
  Text to(Text text, Random random, Corpus corpus);
}
