package dev.headroom.site;

import dev.headroom.identity.Glob;
import dev.headroom.risk.Thresholds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one site of the site files of several folders, each of which holds for the captures in its
 * folder and below: the nearest one to a capture comes first.
 */
public final class SiteFolders {
  private SiteFolders() {}

  /**
   * A site file and what it holds for.
   *
   * @param site what it says
   * @param folder the folder as the sources of its captures begin, ended by a slash; empty where it
   *     holds for everything
   */
  public record Part(Site site, String folder) {}

  /**
   * Joins the parts.
   *
   * @param parts in the order of the folders, a folder before those below it
   * @throws SiteFile.UnusableException where one below a named folder, or a second one, sets
   *     thresholds, which hold for the whole run
   */
  public static Site joined(List<Part> parts) throws SiteFile.UnusableException {
    List<Site.Pool> pools = new ArrayList<>();
    List<Site.Capture> captures = new ArrayList<>();
    Thresholds rules = Thresholds.DEFAULTS;
    SitePlaces places = SitePlaces.NONE;
    Set<String> names = new HashSet<>();
    for (Part part : parts) {
      Site site = part.site();
      SitePlaces.Stood set = site.places().stood().get(SitePlaces.RULES);
      if (set != null && parts.size() > 1 && !part.folder().isEmpty()) {
        throw new SiteText(set.source(), List.of())
            .fault(
                new SiteNode.Place(set.line(), set.column()),
                "rules hold for the whole run: write them in the site file of the one folder that"
                    + " is named, or in the file of --site");
      }
      rules = set == null ? rules : site.rules();
      SitePlaces own = site.places();
      Map<String, String> folders = new HashMap<>();
      for (Site.Pool pool : site.pools()) {
        String name = unique(pool.name(), part.folder(), names);
        own = own.renamed(pool.name(), name);
        pools.add(pool.named(name));
        folders.put(name, part.folder());
      }
      places = places.with(new SitePlaces(own.stood(), folders));
      // the nearest folder's entries come first
      captures.addAll(0, site.captures().stream().map(entry -> within(entry, part)).toList());
    }
    return new Site(pools, captures, rules, places);
  }

  private static String unique(String name, String folder, Set<String> names) {
    String unique = name;
    String[] folders = folder.split("/", -1);
    // of two pools with one name, the later is called after its folders too
    for (int i = folders.length - 2; i >= 0 && names.contains(unique); i--) {
      unique = folders[i].isEmpty() ? unique : folders[i] + "-" + unique;
    }
    for (int number = 2; !names.add(unique); number++) {
      unique = name + "-" + number;
    }
    return unique;
  }

  private static Site.Capture within(Site.Capture entry, Part part) {
    return part.folder().isEmpty()
        ? entry
        : entry.matching(Glob.literal(part.folder()) + "{,**/}" + entry.match());
  }
}
