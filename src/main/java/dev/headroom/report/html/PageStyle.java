package dev.headroom.report.html;

/** The style of every page. */
final class PageStyle {
  /** The text of the style element, to the last character: its hash is in the policy. */
  static final String CSS = "\n" + PagePolicy.beside("page.css");

  private PageStyle() {}
}
