package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.diagrams.CallSequence;
import ai.wikibuilder.pages.diagrams.CommonHelpers;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the main path of a module in words and as a drawing. For one thread. */
public final class Walks {
  /** Calls of one function told; the rest is its code's business. */
  private static final int CALL_COUNT_MAX = 7;

  private final Material material;
  private final Repository repository;
  private final WalkFinder finder;
  private final CommonHelpers helpers;
  private final CallSequence drawings;

  /** By functions whose steps have been told: the page on which. */
  private final Map<Integer, PlannedPage> told = new HashMap<>();

  public Walks(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.helpers = new CommonHelpers(repository.graph());
    this.finder = new WalkFinder(material, helpers);
    this.drawings =
        new CallSequence(
            repository.graph(),
            helpers,
            function -> finder.weight(repository.graph().symbol(function)),
            repository.words());
  }

  /**
   * The walks that begin in a module; empty when none is worth telling. A walk ends where it comes
   * to a function of another module that an earlier page has told of.
   */
  public List<Page.Section> sections(CodeModule module, PlannedPage page) {
    List<Page.Section> sections = new ArrayList<>();
    for (Walk walk : finder.of(module)) {
      Optional<GraphSymbol> known = known(walk, module);
      Walk own = known.map(walk::until).orElse(walk);
      if (own.isWorth()) {
        own.steps().forEach(step -> told.putIfAbsent(step.function().id(), page));
        sections.add(section(own, known));
      }
    }
    return sections;
  }

  /** The first function of another module that is told elsewhere. */
  private Optional<GraphSymbol> known(Walk walk, CodeModule module) {
    return walk.steps().stream()
        .skip(1)
        .map(Walk.Step::function)
        .filter(function -> repository.graph().moduleOf(function.file()) != module.id())
        .filter(function -> told.containsKey(function.id()))
        .findFirst();
  }

  /** The functions of the heaviest path from outside, in its order; empty when there is none. */
  public List<GraphSymbol> mainPath() {
    return finder
        .main()
        .map(walk -> walk.steps().stream().map(Walk.Step::function).toList())
        .orElse(List.of());
  }

  private Page.Section section(Walk walk, Optional<GraphSymbol> goesOn) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Paragraph(List.of(start(walk))));
    List<List<Sentence>> items = new ArrayList<>();
    for (int i = 0; i < walk.steps().size(); i++) {
      items.add(step(walk, i));
    }
    goesOn.map(this::elsewhere).ifPresent(items.getLast()::add);
    blocks.add(new Block.Items(true, items));
    String heading = heading(walk, goesOn);
    drawings
        .of(walk.first().id(), heading)
        .ifPresent(diagram -> blocks.add(new Block.Figure(diagram)));
    return new Page.Section(heading, blocks);
  }

  private Sentence elsewhere(GraphSymbol function) {
    Phrase phrase = repository.words().say("walk.elsewhere", function.name());
    Optional.ofNullable(told.get(function.id()))
        .ifPresent(page -> phrase.page("page", page.slug(), page.title()));
    return phrase.code("name", name(function)).by(repository.definition(function)).end();
  }

  private String heading(Walk walk, Optional<GraphSymbol> goesOn) {
    String last = name(goesOn.orElse(walk.steps().getLast().function()));
    String first = walk.entry().map(EntryPoint::name).orElse(name(walk.first()));
    String pattern =
        repository
            .words()
            .text(walk.steps().size() == 1 && goesOn.isEmpty() ? "heading.inside" : "heading.walk");
    return pattern.replace("{first}", first).replace("{last}", last);
  }

  private String name(GraphSymbol function) {
    return repository.graph().qualifiedName(function.id());
  }

  private Sentence start(Walk walk) {
    GraphSymbol function = walk.first();
    Phrase phrase =
        walk.entry()
            .map(entry ->
                repository
                    .say("walk.start." + kind(entry))
                    .code("entry", entry.name())
                    .by(repository.lines(entry.path(), entry.line(), entry.line())))
            .orElseGet(() -> repository.words().say("walk.start", function.name()));
    return phrase.code("name", name(function)).by(repository.definition(function)).end();
  }

  private static String kind(EntryPoint entry) {
    return switch (entry.kind()) {
      case ROUTE -> "route";
      case COMMAND -> "command";
      case SCHEDULED -> "job";
      case MAIN, SCRIPT, EXPORT -> "main";
    };
  }

  private List<Sentence> step(Walk walk, int number) {
    Walk.Step step = walk.steps().get(number);
    List<Sentence> result = new ArrayList<>();
    Optional<Repository.Quoted> doc = repository.doc(step.function());
    Phrase itself =
        repository
            .say(doc.isPresent() ? "walk.step.doc" : "walk.step")
            .code("name", name(step.function()))
            .by(repository.definition(step.function()));
    doc.ifPresent(words -> itself.quote("quote", words.text()).by(words.evidence()));
    repository
        .pageOfFile(step.function().file())
        .filter(page -> number > 0 && isElsewhere(walk, number))
        .ifPresent(page -> itself.page("page", page.slug(), page.title()));
    result.add(itself.end());
    result.addAll(StepMarks.of(material, step));
    result.addAll(calls(step));
    boolean last = number == walk.steps().size() - 1;
    if (last && step.calls().isEmpty()) {
      result.add(repository.words().plain("walk.end"));
    }
    return result;
  }

  private boolean isElsewhere(Walk walk, int number) {
    int before = walk.steps().get(number - 1).function().file();
    int here = walk.steps().get(number).function().file();
    return repository.graph().moduleOf(before) != repository.graph().moduleOf(here);
  }

  /** One sentence for each run of calls in the same surroundings, in source order. */
  private List<Sentence> calls(Walk.Step step) {
    Optional<SourceText> text = repository.text(step.function().path());
    Map<Surroundings, List<GraphEdge>> runs = new LinkedHashMap<>();
    List<GraphEdge> told = told(step);
    for (GraphEdge edge : told) {
      Surroundings around =
          text.isEmpty()
              ? new Surroundings.Straight()
              : Surroundings.of(text.get(), edge.line(), step.function().nameLine());
      runs.computeIfAbsent(around, _ -> new ArrayList<>()).add(edge);
    }
    List<Sentence> result = new ArrayList<>();
    runs.forEach((around, edges) -> result.add(run(around, edges)));
    int rest = step.calls().size() - told.size();
    if (rest > 0) {
      result.add(repository.say("walk.more").count("calls", rest).end());
    }
    return result;
  }

  /**
   * Of many calls those of functions that are no common helpers, and of still too many those that
   * leave the file.
   */
  private List<GraphEdge> told(Walk.Step step) {
    List<GraphEdge> told = new ArrayList<>(step.calls());
    if (told.size() > CALL_COUNT_MAX) {
      told.removeIf(edge -> helpers.contains(edge.target()));
    }
    if (told.size() > CALL_COUNT_MAX) {
      told.removeIf(edge -> !repository.graph().symbol(edge.target()).kind().isCallable());
    }
    if (told.size() > CALL_COUNT_MAX) {
      told.removeIf(edge -> repository.graph().symbol(edge.target()).file() == edge.sourceFile());
    }
    List<GraphEdge> kept = told.isEmpty() ? step.calls() : told;
    return kept.subList(0, Math.min(CALL_COUNT_MAX, kept.size()));
  }

  private Sentence run(Surroundings around, List<GraphEdge> edges) {
    Phrase phrase =
        switch (around) {
          case Surroundings.Straight straight ->
              repository.say(edges.size() == 1 ? "walk.calls.one" : "walk.calls");
          case Surroundings.Loop loop -> repository.say("walk.loop");
          case Surroundings.Failure(String type) ->
              type.isEmpty()
                  ? repository.say("walk.failure")
                  : repository.say("walk.catch").code("type", type);
          case Surroundings.Condition(String words) ->
              words.isEmpty()
                  ? repository.say("walk.maybe")
                  : repository.say("walk.if").code("condition", words);
        };
    List<Inline> callees = new ArrayList<>();
    for (GraphEdge edge : edges) {
      callees.add(new Inline.Code(name(repository.graph().symbol(edge.target()))));
      phrase.by(repository.line(edge.sourceFile(), edge.line()));
    }
    return phrase.list("callees", callees.stream().distinct().toList()).end();
  }
}
