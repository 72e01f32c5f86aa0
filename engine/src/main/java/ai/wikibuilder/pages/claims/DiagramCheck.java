package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a drawing stands on evidence and that its words agree with it. One thread. */
final class DiagramCheck {
  private final Scene scene;

  DiagramCheck(Scene scene) {
    this.scene = scene;
  }

  void check(Diagram diagram) {
    Set<String> ids = new HashSet<>();
    Map<String, String> labels = new HashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      node(node, ids);
      labels.put(node.id(), node.label());
    }
    for (Diagram.Edge edge : diagram.edges()) {
      edge(edge, labels);
    }
    if (diagram.nodes().size() > Diagram.NODE_COUNT_MAX) {
      scene
          .findings()
          .add(
              Finding.Kind.DIAGRAM,
              "at most " + Diagram.NODE_COUNT_MAX + " boxes in “" + diagram.title() + "”",
              Integer.toString(diagram.nodes().size()));
    }
    diagram.inWords().forEach(sentence -> numbers(diagram, sentence));
  }

  private void node(Diagram.Node node, Set<String> ids) {
    Findings findings = scene.findings();
    int before = findings.count();
    if (!ids.add(node.id())) {
      findings.add(Finding.Kind.DIAGRAM, "one box with the id " + node.id(), "another one");
    }
    if (node.page().isEmpty() && node.evidence().isEmpty()) {
      findings.add(Finding.Kind.DIAGRAM, "evidence or a page for the box " + node.label(), "none");
    }
    node.page()
        .filter(page -> !scene.slugs().contains(page))
        .ifPresent(
            page -> findings.add(Finding.Kind.LINK, "a page for the box " + node.label(), page));
    node.evidence().ifPresent(scene::resolves);
    findings.claim(before, true);
  }

  /**
   * @param labels what is written into the boxes, by their ids
   */
  private void edge(Diagram.Edge edge, Map<String, String> labels) {
    Findings findings = scene.findings();
    int before = findings.count();
    String name = edge.from() + " → " + edge.to();
    if (!labels.containsKey(edge.from()) || !labels.containsKey(edge.to())) {
      findings.add(Finding.Kind.DIAGRAM, "both boxes of the arrow " + name, "one is not drawn");
    }
    if (edge.evidence().isEmpty()) {
      findings.add(Finding.Kind.DIAGRAM, "evidence for the arrow " + name, "none");
    }
    boolean confirmed = false;
    String read = "";
    for (Evidence evidence : edge.evidence()) {
      boolean resolves = scene.resolves(evidence);
      String lines = resolves ? scene.text().lines(evidence).orElse("") : "";
      // an arrow of a file that is no code, such as that of services, names where it leads
      confirmed |=
          resolves
              && (!scene.facts().in(evidence).isEmpty()
                  || names(lines, labels.getOrDefault(edge.to(), ""))
                  || names(lines, labels.getOrDefault(edge.from(), "")));
      read = Findings.place(evidence) + " reads: " + lines;
    }
    if (!confirmed && findings.count() == before) {
      findings.unconfirmed(
          "lines that name an end of the arrow from "
              + labels.getOrDefault(edge.from(), "")
              + " to "
              + labels.getOrDefault(edge.to(), ""),
          read);
    }
    findings.claim(before, confirmed);
  }

  private static boolean names(String lines, String label) {
    return !label.isBlank() && CitedText.hasWord(lines, label, false);
  }

  /** Numbers of what is drawn, in sentences about the drawing itself. */
  private void numbers(Diagram diagram, Sentence sentence) {
    if (!sentence.evidence().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Inline word : sentence.words()) {
      text.append(word instanceof Inline.Plain(String plain) ? plain : " ");
    }
    List<CountedNoun> counted = CountedNoun.in(text.toString());
    expect(counted, CountedNoun.Kind.BOXES, diagram.nodes().size());
    expect(counted, CountedNoun.Kind.ARROWS, diagram.edges().size());
  }

  private void expect(List<CountedNoun> counted, CountedNoun.Kind kind, int drawn) {
    List<CountedNoun> ours = counted.stream().filter(one -> one.kind() == kind).toList();
    boolean agrees = ours.isEmpty() || ours.stream().anyMatch(one -> one.number() == drawn);
    if (!agrees) {
      scene
          .findings()
          .add(
              Finding.Kind.COUNT,
              drawn + " drawn",
              ours.getFirst().number() + " " + ours.getFirst().noun());
    }
  }
}
