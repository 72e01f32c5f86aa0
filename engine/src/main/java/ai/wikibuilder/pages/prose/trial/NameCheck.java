package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every name exists in the repository and in the cited pieces. Runs after the relations. */
final class NameCheck implements ClaimCheck {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");

  /** From so many names on a sentence is a list; it carries at most four marks. */
  private static final int LIST_COUNT_MIN = 4;

  /** Supertypes looked through for a member. */
  private static final int SUPERTYPE_COUNT_MAX = 64;

  private final Ground ground;
  private final CodeGraph graph;

  NameCheck(Ground ground) {
    this.ground = ground;
    this.graph = ground.names().graph();
  }

  @Override
  public void check(Claim claim, Trial trial) {
    String cited = ground.text(claim.pieces());
    for (Mention mention : claim.mentions()) {
      if (mention.isExplicit()) {
        boolean exists =
            switch (mention.kind()) {
              case PATH -> path(mention, cited, trial);
              case CODE -> code(mention, cited, trial);
              default -> name(mention, cited, trial);
            };
        if (exists && claim.isCited() && !claim.pieces().isEmpty()) {
          cited(mention, claim, cited, trial);
        }
      }
    }
  }

  private boolean path(Mention mention, String cited, Trial trial) {
    String text = mention.text();
    boolean known =
        !mention.files().isEmpty()
            || ground.names().isFolder(text)
            || ground.names().isOfTheWorld(text)
            || cited.contains(text);
    if (!known) {
      trial.fail(Finding.Kind.FILE, "a path of the repository", text);
    }
    return known;
  }

  private boolean code(Mention mention, String cited, Trial trial) {
    String flat = BLANKS.matcher(cited).replaceAll(" ");
    String text = BLANKS.matcher(mention.text()).replaceAll(" ").strip();
    if (ground.names().isOfTheWorld(text) || flat.contains(text)) {
      return true;
    }
    for (String word : NO_NAME.split(text, -1)) {
      boolean name = word.length() > 1 && word.chars().anyMatch(Character::isLetter);
      boolean known =
          !name
              || CitedText.hasWord(flat, word, false)
              || !ground.names().named(word).isEmpty()
              || ground.names().isOfTheWorld(word);
      if (!known) {
        trial.fail(
            Finding.Kind.IDENTIFIER,
            "`" + text + "` in the cited lines or the repository",
            "no " + word);
        return false;
      }
    }
    return true;
  }

  private boolean name(Mention mention, String cited, Trial trial) {
    String text = mention.text();
    List<String> parts = RepositoryNames.parts(text);
    String last = ClaimReader.last(mention);
    boolean known =
        !mention.symbols().isEmpty()
            || !mention.files().isEmpty()
            || ground.names().isOfTheWorld(text)
            || cited.contains(text);
    if (!known && parts.size() > 1) {
      List<Integer> around =
          ground.names().symbols(String.join(".", parts.subList(0, parts.size() - 1)));
      boolean type = around.stream().anyMatch(one -> graph.symbol(one).kind().isType());
      known = type ? inherits(around, last) : isWritten(last, cited);
    } else if (!known) {
      known = isWritten(last, cited);
    }
    if (!known) {
      trial.fail(Finding.Kind.IDENTIFIER, "a name of the repository", "`" + text + "` is none");
    }
    return known;
  }

  private boolean isWritten(String name, String cited) {
    return !name.isEmpty()
        && (CitedText.hasWord(cited, name, false)
            || ground.names().isOfTheWorld(name)
            || ground.pack().pieces().stream()
                .anyMatch(piece -> CitedText.hasWord(piece.text(), name, false)));
  }

  /** Whether one of the types has the member itself or from above; unknown above may have it. */
  private boolean inherits(List<Integer> types, String member) {
    Deque<Integer> open = new ArrayDeque<>(types);
    Set<Integer> seen = new HashSet<>();
    while (!open.isEmpty() && seen.size() < SUPERTYPE_COUNT_MAX) {
      int type = open.remove();
      if (seen.add(type)) {
        for (int child : ground.names().children(type)) {
          if (graph.symbol(child).name().equals(member)) {
            return true;
          }
        }
        for (GraphEdge edge :
            ground
                .names()
                .edges(
                    graph.symbol(type).file(),
                    graph.symbol(type).startLine(),
                    graph.symbol(type).endLine())) {
          if (edge.kind() == ReferenceKind.INHERIT && edge.source() == type) {
            open.add(edge.target());
          }
        }
      }
    }
    return false;
  }

  /** It stands in the cited pieces, or they stand in it, or what proves the claim names it. */
  private void cited(Mention mention, Claim claim, String cited, Trial trial) {
    String last = ClaimReader.last(mention);
    boolean there = trial.isShown(mention);
    for (EvidencePiece piece : claim.pieces()) {
      there |= isAbout(piece, mention);
      there |= !last.isEmpty() && piece.path().contains(last);
    }
    String flat = BLANKS.matcher(cited).replaceAll(" ");
    String text = BLANKS.matcher(mention.text()).replaceAll(" ").strip();
    there |=
        !last.isEmpty() && CitedText.hasWord(cited, last, false) && isMeant(mention, claim, cited);
    there |= flat.contains(text);
    there |= mention.kind() == Mention.Kind.CODE && allWordsIn(text, flat);
    if (there) {
      trial.confirm();
      lines(mention, claim, trial);
    } else if (mention.kind() == Mention.Kind.CODE || isOneOfMany(claim)) {
      trial.doubt("`" + mention.text() + "` does not stand in the cited pieces");
    } else {
      trial.fail(
          Finding.Kind.IDENTIFIER,
          "`" + mention.text() + "` in the cited pieces",
          elsewhere(mention));
    }
  }

  /** A list of more names than a sentence has marks cannot cite each of them. */
  private static boolean isOneOfMany(Claim claim) {
    return claim.mentions().stream().filter(Mention::isExplicit).count() >= LIST_COUNT_MIN;
  }

  /** Of a name that several have, its container or an edge says which one is meant. */
  private boolean isMeant(Mention mention, Claim claim, String cited) {
    List<String> parts = RepositoryNames.parts(mention.text());
    if (parts.size() < 2
        || mention.symbols().isEmpty()
        || ground.names().named(parts.getLast()).size() == 1
        || CitedText.hasWord(cited, parts.get(parts.size() - 2), false)) {
      return true;
    }
    for (EvidencePiece piece : claim.pieces()) {
      int file = piece.path().isEmpty() ? -1 : graph.file(piece.path());
      if (file >= 0
          && ground.names().edges(file, piece.startLine(), piece.endLine()).stream()
              .anyMatch(edge -> mention.symbols().contains(edge.target()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean allWordsIn(String text, String flat) {
    for (String word : NO_NAME.split(text, -1)) {
      if (word.length() > 1 && !CitedText.hasWord(flat, word, true)) {
        return false;
      }
    }
    return true;
  }

  private boolean isAbout(EvidencePiece piece, Mention mention) {
    boolean inFile =
        mention.files().stream().anyMatch(file -> graph.path(file).equals(piece.path()));
    return inFile || ground.defines(List.of(piece), mention.symbols());
  }

  /** Where the name is defined in a cited piece, that is the line that shows it. */
  private void lines(Mention mention, Claim claim, Trial trial) {
    for (int symbol : mention.symbols()) {
      Evidence head = ground.head(symbol);
      if (claim.pieces().stream().anyMatch(piece -> Ground.covers(piece, head))) {
        trial.confirm(head);
        return;
      }
    }
  }

  private String elsewhere(Mention mention) {
    for (EvidencePiece piece : ground.pack().pieces()) {
      if (isAbout(piece, mention)) {
        return "it stands in [" + piece.mark() + "]";
      }
    }
    return mention.symbols().isEmpty()
        ? "it does not stand there"
        : "it stands in " + graph.symbol(mention.symbols().getFirst()).path();
  }
}
