package dev.headroom.format.hmc;

import dev.headroom.capture.Line;
import dev.headroom.format.Draft;
import dev.headroom.format.Outcome;
import java.util.List;
import java.util.Set;

/** What one command of the HMC says with its objects. */
interface HmcAnswer {
  /** The keys that the command is known to print. */
  Set<String> keys();

  /** Whether an object is the command's. */
  boolean owns(HmcRecord record);

  /** Whether a row of values alone may be the command's. */
  boolean mayOwn(List<String> values);

  /**
   * The names of a row's values where neither a header nor the command names them; empty where
   * nothing proves them.
   */
  List<String> fields(List<String> values);

  /** Whether the last value of an object is read, and cut in silence where its end is lost. */
  boolean isFigure(String key);

  /** Whether an object may end with this key. */
  boolean closes(String key);

  /** Takes an object. */
  Outcome take(Line line, HmcRecord record);

  /** What all objects gave, subject by subject. */
  List<Draft> close();
}
