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
 * @param printed the name that the capture itself prints, such as {@code Partition Name}; null
 *     where it prints none
 * @param node the host name that the same capture prints beside it, such as {@code Node Name}; null
 *     where it prints none
 * @param host the host that the text names before the capture ({@code Hostname: h}, {@code uname
 *     -a}, {@code h | CHANGED | rc=0 >>}); null where it names none
 * @param hostBy how it names it
 * @param word a word alone on a line before the capture, or between rulers, which may be a host's
 *     name; null if absent
 * @param guest the guest whose shell passed the command on to its control program; the system has
 *     another name; null where there was none
 * @param provisional the name that the reader used where nothing else named the subject
 * @param fixed whether the capture tells several subjects apart, so that no name from outside may
 *     replace theirs
 */
public record Claims(
    String place,
    @Nullable String site,
    int scope,
    @Nullable String printed,
    @Nullable String node,
    @Nullable String host,
    Claim hostBy,
    @Nullable String word,
    @Nullable String guest,
    String provisional,
    boolean fixed)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
