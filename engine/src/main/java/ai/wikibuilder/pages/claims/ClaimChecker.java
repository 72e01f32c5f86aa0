package ai.wikibuilder.pages.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks every statement of a wiki against the snapshot: does the cited place exist, does it show
 * what is said, do names exist, do numbers and links agree. Used by every build and by {@code
 * aiwiki check}; threads may share it.
 */
public final class ClaimChecker {
  /** Findings kept; a wiki with more is broken as a whole. */
  private static final int FINDING_COUNT_MAX = 1_000;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Ground ground;

  public ClaimChecker(Ground ground) {
    this.ground = ground;
  }

  /** What holds and what does not, in the order of the pages. */
  public Quality check(Wiki wiki) {
    Set<String> slugs = new HashSet<>();
    Set<String> names = new HashSet<>();
    Set<String> paths = new HashSet<>();
    for (Page page : wiki.pages()) {
      slugs.add(page.slug());
      for (Page.Section section : page.sections()) {
        section.blocks().forEach(block -> collect(block, names, paths));
      }
    }
    Findings findings = new Findings();
    Scene scene =
        new Scene(
            new CitedText(ground.reader()),
            new KnownNames(ground.graph(), names),
            new FactLines(ground.graph(), paths),
            slugs,
            findings);
    for (Page page : wiki.pages()) {
      findings.on(page.slug());
      new Round(scene, page.checking().isPresent()).page(page);
    }
    findings.on(wiki.pages().isEmpty() ? "" : wiki.pages().getFirst().slug());
    numbers(wiki, findings);
    return quality(findings, List.of());
  }

  /**
   * Checks a stored wiki.
   *
   * @param witnesses what cited lines read when it was written
   * @param anew the wiki as it would be composed from the same facts, to count again
   */
  public Quality check(Wiki wiki, List<Witness> witnesses, Wiki anew) {
    Quality first = check(wiki);
    List<Finding> more = new ArrayList<>();
    CitedText text = new CitedText(ground.reader());
    for (Witness witness : witnesses) {
      moved(witness, text).ifPresent(more::add);
    }
    more.addAll(Recount.differences(wiki, anew));
    List<Finding> all = new ArrayList<>(first.findings());
    more.stream().filter(one -> !all.contains(one)).distinct().forEach(all::add);
    int broken = all.size() - first.findings().size();
    return new Quality(
        first.claims(),
        Math.max(0, first.verified() - broken),
        first.uncited(),
        first.citations(),
        first.resolved(),
        first.modules(),
        first.modulesTold(),
        all.subList(0, Math.min(FINDING_COUNT_MAX, all.size())),
        first.unconfirmed(),
        first.doubtful());
  }

  /** Cited lines that no longer read as they did, with the place where they now stand. */
  private static Optional<Finding> moved(Witness witness, CitedText text) {
    Evidence evidence = witness.evidence();
    SourceText file = text.file(evidence.path()).orElse(null);
    if (file == null || evidence.endLine() > file.lineCount()) {
      return Optional.empty(); // said already
    }
    int length = evidence.endLine() - evidence.startLine();
    Optional<String> now = Witness.digest(file, evidence.startLine(), evidence.endLine());
    if (now.filter(witness.digest()::equals).isPresent()) {
      return Optional.empty();
    }
    String expected = "the lines that were cited";
    for (int line = 1; line + length <= file.lineCount(); line++) {
      if (Witness.digest(file, line, line + length).filter(witness.digest()::equals).isPresent()) {
        expected += ", which stand at " + line + "-" + (line + length);
        break;
      }
    }
    return Optional.of(
        new Finding(
            witness.page(),
            Finding.Kind.PLACE,
            expected,
            Findings.place(evidence) + " reads otherwise"));
  }

  private static void collect(Block block, Set<String> names, Set<String> paths) {
    List<Sentence> sentences = Sentences.of(block);
    for (String name : Sentences.names(sentences)) {
      names.add(name);
      for (String part : name.split("[^\\p{L}\\p{N}_$]+", -1)) {
        names.add(part);
      }
    }
    sentences.forEach(one -> one.evidence().forEach(evidence -> paths.add(evidence.path())));
    if (block instanceof Block.Symbols symbols) {
      symbols.cards().forEach(card -> paths.add(card.definition().path()));
    } else if (block instanceof Block.Figure figure) {
      figure
          .diagram()
          .edges()
          .forEach(edge -> edge.evidence().forEach(one -> paths.add(one.path())));
    }
  }

  /** Totals the wiki states of itself. */
  private void numbers(Wiki wiki, Findings findings) {
    CodeGraph graph = ground.graph();
    Map<String, long[]> totals = new HashMap<>();
    totals.put("files", new long[] {wiki.numbers().fileCount(), graph.fileCount()});
    totals.put("symbols", new long[] {wiki.numbers().symbolCount(), graph.symbolCount()});
    totals.put("edges", new long[] {wiki.numbers().edgeCount(), graph.edgeCount()});
    long lines = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      lines += graph.lineCount(file);
    }
    totals.put("lines", new long[] {wiki.numbers().lineCount(), lines});
    totals.forEach((what, said) -> {
      if (said[0] != said[1]) {
        findings.add(Finding.Kind.COUNT, said[1] + " " + what, said[0] + " " + what);
      }
    });
  }

  private Quality quality(Findings findings, List<Finding> more) {
    List<Finding> all = new ArrayList<>(findings.all());
    all.addAll(more);
    List<CodeModule> modules =
        ground.graph().modules().stream().filter(one -> !one.files().isEmpty()).toList();
    long told = modules.stream().filter(one -> ground.plan().pageOf(one.id()).isPresent()).count();
    return new Quality(
        findings.claims(),
        findings.verified(),
        findings.uncitedCount(),
        findings.citations(),
        findings.resolved(),
        modules.size(),
        (int) told,
        all.subList(0, Math.min(FINDING_COUNT_MAX, all.size())),
        findings.unconfirmed(),
        findings.doubtful());
  }

  /** Goes through the blocks of one page. */
  private static final class Round {
    private final Scene scene;
    private final SentenceCheck sentences;
    private final DiagramCheck diagrams;

    /**
     * @param marked sentences without evidence are shown as such, and were judged before
     */
    Round(Scene scene, boolean marked) {
      this.scene = scene;
      this.sentences = new SentenceCheck(scene, marked);
      this.diagrams = new DiagramCheck(scene);
    }

    void page(Page page) {
      page.parent()
          .filter(parent -> !scene.slugs().contains(parent))
          .ifPresent(parent ->
              scene.findings().add(Finding.Kind.LINK, "a page above " + page.slug(), parent));
      for (Page.Section section : page.sections()) {
        section.blocks().forEach(this::block);
      }
    }

    private void block(Block block) {
      switch (block) {
        case Block.Paragraph paragraph -> together(paragraph.sentences());
        case Block.Items items -> items.items().forEach(this::together);
        case Block.Table table -> table.rows().forEach(this::together);
        case Block.Symbols symbols -> symbols.cards().forEach(this::card);
        case Block.Figure figure -> {
          diagrams.check(figure.diagram());
          together(figure.diagram().inWords());
        }
        case Block.Image image -> together(List.of(image.caption()));
        case Block.Excerpt excerpt -> excerpt(excerpt.evidence(), excerpt.text());
        case Block.CodeBlock code ->
            code.evidence().ifPresent(evidence -> excerpt(evidence, code.text()));
      }
    }

    /** Sentences that stand together speak of what one of them names. */
    private void together(List<Sentence> group) {
      List<String> about = Sentences.names(group);
      group.forEach(one -> sentences.check(one, about, group));
    }

    private void card(Block.SymbolCard card) {
      int before = scene.findings().count();
      if (scene.resolves(card.definition())) {
        List<Evidence> spans = scene.facts().definitions(card.definition().path(), card.name());
        if (spans.isEmpty()) {
          scene
              .findings()
              .add(
                  Finding.Kind.IDENTIFIER,
                  card.name() + " defined in " + card.definition().path(),
                  "nothing");
        } else if (!spans.contains(card.definition())) {
          scene
              .findings()
              .add(
                  Finding.Kind.PLACE,
                  card.name() + " at " + Findings.place(spans.getFirst()),
                  Findings.place(card.definition()));
        }
      }
      scene.findings().claim(before, true);
      List<String> about = List.of(card.name());
      card.purpose().ifPresent(one -> sentences.check(one, about, List.of(one)));
      card.facts().forEach(one -> sentences.check(one, about, List.of(one)));
    }

    /** Every line that is shown must stand in the cited ones. */
    private void excerpt(Evidence evidence, String text) {
      int before = scene.findings().count();
      if (scene.resolves(evidence)) {
        String lines = BLANKS.matcher(scene.text().lines(evidence).orElse("")).replaceAll("");
        for (String line : text.split("\n", -1)) {
          if (!lines.contains(BLANKS.matcher(line).replaceAll(""))) {
            scene
                .findings()
                .add(Finding.Kind.EXCERPT, line + " in " + Findings.place(evidence), "not there");
            break;
          }
        }
      }
      scene.findings().claim(before, true);
    }
  }
}
