package dev.headroom.site;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The keys that entries of a site file have: those of the records that hold them. */
final class SiteKeys {
  /** Components that no key sets. */
  private static final Set<String> OWN = Set.of("id");

  /** The keys of a pool. */
  static final List<String> POOL = keys(Site.Pool.class);

  /** The keys of a member. */
  static final List<String> MEMBER = keys(Site.Member.class);

  /** The keys of an entry of captures. */
  static final List<String> CAPTURE = keys(Site.Capture.class);

  private SiteKeys() {}

  private static List<String> keys(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !OWN.contains(name))
        .toList();
  }
}
