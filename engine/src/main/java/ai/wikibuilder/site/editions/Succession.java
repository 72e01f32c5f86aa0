package ai.wikibuilder.site.editions;

import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.CitedPlaces;
import ai.wikibuilder.site.data.Edition;
import ai.wikibuilder.site.data.MovedPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one wiki follows another: which pages are as they were, which went, and where to. Immutable.
 *
 * <p>A page that went is taken for renamed when another page cites at least half of the places it
 * cited, file by file; files that were renamed themselves are known by their content. Otherwise its
 * address leads to the nearest page above it that is still there.
 */
public final class Succession {
  /** Share of what a page cited that another must cite to be the same page under another name. */
  private static final double SAME_SHARE_MIN = 0.5;

  /** Addresses of pages that are no more, kept through the years; the oldest go first. */
  private static final int MOVED_COUNT_MAX = 1_000;

  /** In a wiki of fewer pages a single commit may well take most of them. */
  private static final int GUARDED_PAGE_COUNT_MIN = 8;

  private static final Succession FIRST = new Succession(Optional.empty(), List.of(), 0);

  private final Optional<EarlierWiki> earlier;
  private final List<MovedPage> moved;
  private final int lostCount;

  private Succession(Optional<EarlierWiki> earlier, List<MovedPage> moved, int lostCount) {
    this.earlier = earlier;
    this.moved = moved;
    this.lostCount = lostCount;
  }

  /** Of a wiki that follows none. */
  public static Succession first() {
    return FIRST;
  }

  /** How {@code now} follows the earlier one. */
  public static Succession of(EarlierWiki earlier, Wiki now) {
    return new Search(earlier, now).succession();
  }

  /** Pages that are no more, of this wiki and of all before it; the oldest first. */
  public List<MovedPage> moved() {
    return moved;
  }

  /** Pages of the earlier wiki that went and are not told elsewhere. */
  public int lostCount() {
    return lostCount;
  }

  /** Pages of the earlier wiki. */
  public int earlierCount() {
    return earlier.map(one -> one.wiki().pages().size()).orElse(0);
  }

  /** Whether more than half of a wiki of some size went: rarely what a commit is meant to do. */
  public boolean losesMost() {
    return earlierCount() >= GUARDED_PAGE_COUNT_MIN && lostCount > earlierCount() / 2;
  }

  /** The edition whose files can be taken over, when the page's digest is still the same. */
  public Optional<Edition> kept(String slug, String digest) {
    return earlier
        .filter(EarlierWiki::sameWriting)
        .map(one -> one.editions().bySlug().get(slug))
        .filter(edition -> edition.digest().equals(digest));
  }

  /** Whether the earlier wiki has a file of that name. */
  public boolean holds(String name) {
    return earlier.isPresent() && Files.isRegularFile(file(name));
  }

  /**
   * A file of the earlier wiki.
   *
   * @throws java.util.NoSuchElementException when there is no earlier wiki
   */
  public Path file(String name) {
    return earlier.orElseThrow().folder().resolve(name);
  }

  /** Looks for what became of each page. Used once. */
  private static final class Search {
    private final EarlierWiki earlier;
    private final Map<String, Page> now = new LinkedHashMap<>();
    private final Map<String, Page> before = new HashMap<>();
    private final Map<String, Map<String, Long>> citedNow = new HashMap<>();
    private final String overview;

    Search(EarlierWiki earlier, Wiki wiki) {
      this.earlier = earlier;
      this.overview = wiki.pages().getFirst().slug();
      for (Page page : wiki.pages()) {
        now.put(page.slug(), page);
        citedNow.put(page.slug(), cited(page));
      }
      earlier.wiki().pages().forEach(page -> before.put(page.slug(), page));
    }

    Succession succession() {
      Map<String, MovedPage> moved = new LinkedHashMap<>();
      earlier.editions().moved().forEach(one -> moved.put(one.slug(), one));
      int lost = 0;
      for (Page page : earlier.wiki().pages()) {
        if (!now.containsKey(page.slug())) {
          Optional<String> same = same(page);
          lost += same.isPresent() ? 0 : 1;
          moved.remove(page.slug());
          moved.put(
              page.slug(),
              new MovedPage(
                  page.slug(),
                  page.title(),
                  same.orElseGet(() -> nearest(page)),
                  same.isPresent(),
                  earlier.wiki().snapshot().label()));
        }
      }
      List<MovedPage> all = new ArrayList<>();
      moved.values().stream()
          .filter(one -> !now.containsKey(one.slug()))
          .forEach(one -> all.add(followed(one, moved)));
      int first = Math.max(0, all.size() - MOVED_COUNT_MAX);
      return new Succession(
          Optional.of(earlier), List.copyOf(all.subList(first, all.size())), lost);
    }

    /** Where a page leads whose target went itself. */
    private MovedPage followed(MovedPage one, Map<String, MovedPage> moved) {
      String to = one.to();
      boolean renamed = one.renamed();
      for (int steps = 0; !now.containsKey(to) && steps <= moved.size(); steps++) {
        MovedPage next = moved.get(to);
        to = next == null ? overview : next.to();
        renamed &= next != null && next.renamed();
      }
      return new MovedPage(
          one.slug(),
          one.title(),
          now.containsKey(to) ? to : overview,
          renamed && now.containsKey(to),
          one.until());
    }

    private Optional<String> same(Page page) {
      Map<String, Long> wanted = new HashMap<>();
      cited(page)
          .forEach((path, count) ->
              wanted.merge(earlier.pathsNow().getOrDefault(path, path), count, Long::sum));
      long total = wanted.values().stream().mapToLong(count -> count).sum();
      String best = "";
      double most = 0;
      for (Page candidate : now.values()) {
        Map<String, Long> has = citedNow.getOrDefault(candidate.slug(), Map.of());
        long shared = 0;
        for (Map.Entry<String, Long> one : wanted.entrySet()) {
          shared += Math.min(one.getValue(), has.getOrDefault(one.getKey(), 0L));
        }
        // a page that is new is the likelier heir
        double weight = shared * (before.containsKey(candidate.slug()) ? 1.0 : 1.5);
        if (shared >= total * SAME_SHARE_MIN && weight > most) {
          most = weight;
          best = candidate.slug();
        }
      }
      return Optional.of(best).filter(slug -> !slug.isEmpty());
    }

    private String nearest(Page page) {
      Optional<String> above = page.parent();
      for (int steps = 0; above.isPresent() && steps < before.size(); steps++) {
        if (now.containsKey(above.get())) {
          return above.get();
        }
        above = Optional.ofNullable(before.get(above.get())).flatMap(Page::parent);
      }
      return overview;
    }

    private static Map<String, Long> cited(Page page) {
      return CitedPlaces.of(page).stream()
          .collect(Collectors.groupingBy(one -> one.path(), Collectors.counting()));
    }
  }
}
