package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Takes the sentences of composed pages, as a model could have written them, and spoils some. */
final class ComposedClaims {
  private static final int PIECE_COUNT_MAX = 40;
  private static final int LINES_OF_A_PIECE_MAX = 70;
  private static final double FALSE_SHARE = 0.3;

  private final CodeGraph graph;
  private final TextReader reader;
  private final Random random;

  ComposedClaims(CodeGraph graph, TextReader reader, Random random) {
    this.graph = graph;
    this.reader = reader;
    this.random = random;
  }

  /** Claims with the pack they are to be judged by, page by page, at most so many pages. */
  Map<EvidencePack, List<ToldClaim>> draw(int pageCountMax) {
    SnapshotId snapshot =
        new SnapshotId("repository", Optional.empty(), Optional.empty(), "0000000", "", false);
    Wiki wiki =
        new PageComposer()
            .compose(
                new Composition(snapshot, graph, new Planner().plan(graph), reader, Map.of(), 0));
    List<Page> pages = new ArrayList<>(wiki.pages());
    Collections.shuffle(pages, random);
    Map<EvidencePack, List<ToldClaim>> result = new LinkedHashMap<>();
    for (Page page : pages.subList(0, Math.min(pageCountMax, pages.size()))) {
      page(page, result);
    }
    return result;
  }

  private void page(Page page, Map<EvidencePack, List<ToldClaim>> result) {
    List<EvidencePiece> pieces = new ArrayList<>();
    List<Sentence> told = new ArrayList<>();
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        if (block instanceof Block.Paragraph(List<Sentence> sentences)) {
          sentences.stream().filter(this::isTold).forEach(told::add);
        } else if (block instanceof Block.Items items) {
          items.items().forEach(item -> item.stream().filter(this::isTold).forEach(told::add));
        }
      }
    }
    Map<Evidence, EvidencePiece> byPlace = new LinkedHashMap<>();
    List<Sentence> kept = new ArrayList<>();
    for (Sentence sentence : told) {
      if (pieces.size() < PIECE_COUNT_MAX
          && sentence.evidence().stream().allMatch(one -> add(one, pieces, byPlace))) {
        kept.add(sentence);
      }
    }
    if (pieces.size() >= 3) {
      List<ToldClaim> claims = new ArrayList<>();
      for (Sentence sentence : kept) {
        claim(sentence, kept, pieces, byPlace).ifPresent(claims::add);
      }
      result.put(new EvidencePack(pieces), claims);
    }
  }

  /** Sentences that can stand alone: cited, and no pronoun at their front. */
  private boolean isTold(Sentence sentence) {
    String text = markdown(sentence).strip();
    return !sentence.evidence().isEmpty()
        && text.split("\\s+", -1).length >= 4
        && !text.matches(
            "(?s)(?:It|Its|They|Only|In source order|In a loop|Under a|When something)\\b.*");
  }

  private boolean add(
      Evidence evidence, List<EvidencePiece> pieces, Map<Evidence, EvidencePiece> byPlace) {
    if (byPlace.containsKey(evidence)) {
      return true;
    }
    for (EvidencePiece piece : pieces) {
      if (piece.path().equals(evidence.path())
          && piece.startLine() <= evidence.startLine()
          && piece.endLine() >= evidence.endLine()) {
        byPlace.put(evidence, piece);
        return true;
      }
    }
    SourceText text = reader.text(evidence.path()).orElse(null);
    if (text == null || evidence.endLine() > text.lineCount()) {
      return false;
    }
    int[] range = widened(evidence, text);
    EvidencePiece piece =
        new EvidencePiece(
            pieces.size() + 1,
            EvidencePiece.Kind.CODE,
            evidence.path(),
            range[0],
            range[1],
            text.lines(range[0], range[1]));
    pieces.add(piece);
    byPlace.put(evidence, piece);
    return true;
  }

  /** To the smallest definition around the lines that is not too long, else some lines around. */
  private int[] widened(Evidence evidence, SourceText text) {
    int file = graph.file(evidence.path());
    for (int id = graph.endSymbol(file) - 1; id >= graph.firstSymbol(file); id--) {
      GraphSymbol symbol = graph.symbol(id);
      int last = Math.min(symbol.endLine(), text.lineCount());
      if (symbol.startLine() >= 1
          && symbol.startLine() <= evidence.startLine()
          && last >= evidence.endLine()
          && last - symbol.startLine() < LINES_OF_A_PIECE_MAX) {
        return new int[] {symbol.startLine(), last};
      }
    }
    return new int[] {
      Math.max(1, evidence.startLine() - 5), Math.min(text.lineCount(), evidence.endLine() + 5)
    };
  }

  private Optional<ToldClaim> claim(
      Sentence sentence,
      List<Sentence> all,
      List<EvidencePiece> pieces,
      Map<Evidence, EvidencePiece> byPlace) {
    List<EvidencePiece> marks = sentence.evidence().stream().map(byPlace::get).distinct().toList();
    if (random.nextDouble() >= FALSE_SHARE) {
      return Optional.of(told(markdown(sentence), marks, Optional.empty()));
    }
    List<Fault> faults = List.of(Fault.values());
    Fault fault = faults.get(random.nextInt(faults.size()));
    return switch (fault) {
      case FILE, LINE -> elsewhere(sentence, marks, pieces, fault);
      case METHOD -> renamed(sentence, all, marks);
      case COUNT -> recounted(sentence, marks);
      case SWAP -> swapped(sentence, marks);
    };
  }

  private static ToldClaim told(String text, List<EvidencePiece> marks, Optional<Fault> fault) {
    StringBuilder cited = new StringBuilder(text.strip());
    cited.append(' ');
    marks.forEach(mark -> cited.append('[').append(mark.mark()).append(']'));
    return new ToldClaim(Subject.Kind.COMPOSED, "en", cited.toString(), fault);
  }

  private Optional<ToldClaim> elsewhere(
      Sentence sentence, List<EvidencePiece> marks, List<EvidencePiece> pieces, Fault fault) {
    List<EvidencePiece> fitting =
        pieces.stream()
            .filter(one -> !marks.contains(one))
            .filter(one ->
                (fault == Fault.LINE)
                    == marks.stream().anyMatch(mark -> mark.path().equals(one.path())))
            .toList();
    return fitting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            told(
                markdown(sentence),
                List.of(fitting.get(random.nextInt(fitting.size()))),
                Optional.of(fault)));
  }

  /** A name replaced by one of another sentence that the cited lines do not have. */
  private Optional<ToldClaim> renamed(
      Sentence sentence, List<Sentence> all, List<EvidencePiece> marks) {
    List<String> names = new ArrayList<>();
    String cited = String.join("\n", marks.stream().map(one -> one.path() + one.text()).toList());
    for (Sentence other : all) {
      for (Inline word : other.words()) {
        if (word instanceof Inline.Code(String text)
            && text.matches("[\\w.]{4,}")
            && !cited.contains(text.substring(text.lastIndexOf('.') + 1))) {
          names.add(text);
        }
      }
    }
    List<String> own = new ArrayList<>();
    for (Inline word : sentence.words()) {
      if (word instanceof Inline.Code(String text) && text.matches("[\\w.]{4,}")) {
        own.add(text);
      }
    }
    if (names.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    String gone = own.get(random.nextInt(own.size()));
    String other = names.get(random.nextInt(names.size()));
    return Optional.of(
        told(
            markdown(sentence).replace("`" + gone + "`", "`" + other + "`"),
            marks,
            Optional.of(Fault.METHOD)));
  }

  private Optional<ToldClaim> recounted(Sentence sentence, List<EvidencePiece> marks) {
    String text = markdown(sentence);
    java.util.regex.Matcher number =
        java.util.regex.Pattern.compile(
                "(?<![\\p{L}\\p{N}_.`“-])(\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten)(?= \\p{L}{3,})")
            .matcher(text);
    if (!number.find()) {
      return Optional.empty();
    }
    String said = number.group();
    String wrong =
        said.matches("\\d+")
            ? Long.toString(Long.parseLong(said) + 1 + random.nextInt(4))
            : said.equals("seven") ? "nine" : "seven";
    return Optional.of(
        told(
            text.substring(0, number.start()) + wrong + text.substring(number.end()),
            marks,
            Optional.of(Fault.COUNT)));
  }

  private static Optional<ToldClaim> swapped(Sentence sentence, List<EvidencePiece> marks) {
    List<Inline> words = sentence.words();
    for (int i = 0; i + 2 < words.size(); i++) {
      if (words.get(i) instanceof Inline.Code first
          && words.get(i + 1) instanceof Inline.Plain(String verb)
          && words.get(i + 2) instanceof Inline.Code second
          && verb.matches("(?s) (?:calls|extends|implements|uses) ")
          && !first.equals(second)) {
        List<Inline> turned = new ArrayList<>(words);
        turned.set(i, second);
        turned.set(i + 2, first);
        return Optional.of(
            told(
                markdown(new Sentence(turned, sentence.evidence())),
                marks,
                Optional.of(Fault.SWAP)));
      }
    }
    return Optional.empty();
  }

  private static String markdown(Sentence sentence) {
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      text.append(
          switch (word) {
            case Inline.Plain plain -> plain.text().replaceAll("([*_\\[\\]<>])", "\\\\$1");
            case Inline.Code code ->
                code.text().contains("`") ? "`` " + code.text() + " ``" : "`" + code.text() + "`";
            case Inline.Strong strong -> "**" + strong.text() + "**";
            case Inline.Quote quote ->
                "“" + quote.text().replaceAll("([*_\\[\\]<>`])", "\\\\$1") + "”";
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return text.toString();
  }
}
