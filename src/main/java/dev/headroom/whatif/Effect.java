package dev.headroom.whatif;

/** What a change does to what members ask for. */
enum Effect {
  /** No member asks for less or lends more at any time: what was seen of the pool is the least. */
  MORE,
  /** A member may ask for less, lend more, or take from another: what was seen says nothing. */
  OTHER
}
