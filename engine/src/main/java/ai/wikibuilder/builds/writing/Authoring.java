package ai.wikibuilder.builds.writing;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.PageComposer;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseListener;
import ai.wikibuilder.pages.prose.ProseQuote;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.prose.ProseWriter;
import ai.wikibuilder.pages.prose.WrittenText;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.refined.PlanRefiner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Has a model improve the plan and write the pages of a composed wiki. For one build.
 *
 * <p>The model's words about the plan are kept like its pages: as long as the same pages are
 * planned nobody is asked again, and the tree of the wiki stays as it is.
 */
public final class Authoring {
  /** Name under which the improvements of the plan are kept; no page has it. */
  private static final String PLAN = "_plan";

  private final Author.LanguageModel author;
  private final WrittenTexts texts;
  private final BuildListener listener;

  public Authoring(Author.LanguageModel author, WrittenTexts texts, BuildListener listener) {
    this.author = author;
    this.texts = texts;
    this.listener = listener;
  }

  /** What pages are written from, and what they say without a model. */
  public record Composed(Composition composition, Wiki wiki) {
    /** Composes. */
    public static Composed of(Composition composition) {
      return new Composed(composition, new PageComposer().compose(composition));
    }

    Composed with(WikiPlan plan) {
      return plan.equals(composition.plan()) ? this : of(composition.with(plan));
    }
  }

  /**
   * What was written.
   *
   * @param composed with the plan that was written by
   */
  public record Authored(Composed composed, ProseResult result) {}

  /**
   * Writes.
   *
   * @throws ModelException CANCELLED
   */
  public Authored write(Composed composed) {
    Composed planned = composed.with(refined(composed));
    ProseResult result =
        writer(composed)
            .write(
                planned.wiki(),
                planned.composition(),
                new ProseListener() {
                  @Override
                  public void wrote(int pageCount, int pageTotal) {
                    listener.advanced(pageCount, pageTotal, 0);
                  }

                  @Override
                  public void noted(String sentence) {
                    listener.noted(sentence);
                  }
                });
    return new Authored(planned, result);
  }

  /**
   * The plan by which a model wrote a wiki: with the improvements that are kept of the same pages.
   *
   * @param plan of the code graph
   * @param by whom the wiki is written
   */
  public static WikiPlan planOf(CodeGraph graph, WikiPlan plan, WrittenTexts texts, Authorship by) {
    PageLanguage language = PageLanguage.ofCode(by.writtenIn()).orElse(PageLanguage.EN);
    String key = key(plan, language);
    return by.isComposed()
        ? plan
        : texts
            .find(PLAN)
            .filter(text -> text.key().equals(key))
            .map(text -> PlanRefiner.apply(graph, plan, text.text()).plan())
            .orElse(plan);
  }

  /** What writing would take; nobody is asked. */
  public ProseQuote quote(Composed composed) {
    return writer(composed).quote(composed.wiki(), composed.composition());
  }

  /** Whether the model's improvements of a plan are there already. */
  public boolean isPlanned(WikiPlan plan) {
    String key = key(plan, author.settings().following(plan.steering()).language());
    return texts.find(PLAN).filter(text -> text.key().equals(key)).isPresent();
  }

  private ProseWriter writer(Composed composed) {
    return new ProseWriter(author.model(), author.tokens(), texts, settings(composed));
  }

  private ProseSettings settings(Composed composed) {
    return author.settings().following(composed.composition().plan().steering());
  }

  /** The plan with the model's improvements; as it is when there are none to be had. */
  private WikiPlan refined(Composed composed) {
    Composition composition = composed.composition();
    if (!writer(composed).hasRoom(composed.wiki(), composition)) {
      return composition.plan(); // nobody pays for a plan that nothing is written by
    }
    PageLanguage language = settings(composed).language();
    PlanRefiner refiner = new PlanRefiner(author.tokens(), language.englishName());
    String key = key(composition.plan(), language);
    Optional<WrittenText> kept = texts.find(PLAN).filter(text -> text.key().equals(key));
    try {
      String reply =
          kept.isPresent()
              ? kept.get().text()
              : refiner.ask(
                  composition.graph(),
                  composition.plan(),
                  summaries(composed.wiki()),
                  author.model());
      PlanRefiner.Outcome outcome =
          PlanRefiner.apply(composition.graph(), composition.plan(), reply);
      if (kept.isEmpty()) {
        texts.keep(new WrittenText(PLAN, key, reply, author.name(), 0, 0, ""));
        if (!outcome.note().isEmpty()) {
          listener.noted(outcome.note());
        }
      }
      return outcome.plan();
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      listener.noted("the plan of the code graph stands: " + e.getMessage());
      return composition.plan();
    }
  }

  private static Map<String, String> summaries(Wiki wiki) {
    Map<String, String> summaries = new HashMap<>();
    for (Page page : wiki.pages()) {
      summaries.put(page.slug(), page.summary());
    }
    return summaries;
  }

  /** Of the pages alone and what their titles are in: files and lines may change under them. */
  private static String key(WikiPlan plan, PageLanguage language) {
    StringBuilder pages = new StringBuilder();
    pages.append(language == PageLanguage.EN ? "" : language.code() + "\n");
    for (PlannedPage page : plan.pages()) {
      pages.append(page.slug()).append(' ').append(page.parent().orElse("")).append('\n');
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(pages.toString().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
