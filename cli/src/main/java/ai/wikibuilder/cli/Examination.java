package ai.wikibuilder.cli;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.facts.treesitter.CoreProbe;
import ai.wikibuilder.facts.treesitter.TreeSitterException;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Looks at everything the program needs or could use on this machine. */
final class Examination {
  /** Below this a build of a large repository may not fit beside its earlier generations. */
  private static final long DISK_BYTES_WANTED = 2L << 30;

  private final Workbench workbench;

  Examination(Workbench workbench) {
    this.workbench = workbench;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(dataFolder());
    findings.add(core());
    findings.add(model());
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

  private static Finding model() {
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
}
