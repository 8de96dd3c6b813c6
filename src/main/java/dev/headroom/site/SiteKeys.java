package dev.headroom.site;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.headroom.unit.Names;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a site file for keys that are not known. The mapper finds them too, but only once
 * an entry has been read whole, when it no longer knows where they stood.
 */
final class SiteKeys {
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "", keys(Site.class),
          "pools", keys(Site.Pool.class),
          "members", keys(Site.Member.class),
          "captures", keys(Site.Capture.class));

  private SiteKeys() {}

  private static List<String> keys(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  /**
   * Checks every key up to the end of the file.
   *
   * @return what is wrong, with its place; null where nothing is
   */
  static @Nullable String fault(JsonParser parser) throws IOException {
    Deque<String> inside = new ArrayDeque<>();
    String key = "";
    while (parser.nextToken() != null) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
        boolean named =
            token == JsonToken.START_ARRAY || (inside.size() == 1 && key.equals(SiteRules.KEY));
        inside.push(named ? key : inside.isEmpty() ? "" : inside.peek());
      } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
        inside.pop();
      } else if (token == JsonToken.FIELD_NAME) {
        key = parser.currentName();
        String unknown = unknown(String.valueOf(inside.peek()), key);
        if (unknown != null) {
          return ":"
              + parser.currentTokenLocation().getLineNr()
              + ":"
              + parser.currentTokenLocation().getColumnNr()
              + ": '"
              + key
              + unknown;
        }
      }
    }
    return null;
  }

  private static @Nullable String unknown(String inside, String key) {
    if (inside.equals(SiteRules.KEY)) {
      return SiteRules.named(key).isPresent()
          ? null
          : "' is not a threshold of a rule; near it are " + Names.list(SiteRules.near(key));
    }
    List<String> known = KNOWN.getOrDefault(inside, List.of());
    return known.contains(key) ? null : "' is not a key here; the keys are " + Names.all(known);
  }
}
