package dev.headroom.risk.zvm;

import dev.headroom.memory.zvm.GuestListings;
import dev.headroom.risk.Completeness;
import dev.headroom.unit.Count;
import dev.headroom.unit.Names;
import java.util.Optional;

/** Whether the guests that are known of a z/VM system are all there are, in words. */
public final class ZvmCompleteness {
  private ZvmCompleteness() {}

  /**
   * Whether the guests are all.
   *
   * @param listings what listings name
   * @param complete whether the site file says so
   * @param unread a sentence where rows of a guest, or a whole listing, could not be read
   */
  public static Completeness of(GuestListings listings, boolean complete, Optional<String> unread) {
    if (unread.isPresent()) {
      return Completeness.refuted(unread.get());
    }
    if (!listings.oneSided().isEmpty()) {
      boolean one = listings.oneSided().size() == 1;
      return Completeness.refuted(
          Names.list(listings.oneSided())
              + (one ? " stands" : " stand")
              + " in one of USER (FCX112) and UPAGE (FCX113) of an interval only: what "
              + (one ? "it needs" : "they need")
              + " then is not known.");
    }
    if (listings.cut().isPresent()) {
      GuestListings.Cut cut = listings.cut().get();
      return Completeness.refuted(
          "A listing counts "
              + Count.of(cut.count().users(), "user")
              + ", and "
              + Count.of(cut.named())
              + " of them could be read ("
              + cut.count().source()
              + ", line "
              + cut.count().line()
              + ").");
    }
    if (complete) {
      return Completeness.said("The site file says so.");
    }
    if (!listings.listed()) {
      return Completeness.refuted(
          "No capture lists all guests: INDICATE USER answers for "
              + Count.of(listings.guests(), "guest")
              + " only. Print UPAGE (FCX113), or say complete: true in the site file.");
    }
    if (listings.agreed().isPresent()) {
      return Completeness.proven(
          "The newest listing counts "
              + Count.of(listings.agreed().getAsInt(), "user")
              + ", and all of them were read.");
    }
    return Completeness.unknown(
        "The newest listing does not show how many users it counts. If they are all, say so with complete: true in the site file.");
  }
}
