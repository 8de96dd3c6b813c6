package dev.headroom.cli;

import dev.headroom.unit.Names;
import dev.headroom.whatif.Landscape;
import dev.headroom.whatif.MemberPlace;
import java.util.ArrayList;
import java.util.List;

/** Finds members by the names that a caller writes: {@code MEMBER}, or {@code POOL/MEMBER}. */
final class MemberNames {
  private final Landscape landscape;
  private final List<MemberPlace> known = new ArrayList<>();

  MemberNames(Landscape landscape) {
    this.landscape = landscape;
    landscape
        .pools()
        .forEach(
            (pool, situation) ->
                situation.names().forEach(name -> known.add(new MemberPlace(pool, name))));
  }

  /**
   * Makes a new member known.
   *
   * @throws IllegalArgumentException where its name is taken; the message is a sentence
   */
  void add(MemberPlace place) {
    for (MemberPlace other : known) {
      if (other.member().equals(place.member())) {
        throw new IllegalArgumentException(
            "there is a '"
                + place.member()
                + "' in "
                + other.pool()
                + " already; a new member needs a new name");
      }
    }
    known.add(place);
  }

  /**
   * The member of a name.
   *
   * @throws IllegalArgumentException where no member has it, or several do; the message is a
   *     sentence
   */
  MemberPlace find(String text) {
    List<MemberPlace> found =
        known.stream()
            .filter(place -> place.member().equals(text) || qualified(place).equals(text))
            .distinct()
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no member '" + text + "'; there are: " + names(known));
    }
    throw new IllegalArgumentException(
        "'" + text + "' is in several pools; write one of: " + names(found));
  }

  /** The place that a new member of this name takes, beside the one that it is like. */
  MemberPlace place(String text, MemberPlace like) {
    for (String pool : landscape.pools().keySet()) {
      if (text.startsWith(pool + "/") && text.length() > pool.length() + 1) {
        return new MemberPlace(pool, text.substring(pool.length() + 1));
      }
    }
    return new MemberPlace(like.pool(), text);
  }

  private String names(List<MemberPlace> places) {
    if (places.isEmpty()) {
      return "none";
    }
    return Names.all(places.stream().map(this::name).distinct().toList());
  }

  /** As short as it can be without being ambiguous. */
  private String name(MemberPlace place) {
    boolean alone =
        known.stream().filter(other -> other.member().equals(place.member())).count() == 1;
    return alone ? place.member() : qualified(place);
  }

  private static String qualified(MemberPlace place) {
    return place.pool() + "/" + place.member();
  }
}
