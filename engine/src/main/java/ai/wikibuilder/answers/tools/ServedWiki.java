package ai.wikibuilder.answers.tools;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.TextReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One wiki as tools read it. What it is made of may be shared by threads.
 *
 * @param pages in reading order; empty when there is an index alone
 * @param markdown the text of a page by its slug
 * @param paths of all files that have text, sorted
 * @param search finds places in the code
 * @param ask answers a question
 * @param research gives the report of a question as text; empty where no model is configured
 */
public record ServedWiki(
    SnapshotId snapshot,
    List<Page> pages,
    Function<String, Optional<String>> markdown,
    List<String> paths,
    TextReader texts,
    Function<SearchRequest, SearchResult> search,
    Function<String, Answered> ask,
    Optional<Function<String, String>> research) {
  public ServedWiki {
    pages = List.copyOf(pages);
    paths = List.copyOf(paths);
  }

  /** One without pages, files and answers. */
  static ServedWiki none() {
    return new ServedWiki(
        new SnapshotId("", Optional.empty(), Optional.empty(), "", "", false),
        List.of(),
        _ -> Optional.empty(),
        List.of(),
        _ -> Optional.empty(),
        _ -> new SearchResult(List.of(), SearchResult.Order.LEXICAL, ""),
        _ -> {
          throw new IllegalStateException("there is no wiki to be asked");
        },
        Optional.empty());
  }

  /** The repository as people name it: {@code owner/name} where its address tells the owner. */
  public String name() {
    String address =
        snapshot.address().orElse("").replaceAll("(?:\\.git)?/*$", "").replaceFirst("^.*://", "");
    String[] parts = address.split("/", -1);
    return parts.length < 3
        ? snapshot.name()
        : parts[parts.length - 2] + "/" + parts[parts.length - 1];
  }

  /** Whether somebody means it: by its name with or without the owner, or by its address. */
  public boolean isNamed(String asked) {
    String low = asked.strip().toLowerCase(Locale.ROOT).replaceAll("(?:\\.git)?/*$", "");
    String own =
        (snapshot.address().isPresent() ? name() : snapshot.name()).toLowerCase(Locale.ROOT);
    return low.isEmpty()
        || low.equals(own)
        || low.endsWith("/" + own)
        || low.equals(snapshot.name().toLowerCase(Locale.ROOT));
  }

  /** Which state of the repository is open, for the head of an answer. */
  String state() {
    String commit =
        snapshot.commit().map(id -> id.substring(0, Math.min(10, id.length()))).orElse("");
    return commit.isEmpty() ? name() : name() + " at " + commit;
  }
}
