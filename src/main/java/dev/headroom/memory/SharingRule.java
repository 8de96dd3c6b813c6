package dev.headroom.memory;

/**
 * How the hypervisor is taken to share a pool that is too small. Its own rule is not published;
 * these two are bounds that hold the one observation there is between them ("Replay of Active
 * Memory Sharing" of docs/model.md).
 */
public enum SharingRule {
  /**
   * The optimistic bound: all floors, then all that is hot, then file cache, then free memory; the
   * shortage falls on the least valuable memory of all members.
   */
  TIERED,
  /**
   * The pessimistic bound: floors, then whatever each member is seen to use, be it hot or file
   * cache, then the rest; one member's file cache competes with another's computational memory.
   */
  FLAT
}
