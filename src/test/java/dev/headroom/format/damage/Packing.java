package dev.headroom.format.damage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** The archives and packed streams that a capture may be in. */
enum Packing {
  GZIP {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      return new GzipCompressorOutputStream(out);
    }
  },
  BZIP2 {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      return new BZip2CompressorOutputStream(out);
    }
  },
  XZ {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      return new XZOutputStream(out, new LZMA2Options(0));
    }
  },
  Z {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      return new LiteralZ(out);
    }
  },
  ZIP {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
      zip.putArchiveEntry(new ZipArchiveEntry(member));
      return zip;
    }
  },
  TAR {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      throw new IOException("a member's size stands before it");
    }

    @Override
    byte[] pack(byte[] bytes, String member) throws IOException {
      return tar(bytes, member);
    }
  },
  TGZ {
    @Override
    OutputStream onto(OutputStream out, String member) throws IOException {
      return new GzipCompressorOutputStream(out);
    }

    @Override
    byte[] pack(byte[] bytes, String member) throws IOException {
      return super.pack(tar(bytes, member), member);
    }
  };

  private static final int TAR_HEAD = 512;

  abstract OutputStream onto(OutputStream out, String member) throws IOException;

  byte[] pack(byte[] bytes, String member) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = onto(packed, member)) {
      out.write(bytes);
      if (out instanceof ZipArchiveOutputStream zip) {
        zip.closeArchiveEntry();
      }
    }
    return packed.toByteArray();
  }

  private static byte[] tar(byte[] bytes, String member) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
      TarArchiveEntry entry = new TarArchiveEntry(member);
      entry.setModTime(0);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
    return packed.toByteArray();
  }

  private byte[] of(Text text, String member) {
    try {
      return pack(text.bytes(), member);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Packing any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  /** Packed and whole: every line is as it was. */
  static Damaged whole(Text text, String member, Random random) {
    return new Damaged(text, any(random).of(text, member), Damaged.Wrapper.SOUND);
  }

  /** The package ends anywhere. */
  static Damaged cut(Text text, String member, Random random) {
    Packing packing = any(random);
    byte[] packed = packing.of(text, member);
    byte[] cut = Arrays.copyOf(packed, random.nextInt(packed.length));
    int unpacked = packing == GZIP ? unpacked(cut) : packing == TAR ? cut.length - TAR_HEAD : 0;
    return new Damaged(left(text, unpacked), cut, Damaged.Wrapper.DAMAGED);
  }

  /** A bit of the package is another. Where nothing checks the member, its head alone is hit. */
  static Damaged flipped(Text text, String member, Random random) {
    Packing packing = any(random);
    byte[] packed = packing.of(text, member);
    int most = packing == TAR ? TAR_HEAD : packing == Z ? 3 : packed.length;
    packed[random.nextInt(most)] ^= (byte) (1 << random.nextInt(8));
    return new Damaged(left(text, 0), packed, packing.damaged());
  }

  /** Bytes stand behind the package. */
  static Damaged grown(Text text, String member, Random random) {
    Packing packing = any(random);
    byte[] packed = packing.of(text, member);
    byte[] more = new byte[1 + random.nextInt(40)];
    if (random.nextInt(3) > 0) {
      random.nextBytes(more);
    }
    byte[] all = Arrays.copyOf(packed, packed.length + more.length);
    System.arraycopy(more, 0, all, packed.length, more.length);
    return new Damaged(left(text, packing == Z ? 0 : text.length()), all, packing.damaged());
  }

  private Damaged.Wrapper damaged() {
    return this == Z ? Damaged.Wrapper.UNCHECKED : Damaged.Wrapper.DAMAGED;
  }

  /** How many bytes another program unpacks before the damage. */
  private static int unpacked(byte[] cut) {
    int count = 0;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(cut), 1)) {
      while (in.read() >= 0) {
        count++;
      }
    } catch (IOException e) {
      return count;
    }
    return count;
  }

  /** The lines that must be left are kept, the others may be there or not. */
  private static Text left(Text text, int bytes) {
    List<Row> rows = new ArrayList<>();
    int end = 0;
    for (Row row : text.rows()) {
      end += row.bytes().length;
      rows.add(
          end <= bytes && row.hasEnd()
              ? row
              : new Row(row.bytes(), row.from(), Row.Standing.TOUCHED));
    }
    return new Text(rows);
  }

  /** The stream of {@code compress} without compression: it has codes of single bytes alone. */
  private static final class LiteralZ extends OutputStream {
    private static final int BITS = 16;

    private final OutputStream out;
    private int width = 9;
    private int codes;
    private int known = 256;
    private int pending;
    private int held;

    LiteralZ(OutputStream out) throws IOException {
      this.out = out;
      out.write(new byte[] {0x1F, (byte) 0x9D, BITS});
    }

    @Override
    public void write(int b) throws IOException {
      code(b & 0xFF);
      known += codes > 1 ? 1 : 0; // every code but the first makes one known
      if (known > (1 << width) - 1 && width < BITS) {
        align();
        width++;
      }
    }

    private void code(int code) throws IOException {
      codes++;
      pending |= code << held;
      held += width;
      while (held >= 8) {
        out.write(pending);
        pending >>>= 8;
        held -= 8;
      }
    }

    /** Codes of one width come in groups of eight. */
    private void align() throws IOException {
      while (codes % 8 != 0) {
        code(0);
      }
    }

    @Override
    public void close() throws IOException {
      if (held > 0) {
        out.write(pending);
      }
      out.close();
    }
  }
}
