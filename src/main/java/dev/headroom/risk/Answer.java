package dev.headroom.risk;

import java.util.Optional;

/**
 * The answer on one memory system in three lines.
 *
 * @param seen what was seen: when, who, how long, with the worst figure
 * @param enough whether its size will do, and how sure that is
 * @param todo what to do
 * @param command the command that does it, to be pasted; absent where it takes none
 * @param change what that command adds to the system, bytes; below 0 what it gives back, and only
 *     where captures prove that it can; 0 where nothing changes
 */
public record Answer(
    String seen, String enough, String todo, Optional<String> command, double change) {

  /** An answer that changes nothing. */
  public Answer(String seen, String enough, String todo) {
    this(seen, enough, todo, Optional.empty(), 0);
  }
}
