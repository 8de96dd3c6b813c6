package dev.headroom.format.nmon;

import dev.headroom.capture.DiagnosticCode;
import dev.headroom.capture.Line;
import dev.headroom.format.LineGrammar;
import dev.headroom.format.SectionContext;
import dev.headroom.format.grammar.NmonParser.HeaderContext;
import dev.headroom.format.grammar.NmonParser.HeadingContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the sections that are read. One may come again with more columns: for a row the
 * latest holds that has as many columns as the row has cells.
 */
final class SectionHeaders {
  /** This number of layouts of a section is known at a time. */
  private static final int MOST = 8;

  private final SectionContext context;
  private final Map<Section, List<RowLayout>> layouts = new EnumMap<>(Section.class);
  private final Set<String> told = new HashSet<>();

  SectionHeaders(SectionContext context) {
    this.context = context;
  }

  /** The layout of a section's latest header; null where none came. */
  @Nullable RowLayout latest(Section section) {
    List<RowLayout> known = layouts.get(section);
    return known == null ? null : known.get(known.size() - 1);
  }

  /** The layout that a row of these cells has; null where none has as many columns. */
  @Nullable RowLayout fitting(Section section, List<Cell> cells) {
    int width = cells.size();
    RowLayout found = ofWidth(section, width);
    // a comma at the end of the line begins no cell
    boolean blank = width > 0 && cells.get(width - 1).text().isBlank();
    return found == null && blank ? ofWidth(section, width - 1) : found;
  }

  private @Nullable RowLayout ofWidth(Section section, int width) {
    List<RowLayout> known = layouts.getOrDefault(section, List.of());
    for (int i = known.size() - 1; i >= 0; i--) {
      if (known.get(i).width() == width) {
        return known.get(i);
      }
    }
    return null;
  }

  /** Reads a header; null where it is no header, or may have been cut, which is told. */
  @Nullable RowLayout read(Line line, Section section, HeaderContext header, boolean unended) {
    List<String> headings = new ArrayList<>();
    List<HeadingContext> found = new ArrayList<>();
    boolean behindTitle = false;
    for (ParseTree child : header.children) {
      if (child instanceof HeadingContext heading) {
        headings.set(headings.size() - 1, heading.getText());
        found.add(heading);
      } else if (behindTitle) {
        headings.add(""); // a comma, behind which a heading may stand
      }
      behindTitle |= child == header.title();
    }
    String fault = fault(section, headings, unended);
    if (fault != null) {
      context.report(
          line,
          LineGrammar.column(header.title().getStart()),
          unended ? DiagnosticCode.TRUNCATED : DiagnosticCode.UNEXPECTED_LINE,
          fault + "; the line is left out");
      return null;
    }
    if (section != Section.PAGING) {
      found.forEach(heading -> check(line, section, heading, headings));
    }
    RowLayout layout = new RowLayout(section, headings);
    List<RowLayout> known = layouts.computeIfAbsent(section, key -> new ArrayList<>());
    known.removeIf(layout::isLike);
    if (known.size() == MOST) {
      known.remove(0);
    }
    known.add(layout);
    return layout;
  }

  private static @Nullable String fault(Section section, List<String> headings, boolean unended) {
    if (unended) {
      return "the input ends inside this header, which may have been cut";
    }
    boolean numbers =
        headings.stream().anyMatch(heading -> heading.matches(" *-?\\d+(\\.\\d*)? *"));
    boolean any =
        headings.stream()
            .anyMatch(heading -> section == Section.PAGING || isKept(section, heading));
    return numbers || !any
        ? "behind " + section.name() + " stands neither a snapshot's mark nor a header"
        : null;
  }

  private static boolean isKept(Section section, String heading) {
    return Places.of(section, heading) >= 0;
  }

  private void check(Line line, Section section, HeadingContext heading, List<String> all) {
    Token token = heading.getStart();
    String text = heading.getText();
    boolean unknown = heading.column() == null;
    boolean twice = isKept(section, text) && all.indexOf(text) != all.lastIndexOf(text);
    if ((unknown || twice) && told.add(section.name() + ',' + text)) {
      context.report(
          line,
          LineGrammar.column(token),
          DiagnosticCode.UNKNOWN_COLUMN,
          "heading '"
              + text
              + (unknown
                  ? "' is not known; its column is left out"
                  : "' stands twice; both columns are left out"));
    }
  }
}
