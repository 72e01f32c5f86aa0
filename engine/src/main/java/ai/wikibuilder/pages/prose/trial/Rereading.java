package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.claims.CitedWords;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a statement that holds once more as a reader will: with the few lines it was narrowed to,
 * by the rule of {@code aiwiki check}. A name that stands elsewhere in the cited pieces brings its
 * line; what stands nowhere, or only in words made for the writer, does not hold.
 */
final class Rereading {
  private final Ground ground;

  Rereading(Ground ground) {
    this.ground = ground;
  }

  /** The lines it is published with; what does not hold by them is noted in the trial. */
  List<Evidence> of(Claim claim, Trial trial, List<Evidence> narrow) {
    if (narrow.isEmpty() || holds(claim, narrow)) {
      return narrow;
    }
    Set<Evidence> wider = new LinkedHashSet<>();
    for (Inline word : claim.statement().words()) {
      if (word instanceof Inline.Code(String text) && !isNamed(text, lines(narrow))) {
        CitedWords.names(text).forEach(name -> line(claim, name).ifPresent(wider::add));
      }
    }
    wider.addAll(narrow);
    List<Evidence> some =
        new ArrayList<>(wider).subList(0, Math.min(Narrowing.EVIDENCE_COUNT_MAX, wider.size()));
    if (holds(claim, some)) {
      return some;
    }
    List<Evidence> whole =
        claim.pieces().stream().flatMap(piece -> piece.place().stream()).distinct().toList();
    if (holds(claim, whole)) {
      return whole;
    }
    tell(claim, trial, lines(whole.isEmpty() ? narrow : whole));
    return narrow;
  }

  /** The first line of the cited pieces that has a word. */
  private Optional<Evidence> line(Claim claim, String word) {
    for (EvidencePiece piece : claim.pieces()) {
      SourceText file = ground.text().file(piece.path()).orElse(null);
      int last = file == null ? 0 : Math.min(piece.endLine(), file.lineCount());
      for (int line = piece.startLine(); file != null && line >= 1 && line <= last; line++) {
        if (CitedText.hasWord(file.lines(line, line), word, false)) {
          return Optional.of(new Evidence(piece.path(), line, line));
        }
      }
    }
    return Optional.empty();
  }

  private boolean holds(Claim claim, List<Evidence> evidence) {
    String lines = lines(evidence);
    return !evidence.isEmpty()
        && claim.statement().words().stream()
            .allMatch(word ->
                switch (word) {
                  case Inline.Code(String text) -> isNamed(text, lines);
                  case Inline.Quote(String text) -> CitedWords.isQuoted(text, lines);
                  case Inline.Strong _, Inline.Plain _, Inline.PageLink _, Inline.ExternalLink _ ->
                      true;
                });
  }

  private void tell(Claim claim, Trial trial, String lines) {
    for (Inline word : claim.statement().words()) {
      if (word instanceof Inline.Code(String text) && !isNamed(text, lines)) {
        trial.fail(
            Finding.Kind.IDENTIFIER, "`" + text + "` in the cited lines or the repository", "none");
      } else if (word instanceof Inline.Quote(String text) && !CitedWords.isQuoted(text, lines)) {
        trial.fail(
            Finding.Kind.QUOTE, "“" + text + "” in lines of the repository", "no such words there");
      }
    }
  }

  private boolean isNamed(String code, String lines) {
    Predicate<String> known = ground.names()::isCalled;
    return CitedWords.isNamed(code, lines, known);
  }

  private String lines(List<Evidence> evidence) {
    StringBuilder all = new StringBuilder();
    for (Evidence one : evidence) {
      all.append(ground.text().lines(one).orElse("")).append('\n');
    }
    return all.toString();
  }
}
