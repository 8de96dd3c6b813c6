package dev.headroom.format;

import dev.headroom.format.transcript.Screens;
import dev.headroom.format.transcript.Transcript;
import dev.headroom.identity.Claim;
import dev.headroom.identity.Claims;
import dev.headroom.identity.PrintedName;
import dev.headroom.identity.Printout;
import dev.headroom.identity.Stretch;
import dev.headroom.series.Host;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The drafts of all sections of one text. What one section tells of another of the same text, such
 * as the release of a z/VM system, is known only when the text has been read. A text may hold a
 * great many sections, so that nothing is kept of one that gave neither rows nor a name.
 */
final class DraftTables {
  /** Stands for a name until one is settled. */
  private static final String UNNAMED = "?";

  private static final int MOST_KEPT = 4096;

  private final List<Kept> kept = new ArrayList<>();

  /** The releases that captures gave of a z/VM system, by where they stand. */
  private final Map<Place, Set<String>> releases = new HashMap<>();

  private final String source;
  private final Screens screens;

  /** A z/VM system in one part of the transcript, on one screen; -1 for none. */
  private record Place(int scope, String system, int screen) {}

  /** Rows under a name that is not settled: a table takes less room than what it grew in. */
  private record Kept(
      Table table, PrintedName printed, Transcript.Spoken spoken, int scope, Printout printout) {}

  private int sections;

  /** What sections say, each once: a text may hold a great many sections, and most say the same. */
  private final Map<Object, Object> said = new HashMap<>();

  /** The drafts of a text of this name whose consoles have these screens. */
  DraftTables(String source, Screens screens) {
    this.source = source;
    this.screens = screens;
  }

  /**
   * Adds what a section gave.
   *
   * @param spoken what the transcript tells of its host
   * @param scope the part of the transcript that speaks of one host
   * @param interval between its rows, milliseconds; {@link Double#NaN} where it is not known
   */
  void add(
      String format, Transcript.Spoken spoken, int scope, double interval, List<Draft> drafts) {
    List<Double> processors =
        drafts.stream().flatMap(draft -> draft.processors().stream()).toList();
    Printout printout = new Printout(sections++, same(List.copyOf(processors)));
    for (Draft draft : drafts) {
      draft
          .host()
          .ifPresent(
              system ->
                  system
                      .release()
                      .ifPresent(
                          release ->
                              releases
                                  .computeIfAbsent(
                                      new Place(scope, system.name(), spoken.screen()),
                                      key -> new HashSet<>())
                                  .add(release)));
      boolean names = draft.printed().name() != null && !draft.printed().fixed();
      if (draft.rows().rows() > 0 || names) {
        kept.add(
            new Kept(
                table(draft, draft.format().orElse(format)).every(interval),
                same(draft.printed()),
                same(spoken),
                scope,
                printout));
      }
    }
  }

  /** An equal thing that is kept already, so that it is kept once. */
  @SuppressWarnings(
      "unchecked") // equal records are of one class, and so are equal lists of figures
  private <T> T same(T thing) {
    if (said.size() > MOST_KEPT) {
      said.clear();
    }
    return (T) said.computeIfAbsent(thing, key -> key);
  }

  private Table table(Draft draft, String format) {
    String name = draft.printed().name();
    Subject subject = same(new Subject(draft.kind(), name == null ? UNNAMED : name));
    return draft.rows().build(subject, draft.host(), format, source);
  }

  /**
   * What every section gave, with what tells whose it is.
   *
   * @param place where it lies
   * @param ofSite the name that the site file gives
   * @param provisional the name that stands in for one that is not settled
   */
  List<Stretch> stretches(String place, Optional<String> ofSite, String provisional) {
    Map<Named, Set<String>> named = new HashMap<>();
    releases.forEach(
        (at, given) ->
            named
                .computeIfAbsent(
                    new Named(at.scope(), at.system(), screens.systemOf(at.screen())),
                    key -> new HashSet<>())
                .addAll(given));
    List<Stretch> stretches = new ArrayList<>(kept.size());
    for (Kept each : kept) {
      PrintedName printed = each.printed();
      Subject subject =
          printed.name() == null
              ? same(new Subject(each.table().subject().kind(), provisional))
              : each.table().subject();
      Transcript.Spoken spoken = spoken(each);
      Optional<Host> system = each.table().host().map(host -> withRelease(host, each, named));
      Table table = each.table().about(subject, system);
      Claims claims =
          new Claims(
              place,
              ofSite.orElse(null),
              each.scope(),
              printed,
              same(new Claims.Before(spoken.host(), spoken.by(), spoken.word(), spoken.guest())),
              provisional);
      stretches.add(new Stretch(table, same(claims), each.printout()));
    }
    return stretches;
  }

  /**
   * What names the host of a draft. The status line of its screen names a z/VM system. Where all
   * status lines of the text name one system, what nothing else names is of it too.
   */
  private Transcript.Spoken spoken(Kept each) {
    Transcript.Spoken spoken = each.spoken();
    if (each.table().host().isEmpty()) {
      return spoken;
    }
    Optional<String> own = screens.systemOf(spoken.screen());
    Optional<String> system = own.isPresent() || spoken.host() != null ? own : screens.only();
    return system
        .map(
            name ->
                new Transcript.Spoken(
                    name, Claim.HOST, spoken.word(), spoken.guest(), spoken.screen()))
        .orElse(spoken);
  }

  /** A z/VM system in one part of the transcript, with what the status lines of screens name. */
  private record Named(int scope, String system, Optional<String> status) {}

  /**
   * A system with its release, which another capture of the same host may have given; without one
   * where they give several.
   */
  private Host withRelease(Host system, Kept each, Map<Named, Set<String>> releases) {
    Named at = new Named(each.scope(), system.name(), screens.systemOf(each.spoken().screen()));
    Set<String> given = releases.getOrDefault(at, Set.of());
    boolean known = system.release().isEmpty() && given.size() == 1;
    return known ? new Host(system.name(), given.stream().findFirst()) : system;
  }
}
