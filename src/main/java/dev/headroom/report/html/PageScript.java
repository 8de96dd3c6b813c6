package dev.headroom.report.html;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The script of every page. It only adds: whatever a page says, it says without it. It reads what
 * stands in the page and asks for nothing else.
 */
final class PageScript {
  /** Each part stands alone and does nothing on a page that lacks what it works on. */
  private static final List<String> PARTS =
      List.of("chart.js", "slider.js", "fleet.js", "scroll.js");

  /** The text of the script element, to the last character: its hash is in the policy. */
  static final String SCRIPT =
      PARTS.stream().map(PagePart::text).collect(Collectors.joining("\n", "\n", ""));

  private PageScript() {}
}
