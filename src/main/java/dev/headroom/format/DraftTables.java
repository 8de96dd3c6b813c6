package dev.headroom.format;

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
 * The drafts of all sections of one text, whose subjects are settled when the text has been read: a
 * name may stand below what it names. A text may hold a great many sections, so that nothing is
 * kept of one that gave neither rows nor a name.
 */
final class DraftTables {
  private final List<Kept> kept = new ArrayList<>();

  /** The names of partitions that captures gave, by the scope that they hold in. */
  private final Map<Integer, Set<String>> partitions = new HashMap<>();

  /** The releases that captures gave of a z/VM system, by the scope that they hold in. */
  private final Map<Place, Set<String>> releases = new HashMap<>();

  /** A z/VM system in one part of the transcript. */
  private record Place(int scope, String system) {}

  private record Kept(Draft draft, String format, Optional<String> host, int scope) {}

  /**
   * Adds what a section gave.
   *
   * @param host the host that the transcript names
   * @param scope the part of the transcript that speaks of one host
   */
  void add(String format, Optional<String> host, int scope, List<Draft> drafts) {
    for (Draft draft : drafts) {
      String name = draft.name();
      if (name != null && !draft.fixed()) {
        partitions.computeIfAbsent(scope, key -> new HashSet<>()).add(name);
      }
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
                                      new Place(scope, system.name()), key -> new HashSet<>())
                                  .add(release)));
      if (draft.rows().rows() > 0) {
        kept.add(new Kept(draft, draft.format().orElse(format), host, scope));
      }
    }
  }

  /**
   * All tables, with their subjects.
   *
   * @param ofSite the name that the site file gives
   * @param ofFile the name that remains where nothing else names the subject
   */
  List<Table> tables(String source, Optional<String> ofSite, String ofFile) {
    List<Table> tables = new ArrayList<>();
    for (Kept each : kept) {
      Draft draft = each.draft();
      Subject subject = new Subject(draft.kind(), name(each, ofSite).orElse(ofFile));
      Optional<Host> system = draft.host().map(host -> withRelease(host, each.scope()));
      tables.add(draft.rows().build(subject, system, each.format(), source));
    }
    return tables;
  }

  private Optional<String> name(Kept each, Optional<String> ofSite) {
    Optional<String> given = Optional.ofNullable(each.draft().name());
    if (each.draft().fixed() && given.isPresent()) {
      return given;
    }
    return ofSite.or(() -> given).or(each::host).or(() -> partition(each.scope()));
  }

  /**
   * A system with its release, which another capture of the same host may have given; without one
   * where they give several.
   */
  private Host withRelease(Host system, int scope) {
    Set<String> given = releases.getOrDefault(new Place(scope, system.name()), Set.of());
    boolean known = system.release().isEmpty() && given.size() == 1;
    return known ? new Host(system.name(), given.stream().findFirst()) : system;
  }

  /**
   * The partition's name that another capture of the same host gives; none where they give several.
   */
  private Optional<String> partition(int scope) {
    Set<String> names = partitions.getOrDefault(scope, Set.of());
    return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
  }
}
