package dev.headroom.format.csv;

import dev.headroom.capture.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One line of CSV as Commons CSV parts it. A quoted cell may not hold a line end. */
record CsvLine(List<String> cells) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).get();

  /** The cells of a line; empty where the line is no CSV. */
  static Optional<CsvLine> of(Line line) {
    String text = line.text();
    if (text.indexOf('"') < 0) {
      // without quotes a comma is a comma: no parser is set up for the many plain lines
      return Optional.of(new CsvLine(plain(text)));
    }
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1
          ? Optional.of(new CsvLine(records.get(0).toList()))
          : Optional.empty();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static List<String> plain(String text) {
    return java.util.Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  /** Where a cell begins in the line, from 1, as near as quotes let it be told. */
  int column(Line line, int cell) {
    int at = 0;
    String text = line.text();
    for (int i = 0; i < cell; i++) {
      int next = text.indexOf(',', at);
      if (next < 0) {
        return at + 1;
      }
      at = next + 1;
    }
    return at + 1;
  }
}
