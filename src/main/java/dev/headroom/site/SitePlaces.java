package dev.headroom.site;

import dev.headroom.capture.Diagnostic;
import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.SourceSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the entries and keys of site files stand, and for which folder each holds.
 *
 * @param stood by the path of an entry or key, such as {@code pool/js22/size}
 * @param folders the folder that a pool's file holds for, by the pool's name, ended by a slash; the
 *     empty text, or no entry, where it holds for everything
 */
public record SitePlaces(Map<String, Stood> stood, Map<String, String> folders) {
  /** The path of the thresholds. */
  static final String RULES = "rules";

  /** Nothing was read. */
  static final SitePlaces NONE = new SitePlaces(Map.of(), Map.of());

  /** Copies the maps. */
  public SitePlaces {
    stood = Map.copyOf(stood);
    folders = Map.copyOf(folders);
  }

  /**
   * A line of a site file.
   *
   * @param source the file
   * @param line from 1
   * @param column from 1
   * @param text the line
   */
  public record Stood(String source, int line, int column, String text) {}

  /** The path of a pool's entry; a key of it follows after a slash. */
  public static String pool(String name) {
    return "pool/" + name;
  }

  /** The path of a member's entry; a key of it follows after a slash. */
  public static String member(String pool, String name) {
    return "member/" + pool + "/" + name;
  }

  /** The path of an entry of captures; a key of it follows after a slash. */
  static String capture(String file, int number) {
    return "capture/" + file + "/" + number;
  }

  /** The folder that a pool's entry holds for, ended by a slash; empty where it holds for all. */
  public String folder(String pool) {
    return folders.getOrDefault(pool, "");
  }

  /** A diagnostic at the first of these paths that the file has. */
  public Diagnostic diagnostic(List<String> paths, String message) {
    for (String path : paths) {
      Stood place = stood.get(path);
      if (place != null) {
        return new Diagnostic(
            new SourceSpan(place.source(), place.line(), place.column()),
            DiagnosticCode.SITE_FILE,
            message,
            place.text());
      }
    }
    return new Diagnostic(new SourceSpan("site file", 0, 0), DiagnosticCode.SITE_FILE, message, "");
  }

  /** The same places where a pool is called otherwise. */
  SitePlaces renamed(String pool, String name) {
    if (pool.equals(name)) {
      return this;
    }
    Map<String, Stood> all = new HashMap<>();
    stood.forEach(
        (path, place) -> {
          String entry = pool(pool);
          String members = member(pool, "");
          if (path.equals(entry) || path.startsWith(entry + "/")) {
            all.put(pool(name) + path.substring(entry.length()), place);
          } else if (path.startsWith(members)) {
            all.put(member(name, path.substring(members.length())), place);
          } else {
            all.put(path, place);
          }
        });
    return new SitePlaces(all, folders);
  }

  /** These places and others. */
  SitePlaces with(SitePlaces others) {
    Map<String, Stood> all = new HashMap<>(stood);
    others.stood.forEach(all::putIfAbsent);
    Map<String, String> both = new HashMap<>(folders);
    others.folders.forEach(both::putIfAbsent);
    return new SitePlaces(all, both);
  }
}
