package dev.headroom.format.perfkit;

import dev.headroom.format.Draft;
import dev.headroom.format.SectionContext;
import dev.headroom.identity.PrintedName;
import dev.headroom.series.Host;
import dev.headroom.series.TableBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of all reports of one section, by format, system and subject. */
final class ReportRows {
  private final SectionContext context;
  private final Map<Key, TableBuilder> rows = new LinkedHashMap<>();
  private final Map<String, String> releases = new HashMap<>();

  private record Key(ReportKind report, String system, String subject) {}

  ReportRows(SectionContext context) {
    this.context = context;
  }

  /** The name of a page's system. */
  String system(ReportPage page) {
    return context.system(page.system().orElse(null));
  }

  /** The rows of one subject. */
  TableBuilder of(ReportKind report, ReportPage page, String subject) {
    String system = system(page);
    page.release().ifPresent(release -> releases.putIfAbsent(system, release));
    return rows.computeIfAbsent(
        new Key(report, system, subject), key -> new TableBuilder(report.metrics()));
  }

  /** What was read. */
  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    rows.forEach(
        (key, table) -> {
          Optional<String> release = Optional.ofNullable(releases.get(key.system()));
          drafts.add(
              new Draft(
                  key.report().kind(),
                  new PrintedName(key.subject(), null, true),
                  table,
                  Optional.of(new Host(key.system(), release)),
                  Optional.of(key.report().format()),
                  List.of()));
        });
    return drafts;
  }
}
