package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveException;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an input to the texts in it. Archives and compressed streams are told by content and read
 * as streams; nothing is ever written to a path that an archive names.
 */
public final class Texts {
  private static final Set<String> COMPRESSED =
      Set.of(
          CompressorStreamFactory.GZIP,
          CompressorStreamFactory.BZIP2,
          CompressorStreamFactory.XZ,
          CompressorStreamFactory.Z);

  private final Limits limits;
  private final Visitor visitor;
  private final Consumer<Diagnostic> diagnostics;
  private int members;

  /** Takes each text of an input in turn. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * Reads one text.
     *
     * @param source the input's name, with an archive's member after {@code !/}
     * @param text one-byte ASCII, the rest UTF-8 or ISO-8859-1
     * @throws IOException where it cannot be read
     */
    void text(String source, InputStream text) throws IOException;
  }

  /** Unpacks within the limits; what cannot be read becomes a diagnostic. */
  public Texts(Limits limits, Visitor visitor, Consumer<Diagnostic> diagnostics) {
    this.limits = limits;
    this.visitor = visitor;
    this.diagnostics = diagnostics;
  }

  /** Visits every text of the input; one that is damaged costs itself only. */
  public void of(Input input) {
    try (InputStream in = input.opener().open()) {
      unpack(input.source(), in, 0);
    } catch (LimitException e) {
      refuse(input.source(), DiagnosticCode.ARCHIVE_LIMIT, String.valueOf(e.getMessage()));
    } catch (CutRecordingException e) {
      refuse(input.source(), DiagnosticCode.TRUNCATED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      refuse(input.source(), DiagnosticCode.UNREADABLE, reason(e));
    }
  }

  private void unpack(String source, InputStream raw, int depth) throws IOException {
    Deferred deferred = new Deferred(raw);
    BufferedInputStream in = new BufferedInputStream(deferred, 1 << 16);
    unpack(source, in, deferred, depth);
  }

  private void unpack(String source, BufferedInputStream in, Deferred deferred, int depth)
      throws IOException {
    Optional<String> compressor = compressor(in);
    if (compressor.isPresent()) {
      deferred.known = true;
      deeper(depth);
      Counted packed = new Counted(in);
      InputStream plain = decompress(compressor.get(), packed);
      unpack(source, new Limited(plain, packed), depth + 1);
      return;
    }
    Optional<String> archiver = archiver(in);
    if (archiver.isPresent()) {
      deferred.known = true;
      deeper(depth);
      Counted packed = new Counted(in);
      try (ArchiveInputStream<?> archive = open(archiver.get(), packed)) {
        visitMembers(source, archive, packed, depth);
      }
      return;
    }
    Optional<InputStream> text = Encodings.text(in);
    deferred.known = true;
    if (text.isPresent()) {
      visitor.text(source, text.get());
    } else {
      refuse(
          source,
          DiagnosticCode.BINARY,
          "this is neither text nor a known archive; it is left out");
    }
  }

  private void visitMembers(String source, ArchiveInputStream<?> archive, Counted packed, int depth)
      throws IOException {
    ArchiveEntry entry = archive.getNextEntry();
    while (entry != null) {
      if (!entry.isDirectory()) {
        if (++members > limits.members()) {
          throw new LimitException(
              "the archive has more than " + limits.members() + " members; the rest is left out");
        }
        String member = source + "!/" + entry.getName();
        if (archive.canReadEntryData(entry)) {
          visitMember(member, archive, packed, depth);
        } else {
          refuse(
              member,
              DiagnosticCode.UNREADABLE,
              "the member is encrypted, or packed in an unsupported way; it is left out");
        }
      }
      entry = archive.getNextEntry();
    }
  }

  private void visitMember(String member, InputStream archive, Counted packed, int depth)
      throws IOException {
    try {
      unpack(member, new Limited(new Unclosed(archive), packed), depth + 1);
    } catch (LimitException e) {
      throw e;
    } catch (CutRecordingException e) {
      refuse(member, DiagnosticCode.TRUNCATED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // the next member may still be readable: where it is not, reading its header says so
      refuse(member, DiagnosticCode.UNREADABLE, reason(e));
    }
  }

  private void deeper(int depth) throws LimitException {
    if (depth >= limits.depth()) {
      throw new LimitException(
          "archives are nested more than " + limits.depth() + " deep; the rest is left out");
    }
  }

  private static Optional<String> compressor(BufferedInputStream in) {
    try {
      String name = CompressorStreamFactory.detect(in);
      return COMPRESSED.contains(name) ? Optional.of(name) : Optional.empty();
    } catch (CompressorException e) {
      return Optional.empty();
    }
  }

  private static InputStream decompress(String name, InputStream in) throws IOException {
    try {
      // members one after another in one file are one stream, as gzip and cat make them
      return new CompressorStreamFactory(true).createCompressorInputStream(name, in);
    } catch (CompressorException e) {
      throw new IOException(reason(e), e);
    }
  }

  private static Optional<String> archiver(BufferedInputStream in) {
    try {
      String name = ArchiveStreamFactory.detect(in);
      boolean known =
          name.equals(ArchiveStreamFactory.ZIP)
              || name.equals(ArchiveStreamFactory.JAR)
              || name.equals(ArchiveStreamFactory.TAR);
      return known ? Optional.of(name) : Optional.empty();
    } catch (ArchiveException e) {
      return Optional.empty();
    }
  }

  private static ArchiveInputStream<?> open(String name, InputStream in) throws IOException {
    return name.equals(ArchiveStreamFactory.TAR)
        ? new TarArchiveInputStream(in, "UTF-8")
        : new ZipArchiveInputStream(in, "UTF-8", true, true);
  }

  private void refuse(String source, DiagnosticCode code, String message) {
    diagnostics.accept(new Diagnostic(new SourceSpan(source, 0, 0), code, message, ""));
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    String name = e.getClass().getSimpleName();
    return "the input cannot be read: "
        + (message == null || message.isBlank() ? name : message.lines().findFirst().orElse(name));
  }

  /** A limit was passed; what was read before it stays. */
  private static final class LimitException extends IOException {
    private static final long serialVersionUID = 1L;

    LimitException(String message) {
      super(message);
    }
  }

  /**
   * A stream that breaks off while its first bytes are looked at seems to end there until it is
   * known what they are: the lines before the break are read.
   */
  private static final class Deferred extends FilterInputStream {
    private boolean known;
    private @Nullable IOException failure;

    Deferred(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      IOException broken = failure;
      if (broken == null) {
        try {
          return super.read(buffer, offset, length);
        } catch (IOException e) {
          broken = e;
          failure = e;
        }
      }
      if (known) {
        throw broken;
      }
      return -1;
    }
  }

  /** Counts the packed bytes that were read. */
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  /** Stops a stream that grows out of proportion to the packed bytes it comes from. */
  private final class Limited extends FilterInputStream {
    private final Counted packed;
    private long count;

    Limited(InputStream in, Counted packed) {
      super(in);
      this.packed = packed;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      return grown(b < 0 ? 0 : 1, b);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      return grown(Math.max(0, read), read);
    }

    private int grown(int by, int result) throws LimitException {
      count += by;
      if (count > limits.ratioFrom() && count / limits.ratio() > packed.count) {
        throw new LimitException(
            "the archive unpacks to more than "
                + limits.ratio()
                + " times its size; what came before is kept, the rest is left out");
      }
      return result;
    }
  }

  /** A member's stream: closing it must not close the archive. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
