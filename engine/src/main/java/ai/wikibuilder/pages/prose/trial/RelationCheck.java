package ai.wikibuilder.pages.prose.trial;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.claims.CitedText;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.language.RelationKind;
import ai.wikibuilder.pages.prose.language.StatedRelation;
import ai.wikibuilder.pages.prose.lookup.DocOwners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who calls, extends, uses or holds whom: compared with the edges of the code graph. */
final class RelationCheck implements ClaimCheck {
  /** Symbols of a module looked through; larger ones are too vague a subject. */
  private static final int SYMBOL_COUNT_MAX = 6_000;

  /** Languages in which a type implements an interface without saying so. */
  private static final Set<String> SILENT_INHERITANCE = Set.of("go", "typescript", "javascript");

  private final Ground ground;
  private final CodeGraph graph;
  private final DocOwners owners;

  RelationCheck(Ground ground) {
    this.ground = ground;
    this.graph = ground.names().graph();
    this.owners = new DocOwners(ground.names(), ground.text());
  }

  /** One pair of a stated relation. */
  private record Pair(StatedRelation stated, Mention from, Mention to) {
    RelationKind kind() {
      return stated.kind();
    }

    boolean isExplicit() {
      return from.isExplicit() && to.isExplicit();
    }
  }

  @Override
  public void check(Claim claim, Trial trial) {
    for (StatedRelation stated : ground.language().relations(claim.masked())) {
      for (int from : stated.from()) {
        for (int to : stated.to()) {
          Pair pair = new Pair(stated, claim.mention(from), claim.mention(to));
          if (!isSame(pair)) {
            check(pair, claim, trial);
          }
        }
      }
    }
  }

  /** Two ways to say one name say nothing of each other. */
  private boolean isSame(Pair pair) {
    boolean said = pair.from().text().equals(pair.to().text());
    return said
        || (pair.kind() == RelationKind.USE && isWithin(pair.from(), pair.to()))
        || (!pair.isExplicit()
            && pair.from().symbols().stream()
                .anyMatch(one ->
                    pair.to().symbols().stream()
                        .anyMatch(
                            two -> graph.symbol(one).name().equals(graph.symbol(two).name()))));
  }

  private void check(Pair pair, Claim claim, Trial trial) {
    Set<Integer> from = symbols(pair.from());
    Set<Integer> to = symbols(pair.to());
    if (from.isEmpty()) {
      if (pair.from().isExplicit() || pair.from().text().isEmpty()) {
        trial.doubt("what is said to hold for " + pair.to().text() + " has no known beginning");
      }
      return;
    }
    List<Evidence> proof = proof(pair, from, to);
    if (proof.isEmpty()) {
      proof = proof(pair, candidates(pair.from(), from), candidates(pair.to(), to));
    }
    if (pair.stated().negated()) {
      if (!proof.isEmpty() && !byName(pair, from, to)) {
        trial.fail(
            Finding.Kind.RELATION, said(pair) + ", as " + place(proof) + " shows", "the opposite");
      }
      return;
    }
    if (proof.isEmpty()) {
      unproven(pair, from, to, trial);
    } else {
      proven(pair, proof, claim, trial);
      if (pair.stated().only() && pair.kind() == RelationKind.CALL) {
        alone(pair, from, to, trial);
      }
    }
  }

  /** Whether only the text shows it, and not an edge. */
  private boolean byName(Pair pair, Set<Integer> from, Set<Integer> to) {
    return pair.kind() == RelationKind.HOLDS
        || (ground.relations().uses(from, to).isEmpty()
            && ground.relations().inherits(from, to).isEmpty());
  }

  /** A member makes and names its own type all the time. */
  private boolean isWithin(Mention member, Mention type) {
    return member.symbols().stream().anyMatch(one -> type.symbols().contains(graph.parent(one)));
  }

  /** All that a name may mean, where what stands nearby proves nothing. */
  private static Set<Integer> candidates(Mention mention, Set<Integer> symbols) {
    return mention.candidates().isEmpty() ? symbols : new LinkedHashSet<>(mention.candidates());
  }

  private Set<Integer> symbols(Mention mention) {
    Set<Integer> result = new LinkedHashSet<>(mention.symbols());
    for (int file : mention.files()) {
      for (int id = graph.firstSymbol(file); id < graph.endSymbol(file); id++) {
        result.add(id);
      }
      if (result.size() > SYMBOL_COUNT_MAX) {
        return Set.of();
      }
    }
    return result;
  }

  private List<Evidence> proof(Pair pair, Set<Integer> from, Set<Integer> to) {
    return switch (pair.kind()) {
      case CALL -> {
        List<Evidence> lines = ground.relations().calls(from, to);
        yield lines.isEmpty() ? named(pair, from, to, true) : lines;
      }
      case INHERIT -> {
        List<Evidence> lines = ground.relations().inherits(from, to);
        yield lines.isEmpty() ? named(pair, heads(from), to, false) : lines;
      }
      case USE -> {
        List<Evidence> lines = new ArrayList<>(ground.relations().uses(from, to));
        lines.addAll(ground.relations().inherits(from, to));
        yield lines.isEmpty() ? named(pair, from, to, false) : lines;
      }
      case HOLDS -> {
        List<Evidence> lines = named(pair, from, to, false);
        yield lines.isEmpty() ? ground.relations().uses(from, to) : lines;
      }
      case MEMBER -> {
        List<Evidence> lines = members(pair, from, to);
        boolean types = to.stream().anyMatch(one -> graph.symbol(one).kind().isType());
        boolean calls = from.stream().anyMatch(one -> graph.symbol(one).kind().isCallable());
        boolean loose = to.isEmpty() || (types && !calls);
        yield lines.isEmpty() && loose ? named(pair, from, to, false) : lines;
      }
    };
  }

  private List<Evidence> named(Pair pair, Collection<Integer> from, Set<Integer> to, boolean call) {
    String name = ClaimReader.last(pair.to());
    return name.isEmpty() || pair.to().kind() == Mention.Kind.WORDS
        ? List.of()
        : ground.relations().names(from, name, to, call).stream().toList();
  }

  /** Inheritance is said in the head of a type, so its members are not searched. */
  private List<Integer> heads(Set<Integer> from) {
    return from.stream()
        .filter(id -> graph.symbol(id).kind().isType() && ground.names().children(id).isEmpty())
        .toList();
  }

  private List<Evidence> members(Pair pair, Set<Integer> from, Set<Integer> to) {
    List<Evidence> result = new ArrayList<>();
    for (int inner : to) {
      boolean inFile = pair.from().files().contains(graph.symbol(inner).file());
      boolean inside = false;
      for (int at = graph.parent(inner); at >= 0; at = graph.parent(at)) {
        inside |= from.contains(at);
      }
      if (inside || inFile) {
        result.add(ground.head(inner));
      }
    }
    return result;
  }

  private void unproven(Pair pair, Set<Integer> from, Set<Integer> to, Trial trial) {
    Pair turned = new Pair(pair.stated(), pair.to(), pair.from());
    List<Evidence> reverse =
        to.isEmpty()
            ? List.of()
            : pair.kind() == RelationKind.MEMBER
                ? members(turned, to, from)
                : proof(turned, to, from);
    boolean soft =
        switch (pair.kind()) {
          case CALL, USE -> to.isEmpty() && pair.to().files().isEmpty();
          case INHERIT -> from.stream().anyMatch(this::mayInheritSilently);
          case HOLDS -> true;
          case MEMBER ->
              pair.to().files().isEmpty()
                  && to.stream().allMatch(one -> graph.symbol(one).kind().isType())
                  && pair.from().files().isEmpty();
        };
    boolean mixed = pair.from().isNamed() != pair.to().isNamed();
    if (!reverse.isEmpty() && pair.kind() != RelationKind.HOLDS && !mixed) {
      trial.fail(
          Finding.Kind.RELATION,
          "“" + said(turned) + "”, as " + place(reverse) + " shows",
          "“" + said(pair) + "”");
    } else if (soft || !pair.isExplicit() || isSaid(pair, from)) {
      boolean words = pair.kind() == RelationKind.USE && !mixed;
      if (pair.isExplicit() || pair.kind() == RelationKind.CALL || words) {
        trial.doubt("nothing shows that " + said(pair));
      }
    } else {
      trial.fail(
          Finding.Kind.RELATION,
          "a line that shows “" + said(pair) + "”",
          "the code graph has none");
    }
  }

  /** Whether the comment above one side names the other: people know what no edge shows. */
  private boolean isSaid(Pair pair, Set<Integer> from) {
    String name = ClaimReader.last(pair.to());
    return pair.from().files().isEmpty()
        && !name.isEmpty()
        && from.stream()
            .anyMatch(one -> CitedText.hasWord(owners.doc(graph.symbol(one)), name, false));
  }

  private boolean mayInheritSilently(int type) {
    return SILENT_INHERITANCE.contains(graph.language(graph.symbol(type).file()));
  }

  /** It holds; the cited pieces have to show it, or at least one of its two sides. */
  private void proven(Pair pair, List<Evidence> proof, Claim claim, Trial trial) {
    for (Evidence line : proof) {
      if (claim.pieces().stream().anyMatch(piece -> Ground.covers(piece, line))) {
        shown(pair, line, trial);
        return;
      }
    }
    if (claim.pieces().stream().anyMatch(piece -> tells(piece, pair))) {
      shown(pair, proof.getFirst(), trial);
      return;
    }
    for (EvidencePiece piece : ground.pack().pieces()) {
      boolean mixed = pair.from().isNamed() != pair.to().isNamed();
      if (claim.isCited()
          && !mixed
          && proof.stream().anyMatch(line -> Ground.covers(piece, line))) {
        trial.fail(
            Finding.Kind.PLACE,
            "the mark [" + piece.mark() + "], which shows “" + said(pair) + "”",
            "marks of other lines");
        return;
      }
    }
    List<Integer> sides = new ArrayList<>(pair.from().symbols());
    sides.addAll(pair.to().symbols());
    if (ground.defines(claim.pieces(), sides)) {
      shown(pair, proof.getFirst(), trial);
    } else if (claim.isCited() && !claim.pieces().isEmpty() && pair.isExplicit()) {
      trial.fail(
          Finding.Kind.PLACE,
          "a mark that shows “" + said(pair) + "”, which stands at " + place(proof),
          "marks of other lines");
    }
  }

  /** A card tells who calls and is called by the symbol it is about. */
  private static boolean tells(EvidencePiece piece, Pair pair) {
    return piece.kind() == EvidencePiece.Kind.CARD
        && piece.text().contains(pair.from().text())
        && piece.text().contains(pair.to().text());
  }

  private static void shown(Pair pair, Evidence line, Trial trial) {
    trial.prove();
    trial.confirm(line);
    trial.shows(pair.from());
    trial.shows(pair.to());
  }

  /** Nobody else of the product's own code does it. */
  private void alone(Pair pair, Set<Integer> from, Set<Integer> to, Trial trial) {
    Set<Integer> within = ground.names().within(from);
    for (int target : to) {
      int own = graph.symbol(target).file();
      for (GraphEdge edge : graph.incoming(target)) {
        boolean other =
            edge.kind() == ReferenceKind.CALL
                && edge.sourceFile() != own
                && graph.role(edge.sourceFile()) == FileRole.MAIN
                && !within.contains(edge.source());
        if (other && to.size() == 1) {
          String path = graph.path(edge.sourceFile()) + ":" + edge.line();
          trial.fail(
              Finding.Kind.COUNT,
              "other callers of " + pair.to().text() + ", as " + path + " shows",
              "only " + pair.from().text());
          return;
        }
      }
    }
  }

  private static String said(Pair pair) {
    String verb =
        switch (pair.kind()) {
          case CALL -> " calls ";
          case INHERIT -> " extends or implements ";
          case USE -> " uses ";
          case HOLDS -> " takes, returns or throws ";
          case MEMBER -> " holds ";
        };
    return pair.from().text() + verb + pair.to().text();
  }

  private static String place(List<Evidence> lines) {
    Evidence first = lines.getFirst();
    return first.path() + ":" + first.startLine();
  }
}
