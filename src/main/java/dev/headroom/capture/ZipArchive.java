package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive, read from its beginning: a stream cannot be asked for its end first. The list of
 * members at the end is compared with the members that were met. A damaged member costs itself: the
 * next one is looked for.
 */
final class ZipArchive implements Archive {
  private static final int MEMBER = 0x04034B50;
  private static final int LISTED = 0x02014B50;
  private static final int LIST_END = 0x06054B50;
  private static final int LONG_LIST_END = 0x06064B50;
  private static final int SIGNATURE_OF_LIST = 0x05054B50;
  private static final int EXTRA = 0x08064B50;
  private static final int SPLIT = 0x08074B50;
  private static final int SPLIT_IN_ONE = 0x30304B50;
  private static final int LISTED_LENGTH = 42;

  private final PackedBytes in;
  private final Budget budget;
  private final Map<String, Integer> met = new HashMap<>();
  private @Nullable ZipContent current;
  private boolean begun;
  private boolean ended;

  /** Whether some damage was told, which explains why the list does not fit. */
  private boolean damaged;

  ZipArchive(BufferedInputStream in, Budget budget) {
    this.in = new PackedBytes(in);
    this.budget = budget;
  }

  /** Whether an archive begins so: with a member, with its end, or with the mark of a split one. */
  static boolean begins(byte[] head) {
    int signature = head.length < 4 ? 0 : (int) ZipHeader.u32(head, 0);
    return signature == MEMBER || signature == LIST_END || signature == SPLIT;
  }

  @Override
  public boolean isAtFault() {
    return in.failure() == null;
  }

  @Override
  public String label() {
    return "zip archive";
  }

  @Override
  public @Nullable Member next() throws IOException {
    finish();
    while (!ended) {
      int signature = signature();
      if (!begun && (signature == SPLIT || signature == SPLIT_IN_ONE)) {
        in.skipNBytes(4);
        signature = signature();
      }
      begun = true;
      if (signature == MEMBER) {
        ZipContent content = new ZipContent(in, header(), budget);
        current = content;
        String name = content.header().text();
        if (!name.endsWith("/")) {
          return new Member(name, content);
        }
        finish();
      } else if (isOfList(signature)) {
        readList();
      } else {
        lookForNext();
      }
    }
    return null;
  }

  /** Reads what is left of the member at hand: only then is its checksum known. */
  private void finish() throws IOException {
    ZipContent content = current;
    if (content == null) {
      return;
    }
    current = null;
    damaged |= !content.finish();
    ended = content.wasCut();
    met.merge(ZipHeader.key(content.header().name(), content.crc()), 1, Integer::sum);
  }

  private int signature() throws IOException {
    byte[] next = in.peek(4);
    if (next.length < 4) {
      throw cut();
    }
    return (int) ZipHeader.u32(next, 0);
  }

  private DamagedException cut() {
    ended = true;
    return DamagedException.cut("breaks off");
  }

  private byte[] whole(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw cut();
    }
    return bytes;
  }

  private ZipHeader header() throws IOException {
    in.skipNBytes(4);
    byte[] fixed = whole(ZipHeader.LENGTH);
    byte[] name = whole(ZipHeader.nameLength(fixed));
    return ZipHeader.of(fixed, name, whole(ZipHeader.extraLength(fixed)));
  }

  private static boolean isOfList(int signature) {
    return signature == LISTED
        || signature == LIST_END
        || signature == LONG_LIST_END
        || signature == SIGNATURE_OF_LIST
        || signature == EXTRA;
  }

  /** Nothing known stands here: goes on at the next member, or at the list of members. */
  private void lookForNext() throws IOException {
    boolean told = damaged;
    damaged = true;
    while (true) {
      byte[] next = in.peek(4);
      if (next.length < 4) {
        ended = true;
        break;
      }
      int signature = (int) ZipHeader.u32(next, 0);
      if (signature == MEMBER || isOfList(signature)) {
        break;
      }
      in.skipNBytes(1);
    }
    if (!told) {
      throw DamagedException.corrupt("is damaged between two members");
    }
  }

  private void readList() throws IOException {
    while (signature() == LISTED) {
      in.skipNBytes(4);
      byte[] fixed = whole(LISTED_LENGTH);
      byte[] name = whole(ZipHeader.u16(fixed, 24));
      in.skipNBytes(ZipHeader.u16(fixed, 26) + ZipHeader.u16(fixed, 28));
      met.merge(ZipHeader.key(name, (int) ZipHeader.u32(fixed, 12)), -1, Integer::sum);
    }
    ended = true;
    if (!damaged && met.values().stream().anyMatch(count -> count != 0)) {
      throw DamagedException.corrupt(
          "is damaged: its list of members does not fit the members in it, which are read as they"
              + " stand");
    }
  }
}
