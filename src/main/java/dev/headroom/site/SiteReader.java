package dev.headroom.site;

import dev.headroom.memory.zvm.ZvmRelease;
import dev.headroom.risk.Thresholds;
import dev.headroom.unit.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a site of what a site file holds, and refuses what cannot be meant. */
final class SiteReader {
  private static final String POOL = "{name: js22, size: 12GB}";
  private static final String MEMBER = "{name: bxaix85, logical: 6GB}";
  private static final String CAPTURE = "{match: \"lab/bxaix85*\", subject: bxaix85}";
  private static final List<String> ZVM_ONLY = List.of("xstore", "release");
  private static final List<String> GUEST_ONLY = List.of("heaps", "database", "processors");

  /** A guest of z/VM has no more virtual processors. */
  private static final int MOST_PROCESSORS = 64;

  /** What the plan of pools that do not exist yet goes by, which this version does not make. */
  private static final List<String> OF_PLANS = List.of("load", "phases", "responseTimes");

  private static final List<String> PARTITION_ONLY =
      List.of("weight", "ioEntitlement", "loanPolicy");

  private final SiteText file;
  private final Map<String, SitePlaces.Stood> places = new HashMap<>();

  private SiteReader(SiteText file) {
    this.file = file;
  }

  /**
   * Reads a whole file.
   *
   * @throws SiteFile.UnusableException where a key or value cannot be used
   */
  static Site of(SiteText file, SiteNode root) throws SiteFile.UnusableException {
    if (root instanceof SiteNode.Scalar scalar && (scalar.empty() || scalar.text().isBlank())) {
      return Site.EMPTY;
    }
    if (root instanceof SiteNode.Keyed keyed && keyed.values().isEmpty()) {
      return Site.EMPTY;
    }
    if (!(root instanceof SiteNode.Keyed keyed)) {
      throw file.fault(
          root.at(),
          "a site file has the keys pools, captures and rules; write pools: [" + POOL + "]");
    }
    return new SiteReader(file).site(new SiteEntry(file, keyed));
  }

  private Site site(SiteEntry entry) throws SiteFile.UnusableException {
    entry.only(List.of("pools", "captures", "rules"));
    List<Site.Pool> pools = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SiteNode node : top(entry, "pools", "[" + POOL + "]")) {
      Site.Pool pool = pool(node);
      if (!names.add(pool.name())) {
        throw file.fault(node.at(), "two pools are named '" + pool.name() + "'");
      }
      pools.add(pool);
    }
    List<Site.Capture> captures = new ArrayList<>();
    for (SiteNode node : top(entry, "captures", "[" + CAPTURE + "]")) {
      captures.add(capture(node, captures.size()));
    }
    return new Site(pools, captures, rules(entry), new SitePlaces(places, Map.of()));
  }

  /** A list at the top; a key without a value is a list that is not filled yet. */
  private static List<SiteNode> top(SiteEntry entry, String key, String example)
      throws SiteFile.UnusableException {
    SiteNode value = entry.node().values().get(key);
    return value instanceof SiteNode.Scalar scalar && scalar.empty()
        ? List.of()
        : entry.entries(key, example).orElse(List.of());
  }

  private Thresholds rules(SiteEntry entry) throws SiteFile.UnusableException {
    SiteNode value = entry.node().values().get("rules");
    if (value == null || (value instanceof SiteNode.Scalar scalar && scalar.empty())) {
      return Thresholds.DEFAULTS;
    }
    if (value instanceof SiteNode.Keyed keyed) {
      places.put(SitePlaces.RULES, stood(entry.keyAt("rules")));
      return SiteRules.of(file, keyed);
    }
    throw entry.fault(
        "rules", "write the name of a threshold and its value, such as stalled-share: 10");
  }

  private SitePlaces.Stood stood(SiteNode.Place at) {
    return new SitePlaces.Stood(file.source(), at.line(), at.column(), file.line(at.line()));
  }

  /** Remembers where an entry and each of its keys stand. */
  private void remember(String path, SiteEntry entry) {
    places.put(path, stood(entry.node().at()));
    entry.node().keys().forEach((key, at) -> places.put(path + "/" + key, stood(at)));
  }

  private Site.Pool pool(SiteNode node) throws SiteFile.UnusableException {
    SiteEntry given = SiteEntry.of(file, node, "an entry of pools", POOL);
    for (String key : OF_PLANS) {
      if (given.has(key)) {
        throw file.fault(
            given.keyAt(key),
            "'"
                + key
                + "' is for planning other loads, which this version does not do; nothing here would"
                + " use it, so take the key out");
      }
    }
    SiteEntry entry = given.only(SiteKeys.POOL);
    String name = entry.required("name", "a pool", "js22");
    Site.PoolType kind = kind(entry);
    if (kind != Site.PoolType.ZVM) {
      refuse(entry, ZVM_ONLY, "a z/VM system (kind: zvm)");
    }
    remember(SitePlaces.pool(name), entry);
    Size size = entry.size("size", false);
    Size maximum = entry.size("maximum", false);
    Size reserve = entry.size("reserve", true);
    if (size != null && reserve != null && reserve.bytes() >= size.bytes()) {
      throw entry.fault("reserve", "nothing of the size is left for members");
    }
    if (maximum != null && reserve != null && reserve.bytes() >= maximum.bytes()) {
      throw entry.fault("reserve", "nothing of the maximum is left for members");
    }
    if (size != null && maximum != null && maximum.bytes() < size.bytes()) {
      throw entry.fault("maximum", "it is below the size");
    }
    return new Site.Pool(
        name,
        kind,
        new Site.Pool.Memory(size, maximum, reserve, entry.size("xstore", true)),
        release(entry),
        entry.truth("complete"),
        new Site.Pool.Server(
            entry.size("block", false), entry.text("managedSystem", "Server-9117")),
        members(entry, name, kind));
  }

  private static Site.PoolType kind(SiteEntry entry) throws SiteFile.UnusableException {
    String kind = entry.text("kind", "ams");
    if (kind == null || kind.equals("ams")) {
      return Site.PoolType.AMS;
    }
    if (kind.equals("zvm")) {
      return Site.PoolType.ZVM;
    }
    throw entry.fault(
        "kind",
        "'" + kind + "' is not a kind; write ams (Active Memory Sharing) or zvm (a z/VM system)");
  }

  private static @org.jspecify.annotations.Nullable String release(SiteEntry entry)
      throws SiteFile.UnusableException {
    String release = entry.text("release", "\"5.4.0\"");
    if (release != null && ZvmRelease.of(release).isEmpty()) {
      throw entry.fault("release", "'" + release + "' is not a release such as \"5.4.0\"");
    }
    return release;
  }

  private void refuse(SiteEntry entry, List<String> keys, String whose)
      throws SiteFile.UnusableException {
    for (String key : keys) {
      if (entry.has(key)) {
        throw file.fault(entry.keyAt(key), "'" + key + "' is a key of " + whose + " only");
      }
    }
  }

  private @org.jspecify.annotations.Nullable List<Site.Member> members(
      SiteEntry pool, String name, Site.PoolType kind) throws SiteFile.UnusableException {
    if (!pool.has("members")) {
      return null;
    }
    List<Site.Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SiteNode node : pool.entries("members", "[" + MEMBER + "]").orElse(List.of())) {
      Site.Member member = member(node, name, kind);
      if (!names.add(member.name())) {
        throw file.fault(node.at(), "pool " + name + " has member '" + member.name() + "' twice");
      }
      members.add(member);
    }
    return members;
  }

  private Site.Member member(SiteNode node, String pool, Site.PoolType kind)
      throws SiteFile.UnusableException {
    SiteEntry entry = SiteEntry.of(file, node, "an entry of members", MEMBER).only(SiteKeys.MEMBER);
    String name = entry.required("name", "a member", "bxaix85");
    if (kind == Site.PoolType.AMS) {
      refuse(entry, GUEST_ONLY, "guests of a z/VM system (kind: zvm)");
    } else {
      refuse(entry, PARTITION_ONLY, "partitions (kind: ams)");
    }
    remember(SitePlaces.member(pool, name), entry);
    Integer weight = entry.whole("weight", 255);
    return new Site.Member(
        name,
        entry.size("logical", false),
        weight == null ? null : Double.valueOf(weight),
        entry.size("ioEntitlement", true),
        entry.whole("loanPolicy", 2),
        new Site.Member.Guest(
            entry.sizes("heaps"),
            entry.size("database", true),
            entry.wholeFrom1("processors", MOST_PROCESSORS)));
  }

  private Site.Capture capture(SiteNode node, int number) throws SiteFile.UnusableException {
    SiteEntry entry =
        SiteEntry.of(file, node, "an entry of captures", CAPTURE).only(SiteKeys.CAPTURE);
    String match = entry.pattern("match", "an entry of captures", "\"lab/bxaix85*\"");
    remember(SitePlaces.capture(file.source(), number), entry);
    return new Site.Capture(
        match,
        entry.text("subject", "bxaix85"),
        entry.time("start"),
        entry.interval("interval"),
        entry.shift("clock"),
        SitePlaces.capture(file.source(), number));
  }
}
