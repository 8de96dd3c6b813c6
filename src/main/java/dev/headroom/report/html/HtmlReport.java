package dev.headroom.report.html;

import dev.headroom.report.PoolReport;
import dev.headroom.report.Report;
import dev.headroom.report.WhatIf;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as HTML: {@code index.html}, which can be mailed alone, and a page for each pool
 * where there are many. Every page stands alone: no address outside the folder, its style, charts
 * and script inside it.
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
    return write(report, List.of(), folder, 1);
  }

  /**
   * Writes the pages of a report on what is supposed, and {@code whatif.html} with before and
   * after.
   *
   * @param report the report after the changes
   * @param whatIfs the pools to show before and after; where there are none there is no such page
   * @param folder where to
   * @param jobs how many threads write pages of pools
   * @return the pages written, {@code index.html} first
   * @throws IOException where one cannot be written
   */
  public static List<Path> write(Report report, List<WhatIf> whatIfs, Path folder, int jobs)
      throws IOException {
    Files.createDirectories(folder);
    List<PoolPlace> places = PoolPlace.of(report.pools());
    List<Path> written = new ArrayList<>();
    Path index = folder.resolve("index.html");
    write("index.jte", IndexPage.of(report, places, !whatIfs.isEmpty()), index);
    written.add(index);
    if (!whatIfs.isEmpty()) {
      Path comparison = folder.resolve("whatif.html");
      WhatIfPage content = WhatIfPage.of(report, places, whatIfs);
      write("whatif.jte", content, comparison);
      written.add(comparison);
    }
    if (places.size() > PoolPlace.INSIDE) {
      written.addAll(pages(report, places, folder, jobs));
    }
    return List.copyOf(written);
  }

  /** A page for each pool; drawing their charts is most of the work, and each stands alone. */
  private static List<Path> pages(Report report, List<PoolPlace> places, Path folder, int jobs)
      throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Path>> pages = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        PoolReport pool = report.pools().get(i);
        PoolPlace place = places.get(i);
        pages.add(
            threads.submit(
                () -> {
                  Path page = folder.resolve(place.file());
                  write("page.jte", OwnPage.of(report.version(), pool, place), page);
                  return page;
                }));
      }
      List<Path> written = new ArrayList<>();
      for (Future<Path> page : pages) {
        written.add(page.get());
      }
      return written;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at work", e);
    } catch (ExecutionException e) {
      throw fault(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /** What a thread threw, as the caller's own. */
  private static IOException fault(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException fault) {
      throw fault;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException full ? full : new IOException(cause);
  }

  /** Writes a page into a file. */
  static void write(String template, Object page, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      TEMPLATES.render(template, page, new PageOutput(writer));
    } catch (TemplateException e) {
      // the templates' library wraps what a full disk, or a lack of memory, throws
      if (e.getCause() instanceof UncheckedIOException full) {
        throw full.getCause();
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  /** A page as text. */
  static String render(String template, Object page) {
    StringWriter text = new StringWriter();
    TEMPLATES.render(template, page, new PageOutput(text));
    return text.toString();
  }
}
