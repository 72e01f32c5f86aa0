package ai.wikibuilder.benchmarks.graph;

import ai.wikibuilder.facts.ReferenceKind;
import ai.wikibuilder.graph.GraphEdge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a graph compares with labels. Not safe for several threads while it is filled. */
final class Score {
  private final Map<ReferenceKind, Share> precision = new EnumMap<>(ReferenceKind.class);
  private final List<String> differing = new ArrayList<>();
  private Share callRecall = Share.NONE;
  private Share importPrecision = Share.NONE;
  private Share importRecall = Share.NONE;

  static Score of(Checkout checkout, List<Label> labels) {
    Score score = new Score();
    Answers answers = new Answers(checkout.graph());
    for (Label label : labels) {
      if (!label.commit().equals(checkout.commit)) {
        throw new IllegalStateException(
            "labels of %s are for commit %s, the folder has %s; check that commit out"
                .formatted(label.repository(), label.commit(), checkout.commit));
      }
      if (label.drawn() == Label.Drawn.IMPORT) {
        score.addImport(answers, label);
      } else {
        score.addReference(answers, label);
      }
    }
    return score;
  }

  private void addReference(Answers answers, Label label) {
    Optional<GraphEdge> edge = answers.at(label.file(), label.line(), label.name());
    boolean same = edge.isPresent() && answers.is(edge.get(), label.expected());
    edge.ifPresent(found ->
        precision.merge(found.kind(), Share.NONE.with(same), (one, other) -> one.plus(other)));
    boolean inside = label.drawn() == Label.Drawn.CALL && !label.isOutside();
    callRecall = inside ? callRecall.with(same) : callRecall;
    if (edge.isPresent() ? !same : inside) {
      differing.add(label + "\tgot " + edge.map(answers::target).orElse("nothing"));
    }
  }

  private void addImport(Answers answers, Label label) {
    String landing = answers.landing(label.file(), label.line(), label.name());
    boolean found = !landing.equals(Label.OUTSIDE);
    boolean same = landing.equals(label.expected()) || isPartOf(landing, label.expected());
    importPrecision = found ? importPrecision.with(same) : importPrecision;
    importRecall = label.isOutside() ? importRecall : importRecall.with(same);
    if (!same) {
      differing.add(label + "\tgot " + landing);
    }
  }

  /** A package is right by any of its files; a file alone is right by any symbol of it. */
  private static boolean isPartOf(String landing, String expected) {
    boolean outside = landing.equals(Label.OUTSIDE) || expected.equals(Label.OUTSIDE);
    return !outside
        && (expected.equals(Label.INSIDE)
            || landing.startsWith(expected + ":")
            || (expected.endsWith("/") && landing.startsWith(expected)));
  }

  void add(Score other) {
    other.precision.forEach((kind, share) -> precision.merge(kind, share, Share::plus));
    callRecall = callRecall.plus(other.callRecall);
    importPrecision = importPrecision.plus(other.importPrecision);
    importRecall = importRecall.plus(other.importRecall);
  }

  Share precision() {
    return precision.values().stream().reduce(Share.NONE, Share::plus);
  }

  Share precision(ReferenceKind kind) {
    return precision.getOrDefault(kind, Share.NONE);
  }

  Share callRecall() {
    return callRecall;
  }

  Share importPrecision() {
    return importPrecision;
  }

  Share importRecall() {
    return importRecall;
  }

  /** Labels with what the graph says instead, for people. */
  List<String> differing() {
    return differing.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
