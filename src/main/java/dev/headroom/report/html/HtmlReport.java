package dev.headroom.report.html;

import dev.headroom.report.Report;
import dev.headroom.report.VisibleText;
import dev.headroom.report.WhatIf;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a report as HTML: {@code index.html} and a page for each pool. Every page stands alone: no
 * script, no address outside the folder, its style and charts inside it.
 */
public final class HtmlReport {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, HtmlReport.class.getClassLoader(), "dev.headroom.report.html");

  private HtmlReport() {}

  /**
   * Writes the pages into a folder, which is made where it is missing.
   *
   * @param report what to write
   * @param folder where to
   * @return the pages written, {@code index.html} first
   * @throws IOException where one cannot be written
   */
  public static List<Path> write(Report report, Path folder) throws IOException {
    return write(report, List.of(), folder);
  }

  /**
   * Writes the pages of a report on what is supposed, and {@code whatif.html} with before and
   * after.
   *
   * @param report the report after the changes
   * @param whatIfs the pools to show before and after; where there are none there is no such page
   * @param folder where to
   * @return the pages written, {@code index.html} first
   * @throws IOException where one cannot be written
   */
  public static List<Path> write(Report report, List<WhatIf> whatIfs, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<String> names = PageNames.of(report.pools());
    List<Path> written = new ArrayList<>();
    Path index = folder.resolve("index.html");
    Files.writeString(
        index,
        render("index.jte", IndexPage.of(report, names, !whatIfs.isEmpty())),
        StandardCharsets.UTF_8);
    written.add(index);
    if (!whatIfs.isEmpty()) {
      Path comparison = folder.resolve("whatif.html");
      WhatIfPage content = WhatIfPage.of(report, names, whatIfs);
      Files.writeString(comparison, render("whatif.jte", content), StandardCharsets.UTF_8);
      written.add(comparison);
    }
    for (int i = 0; i < names.size(); i++) {
      Path page = folder.resolve(names.get(i));
      PoolPage content = PoolPage.of(report.version(), report.pools().get(i));
      Files.writeString(page, render("pool.jte", content), StandardCharsets.UTF_8);
      written.add(page);
    }
    return List.copyOf(written);
  }

  /** The template escapes what HTML would obey; what is left is what a reader could not see. */
  static String render(String template, Object page) {
    StringOutput output = new StringOutput();
    TEMPLATES.render(template, page, output);
    return VisibleText.of(output.toString());
  }
}
