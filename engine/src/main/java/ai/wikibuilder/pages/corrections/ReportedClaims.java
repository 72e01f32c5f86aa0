package ai.wikibuilder.pages.corrections;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.pages.prose.checking.Verdict;
import ai.wikibuilder.pages.prose.reading.ProseReader;
import ai.wikibuilder.pages.prose.reading.Statement;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a claim again when somebody reports it, and what is to be said instead, against the lines
 * it cites. Threads may share it.
 */
public final class ReportedClaims implements Rewording {
  private final ProseChecker checker;
  private final TextReader reader;
  private final String language;
  private final ProseReader prose = new ProseReader();

  /**
   * @param language code of the wiki's language
   */
  public ReportedClaims(CodeGraph graph, TextReader reader, String language) {
    this.checker = new ProseChecker(graph, reader);
    this.reader = reader;
    this.language = language;
  }

  /** Whether the sentence holds as it stands. */
  public Verdict check(String page, Sentence sentence) {
    EvidencePack pack = pack(sentence.evidence());
    Statement statement = new Statement(sentence.words(), marks(pack));
    return checker.session(page, language, pack).judge(statement);
  }

  /** Whether other words hold in its place. */
  public Verdict check(String page, String instead, Sentence before) {
    EvidencePack pack = pack(before.evidence());
    List<Inline> words = new ArrayList<>();
    for (Statement one : prose.read(instead).statements()) {
      if (!words.isEmpty()) {
        words.add(new Inline.Plain(" "));
      }
      words.addAll(one.words());
    }
    return checker.session(page, language, pack).judge(new Statement(words, marks(pack)));
  }

  @Override
  public Optional<Sentence> reword(String instead, Sentence before) {
    return switch (check("", instead, before)) {
      case Verdict.Verified one -> Optional.of(one.sentence());
      case Verdict.Uncited one -> Optional.of(one.sentence());
      case Verdict.Failed one -> Optional.empty();
    };
  }

  private EvidencePack pack(List<Evidence> evidence) {
    List<EvidencePiece> pieces = new ArrayList<>();
    for (Evidence one : evidence) {
      Optional<SourceText> text = reader.text(one.path());
      if (text.isPresent() && one.endLine() <= text.get().lineCount()) {
        pieces.add(
            new EvidencePiece(
                pieces.size() + 1,
                EvidencePiece.Kind.CODE,
                one.path(),
                one.startLine(),
                one.endLine(),
                text.get().lines(one.startLine(), one.endLine())));
      }
    }
    return new EvidencePack(pieces);
  }

  private static List<String> marks(EvidencePack pack) {
    return pack.pieces().stream().map(EvidencePiece::mark).toList();
  }
}
