package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.ProseLanguage;
import ai.wikibuilder.pages.prose.lookup.Counts;
import ai.wikibuilder.pages.prose.lookup.Parameters;
import ai.wikibuilder.pages.prose.lookup.Relations;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.source.TextReader;
import java.util.List;

/**
 * What one page's claims are held against. One thread.
 *
 * @param language of the page
 * @param pack what it was written from
 */
public record Ground(
    RepositoryNames names,
    CitedText text,
    Relations relations,
    Counts counts,
    ProseLanguage language,
    EvidencePack pack) {

  /** The lines of a piece as the snapshot has them, with what the writer was shown. */
  public String text(EvidencePiece piece) {
    return piece.place().flatMap(text::lines).map(lines -> lines + "\n").orElse("") + piece.text();
  }

  String text(List<EvidencePiece> pieces) {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(text(piece)).append('\n'));
    return all.toString();
  }

  /** The ground of one page. */
  public static Ground of(
      RepositoryNames names, TextReader reader, String language, EvidencePack pack) {
    CitedText text = new CitedText(reader);
    return new Ground(
        names,
        text,
        new Relations(names, text),
        new Counts(names),
        ProseLanguage.of(language),
        pack);
  }

  Parameters parameters() {
    return new Parameters(names, text);
  }

  /** Whether some lines lie inside a piece. */
  static boolean covers(EvidencePiece piece, Evidence lines) {
    return piece.path().equals(lines.path())
        && piece.startLine() <= lines.startLine()
        && piece.endLine() >= lines.endLine();
  }

  /** Whether some lines and a piece have a line in common. */
  static boolean touches(EvidencePiece piece, Evidence lines) {
    return piece.path().equals(lines.path())
        && piece.startLine() <= lines.endLine()
        && piece.endLine() >= lines.startLine();
  }

  /** The lines of a symbol. */
  public Evidence span(int symbol) {
    var found = names.graph().symbol(symbol);
    int first = Math.max(1, found.startLine());
    return new Evidence(found.path(), first, Math.max(first, found.endLine()));
  }

  /** The line that names a symbol. */
  public Evidence head(int symbol) {
    var found = names.graph().symbol(symbol);
    int line = Math.max(1, found.nameLine());
    return new Evidence(found.path(), line, line);
  }

  /** Whether one of the pieces shows a line of one of the symbols. */
  boolean defines(List<EvidencePiece> pieces, List<Integer> symbols) {
    return symbols.stream()
        .anyMatch(symbol -> pieces.stream().anyMatch(piece -> touches(piece, span(symbol))));
  }
}
