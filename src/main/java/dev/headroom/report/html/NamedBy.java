package dev.headroom.report.html;

import dev.headroom.identity.Claim;
import dev.headroom.report.InputSummary;
import dev.headroom.report.SubjectSummary;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the name of each capture's subject rests on, in words. */
record NamedBy(Map<Place, Set<Claim>> claims) {
  /** A capture and a subject of it. */
  record Place(String source, String subject) {}

  static NamedBy of(List<SubjectSummary> subjects) {
    Map<Place, Set<Claim>> claims = new HashMap<>();
    for (SubjectSummary subject : subjects) {
      for (String source : subject.sources()) {
        claims
            .computeIfAbsent(
                new Place(source, subject.name()), place -> EnumSet.noneOf(Claim.class))
            .add(subject.claim());
      }
    }
    return new NamedBy(claims);
  }

  /** What gave this capture its subject. */
  String words(InputSummary input) {
    return claims.getOrDefault(new Place(input.source(), input.subject()), Set.of()).stream()
        .map(NamedBy::words)
        .collect(Collectors.joining(", "));
  }

  private static String words(Claim claim) {
    return switch (claim) {
      case SITE -> "the site file";
      case PARTITION_NAME -> "the capture itself";
      case HOST -> "a host named before it";
      case PROMPT -> "the prompt before it";
      case BANNER -> "the line before each host's output";
      case FILE -> "the file's name";
      case FOLDER -> "the folder's name";
    };
  }
}
