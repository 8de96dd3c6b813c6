package dev.headroom.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.headroom.unit.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the text of a site file, YAML or JSON, into values that know where they stand. */
final class SiteTree {
  private static final int DEEPEST = 8;

  private final SiteText file;
  private final JsonParser parser;

  private SiteTree(SiteText file, JsonParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * Reads a text.
   *
   * @return empty where nothing but comments stands there
   * @throws SiteFile.UnusableException where it is neither YAML nor JSON
   */
  static Optional<SiteNode> of(SiteText file, String text) throws SiteFile.UnusableException {
    refuseControls(file, text);
    boolean json = file.source().toLowerCase(Locale.ROOT).endsWith(".json");
    JsonFactory factory = json ? new JsonFactory() : yaml(text.length());
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      SiteTree tree = new SiteTree(file, parser);
      SiteNode root = tree.node(0);
      if (parser.nextToken() != null) {
        throw file.fault(
            tree.here(),
            "a second document begins here; a site file is one document, so take this and what"
                + " follows out");
      }
      return Optional.of(root);
    } catch (JsonProcessingException e) {
      throw broken(file, e, json ? "JSON" : "YAML");
    } catch (IOException e) {
      throw new SiteFile.UnusableException(
          VisibleText.line(file.source() + ": the file cannot be read"));
    }
  }

  /** YAML without the library's own limit of a text's length: what a file may have is known. */
  private static JsonFactory yaml(int length) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(length + 1);
    return YAMLFactory.builder()
        .loaderOptions(options)
        .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
        .build();
  }

  private static void refuseControls(SiteText file, String text) throws SiteFile.UnusableException {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
        throw file.fault(
            new SiteNode.Place(line, column), "a character that cannot be printed stands here");
      }
      line += c == '\n' ? 1 : 0;
      column = c == '\n' ? 1 : column + 1;
    }
  }

  private static SiteFile.UnusableException broken(
      SiteText file, JsonProcessingException e, String language) {
    for (int line = 1; language.equals("YAML") && line <= file.lines().size(); line++) {
      String indented = file.lines().get(line - 1);
      int tab = indented.indexOf('\t');
      if (tab >= 0 && indented.substring(0, tab).isBlank() && !indented.isBlank()) {
        return file.fault(
            new SiteNode.Place(line, tab + 1),
            "this is not YAML: indent with blanks, not with tabs");
      }
    }
    JsonLocation where = e.getLocation();
    if (e instanceof StreamConstraintsException) {
      return new SiteFile.UnusableException(
          VisibleText.line(
              file.source() + ": a value stands there that is longer than any can be"));
    }
    if (where == null || where.getLineNr() < 1) {
      return new SiteFile.UnusableException(
          VisibleText.line(file.source() + ": this is not " + language));
    }
    return file.fault(
        new SiteNode.Place(where.getLineNr(), Math.max(1, where.getColumnNr())),
        "this is not "
            + language
            + ": look here and in the line above for a bracket, a quote, a comma or a colon that is"
            + " missing, or for a line that is indented otherwise than its neighbours");
  }

  private SiteNode.Place here() {
    JsonLocation at = parser.currentTokenLocation();
    return new SiteNode.Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
  }

  private SiteNode node(int depth) throws IOException, SiteFile.UnusableException {
    SiteNode.Place at = here();
    if (depth > DEEPEST) {
      throw file.fault(at, "no value of a site file is nested so deep");
    }
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      throw file.fault(at, "aliases (*name) are not read: write the value out");
    }
    if (parser instanceof YAMLParser && parser.getTypeId() != null) {
      throw file.fault(at, "tags (!name) are not read: write the value alone");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> keyed(at, depth);
      case START_ARRAY -> entries(at, depth);
      case VALUE_NULL -> new SiteNode.Scalar(at, "", true);
      default -> {
        String text = parser.getText();
        yield new SiteNode.Scalar(at, text == null ? "" : text, false);
      }
    };
  }

  private SiteNode keyed(SiteNode.Place at, int depth)
      throws IOException, SiteFile.UnusableException {
    Map<String, SiteNode> values = new LinkedHashMap<>();
    Map<String, SiteNode.Place> keys = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      SiteNode.Place before = keys.putIfAbsent(key, here());
      if (before != null) {
        throw file.fault(
            here(),
            "'" + key + "' stands here a second time; the first is in line " + before.line());
      }
      parser.nextToken();
      values.put(key, node(depth + 1));
    }
    return new SiteNode.Keyed(at, values, keys);
  }

  private SiteNode entries(SiteNode.Place at, int depth)
      throws IOException, SiteFile.UnusableException {
    List<SiteNode> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(depth + 1));
    }
    return new SiteNode.Entries(at, nodes);
  }
}
