package ai.wikibuilder.answers.passages;

import ai.wikibuilder.answers.Question;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds passages of the wiki's pages by the words of a question. Immutable; threads may share it.
 *
 * <p>A word weighs by its rarity among the passages. What counts is the share of the question that
 * title and heading speak of, and the share that stands anywhere in the passage; a passage that
 * lacks most of the question is none.
 */
public final class PageSearch {
  /** Kind of a hit that is a page. */
  public static final String KIND = "page";

  /** Of the question, that a passage must hold. */
  private static final double COVERED_MIN = 0.6;

  /** Of the question, that title or heading must speak of, unless all of it is in the text. */
  private static final double NAMED_MIN = 0.3;

  /** What title and heading count; the text counts the rest. */
  private static final double NAMED_SHARE = 0.6;

  /** A word that stands so often is what the passage is about. */
  private static final int OFTEN = 3;

  private static final Pattern HEADING = Pattern.compile("#{2,6} +(.*)");

  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, Integer> passageCounts = new HashMap<>();

  /**
   * Reads the pages.
   *
   * @param markdown the text of a page by its slug
   */
  public PageSearch(List<Page> pages, Function<String, Optional<String>> markdown) {
    for (Page page : pages) {
      markdown.apply(page.slug()).ifPresent(text -> read(page, text.lines().toList()));
    }
    for (Passage passage : passages) {
      Set<String> all = new HashSet<>(passage.named());
      all.addAll(passage.told().keySet());
      all.forEach(stem -> passageCounts.merge(stem, 1, Integer::sum));
    }
  }

  private void read(Page page, List<String> lines) {
    String path = "markdown/" + page.slug() + ".md";
    int start = 1;
    String heading = "";
    for (int line = 1; line <= lines.size() + 1; line++) {
      Matcher next = HEADING.matcher(line <= lines.size() ? lines.get(line - 1) : "## ");
      if (next.matches()) {
        if (line > start) {
          add(page, new Place(path, start, line - 1, heading), lines.subList(start - 1, line - 1));
        }
        start = line;
        heading = next.group(1);
      }
    }
  }

  private record Place(String path, int start, int end, String heading) {}

  private void add(Page page, Place place, List<String> lines) {
    Map<String, Integer> told = new HashMap<>();
    lines.forEach(line -> Stems.of(line).forEach(stem -> told.merge(stem, 1, Integer::sum)));
    Set<String> named = new HashSet<>(Stems.of(page.title() + " " + place.heading()));
    passages.add(
        new Passage(
            place.path(), place.start(), place.end(), page.title(), place.heading(), named, told));
  }

  /**
   * The best passage of each page that speaks of a question.
   *
   * @return best first, at most {@code limit}; scores are 0 to 1
   */
  public List<SearchHit> find(String words, int limit) {
    Map<String, SearchHit> byPage = new LinkedHashMap<>();
    Set<String> own = new LinkedHashSet<>(Stems.of(words));
    Question question = Question.of(words);
    Set<String> read = new LinkedHashSet<>(Stems.of(String.join(" ", question.words())));
    if (!question.translated()) {
      own = read;
    }
    for (Set<String> stems : List.of(read, own)) {
      for (Passage passage : passages) {
        hit(passage, stems)
            .ifPresent(
                hit -> byPage.merge(hit.path(), hit, (a, b) -> b.score() > a.score() ? b : a));
      }
    }
    List<SearchHit> hits = new ArrayList<>(byPage.values());
    hits.sort(
        Comparator.comparingDouble(SearchHit::score).reversed().thenComparing(SearchHit::path));
    return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
  }

  private Optional<SearchHit> hit(Passage passage, Set<String> stems) {
    double total = 0;
    double named = 0;
    double told = 0;
    double covered = 0;
    for (String stem : stems) {
      double weight = rarity(stem);
      int count = passage.told().getOrDefault(stem, 0);
      boolean inName = passage.named().contains(stem);
      total += weight;
      named += inName ? weight : 0;
      told += weight * Math.min(1.0, (double) count / OFTEN);
      covered += inName || count > 0 ? weight : 0;
    }
    boolean enough =
        covered >= COVERED_MIN * total && (named >= NAMED_MIN * total || covered == total);
    if (total == 0 || !enough) {
      return Optional.empty();
    }
    double ofName = NAMED_SHARE * named / total;
    double ofText = (1 - NAMED_SHARE) * told / total;
    String about =
        passage.heading().isEmpty() ? passage.title() : passage.title() + ": " + passage.heading();
    return Optional.of(
        new SearchHit(
            1,
            passage.path(),
            passage.startLine(),
            passage.endLine(),
            about,
            KIND,
            ofName + ofText,
            List.of(
                new SearchHit.Signal("words of the heading", ofName),
                new SearchHit.Signal("words of the page", ofText))));
  }

  private double rarity(String stem) {
    return Math.log(1 + passages.size() / (1.0 + passageCounts.getOrDefault(stem, 0))) + 0.1;
  }
}
