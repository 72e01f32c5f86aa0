package ai.wikibuilder.cli.arguments;

import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.models.ledger.Budget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the configured model may be asked, and for how much. */
public final class ModelOptions {
  @Option(names = "--no-model", description = "Ask no model, even when one is configured.")
  private boolean noModel;

  @Option(
      names = "--budget",
      paramLabel = "AMOUNT",
      description = "What the model may cost, such as 0.10usd, 50k-tokens or both with a comma.")
  private @Nullable String budget;

  @Mixin private final HostOptions hosts = new HostOptions();

  public boolean isModelAllowed() {
    return !noModel;
  }

  public Budget budget() {
    return budget == null ? Budget.unlimited() : budget(budget);
  }

  /** Reads what may be spent. */
  static Budget budget(String text) {
    return Budget.parse(text)
        .orElseThrow(() ->
            new UsageException("expected a budget such as 2.00usd or 500k-tokens, got " + text));
  }

  public List<String> allowedHosts() {
    return hosts.allowed();
  }

  /** The same; empty when no model may be asked at all. */
  public Optional<List<String>> hosts() {
    return noModel ? Optional.empty() : Optional.of(hosts.allowed());
  }
}
