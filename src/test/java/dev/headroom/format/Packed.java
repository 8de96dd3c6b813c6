package dev.headroom.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Packs texts in tests, in every way that is read. */
enum Packed {
  GZIP {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  BZIP2 {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new BZip2CompressorOutputStream(out, 1);
    }
  },
  XZ {
    @Override
    OutputStream to(OutputStream out) throws IOException {
      return new XZCompressorOutputStream(out);
    }
  },
  COMPRESS {
    @Override
    OutputStream to(OutputStream out) {
      return new ByteArrayOutputStream() {
        @Override
        public void close() throws IOException {
          out.write(compressed(toByteArray()));
        }
      };
    }
  };

  /** Codes are written eight by eight: with the one that clears, a run fills its eights. */
  private static final int RUN = 199;

  private static final int CLEAR = 256;

  /** A member of an archive. */
  record Member(String name, byte[] content) {}

  abstract OutputStream to(OutputStream out) throws IOException;

  byte[] of(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try {
      OutputStream out = to(packed);
      out.write(plain);
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** As {@code compress} does, but for its dictionary, which is cleared before a code is wider. */
  private static byte[] compressed(byte[] plain) {
    int codes = plain.length + plain.length / RUN;
    byte[] packed = new byte[3 + (codes * 9 + 7) / 8];
    packed[0] = 0x1F;
    packed[1] = (byte) 0x9D;
    packed[2] = (byte) 0x90;
    int bit = 24;
    for (int i = 0; i < plain.length; i++) {
      bit = put(packed, bit, plain[i] & 0xFF);
      if (i % RUN == RUN - 1) {
        bit = put(packed, bit, CLEAR);
      }
    }
    return packed;
  }

  private static int put(byte[] packed, int bit, int code) {
    for (int i = 0; i < 9; i++) {
      packed[(bit + i) / 8] |= (byte) ((code >> i & 1) << (bit + i) % 8);
    }
    return bit + 9;
  }

  static byte[] joined(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  static byte[] tar(Member... members) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(packed, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Member member : members) {
        TarArchiveEntry entry = new TarArchiveEntry(member.name(), true);
        entry.setSize(member.content().length);
        tar.putArchiveEntry(entry);
        tar.write(member.content());
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A stream of xz whose block asks for a dictionary of another size. */
  static byte[] withXzDictionary(byte[] stream, int bits) {
    byte[] greedy = stream.clone();
    int length = (greedy[12] & 0xFF) * 4 + 4;
    int filter = 14; // size, flags, then the filter: id, length of its properties, the dictionary
    greedy[filter + 2] = (byte) bits;
    CRC32 crc = new CRC32();
    crc.update(greedy, 12, length - 4);
    ByteBuffer.wrap(greedy)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(12 + length - 4, (int) crc.getValue());
    return greedy;
  }

  /** How the members of a zip archive are packed. */
  enum Zip {
    STORED {
      @Override
      void put(ZipOutputStream zip, Member member) throws IOException {
        ZipEntry entry = sized(member);
        entry.setMethod(ZipEntry.STORED);
        zip.putNextEntry(entry);
      }
    },
    DEFLATED {
      @Override
      byte[] of(Member... members) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try {
          // what can be written twice has its sizes in front
          SeekableBytes place = new SeekableBytes();
          ZipArchiveOutputStream zip = new ZipArchiveOutputStream(place);
          zip.setUseZip64(Zip64Mode.Never);
          for (Member member : members) {
            zip.putArchiveEntry(new ZipArchiveEntry(member.name()));
            zip.write(member.content());
            zip.closeArchiveEntry();
          }
          zip.close();
          packed.writeBytes(place.bytes());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
      }

      @Override
      void put(ZipOutputStream zip, Member member) {}
    },
    SIZES_BEHIND {
      @Override
      void put(ZipOutputStream zip, Member member) throws IOException {
        zip.putNextEntry(new ZipEntry(member.name()));
      }
    };

    abstract void put(ZipOutputStream zip, Member member) throws IOException;

    byte[] of(Member... members) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(packed)) {
        for (Member member : members) {
          put(zip, member);
          zip.write(member.content());
          zip.closeEntry();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }

    private static ZipEntry sized(Member member) {
      CRC32 crc = new CRC32();
      crc.update(member.content());
      ZipEntry entry = new ZipEntry(member.name());
      entry.setSize(member.content().length);
      entry.setCompressedSize(member.content().length);
      entry.setCrc(crc.getValue());
      return entry;
    }

    /** Where the checksum of a member stands. */
    int checksumOf(byte[] archive, String name) {
      String text = new String(archive, StandardCharsets.ISO_8859_1);
      int header = text.indexOf("PK\3\4");
      while (!text.startsWith(name, header + 30)) {
        header = text.indexOf("PK\3\4", header + 1);
      }
      return this == SIZES_BEHIND ? text.indexOf("PK\7\b", header) + 4 : header + 14;
    }
  }
}
