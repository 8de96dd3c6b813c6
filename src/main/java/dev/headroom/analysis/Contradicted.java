package dev.headroom.analysis;

import dev.headroom.capture.Diagnostic;
import dev.headroom.risk.Contradictions;
import dev.headroom.risk.Finding;

/**
 * What a site file says and captures contradict, or no capture is about.
 *
 * @param subject the pool or member that it is about
 * @param diagnostic what is wrong, at the line of the site file
 * @param advice what to do about it
 */
public record Contradicted(String subject, Diagnostic diagnostic, String advice) {
  /** The finding of the pool that it is about. */
  Finding finding() {
    return Contradictions.ofSite(subject, diagnostic, advice);
  }
}
