package dev.headroom.identity;

import dev.headroom.series.Host;
import dev.headroom.series.Kind;
import dev.headroom.series.Subject;
import dev.headroom.series.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settles whose every capture is, over the whole input. The site file comes first, then what a
 * capture claims, then its file's name, then its folder's.
 *
 * <p>One capture may explain another: a {@code Partition Name} beside a {@code Node Name} makes the
 * two one machine, a name that some capture claims is found in the names of files, and a word alone
 * on a line is a host's name where another capture claims it, or where at least two words stand so
 * in front of the same kind of capture.
 */
final class Naming {
  private final List<Stretch> stretches;

  /** Every name that something claims, by its letters in lower case. */
  private final Map<String, String> claimed = new HashMap<>();

  /** Names that stand for another name of the same machine, by their letters in lower case. */
  private final Map<String, String> aliases = new HashMap<>();

  /** Words that stand alone on a line and are names, by place. */
  private final Map<String, Set<String>> words = new HashMap<>();

  /** The names of partitions that captures print, by the part of a text that speaks of one host. */
  private final Map<Scope, PrintedNames> printed = new HashMap<>();

  /** The machines that captures of a folder claim to be of. */
  private final Map<String, Set<String>> machines = new HashMap<>();

  private record Scope(String place, int part, @Nullable String word) {}

  /**
   * A capture's name.
   *
   * @param table its samples under their subject
   * @param claim what the name rests on
   */
  record Name(Table table, Claim claim) {}

  private record Said(String text, Claim claim) {}

  private Naming(List<Stretch> stretches, Collection<String> ofSite) {
    this.stretches = stretches;
    ofSite.forEach(this::claim);
    gatherClaims();
    acceptWords();
    gatherAliases();
    gatherScopes();
    gatherMachines();
  }

  /**
   * Names all captures of an input.
   *
   * @param stretches what was read, in the order of the input
   * @param ofSite the names that the site file gives to machines
   * @return one entry for each, in the same order
   */
  static List<Name> of(List<Stretch> stretches, Collection<String> ofSite) {
    Naming naming = new Naming(stretches, ofSite);
    return stretches.stream().map(naming::named).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void claim(@Nullable String name) {
    if (name != null) {
      claimed.putIfAbsent(key(name), name);
    }
  }

  private void gatherClaims() {
    for (Stretch stretch : stretches) {
      Claims claims = stretch.claims();
      if (!isSystem(stretch)) {
        claim(claims.site());
        claim(claims.printed().name());
        claim(claims.printed().node());
      }
      claim(claims.before().host());
      claim(claims.before().guest());
    }
  }

  private void acceptWords() {
    Map<String, Set<String>> wordsBefore = new HashMap<>();
    for (Stretch stretch : stretches) {
      String word = stretch.claims().before().word();
      if (word != null) {
        wordsBefore
            .computeIfAbsent(
                stretch.claims().place() + '\n' + stretch.table().format(), key -> new HashSet<>())
            .add(word);
      }
    }
    for (Stretch stretch : stretches) {
      Claims claims = stretch.claims();
      String word = claims.before().word();
      if (word == null) {
        continue;
      }
      boolean repeated =
          wordsBefore
                  .getOrDefault(claims.place() + '\n' + stretch.table().format(), Set.of())
                  .size()
              > 1;
      if (repeated || claimed.containsKey(key(word))) {
        words.computeIfAbsent(claims.place(), place -> new HashSet<>()).add(word);
      }
    }
    words.values().forEach(names -> names.forEach(this::claim));
  }

  private @Nullable String word(Claims claims) {
    String word = claims.before().word();
    return word != null && words.getOrDefault(claims.place(), Set.of()).contains(word)
        ? word
        : null;
  }

  /**
   * A partition and its host's name are one machine, and so are a host and the host in a domain.
   */
  private void gatherAliases() {
    Map<String, Set<String>> partitionsOf = new HashMap<>();
    for (Stretch stretch : stretches) {
      Claims claims = stretch.claims();
      String partition = claims.printed().name();
      if (partition != null && !claims.printed().fixed() && !isSystem(stretch)) {
        for (String host : Arrays.asList(claims.printed().node(), claims.before().host())) {
          if (host != null && !host.equals(partition)) {
            partitionsOf.computeIfAbsent(key(host), name -> new TreeSet<>()).add(partition);
          }
        }
      }
    }
    partitionsOf.forEach(
        (node, partitions) -> {
          boolean itself = partitions.stream().anyMatch(name -> key(name).equals(node));
          if (partitions.size() == 1 && !itself) {
            aliases.put(node, partitions.iterator().next());
          }
        });
    Map<String, Set<String>> domains = new TreeMap<>();
    for (String name : claimed.keySet()) {
      int dot = name.indexOf('.');
      if (dot > 0) {
        domains.computeIfAbsent(name.substring(0, dot), host -> new TreeSet<>()).add(name);
      }
    }
    domains.forEach(
        (host, full) -> {
          String whole = full.iterator().next();
          if (full.size() == 1 && (claimed.containsKey(host) || aliases.containsKey(host))) {
            aliases.putIfAbsent(whole, claimed.getOrDefault(host, host));
          } else if (full.size() == 1) {
            aliases.putIfAbsent(host, claimed.getOrDefault(whole, whole));
          }
        });
  }

  private String canonical(String name) {
    String at = claimed.getOrDefault(key(name), name);
    for (int steps = 0; steps < 3; steps++) {
      String other = aliases.get(key(at));
      if (other == null || other.equals(at)) {
        return at;
      }
      at = other;
    }
    return at;
  }

  private void gatherScopes() {
    for (Stretch stretch : stretches) {
      Claims claims = stretch.claims();
      String name =
          claims.printed().name() == null ? claims.printed().node() : claims.printed().name();
      if (claims.printed().fixed() || isSystem(stretch)) {
        continue;
      }
      PrintedNames part = printed.computeIfAbsent(scope(claims), scope -> new PrintedNames());
      if (name == null) {
        part.note(stretch.printout().number());
      } else {
        part.note(stretch.printout().number(), canonical(name));
      }
    }
  }

  private Scope scope(Claims claims) {
    return new Scope(claims.place(), claims.scope(), word(claims));
  }

  private void gatherMachines() {
    for (Stretch stretch : stretches) {
      Claims claims = stretch.claims();
      if (isSystem(stretch) || claims.printed().fixed()) {
        continue;
      }
      Optional<Said> own = own(stretch);
      String file = last(claims.place());
      Optional<String> ofFile = own.isPresent() ? Optional.empty() : nameIn(file);
      own.map(Said::text)
          .or(() -> ofFile)
          .ifPresent(
              name ->
                  machines
                      .computeIfAbsent(folder(claims.place()), key -> new TreeSet<>())
                      .add(canonical(name)));
    }
  }

  /** What the capture itself, and the text before it, say. */
  private Optional<Said> own(Stretch stretch) {
    Claims claims = stretch.claims();
    String site = claims.site();
    if (site != null && !claims.printed().fixed()) {
      return Optional.of(new Said(site, Claim.SITE));
    }
    if (!isSystem(stretch)) {
      String name =
          claims.printed().name() == null ? claims.printed().node() : claims.printed().name();
      if (name != null) {
        return Optional.of(new Said(name, Claim.PARTITION_NAME));
      }
    }
    String word = word(claims);
    if (word != null) {
      return Optional.of(new Said(word, Claim.BANNER));
    }
    String host = claims.before().host();
    if (host != null) {
      return Optional.of(new Said(host, claims.before().by()));
    }
    return Optional.ofNullable(isSystem(stretch) ? null : printed.get(scope(claims)))
        .flatMap(part -> part.of(stretch.printout().number()))
        .map(name -> new Said(name, Claim.PARTITION_NAME));
  }

  /** A name that something claims and that stands in a file's or folder's name. */
  private Optional<String> nameIn(String name) {
    return FileWords.runs(name).stream()
        .filter(run -> claimed.containsKey(key(run)) && !FileWords.isCommon(run))
        .findFirst();
  }

  private Said settled(Stretch stretch) {
    Optional<Said> own = own(stretch);
    if (own.isPresent()) {
      return own.get();
    }
    Claims claims = stretch.claims();
    String file = last(claims.place());
    String guest = claims.before().guest();
    Optional<Said> ofFile = nameIn(file).or(() -> left(file)).map(n -> new Said(n, Claim.FILE));
    if (ofFile.isPresent() && !isGuest(ofFile.get().text(), guest)) {
      return ofFile.get();
    }
    String folder = folder(claims.place());
    Set<String> here = machines.getOrDefault(folder, Set.of());
    if (here.size() == 1 && !isSystem(stretch)) {
      return new Said(here.iterator().next(), Claim.FOLDER);
    }
    return ofFolder(folder, guest)
        .map(name -> new Said(name, Claim.FOLDER))
        .orElseGet(() -> new Said(claims.provisional(), Claim.FOLDER));
  }

  /** The name of the nearest folder that has one. */
  private Optional<String> ofFolder(String folder, @Nullable String guest) {
    for (String at = folder; !at.isEmpty(); at = folder(at)) {
      String place = at;
      String name = last(at);
      Optional<String> found =
          nameIn(name)
              .or(() -> isHome(place) ? Optional.empty() : nonEmpty(FileWords.leftOfFolder(name)));
      if (found.isPresent() && !isGuest(found.get(), guest)) {
        return found;
      }
    }
    // no folder above has a name of its own: one that every machine may have is better than none
    for (String at = folder; !at.isEmpty(); at = folder(at)) {
      Optional<String> found = left(last(at));
      if (found.isPresent() && !isGuest(found.get(), guest)) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean isGuest(String name, @Nullable String guest) {
    return guest != null && key(name).equals(key(guest));
  }

  /** Whether a folder is a user's: the one above holds the homes of all. */
  private static boolean isHome(String folder) {
    String above = last(folder(folder)).toLowerCase(Locale.ROOT);
    return above.equals("home") || above.equals("users");
  }

  private static Optional<String> left(String name) {
    return nonEmpty(FileWords.left(name));
  }

  private static Optional<String> nonEmpty(String name) {
    return Optional.of(name).filter(left -> !left.isEmpty());
  }

  private static boolean isSystem(Stretch stretch) {
    return stretch.table().subject().kind() != Kind.PARTITION;
  }

  private Name named(Stretch stretch) {
    Table table = stretch.table();
    Claims claims = stretch.claims();
    Subject subject = table.subject();
    if (subject.kind() == Kind.PARTITION) {
      Said name =
          claims.printed().fixed()
              ? new Said(subject.name(), Claim.PARTITION_NAME)
              : settled(stretch);
      return new Name(
          table.about(new Subject(Kind.PARTITION, canonical(name.text())), table.host()),
          name.claim());
    }
    Optional<Host> host = table.host();
    boolean unnamedHost = host.isPresent() && host.get().name().equals(claims.provisional());
    boolean unnamed = subject.kind() == Kind.SYSTEM && subject.name().equals(claims.provisional());
    if (!unnamed && !unnamedHost) {
      return new Name(table, Claim.PARTITION_NAME);
    }
    Said name = settled(stretch);
    Subject about =
        subject.kind() == Kind.GUEST
            ? subject
            : new Subject(subject.kind(), renamed(subject.name(), claims.provisional(), name));
    return new Name(
        table.about(about, host.map(system -> new Host(name.text(), system.release()))),
        name.claim());
  }

  /** A system, or a processor of it, which is called {@code SYSTEM/00}. */
  private static String renamed(String subject, String provisional, Said name) {
    boolean within = subject.startsWith(provisional + "/");
    return subject.equals(provisional) || within
        ? name.text() + subject.substring(provisional.length())
        : subject;
  }

  private static String last(String place) {
    String path = place.endsWith("!") ? place.substring(0, place.length() - 1) : place;
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder or archive that holds a place; empty where nothing does. */
  private static String folder(String place) {
    int slash = place.lastIndexOf('/');
    return slash <= 0 ? "" : place.substring(0, slash);
  }
}
