package dev.headroom.analysis;

import dev.headroom.capture.Input;
import dev.headroom.capture.Limits;
import dev.headroom.capture.Line;
import dev.headroom.capture.Lines;
import dev.headroom.capture.Texts;
import dev.headroom.format.perfkit.CountedUsers;
import dev.headroom.memory.zvm.GuestListings;
import dev.headroom.memory.zvm.ZvmTables;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fetches how many users the listings of a z/VM system count. No sample holds it, for a row of
 * means is of no guest. Standard input cannot be read again, so its counts are not known.
 */
final class UserCounts {
  private final Set<String> wanted;
  private final List<GuestListings.Count> counts = new ArrayList<>();

  private UserCounts(Set<String> wanted) {
    this.wanted = wanted;
  }

  /** The counts in the listings of a system. */
  static List<GuestListings.Count> of(ZvmTables tables, List<Input> inputs) {
    UserCounts counts =
        new UserCounts(
            tables.byGuest().values().stream()
                .flatMap(List::stream)
                .filter(GuestListings::isListing)
                .map(table -> table.source())
                .collect(Collectors.toSet()));
    InputsOfSources listings = new InputsOfSources(counts.wanted);
    for (Input input : inputs) {
      if (listings.hold(input)) {
        new Texts(Limits.DEFAULT, counts::read, diagnostic -> {}).of(input);
      }
    }
    return counts.counts;
  }

  private void read(String source, InputStream text) throws IOException {
    if (!wanted.contains(source)) {
      return;
    }
    CountedUsers counted = new CountedUsers();
    Lines lines = new Lines(text, Limits.DEFAULT);
    for (Line line = lines.next(); line != null; line = lines.next()) {
      OptionalInt users = counted.next(line.text());
      if (users.isPresent()) {
        counts.add(new GuestListings.Count(source, line.number(), users.getAsInt()));
      }
    }
  }
}
