package dev.headroom.site;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys that entries of a site file have: those of the records that hold them, and of the parts
 * of a pool and of a member.
 */
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
        .filter(component -> !OWN.contains(component.getName()))
        .flatMap(SiteKeys::keys)
        .toList();
  }

  /** The keys that one component holds: its own name, or those of the record that it is. */
  private static Stream<String> keys(RecordComponent component) {
    Class<?> type = component.getType();
    boolean parted =
        type.isRecord()
            && (type.getEnclosingClass() == Site.Pool.class
                || type.getEnclosingClass() == Site.Member.class);
    return parted ? keys(type.asSubclass(Record.class)).stream() : Stream.of(component.getName());
  }
}
