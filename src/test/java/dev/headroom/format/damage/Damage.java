package dev.headroom.format.damage;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may happen to a capture on its way. */
enum Damage {
  CUT(Bytes::cut),
  LINE_LOST(LinesOfText::lost),
  LINES_LOST(LinesOfText::manyLost),
  LINE_DOUBLED(LinesOfText::doubled),
  LINES_DOUBLED(LinesOfText::manyDoubled),
  NEIGHBOURS_SWAPPED(LinesOfText::neighboursSwapped),
  LINES_SWAPPED(LinesOfText::swapped),
  LINE_BLANKED(LinesOfText::blanked),
  LINE_HALVED(LinesOfText::halved),
  LINE_BROKEN(LinesOfText::broken),
  LINES_GLUED(LinesOfText::glued),
  LINE_GROWN(LinesOfText::grown),
  OVERLONG_LINE(LinesOfText::overlong),
  JUNK_LINE(LinesOfText::junk),
  CELL_BLANKED(Cells::blanked),
  CELL_LOST(Cells::lost),
  CELLS_GLUED(Cells::glued),
  CELL_SPLIT(Cells::split),
  CELL_CORRUPTED(Cells::corrupted),
  CELL_REPLACED(Cells::replaced),
  CELLS_SWAPPED(Cells::swapped),
  BIT_FLIPPED(Bytes::flipped),
  BYTE_CHANGED(Bytes::changed),
  BYTE_LOST(Bytes::lost),
  BYTE_PUT_IN(Bytes::putIn),
  STRETCH_LOST(Bytes::stretchLost),
  NULS(Bytes::nuls),
  CONTROLS(Bytes::controls),
  ESCAPES(Bytes::escapes),
  ESCAPES_CUT(Bytes::escapesCut),
  SPLICED(Mixtures::spliced),
  SPLICED_INSIDE_LINES(Mixtures::splicedInside),
  OTHER_INSERTED(Mixtures::inserted),
  OTHER_LINE_INSERTED(Mixtures::lineInserted),
  INTERLEAVED(Mixtures::interleaved),
  LINE_ENDS(Mixtures::lineEnds),
  ENCODED(null),
  DAMAGED_AND_ENCODED(null),
  PACKED(null),
  PACKAGE_CUT(null),
  PACKAGE_FLIPPED(null),
  PACKAGE_GROWN(null),
  TWICE(null);

  /** Damage to the text itself, and not to what it is packed or written in. */
  private static final List<Damage> PLAIN =
      Stream.of(values()).filter(kind -> kind.stroke != null).toList();

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final @Nullable Stroke stroke;

  Damage(@Nullable Stroke stroke) {
    this.stroke = stroke;
  }

  /** The damage to a capture. */
  Damaged to(Specimen specimen, Random random, Corpus corpus) {
    Text text = specimen.text();
    return switch (this) {
      case ENCODED -> Encoding.any(text, random);
      case DAMAGED_AND_ENCODED -> Encoding.any(plain(text, random, corpus), random);
      case PACKED -> Packing.whole(text, specimen.name(), random);
      case PACKAGE_CUT -> Packing.cut(text, specimen.name(), random);
      case PACKAGE_FLIPPED -> Packing.flipped(text, specimen.name(), random);
      case PACKAGE_GROWN -> Packing.grown(text, specimen.name(), random);
      case TWICE -> Damaged.plain(plain(plain(text, random, corpus), random, corpus));
      default -> Damaged.plain(done(text, random, corpus));
    };
  }

  private Text done(Text text, Random random, Corpus corpus) {
    return Objects.requireNonNull(stroke).to(text, random, corpus);
  }

  private static Text plain(Text text, Random random, Corpus corpus) {
    Damage any = PLAIN.get(random.nextInt(PLAIN.size()));
    return text.rows().isEmpty() ? text : any.done(text, random, corpus);
  }

  /** As a table shows it. */
  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
