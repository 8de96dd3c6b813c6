package dev.headroom.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks an input to the texts in it. Archives and compressed streams are told by content and read
 * as streams; nothing is ever written to a path that an archive names.
 *
 * <p>What is cut keeps what stands before the cut. What is damaged gives nothing: a check tells
 * that some byte is wrong, and not which.
 */
public final class Texts {
  private static final int BUFFER = 1 << 16;

  private final Limits limits;
  private final Visitor visitor;
  private final Consumer<Diagnostic> diagnostics;

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

    /** Something begins that may turn out to be damaged once its texts were visited. */
    default Visit begin() {
      return Visit.NOTHING_KEPT;
    }
  }

  /** What was visited since something began. */
  public interface Visit {
    /** The visit of one who keeps nothing that damage could spoil. */
    Visit NOTHING_KEPT =
        new Visit() {
          @Override
          public long lines() {
            return 0;
          }

          @Override
          public void distrust() {}

          @Override
          public void damaged(String source) {}
        };

    /** How many lines were read since. */
    long lines();

    /** Nothing that was read since may be used: some of it is wrong. */
    void distrust();

    /** The damage in this text is told, and explains why no format was found in it. */
    void damaged(String source);
  }

  /** Unpacks within the limits; what cannot be read becomes a diagnostic. */
  public Texts(Limits limits, Visitor visitor, Consumer<Diagnostic> diagnostics) {
    this.limits = limits;
    this.visitor = visitor;
    this.diagnostics = diagnostics;
  }

  /** Visits every text of the input; one that is damaged costs itself only. */
  public void of(Input input) {
    Budget budget = new Budget(limits);
    try (InputStream in = input.opener().open()) {
      new OfInput(budget).unpack(input.source(), budget.counted(in), 0);
    } catch (Budget.LimitException e) {
      refuse(input.source(), 0, DiagnosticCode.ARCHIVE_LIMIT, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      refuse(input.source(), 0, DiagnosticCode.UNREADABLE, reason(e));
    }
  }

  private void refuse(String source, long line, DiagnosticCode code, String message) {
    diagnostics.accept(new Diagnostic(new SourceSpan(source, line, 0), code, message, ""));
  }

  private static String reason(IOException e) {
    String message =
        e instanceof AccessDeniedException
            ? "you have no right to read it"
            : e instanceof NoSuchFileException
                ? "it is no longer there"
                : e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return "the input cannot be read"
        + (message == null || message.isBlank() ? "" : ": " + message.lines().findFirst().get());
  }

  /** One input that is being unpacked. */
  private final class OfInput {
    private final Budget budget;

    /** The text that was visited last. */
    private String latest = "";

    OfInput(Budget budget) {
      this.budget = budget;
    }

    void unpack(String source, InputStream raw, int depth) throws IOException {
      HeldFailure held = new HeldFailure(raw);
      BufferedInputStream in = new BufferedInputStream(held, BUFFER);
      in.mark(TarHeader.BLOCK);
      byte[] head = in.readNBytes(TarHeader.BLOCK);
      in.reset();
      Optional<Packing> packing = Packing.of(head);
      if (packing.isPresent()) {
        held.release();
        budget.deeper(depth);
        decompress(source, packing.get(), in, depth);
        return;
      }
      Archive archive = archive(head, in);
      if (archive != null) {
        held.release();
        budget.deeper(depth);
        visitMembers(source, archive, depth);
        // to the end, where the check of what the archive lies in stands
        in.transferTo(OutputStream.nullOutputStream());
        return;
      }
      Optional<InputStream> text = Encodings.text(in);
      held.release();
      if (text.isEmpty()) {
        if (depth > 0) {
          in.transferTo(OutputStream.nullOutputStream()); // damage may be why it is no text
        }
        refuse(
            source,
            0,
            DiagnosticCode.BINARY,
            "this is neither text nor a known archive; it is left out");
        return;
      }
      latest = source;
      try {
        visitor.text(source, text.get());
      } catch (CutRecordingException e) {
        refuse(source, 0, DiagnosticCode.TRUNCATED, String.valueOf(e.getMessage()));
      }
    }

    private @Nullable Archive archive(byte[] head, BufferedInputStream in) {
      return ZipArchive.begins(head)
          ? new ZipArchive(in, budget)
          : TarHeader.begins(head) ? new TarArchive(in, budget) : null;
    }

    private void decompress(String source, Packing packing, BufferedInputStream in, int depth)
        throws IOException {
      Visit visit = visitor.begin();
      Unpacked plain = new Unpacked(packing, in, budget);
      String what = "the " + packing.label() + " stream ";
      try {
        unpack(source, plain, depth + 1);
      } catch (DamagedException e) {
        if (!plain.failedWith(e)) {
          throw e;
        }
        tell(source, what, e, visit);
        return;
      }
      if (plain.hasTrailing()) {
        visit.damaged(source);
        refuse(
            source,
            0,
            DiagnosticCode.CORRUPT,
            "behind the end of "
                + what
                + "stand bytes that do not belong to it; they are left out, what stands before is read");
      }
    }

    private void tell(String source, String what, DamagedException e, Visit visit) {
      long line = latest.equals(source) ? visit.lines() : 0;
      String where =
          e.isCut() && line > 0
              ? " after this line"
              : latest.startsWith(source + "!/")
                  ? " in or behind the member " + latest.substring(source.length() + 2)
                  : "";
      if (e.isCut()) {
        visit.damaged(source);
      } else {
        visit.distrust();
      }
      refuse(
          source,
          e.isCut() ? line : 0,
          e.code(),
          what
              + e.getMessage()
              + where
              + (e.isCut()
                  ? "; what stands before is read. Copy the file again"
                  : "; nothing in it is used, since any of it may be wrong. Copy the file again"));
    }

    private void visitMembers(String source, Archive archive, int depth) throws IOException {
      Set<String> names = new HashSet<>();
      while (true) {
        Archive.Member member;
        try {
          member = archive.next();
        } catch (DamagedException e) {
          if (!archive.isAtFault()) {
            throw e;
          }
          refuse(source, 0, e.code(), "the " + archive.label() + " " + e.getMessage());
          continue;
        }
        if (member == null) {
          return;
        }
        budget.member();
        String name = source + "!/" + member.name();
        if (!names.add(member.name())) {
          refuse(
              name,
              0,
              DiagnosticCode.INCONSISTENT,
              "the archive has another member of this name; both are read");
        }
        visitMember(name, archive, member.content(), depth);
      }
    }

    private void visitMember(String name, Archive archive, Archive.Content content, int depth)
        throws IOException {
      String refusal = content.refusal();
      if (!refusal.isEmpty()) {
        refuse(name, 0, DiagnosticCode.UNREADABLE, refusal);
        return;
      }
      Visit visit = visitor.begin();
      try {
        unpack(name, content, depth + 1);
      } catch (DamagedException e) {
        if (!archive.isAtFault() || !content.failedWith(e)) {
          throw e;
        }
        tell(name, "the member ", e, visit);
      }
    }
  }
}
