package dev.headroom.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What tells whose a capture is, before anything is decided: names are settled over the whole
 * input, since one capture may explain another.
 *
 * @param place the input that it stands in, as an absolute path; an archive's member after {@code
 *     !/}
 * @param site the name that the site file gives to it; null where it gives none
 * @param scope the part of its text that speaks of one host; another host begins another part
 * @param printed the names that the capture itself prints
 * @param before what the text says before the capture
 * @param provisional the name that the reader used where nothing else named the subject
 */
public record Claims(
    String place,
    @Nullable String site,
    int scope,
    PrintedName printed,
    Before before,
    String provisional)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What a text says before a capture.
   *
   * @param host the host that it names ({@code Hostname: h}, {@code uname -a}, {@code h | CHANGED |
   *     rc=0 >>}); null if absent
   * @param by how it names it
   * @param word a word alone on a line, or between rulers, which may be a host's name; null if
   *     absent
   * @param guest the guest whose shell passed the command on to its control program; the system has
   *     another name; null if absent
   */
  public record Before(
      @Nullable String host, Claim by, @Nullable String word, @Nullable String guest)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }
}
