package ai.wikibuilder.answers;

import ai.wikibuilder.answers.evidence.PagePassages;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import ai.wikibuilder.source.TextReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One generation opened for questions: what every way of answering reads. Threads may share it.
 *
 * <p>The graph and the pages of a large repository take a moment to load, which is why they are
 * asked for late: places are found without them.
 *
 * @param title of the repository
 * @param commit the snapshot's, empty where it has none
 * @param paths of all files with text, sorted
 * @param names loads the code graph when it is first asked for
 * @param keys of that graph, made when they are first asked for
 * @param pages loads the pages when they are first asked for; empty after {@code --index-only}
 * @param passages of these pages, read when they are first asked for
 * @param maps draws the paths through the code; for one thread
 */
public record OpenWiki(
    String title,
    String commit,
    List<String> paths,
    PlaceSearch search,
    TextReader texts,
    Supplier<RepositoryNames> names,
    Supplier<KeySymbols> keys,
    Supplier<Optional<Wiki>> pages,
    Supplier<Optional<PagePassages>> passages,
    Supplier<CodeMaps> maps) {
  public OpenWiki {
    paths = List.copyOf(paths);
  }

  /** The same, whose places are found in another way. */
  public OpenWiki searching(PlaceSearch other) {
    return new OpenWiki(title, commit, paths, other, texts, names, keys, pages, passages, maps);
  }
}
