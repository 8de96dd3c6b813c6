package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.identity.SiteCapture;
import dev.headroom.site.Site;
import dev.headroom.site.SitePlaces;
import dev.headroom.site.Spelling;
import dev.headroom.unit.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds a site file against what was read: entries about nothing, and members without captures. */
public final class SiteCheck {
  private static final String MATCH =
      "Correct the pattern: it is held against the source as given and every end of it, as the list"
          + " of what was read shows it.";
  private static final String NAME =
      "Correct the name in the site file, or add captures of this member.";

  /** More names than this are not held against each other one by one. */
  private static final long MOST_PAIRS = 1_000_000;

  private final Site site;
  private final Set<String> sources;
  private final Set<String> subjects;

  /** What a sentence on a member ends with that is like no subject. */
  private final String others;

  /** Whether names are looked for that are spelt alike. */
  private final boolean compares;

  private SiteCheck(Site site, Collection<String> sources, Collection<String> subjects) {
    this.site = site;
    this.sources = new TreeSet<>(sources);
    this.subjects = new TreeSet<>(subjects);
    this.others =
        this.subjects.isEmpty()
            ? ""
            : "; captures are about " + Names.list(List.copyOf(this.subjects));
    long absent = site.pools().stream().mapToLong(pool -> pool.membersOrNone().size()).sum();
    this.compares = absent * this.subjects.size() <= MOST_PAIRS;
  }

  /**
   * What of a site file no capture is about.
   *
   * @param sources the inputs that were read
   * @param subjects what captures are about
   */
  public static List<Diagnostic> of(
      Site site, Collection<String> sources, Collection<String> subjects) {
    SiteCheck check = new SiteCheck(site, sources, subjects);
    List<Contradicted> all = new ArrayList<>(check.unmatched());
    site.pools().forEach(pool -> all.addAll(check.absent(pool)));
    return all.stream().map(Contradicted::diagnostic).toList();
  }

  /** A check against what all inputs gave. */
  static SiteCheck of(Site site, Gathered gathered) {
    Set<String> sources = new TreeSet<>();
    gathered.inputs().forEach(input -> sources.add(input.source()));
    gathered.summaries().forEach(summary -> sources.add(summary.source()));
    gathered.diagnostics().forEach(found -> sources.add(found.where().source()));
    return new SiteCheck(
        site, sources, gathered.summaries().stream().map(each -> each.subject()).toList());
  }

  /** Entries of {@code captures} that are about no source. */
  List<Contradicted> unmatched() {
    List<Contradicted> found = new ArrayList<>();
    Set<String> taken = new TreeSet<>();
    for (Site.Capture entry : site.captures()) {
      SiteCapture capture = entry.toFormat();
      List<String> matched = sources.stream().filter(capture::matches).toList();
      if (matched.isEmpty() || taken.containsAll(matched)) {
        found.add(
            new Contradicted(
                entry.subject() == null ? entry.match() : entry.subject(),
                site.places()
                    .diagnostic(
                        List.of(entry.id() + "/match", entry.id()),
                        "match '"
                            + entry.match()
                            + (matched.isEmpty()
                                ? "' fits no capture that was read"
                                : "' fits only captures that an entry before it takes")),
                MATCH));
      }
      taken.addAll(matched);
    }
    return found;
  }

  /** Members of a pool that no capture is about. */
  List<Contradicted> absent(Site.Pool pool) {
    List<Contradicted> found = new ArrayList<>();
    for (Site.Member member : pool.membersOrNone()) {
      if (!subjects.contains(member.name())) {
        found.add(
            new Contradicted(
                member.name(),
                site.places()
                    .diagnostic(
                        List.of(SitePlaces.member(pool.name(), member.name())),
                        "no capture is about "
                            + member.name()
                            + ", a member of "
                            + pool.name()
                            + near(member.name())),
                NAME));
      }
    }
    return found;
  }

  private String near(String name) {
    return compares
        ? Spelling.nearest(name, subjects)
            .map(near -> "; did you mean " + near + "?")
            .orElse(others)
        : others;
  }
}
