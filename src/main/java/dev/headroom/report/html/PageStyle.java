package dev.headroom.report.html;

import java.util.List;
import java.util.stream.Collectors;

/** The style of every page. */
final class PageStyle {
  private static final List<String> PARTS = List.of("page.css", "charts.css", "fleet.css");

  /** The text of the style element, to the last character: its hash is in the policy. */
  static final String CSS =
      PARTS.stream().map(PagePart::text).collect(Collectors.joining("\n", "\n", ""));

  private PageStyle() {}
}
