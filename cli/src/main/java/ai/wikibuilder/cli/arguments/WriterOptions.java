package ai.wikibuilder.cli.arguments;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who writes the pages, in which language, and for how much. */
public final class WriterOptions {
  enum Writer {
    composed,
    model
  }

  @Option(
      names = "--writer",
      paramLabel = "WHO",
      description =
          "composed: from facts and the repository's own words, no model asked; model: by the configured one. Default: ${DEFAULT-VALUE}.",
      defaultValue = "composed")
  private Writer writer = Writer.composed;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = {
        "What the model may cost, such as 2.00usd, 500k-tokens or both with a comma.",
        "What is finished when it ends is kept, the rest is composed."
      })
  private @Nullable String budget;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = {
        "Language of the pages a model writes: en, tr, de, fr, es, pt, ru, zh, ja, ko;",
        "the one that .aiwiki.yml names otherwise, en or tr, in which composed pages are too."
      })
  private @Nullable String language;

  /** Whether a model is to write. */
  public boolean isModel() {
    if (writer == Writer.composed && budget != null) {
      throw new UsageException("--budget is for pages of a model; say --writer model with it");
    }
    if (writer == Writer.composed && language != null) {
      throw new UsageException(
          "--language is for pages of a model; say --writer model with it, or language: in .aiwiki.yml for composed pages in en or tr");
    }
    return writer == Writer.model;
  }

  /** What may be spent; everything when nothing is said. */
  public Budget budget() {
    return budget == null ? Budget.unlimited() : ModelOptions.budget(budget);
  }

  /** How much is written, in which language. */
  public ProseSettings settings() {
    return settings(language);
  }

  /** What is written in a language; in the one that the repository asks for without it. */
  public static ProseSettings settings(@Nullable String language) {
    if (language == null) {
      return ProseSettings.asSteered();
    }
    Optional<PageLanguage> found = PageLanguage.ofCode(language);
    return ProseSettings.standard(
        found.orElseThrow(() ->
            new UsageException(
                "expected one of %s as --language, got %s"
                    .formatted(
                        Arrays.stream(PageLanguage.values())
                            .map(PageLanguage::code)
                            .collect(Collectors.joining(", ")),
                        language))));
  }
}
