package dev.headroom.capture;

import static dev.headroom.capture.TarHeader.BLOCK;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A tar archive, of any kind of tar. A damaged header costs its member: the next header is looked
 * for. Archives one after another are one.
 */
final class TarArchive implements Archive {
  private static final int LONGEST_NAME = 1 << 20;

  private final PackedBytes in;
  private final Budget budget;

  /** How many bytes of the member at hand, and of its padding, are not read yet. */
  private long left;

  private long padding;

  /** A header that was found while one was looked for. */
  private @Nullable TarHeader found;

  private boolean ended;

  TarArchive(BufferedInputStream in, Budget budget) {
    this.in = new PackedBytes(in);
    this.budget = budget;
  }

  @Override
  public boolean isAtFault() {
    return in.failure() == null;
  }

  @Override
  public String label() {
    return "tar archive";
  }

  @Override
  public @Nullable Member next() throws IOException {
    byte[] longName = null;
    long longSize = -1;
    boolean sparse = false;
    while (!ended) {
      skip(left + padding);
      TarHeader header = header();
      if (header == null) {
        return null;
      }
      begin(header.size());
      switch (header.type()) {
        case 'L' -> longName = trimmed(content());
        case 'x' -> {
          PaxRecords records = PaxRecords.of(content());
          longName = records.path() == null ? longName : records.path();
          longSize = records.size();
          sparse = records.isSparse();
        }
        case 'K', 'g' -> {
          // where a link leads, and what holds for all members
        }
        default -> {
          // links, devices and folders have no bytes, whatever their header says
          boolean file = header.type() < '1' || header.type() > '6';
          begin(!file ? 0 : longSize >= 0 ? longSize : header.size());
          String name = FileNames.text(longName == null ? header.name() : longName);
          if (file && !name.endsWith("/")) {
            return new Member(name, new Bytes(sparse || header.type() == 'S'));
          }
          longName = null;
          longSize = -1;
          sparse = false;
        }
      }
    }
    return null;
  }

  private void begin(long size) {
    left = size;
    padding = -size & (BLOCK - 1);
  }

  private @Nullable TarHeader header() throws IOException {
    if (found != null) {
      TarHeader header = found;
      found = null;
      return header;
    }
    TarHeader header = block();
    if (header == null) {
      throw cut("ends without its end mark");
    }
    if (header.isZero()) {
      while (header != null && header.isZero()) {
        header = block();
      }
      if (header == null) {
        ended = true;
        return null;
      }
    }
    return header.isSound() ? header : lookedFor();
  }

  /** Looks for the next sound header, and tells of the damage first. */
  private TarHeader lookedFor() throws IOException {
    TarHeader header = block();
    while (header != null && !header.isSound()) {
      header = block();
    }
    found = header;
    ended = header == null;
    throw DamagedException.corrupt(
        "is damaged: the header of a member cannot be read, and the member is left out");
  }

  /** The next block; null where the archive ends before it. */
  private @Nullable TarHeader block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length > 0 && block.length < BLOCK) {
      for (byte b : block) {
        if (b != 0) {
          throw cut("breaks off");
        }
      }
    }
    return block.length < BLOCK ? null : new TarHeader(block);
  }

  private DamagedException cut(String message) {
    ended = true;
    return DamagedException.cut(message);
  }

  private void skip(long bytes) throws IOException {
    left = 0;
    padding = 0;
    long rest = bytes;
    while (rest > 0) {
      long skipped = in.skip(rest);
      if (skipped <= 0) {
        if (in.read() < 0) {
          throw cut("breaks off");
        }
        skipped = 1;
      }
      rest -= skipped;
    }
  }

  /** The content of a member that describes another. */
  private byte[] content() throws IOException {
    if (left > LONGEST_NAME) {
      return new byte[0];
    }
    byte[] content = in.readNBytes((int) left);
    left -= content.length;
    if (left > 0) {
      throw cut("breaks off");
    }
    return content;
  }

  private static byte[] trimmed(byte[] name) {
    int end = name.length;
    while (end > 0 && name[end - 1] == 0) {
      end--;
    }
    return Arrays.copyOf(name, end);
  }

  /** The bytes of the member at hand. */
  private final class Bytes extends Content {
    private final boolean sparse;

    Bytes(boolean sparse) {
      super(budget);
      this.sparse = sparse;
    }

    @Override
    String refusal() {
      return sparse ? "the member is packed in a way that is not supported; it is left out" : "";
    }

    @Override
    int next(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw cut("breaks off");
      }
      left -= read;
      return read;
    }
  }

  /**
   * What newer tars say of the next member, as lines of {@code length key=value}.
   *
   * @param path its name; null where it stands in the header
   * @param size its size; negative where that stands in the header
   * @param isSparse whether holes were left out
   */
  private record PaxRecords(byte @Nullable [] path, long size, boolean isSparse) {
    static PaxRecords of(byte[] content) {
      byte[] path = null;
      long size = -1;
      boolean sparse = false;
      int at = 0;
      while (at < content.length) {
        int blank = at;
        int length = 0;
        while (blank < content.length && content[blank] >= '0' && content[blank] <= '9') {
          length = Math.min(content.length + 1, length * 10 + content[blank++] - '0');
        }
        int end = at + length - 1;
        if (blank >= content.length || end <= blank || end >= content.length) {
          break;
        }
        String line = new String(content, blank + 1, end - blank - 1, StandardCharsets.ISO_8859_1);
        if (line.startsWith("path=")) {
          path = line.substring(5).getBytes(StandardCharsets.ISO_8859_1);
        } else if (line.matches("size=\\d{1,18}")) {
          size = Long.parseLong(line.substring(5));
        }
        sparse |= line.startsWith("GNU.sparse.");
        at = end + 1;
      }
      return new PaxRecords(path, size, sparse);
    }
  }
}
