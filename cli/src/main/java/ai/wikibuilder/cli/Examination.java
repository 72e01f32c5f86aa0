package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.ProgressLines;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.treesitter.CoreProbe;
import ai.wikibuilder.facts.treesitter.TreeSitterException;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.access.Preflight;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at everything the program needs or could use on this machine. For one thread. */
final class Examination {
  /** Below this a build of a large repository may not fit beside its earlier generations. */
  private static final long DISK_BYTES_WANTED = 2L << 30;

  private static final String MODEL = "model";

  private final Workbench workbench;
  private Optional<ModelException> modelFailure = Optional.empty();

  Examination(Workbench workbench) {
    this.workbench = workbench;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(dataFolder());
    findings.add(core());
    findings.add(reranking());
    findings.add(network());
    findings.add(lastWiki());
    return findings;
  }

  private static Finding java() {
    Runtime runtime = Runtime.getRuntime();
    return new Finding(
        Finding.State.FINE,
        "java",
        "%s, %d processors, up to %s of heap"
            .formatted(
                System.getProperty("java.vm.version", Runtime.version().toString()),
                runtime.availableProcessors(),
                ProgressLines.size(runtime.maxMemory())),
        "");
  }

  private Finding dataFolder() {
    Path folder = workbench.dataFolder("");
    try {
      Path probe = Files.createTempFile(folder, "probe", "");
      Files.delete(probe);
      long free = Files.getFileStore(folder).getUsableSpace();
      return new Finding(
          free < DISK_BYTES_WANTED ? Finding.State.COULD_BE_BETTER : Finding.State.FINE,
          "data folder",
          "%s, %s free".formatted(folder, ProgressLines.size(free)),
          free < DISK_BYTES_WANTED
              ? "large repositories want a few GB; AIWIKI_DATA_DIR names another place"
              : "");
    } catch (IOException e) {
      return new Finding(
          Finding.State.MISSING,
          "data folder",
          folder + " cannot be written",
          "make it writable, or name another place with AIWIKI_DATA_DIR");
    }
  }

  private Finding core() {
    FactsSettings settings = workbench.factsSettings();
    try {
      CoreProbe probe = CoreProbe.measure(settings.nativesFolder(), settings.coreLibrary());
      String found =
          String.format(
              Locale.ROOT,
              "%s core %s, %.1f MB/s on one thread",
              probe.origin().name().toLowerCase(Locale.ROOT),
              probe.library(),
              probe.megabytesPerSecond());
      Optional<String> advice = probe.advice();
      return new Finding(
          advice.isPresent() ? Finding.State.COULD_BE_BETTER : Finding.State.FINE,
          "parser",
          found,
          advice.orElse(""));
    } catch (TreeSitterException e) {
      return new Finding(
          Finding.State.MISSING,
          "parser",
          String.valueOf(e.getMessage()),
          "files are searched as text until a core is found: apt-get install libtree-sitter0");
    }
  }

  private static Finding reranking() {
    try (BgeSmallEmbedder embedder = new BgeSmallEmbedder()) {
      long started = System.nanoTime();
      embedder.embed(List.of("where are routes registered"));
      return new Finding(
          Finding.State.FINE,
          "re-ranking",
          String.format(
              Locale.ROOT,
              "%s, loaded in %.1f s",
              embedder.name(),
              (System.nanoTime() - started) / 1e9),
          "");
    } catch (ModelException e) {
      return new Finding(
          Finding.State.COULD_BE_BETTER,
          "re-ranking",
          String.valueOf(e.getMessage()),
          "search works in lexical order");
    }
  }

  private Finding network() {
    Configuration configuration = workbench.configuration();
    List<String> allowed = configuration.list(Setting.ALLOWED_HOSTS);
    return new Finding(
        Finding.State.FINE,
        "network",
        "public hosts over https"
            + (allowed.isEmpty() ? "" : ", and " + String.join(", ", allowed))
            + (configuration.httpsProxy().isPresent() ? ", through HTTPS_PROXY" : "")
            + (configuration.optional(Setting.GIT_TOKEN).isPresent() ? ", with a git token" : ""),
        "");
  }

  private Finding lastWiki() {
    Optional<Path> last = workbench.lastWiki();
    if (last.isEmpty()) {
      return new Finding(
          Finding.State.FINE, "last wiki", "none yet", "aiwiki build <url or folder>");
    }
    try (Generation generation = workbench.generation(last.get())) {
      generation.verifyDigests();
      return new Finding(
          Finding.State.FINE,
          "last wiki",
          "%s, generation %s, every checksum right".formatted(last.get(), generation.id()),
          "");
    } catch (GenerationException | UsageException e) {
      return new Finding(
          Finding.State.COULD_BE_BETTER,
          "last wiki",
          String.valueOf(e.getMessage()),
          "build it again");
    }
  }

  /**
   * One thing that was looked at. Immutable.
   *
   * @param subject what was looked at
   * @param found what is there
   * @param advice what to do, empty when nothing
   */
  record Finding(State state, String subject, String found, String advice) {
    /** How it stands. */
    enum State {
      FINE,
      /** Works, and could be better. */
      COULD_BE_BETTER,
      /** Something does not work without it. */
      MISSING
    }

    String line() {
      String mark =
          switch (state) {
            case FINE -> "ok     ";
            case COULD_BE_BETTER -> "better ";
            case MISSING -> "missing";
          };
      return "%s  %-14s %s%s"
          .formatted(
              mark, subject, found, advice.isEmpty() ? "" : "\n" + " ".repeat(24) + "-> " + advice);
    }

    Map<String, Object> asMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      map.put("subject", subject);
      map.put("found", found);
      map.put("advice", advice);
      return map;
    }
  }

  /** The first model that cannot be used, after {@link #askedModels}; empty when all can. */
  Optional<ModelException> modelFailure() {
    return modelFailure;
  }

  /** What is configured; nobody is asked. */
  List<Finding> models() {
    Optional<ModelSettings> settings = workbench.configuredModels().settings();
    if (settings.isEmpty()) {
      return List.of(
          new Finding(Finding.State.FINE, MODEL, "none configured, so pages are composed", ""));
    }
    String found = "%s, %s".formatted(settings.get().endpoint(), settings.get().strong());
    return List.of(
        new Finding(
            Finding.State.FINE, MODEL, found, "to see whether it answers: aiwiki doctor --model"),
        spent());
  }

  /** Asks every model a word. */
  List<Finding> askedModels(List<String> allowedHosts) {
    Optional<Models> models = workbench.models(allowedHosts);
    if (models.isEmpty()) {
      modelFailure =
          Optional.of(
              new ModelException(
                  ModelException.Kind.UNAVAILABLE,
                  "expected a model to ask, none is configured; name one with model.provider and model.strong"));
      return List.of(
          new Finding(
              Finding.State.MISSING,
              MODEL,
              "none configured",
              "set AIWIKI_MODEL_PROVIDER, AIWIKI_MODEL_STRONG and AIWIKI_MODEL_API_KEY"));
    }
    BudgetedLedger ledger =
        new BudgetedLedger(workbench.configuredModels().budget(), workbench.ledgerFile());
    List<Finding> findings = new ArrayList<>();
    for (Preflight.Check check :
        models.get().preflight(ledger, () -> smallest(models.get())).checks()) {
      modelFailure = modelFailure.or(check::failure);
      findings.add(
          new Finding(
              check.failure().isPresent() ? Finding.State.MISSING : Finding.State.FINE,
              MODEL,
              "%s (%s): %s".formatted(check.model(), check.role(), check.found()),
              ""));
    }
    findings.add(spent());
    return findings;
  }

  private static PromptSize smallest(Models models) {
    return ProseWriter.smallestPrompt(PageLanguage.EN, models.counter()::count);
  }

  /** What all calls so far came to. */
  private Finding spent() {
    Spent spent = Spent.nothing();
    for (LedgerEntry entry : workbench.ledgerFile().entries()) {
      spent = spent.plus(entry.usage());
    }
    return new Finding(
        Finding.State.FINE,
        "spent so far",
        String.format(
                Locale.ROOT,
                "%,d calls, %,d tokens, %s",
                spent.calls(),
                spent.tokens(),
                spent.cost())
            + (spent.callsOfUnknownCost() == 0
                ? ""
                : " and %,d calls whose prices are not known"
                    .formatted(spent.callsOfUnknownCost())),
        "");
  }
}
