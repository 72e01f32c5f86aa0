package ai.wikibuilder.answers.maps;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.diagrams.CallPath;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.walks.Surroundings;
import ai.wikibuilder.pages.wording.Catalogue;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a route: its steps in sentences, the lines that show them, the drawing. One thread. */
final class MapText {
  private final Repository repository;
  private final CodeGraph graph;
  private final CallWeb web;
  private final Catalogue words;
  private final ShownLines shown;

  MapText(Repository repository, CallWeb web, Catalogue words) {
    this.repository = repository;
    this.graph = repository.graph();
    this.web = web;
    this.words = words;
    this.shown = new ShownLines(repository);
  }

  /**
   * One part of a map.
   *
   * @param before steps that were told before
   */
  CodeMap.Part part(Route route, int before) {
    List<CodeMap.Step> steps = new ArrayList<>();
    for (int i = 0; i < route.legs().size(); i++) {
      steps.add(step(route, i, before));
    }
    List<Sentence> introduction = before == 0 ? List.of() : List.of(words.plain("map.apart"));
    String title = title(route);
    return new CodeMap.Part(title, introduction, steps, drawing(route, before, title));
  }

  private String title(Route route) {
    String first = web.name(route.legs().getFirst().node());
    String last = web.name(route.legs().getLast().node());
    String pattern = words.text(route.legs().size() == 1 ? "heading.inside" : "heading.walk");
    return pattern.replace("{first}", first).replace("{last}", last);
  }

  private CodeMap.Step step(Route route, int position, int before) {
    Route.Leg leg = route.legs().get(position);
    List<Integer> calls = new ArrayList<>();
    for (Route.Leg other : route.legs()) {
      if (other.parent() == position) {
        other
            .by()
            .filter(hop -> hop.kind() != Hop.Kind.IMPLEMENTATION)
            .ifPresent(hop -> calls.add(hop.line()));
      }
    }
    Evidence place = place(leg.node());
    return new CodeMap.Step(
        before + position + 1,
        leg.parent() < 0 ? Optional.empty() : Optional.of(before + leg.parent() + 1),
        web.name(leg.node()),
        leg.node() < 0 ? "" : graph.symbol(leg.node()).kind().label(),
        place,
        leg.by().flatMap(hop -> repository.line(hop.file(), hop.line())),
        sentences(leg),
        shown.of(place, head(leg.node()), calls));
  }

  private int head(int node) {
    return node < 0 ? graph.entryPoints().get(~node).line() : graph.symbol(node).nameLine();
  }

  /** The definition; of an entry point without a function its line. */
  private Evidence place(int node) {
    if (node >= 0) {
      return repository.definition(graph.symbol(node));
    }
    EntryPoint entry = graph.entryPoints().get(~node);
    int last = entry.line();
    for (Hop hop : web.from(node)) {
      last = Math.max(last, hop.line());
    }
    return repository
        .lines(entry.path(), entry.line(), last)
        .orElseGet(() -> new Evidence(entry.path(), 1, 1));
  }

  private List<Sentence> sentences(Route.Leg leg) {
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(leg.by().map(this::reached).orElseGet(() -> first(leg.node())));
    if (leg.by().isPresent()) {
      web.entry(leg.node()).map(entry -> entered(entry, leg.node())).ifPresent(sentences::add);
    }
    if (leg.node() >= 0) {
      repository
          .doc(graph.symbol(leg.node()))
          .ifPresent(doc ->
              sentences.add(
                  words.say("map.doc").quote("quote", doc.text()).by(doc.evidence()).end()));
    }
    return sentences;
  }

  private Sentence first(int node) {
    return web.entry(node)
        .map(entry -> entered(entry, node))
        .orElseGet(
            () -> words.say("map.begins").code("name", web.name(node)).by(place(node)).end());
  }

  private Sentence entered(EntryPoint entry, int node) {
    Optional<Evidence> line = repository.lines(entry.path(), entry.line(), entry.line());
    if (node < 0) {
      return words.say("map.entry").code("entry", entry.name()).by(line).end();
    }
    String key =
        switch (entry.kind()) {
          case ROUTE -> "walk.start.route";
          case COMMAND -> "walk.start.command";
          case SCHEDULED -> "walk.start.job";
          case MAIN, SCRIPT, EXPORT -> "walk.start.main";
        };
    Phrase phrase = words.say(key).code("name", web.name(node)).by(line);
    return phrase.code("entry", entry.name()).by(place(node)).end();
  }

  /** The sentence of a call, with what stands around it. */
  private Sentence reached(Hop hop) {
    Phrase phrase =
        switch (hop.kind()) {
          case IMPLEMENTATION -> words.say("map.implements");
          case CALL_BY_NAME -> words.say("map.named");
          case CALL -> hop.from() < 0 ? words.say("diagram.calls") : called(hop);
        };
    return phrase
        .code("from", web.name(hop.from()))
        .code("to", web.name(hop.to()))
        .by(repository.line(hop.file(), hop.line()))
        .by(place(hop.to()))
        .end();
  }

  /** The line that a call stands under, when the sentence repeats its words. */
  private Optional<Evidence> branch(Hop hop, SourceText text) {
    int line = Surroundings.lineOf(text, hop.line(), graph.symbol(hop.from()).nameLine());
    return line == 0 ? Optional.empty() : repository.line(hop.file(), line);
  }

  private Phrase called(Hop hop) {
    GraphSymbol caller = graph.symbol(hop.from());
    Optional<SourceText> text = repository.text(graph.path(hop.file()));
    Surroundings around =
        text.isEmpty()
            ? new Surroundings.Straight()
            : Surroundings.of(text.get(), hop.line(), caller.nameLine());
    return switch (around) {
      case Surroundings.Straight straight ->
          words.say(makes(hop.to()) ? "diagram.makes" : "diagram.calls");
      case Surroundings.Loop loop -> words.say("map.loop");
      case Surroundings.Failure(String type) ->
          type.isEmpty()
              ? words.say("map.failure")
              : words.say("map.catch").code("type", type).by(branch(hop, text.orElseThrow()));
      case Surroundings.Condition(String condition) ->
          condition.isEmpty()
              ? words.say("map.maybe")
              : words
                  .say("map.if")
                  .code("condition", condition)
                  .by(branch(hop, text.orElseThrow()));
    };
  }

  private boolean makes(int node) {
    SymbolKind kind = node < 0 ? SymbolKind.NAMESPACE : graph.symbol(node).kind();
    return kind.isType() || kind == SymbolKind.CONSTRUCTOR;
  }

  private Diagram drawing(Route route, int before, String title) {
    List<CallPath.Stop> stops = new ArrayList<>();
    List<CallPath.Arrow> arrows = new ArrayList<>();
    for (int i = 0; i < route.legs().size(); i++) {
      Route.Leg leg = route.legs().get(i);
      stops.add(stop(leg.node()));
      int number = before + i + 1;
      leg.by()
          .flatMap(hop -> repository.line(hop.file(), hop.line()))
          .ifPresent(
              line -> arrows.add(new CallPath.Arrow(leg.parent(), number - before - 1, line)));
    }
    return new CallPath(stops, arrows, before + 1).diagram(title, words);
  }

  private CallPath.Stop stop(int node) {
    Evidence place = place(node);
    Evidence head = repository.lines(place.path(), head(node), head(node)).orElse(place);
    if (node < 0) {
      return new CallPath.Stop(web.name(node), Repository.fileName(place.path()), head);
    }
    GraphSymbol at = graph.symbol(node);
    String owner = Repository.fileName(place.path());
    while (at.parent() >= 0) {
      at = graph.symbol(at.parent());
      owner = at.kind().isType() ? graph.qualifiedName(at.id()) : owner;
    }
    return new CallPath.Stop(web.name(node), owner, head);
  }
}
