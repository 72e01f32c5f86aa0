package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.WellKnown;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.pages.prose.reading.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a statement names and cites. One thread. */
final class ClaimReader {
  /** Nothing was spoken of yet. */
  static final Mention NO_TOPIC = Mention.of("", Mention.Kind.WORDS, List.of());

  private static final String WORD = "[\\p{L}_$][\\p{L}\\p{N}_$]*";

  /** What in plain words can only be meant as code, longest kinds first. */
  private static final Pattern SHAPES =
      Pattern.compile(
          "(?<path>(?:[\\w.@+-]+/)+[\\w.@+-]+\\.\\w{1,8}\\b)"
              + "|(?<call>"
              + WORD
              + "(?:(?:\\.|::|#)"
              + WORD
              + ")*[!?]?\\(\\))"
              + "|(?<dotted>\\b"
              + WORD
              + "(?:(?:\\.|::)"
              + WORD
              + ")+)"
              + "|(?<snake>\\b[\\p{Alpha}_][\\p{Alnum}]*(?:_+[\\p{Alnum}]+)+\\b)"
              + "|(?<camel>\\$?\\b(?!\\p{Lu}+s\\b)(?=\\p{L}*\\p{Ll})\\p{L}[\\p{L}\\p{N}]*\\p{Lu}[\\p{L}\\p{N}]*\\b)"
              + "|(?<capital>\\b\\p{Lu}[\\p{L}\\p{N}]{2,}\\b)");

  private static final Pattern NAME =
      Pattern.compile(
          "[@&*$#.:]*" + WORD + "[!?]?(?:(?:\\.|::|#|->|\\\\)" + WORD + "[!?=]?)*(?:[(<\\[].*)?");

  private static final Pattern PATH =
      Pattern.compile(
          "\\.?/?(?:[\\w.@+-]+/)*[\\w.@+-]+(?:\\.\\w{1,8}|/)|(?:[\\w.@+-]+/)+[\\w.@+-]+");

  private final Ground ground;
  private final PackNames packNames;
  private final Heads heads;

  ClaimReader(Ground ground) {
    this.ground = ground;
    this.heads = new Heads(ground);
    this.packNames = new PackNames(ground);
  }

  Claim read(Statement statement, Mention topic) {
    List<EvidencePiece> pieces = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String mark : statement.marks()) {
      ground.pack().piece(mark).ifPresentOrElse(pieces::add, () -> unknown.add(mark));
    }
    List<Mention> mentions = new ArrayList<>();
    List<String> quotes = new ArrayList<>();
    StringBuilder masked = new StringBuilder();
    for (Inline word : statement.words()) {
      switch (word) {
        case Inline.Code(String text) -> place(code(text, pieces), mentions, masked);
        case Inline.Quote(String text) -> {
          quotes.add(text);
          masked.append('⟪').append('⟫');
        }
        case Inline.Strong(String text) -> plain(text, pieces, mentions, masked);
        case Inline.Plain(String text) -> plain(text, pieces, mentions, masked);
        case Inline.PageLink link -> masked.append(link.text());
        case Inline.ExternalLink link -> masked.append(link.text());
      }
    }
    return new Claim(statement, masked.toString(), mentions, quotes, pieces, unknown, topic);
  }

  private static void place(Mention mention, List<Mention> mentions, StringBuilder masked) {
    masked.append('⟦').append(mentions.size()).append('⟧');
    mentions.add(mention);
  }

  private Mention code(String text, List<EvidencePiece> pieces) {
    List<Integer> files = ground.names().files(text);
    boolean slashed = text.indexOf('/') >= 0 && PATH.matcher(text).matches();
    if (!files.isEmpty() || (slashed && !text.startsWith("/"))) {
      return Mention.of(
          text, Mention.Kind.PATH, files.isEmpty() ? ground.names().below(text) : files);
    }
    Heads.Found head = heads.of(text);
    if (!head.functions().isEmpty()) {
      return symbol(head.name(), Mention.Kind.NAME, head.functions(), pieces);
    }
    if (NAME.matcher(text).matches()) {
      return name(text, pieces);
    }
    return Mention.of(text, Mention.Kind.CODE, List.of());
  }

  private Mention name(String text, List<EvidencePiece> pieces) {
    return symbol(text, Mention.Kind.NAME, ground.names().symbols(text), pieces);
  }

  /** A name with the symbols it stands for; a module's where no symbol has it. */
  private Mention symbol(
      String text, Mention.Kind kind, List<Integer> all, List<EvidencePiece> pieces) {
    return all.isEmpty()
        ? Mention.of(text, kind, kind == Mention.Kind.NAME ? module(text) : List.of())
        : new Mention(text, kind, near(all, pieces), all, List.of());
  }

  /** Files of a module that is called so. */
  private List<Integer> module(String text) {
    CodeGraph graph = ground.names().graph();
    return graph.modules().stream()
        .filter(one -> one.key().equals(text) || one.title().equals(text))
        .map(CodeModule::files)
        .findFirst()
        .orElse(List.of());
  }

  /** Of several symbols with one name those that are cited, else those in the evidence. */
  private List<Integer> near(List<Integer> symbols, List<EvidencePiece> cited) {
    List<Integer> here = shownIn(symbols, cited);
    if (here.isEmpty()) {
      here = shownIn(symbols, ground.pack().pieces());
    }
    return here.isEmpty() ? symbols : withNamesakes(here, symbols);
  }

  /** A field and a method of one type may share a name. */
  private List<Integer> withNamesakes(List<Integer> here, List<Integer> all) {
    CodeGraph graph = ground.names().graph();
    return all.stream()
        .filter(one ->
            here.stream()
                .anyMatch(two ->
                    graph.symbol(one).file() == graph.symbol(two).file()
                        && graph.qualifiedName(one).equals(graph.qualifiedName(two))))
        .toList();
  }

  private List<Integer> shownIn(List<Integer> symbols, List<EvidencePiece> pieces) {
    return symbols.stream().filter(one -> ground.defines(pieces, List.of(one))).toList();
  }

  private void plain(
      String text, List<EvidencePiece> pieces, List<Mention> mentions, StringBuilder masked) {
    Matcher shape = SHAPES.matcher(text);
    int at = 0;
    while (shape.find()) {
      boolean begins = masked.isEmpty() && text.substring(0, shape.start()).isBlank();
      Mention mention = shaped(shape, begins, pieces);
      if (mention != null) {
        words(text.substring(at, shape.start()), pieces, mentions, masked);
        place(mention, mentions, masked);
        at = shape.end();
      }
    }
    words(text.substring(at), pieces, mentions, masked);
  }

  /** What a run of plain text names, null when it is a word like any other. */
  private @org.jspecify.annotations.Nullable Mention shaped(
      Matcher shape, boolean begins, List<EvidencePiece> pieces) {
    String text = begins ? begun(shape.group(), pieces) : shape.group();
    if (shape.group("path") != null) {
      return Mention.of(text, Mention.Kind.PATH, ground.names().files(text));
    }
    if (!ground.names().files(text).isEmpty()) {
      return Mention.of(text, Mention.Kind.PATH, ground.names().files(text));
    }
    boolean known = !ground.names().symbols(text).isEmpty();
    if (shape.group("capital") != null) {
      boolean type = known && packNames.hasType(text);
      boolean constant = text.equals(text.toUpperCase(Locale.ROOT)) && packNames.hasConstant(text);
      return type || constant
          ? symbol(text, Mention.Kind.WORDS, ground.names().symbols(text), pieces)
          : null;
    }
    if (shape.group("dotted") != null && !known && isOrdinary(text)) {
      return null;
    }
    if (shape.group("camel") != null && !known && WellKnown.has(text)) {
      return null;
    }
    return name(known ? text : meant(text, pieces), pieces);
  }

  /** A name as code has it, of which the first letter may be large since a sentence begins. */
  private String begun(String text, List<EvidencePiece> pieces) {
    String small = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    String cited = ground.text(pieces);
    boolean meant =
        !CitedText.hasWord(cited, RepositoryNames.last(text), false)
            && !ground.names().symbols(small).isEmpty()
            && (ground.names().symbols(text).isEmpty()
                || CitedText.hasWord(cited, RepositoryNames.last(small), false));
    return meant ? small : text;
  }

  /** The name of which a word is the plural, or that ends in a sign prose takes for its own. */
  private String meant(String text, List<EvidencePiece> pieces) {
    for (String sign : List.of("?", "!")) {
      if (!ground.names().symbols(text + sign).isEmpty()) {
        return text + sign;
      }
    }
    String one = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
    boolean known = !ground.names().symbols(one).isEmpty();
    return known || CitedText.hasWord(ground.text(pieces), one, false) ? one : text;
  }

  /**
   * Names of hosts and versions have dots as well: only a part that looks like code makes a name.
   */
  private static boolean isOrdinary(String dotted) {
    return !dotted.matches(".*(?:_|\\p{Ll}\\p{Lu}|::).*");
  }

  /** Plain words that say the name of something in the evidence. */
  private void words(
      String text, List<EvidencePiece> pieces, List<Mention> mentions, StringBuilder masked) {
    int at = 0;
    for (PackNames.Found found : packNames.in(text)) {
      masked.append(text, at, found.start());
      List<Integer> symbols = ground.names().named(found.name());
      String said = text.substring(found.start(), found.end());
      place(symbol(said, Mention.Kind.WORDS, symbols, pieces), mentions, masked);
      at = found.end();
    }
    masked.append(text.substring(at));
  }

  /** The last part of a name, as it stands in code. */
  static String last(Mention mention) {
    return mention.kind() == Mention.Kind.PATH
        ? mention.text().substring(mention.text().lastIndexOf('/') + 1)
        : RepositoryNames.last(mention.text());
  }
}
