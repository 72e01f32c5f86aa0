package ai.wikibuilder.builds.stored;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.builds.writing.Authoring;
import ai.wikibuilder.builds.writing.FolderOfTexts;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.vectors.ChunkVectors;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.index.vectors.VectorMaker;
import ai.wikibuilder.index.vectors.VectorQuote;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.prose.ProseQuote;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.refined.PlanRefiner;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.source.SnapshotId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What having a model write a wiki would take. Immutable.
 *
 * @param pageCount pages the model is asked for
 * @param unchangedCount pages that are there and cost nothing
 * @param tokensIn of all prompts, in the model's own tokens
 * @param tokensCached of those the provider has already
 * @param tokensOut of all replies
 * @param cost empty when the prices of the model are not known
 * @param time of the calls, those side by side counted once
 * @param vectors what vectors of the chunks would take; not in the sums above
 */
public record WikiQuote(
    int pageCount,
    int unchangedCount,
    long tokensIn,
    long tokensCached,
    long tokensOut,
    Optional<Money> cost,
    Duration time,
    VectorQuote vectors) {
  /** Seconds until a reply begins, as the common providers take. */
  private static final double SECONDS_TO_BEGIN = 2;

  /** Tokens a second of one reply. */
  private static final double TOKENS_PER_SECOND = 50;

  /**
   * Quotes the wiki of a generation, whether it has pages yet or not: every prompt is made, none is
   * sent.
   *
   * @param generation of the snapshot, open
   * @param output folder of the generation, with the pages models wrote before
   */
  public static WikiQuote of(
      Generation generation, BuildReport built, Path output, Author.LanguageModel author) {
    FolderOfTexts written = new FolderOfTexts(GenerationStore.existing(output).pagesFolder());
    return of(new Quoted(generation, built.snapshot(), built.maskedSecretCount()), written, author);
  }

  /** What is quoted: an open generation, and what its build noted of it. */
  private record Quoted(Generation generation, SnapshotId snapshot, int maskedSecretCount) {}

  /**
   * Quotes the wiki of a generation that stands alone.
   *
   * @param generation of the snapshot, open
   * @param written the pages models wrote before
   */
  public static WikiQuote of(
      Generation generation, WrittenTexts written, Author.LanguageModel author) {
    int masked =
        Integer.parseInt(generation.properties().getOrDefault("count.masked-secrets", "0"));
    return of(
        new Quoted(generation, StoredVersion.snapshotOf(generation), masked), written, author);
  }

  private static WikiQuote of(Quoted quoted, WrittenTexts written, Author.LanguageModel author) {
    Generation generation = quoted.generation();
    Author.Facts facts = author.facts();
    CodeGraph graph = StoredGraph.of(generation);
    StoredTexts texts = StoredTexts.of(generation);
    WikiPlan plan = new Planner().plan(graph, author.steered(SteeringReader.read(texts)));
    Composition composition =
        new Composition(
            quoted.snapshot(), graph, plan, texts, Map.of(), quoted.maskedSecretCount());
    Authoring authoring = new Authoring(author, written, BuildListener.silent());
    ProseQuote prose = authoring.quote(Authoring.Composed.of(composition));
    Sum sum = new Sum();
    for (ProseQuote.Expected call : prose.calls()) {
      sum.add(call, facts.strong());
    }
    double seconds = sum.seconds / prose.parallelMax();
    if (prose.pageCount() > 0 && !authoring.isPlanned(composition.plan())) {
      Sum ask = planned(composition, author);
      sum.add(ask);
      seconds += ask.seconds;
    }
    return new WikiQuote(
        prose.pageCount(),
        prose.unchangedCount(),
        sum.in,
        sum.cached,
        sum.out,
        sum.cost,
        Duration.ofMillis((long) (seconds * 1000)),
        VectorQuote.nothing());
  }

  /** What asking about the plan would take; nothing where the model has no room for it. */
  private static Sum planned(Composition composition, Author.LanguageModel author) {
    Sum ask = new Sum();
    String language =
        author.settings().following(composition.plan().steering()).language().englishName();
    new PlanRefiner(author.tokens(), language)
        .request(composition.graph(), composition.plan(), Map.of(), author.model())
        .ifPresent(request -> {
          long in =
              request.messages().stream()
                  .mapToLong(message -> author.tokens().applyAsInt(message.text()))
                  .sum();
          ask.add(
              new ProseQuote.Expected(
                  Purpose.PLAN, "", 1, in, 0, 0, PlanRefiner.OUTPUT_TOKENS_MAX / 4),
              author.facts().cheap());
        });
    return ask;
  }

  /** The same with what vectors of all chunks of the generation would take. */
  public WikiQuote withVectors(Generation generation, VectorAuthor by) {
    VectorQuote quote =
        switch (by) {
          case VectorAuthor.Nobody _ -> VectorQuote.nothing();
          case VectorAuthor.Provider provider -> quoted(generation, provider);
        };
    return new WikiQuote(
        pageCount, unchangedCount, tokensIn, tokensCached, tokensOut, cost, time, quote);
  }

  private static VectorQuote quoted(Generation generation, VectorAuthor.Provider by) {
    StoredTexts texts = StoredTexts.of(generation);
    Optional<ChunkVectors> before = ChunkVectors.open(generation.vectors());
    try (SearchIndex index = SearchIndex.open(generation.indexFolder(), texts)) {
      return VectorMaker.quote(index.chunks(), texts, by, before);
    } finally {
      before.ifPresent(ChunkVectors::close);
    }
  }

  private static final class Sum {
    private long in;
    private long cached;
    private long out;
    private double seconds;
    private Optional<Money> cost = Optional.of(Money.ZERO);

    void add(ProseQuote.Expected call, ModelFacts facts) {
      int ownIn = facts.ownTokens((int) call.tokensIn());
      int ownCached = facts.ownTokens((int) call.tokensCached());
      int ownWritten = facts.ownTokens((int) call.tokensWritten());
      int ownOut = facts.ownTokens((int) call.tokensOut());
      in += ownIn;
      cached += ownCached;
      out += ownOut;
      seconds += call.count() * SECONDS_TO_BEGIN + ownOut / TOKENS_PER_SECOND;
      Optional<Money> more =
          facts
              .prices()
              .map(prices -> prices.of(new TokenUse(ownIn, ownCached, ownWritten, ownOut)));
      cost = cost.flatMap(sum -> more.map(sum::plus));
    }

    void add(Sum other) {
      in += other.in;
      cached += other.cached;
      out += other.out;
      cost = cost.flatMap(sum -> other.cost.map(sum::plus));
    }
  }
}
