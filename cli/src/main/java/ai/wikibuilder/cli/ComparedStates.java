package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.cli.arguments.SourceArgument;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The states of a repository that can be compared: those a wiki keeps and, where the repository is
 * named, any other, built into a folder of ours. One thread.
 */
final class ComparedStates {
  private final Optional<Path> wiki;
  private final Path folder;
  private final @Nullable SourceArgument source;
  private final Function<BuildRequest, BuildReport> build;

  private ComparedStates(
      Optional<Path> wiki,
      Path folder,
      @Nullable SourceArgument source,
      Function<BuildRequest, BuildReport> build) {
    this.wiki = wiki;
    this.folder = folder;
    this.source = source;
    this.build = build;
  }

  /** Only what a wiki keeps. */
  static ComparedStates kept(Path wiki) {
    return new ComparedStates(
        Optional.of(wiki),
        wiki,
        null,
        request -> {
          throw new IllegalStateException("nothing is built here");
        });
  }

  /**
   * What a wiki keeps, and what is built.
   *
   * @param compared folder that holds a folder for each repository that was compared
   */
  static ComparedStates built(
      SourceArgument source,
      Optional<Path> wiki,
      Path compared,
      Function<BuildRequest, BuildReport> build) {
    String name = source.name() + "-" + Integer.toHexString(source.place().hashCode());
    return new ComparedStates(wiki, compared.resolve(name), source, build);
  }

  /** Where a page about these states belongs. */
  Path folder() {
    return wiki.orElse(folder);
  }

  /**
   * Opens a state.
   *
   * @param name number of a build or the beginning of its commit; a branch, tag or full commit id
   *     where it can be built
   * @throws GenerationException of kind {@code NOT_FOUND} when there is none and none can be built
   */
  Generation open(String name) {
    SourceArgument from = source;
    if (from == null) {
      return GenerationStore.existing(folder).kept(name);
    }
    Optional<Generation> known = wiki.flatMap(one -> kept(one, name));
    return known.or(() -> keptCommit(name)).orElseGet(() -> built(from, name));
  }

  private static Optional<Generation> kept(Path folder, String name) {
    try {
      return Optional.of(GenerationStore.existing(folder).kept(name));
    } catch (GenerationException e) {
      if (e.kind() == GenerationException.Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** A commit that was compared before; other names may mean another commit by now. */
  private Optional<Generation> keptCommit(String name) {
    return name.matches("[0-9a-f]{7,40}") && Files.isDirectory(folder)
        ? kept(folder, name)
        : Optional.empty();
  }

  private Generation built(SourceArgument from, String name) {
    SourceRequest wanted =
        new SourceRequest(from.origin(folder), Optional.of(name), "", List.of(), List.of());
    BuildReport report =
        build.apply(new BuildRequest(wanted, folder, false, true, new Author.Composer()));
    return GenerationStore.existing(folder).kept(report.generation());
  }
}
