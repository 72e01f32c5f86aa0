package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.facts.ReferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The document of a comparison with labels. */
final class GraphDocument {
  private static final List<ReferenceKind> KINDS =
      List.of(ReferenceKind.CALL, ReferenceKind.TYPE, ReferenceKind.INHERIT);

  private static final int COMMIT_LENGTH = 10;

  private final List<String> rows = new ArrayList<>();
  private final Score all = new Score();

  void add(String language, Checkout checkout, Set<Long> seeds, Score score) {
    String commit = checkout.commit.substring(0, COMMIT_LENGTH);
    String seed = String.join(", ", seeds.stream().map(Object::toString).toList());
    rows.add(row(language, checkout.name + " " + commit, seed, score));
    all.add(score);
  }

  private static String row(String language, String repository, String seed, Score score) {
    StringBuilder row = new StringBuilder("| ").append(language);
    row.append(" | ").append(repository).append(" | ").append(seed);
    row.append(" | ").append(score.precision());
    KINDS.forEach(kind -> row.append(" | ").append(score.precision(kind)));
    row.append(" | ").append(score.callRecall());
    row.append(" | ").append(score.importPrecision());
    row.append(" | ").append(score.importRecall());
    return row.append(" |").toString();
  }

  String text(String machine) {
    return """
    # The code graph beside people's judgement

    Made by `benchmarks/run graph check benchmarks/labels/graph.tsv FOLDER...`. Emitted edges, call sites and imports were
    drawn by seed from real repositories and judged by reading the sources; `benchmarks/labels/graph.tsv` has each with
    file and line. In brackets: Wilson's interval of 95 %%.

    - *Precision*: edges that lead to the right definition, of all edges the graph has for the drawn places; any
      overload counts as right.
    - *Calls, recall*: call sites with the right edge, of those whose target is in the repository. With seed 77 none were
      drawn whose name nothing in the repository has: they lead outside for sure.
    - *Imports*: those that lead to the right file, symbol or package, of those that lead anywhere (precision), and of
      those whose target is in the repository (recall).

    %s

    | Language | Repository | Seeds | Precision | of calls | of types | of inheritance | Calls, recall | Imports, precision | Imports, recall |
    |---|---|---|---|---|---|---|---|---|---|
    %s
    %s
    """
        .formatted(machine, String.join("\n", rows), row("all", "", "", all));
  }
}
