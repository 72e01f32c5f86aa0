package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws files that belong together, cuts them into pieces, and asks what is true of them. */
final class PageDraw {
  private static final int FILE_COUNT_MAX = 6;
  private static final int PIECES_OF_A_FILE_MAX = 5;
  private static final int LINES_OF_A_PIECE_MAX = 70;
  private static final int FILE_LINE_COUNT_MIN = 10;

  private final CodeGraph graph;
  private final RepositoryNames names;
  private final TextReader reader;
  private final Random random;

  PageDraw(CodeGraph graph, TextReader reader, Random random) {
    this.graph = graph;
    this.names = new RepositoryNames(graph);

    this.reader = reader;
    this.random = random;
  }

  /** Pages of different files of the product itself, at most so many. */
  List<DrawnPage> draw(int countMax) {
    List<Integer> anchors = new ArrayList<>();
    for (int file = 0; file < graph.fileCount(); file++) {
      boolean code = graph.endSymbol(file) - graph.firstSymbol(file) >= 3;
      if (code
          && graph.role(file) == FileRole.MAIN
          && graph.lineCount(file) >= FILE_LINE_COUNT_MIN) {
        anchors.add(file);
      }
    }
    java.util.Collections.shuffle(anchors, random);
    List<DrawnPage> pages = new ArrayList<>();
    for (int anchor : anchors.subList(0, Math.min(countMax, anchors.size()))) {
      EvidencePack pack = new EvidencePack(pieces(files(anchor, anchors)));
      List<Subject> subjects = new SubjectDraw(names, reader, pack, random).draw();
      if (!subjects.isEmpty()) {
        pages.add(new DrawnPage(pack, subjects));
      }
    }
    return pages;
  }

  /** The file, files it names or is named by, and a few that have nothing to do with it. */
  private Set<Integer> files(int anchor, List<Integer> all) {
    Set<Integer> files = new LinkedHashSet<>();
    files.add(anchor);
    for (int id = graph.firstSymbol(anchor); id < graph.endSymbol(anchor); id++) {
      for (GraphEdge edge : graph.incoming(id)) {
        if (files.size() < FILE_COUNT_MAX - 2) {
          files.add(edge.sourceFile());
        }
      }
    }
    for (int more = 0; more < 3; more++) {
      files.add(all.get(random.nextInt(all.size())));
    }
    return files;
  }

  private List<EvidencePiece> pieces(Set<Integer> files) {
    List<EvidencePiece> pieces = new ArrayList<>();
    for (int file : files) {
      SourceText text = reader.text(graph.path(file)).orElse(null);
      List<GraphSymbol> symbols = new ArrayList<>();
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        GraphSymbol symbol = graph.symbol(id);
        if (symbol.kind().isType() || symbol.kind().isCallable()) {
          symbols.add(symbol);
        }
      }
      symbols.sort((a, b) -> Float.compare(b.importance(), a.importance()));
      int end = pieces.size() + PIECES_OF_A_FILE_MAX;
      for (GraphSymbol symbol : symbols) {
        if (text != null && pieces.size() < end) {
          piece(symbol, text, pieces);
        }
      }
    }
    return pieces;
  }

  private void piece(GraphSymbol symbol, SourceText text, List<EvidencePiece> pieces) {
    boolean doc = symbol.hasDoc() && symbol.docStart() < text.byteCount();
    int first =
        doc ? Math.min(text.lineOf(symbol.docStart()), symbol.startLine()) : symbol.startLine();
    int last = Math.min(Math.min(symbol.endLine(), text.lineCount()), first + LINES_OF_A_PIECE_MAX);
    boolean overlaps =
        pieces.stream()
            .anyMatch(one ->
                one.path().equals(symbol.path())
                    && one.startLine() <= last
                    && one.endLine() >= first);
    if (first >= 1 && last >= first && !overlaps) {
      EvidencePiece.Kind kind =
          FileRole.of(symbol.path()) == FileRole.TEST
              ? EvidencePiece.Kind.TEST
              : EvidencePiece.Kind.CODE;
      pieces.add(
          new EvidencePiece(
              pieces.size() + 1, kind, symbol.path(), first, last, text.lines(first, last)));
    }
  }
}
