package ai.wikibuilder.benchmarks.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places that a wiki cites near its start: on pages at most two links from the first one, in
 * the first sixty lines of each. Reads the Markdown pages, as a reader would.
 */
final class CitedPages {
  private static final int LINK_COUNT_MAX = 2;
  private static final int LINE_COUNT_MAX = 60;

  /** A wider range points at a file, not at a place; what begins near the place does not. */
  private static final int RANGE_LINE_COUNT_MAX = 60;

  /** Lines of a comment above what is asked for. */
  private static final int LEAD_LINE_COUNT_MAX = 12;

  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w-]+\\.md)\\)");
  private static final Pattern MARK = Pattern.compile("\\\\\\[(\\d+)\\\\\\]");
  private static final Pattern PLACE =
      Pattern.compile("(\\d+)\\. \\[?`([^`]+):(\\d+)(?:-(\\d+))?`.*");

  private final Path folder;
  private final List<Place> places = new ArrayList<>();

  private record Place(String page, String path, int first, int last) {}

  private CitedPages(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads a wiki.
   *
   * @param markdown the folder of its Markdown pages
   */
  static CitedPages of(Path markdown) throws IOException {
    CitedPages pages = new CitedPages(markdown);
    Set<String> seen = new HashSet<>(Set.of("overview.md"));
    ArrayDeque<Map.Entry<String, Integer>> open = new ArrayDeque<>();
    open.add(Map.entry("overview.md", 0));
    while (!open.isEmpty()) {
      Map.Entry<String, Integer> next = open.poll();
      for (String linked : pages.read(next.getKey())) {
        if (next.getValue() < LINK_COUNT_MAX && seen.add(linked)) {
          open.add(Map.entry(linked, next.getValue() + 1));
        }
      }
    }
    return pages;
  }

  /** Notes what a page cites near its top; returns the pages it leads to. */
  private List<String> read(String page) {
    Path file = folder.resolve(page);
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, Place> marks = marks(page, lines);
      for (String line : lines.subList(0, Math.min(LINE_COUNT_MAX, lines.size()))) {
        Matcher mark = MARK.matcher(line);
        while (mark.find()) {
          Place place = marks.get(mark.group(1));
          if (place != null) {
            places.add(place);
          }
        }
      }
      return links(lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static List<String> links(List<String> lines) {
    List<String> links = new ArrayList<>();
    for (String line : lines) {
      Matcher link = LINK.matcher(line);
      while (link.find()) {
        links.add(link.group(1));
      }
    }
    return links;
  }

  private static Map<String, Place> marks(String page, List<String> lines) {
    Map<String, Place> marks = new HashMap<>();
    for (String line : lines) {
      Matcher place = PLACE.matcher(line);
      if (place.matches()) {
        int first = Integer.parseInt(place.group(3));
        int last = place.group(4) == null ? first : Integer.parseInt(place.group(4));
        marks.put(place.group(1), new Place(page, place.group(2), first, last));
      }
    }
    return marks;
  }

  /** The page that cites the place of a question, empty when none does near the start. */
  String answering(Questionnaire.Question question) {
    return places.stream()
        .filter(place ->
            place.path().equals(question.path())
                && place.first() <= question.line()
                && question.line() <= place.last()
                && (place.last() - place.first() < RANGE_LINE_COUNT_MAX
                    || question.line() - place.first() <= LEAD_LINE_COUNT_MAX))
        .map(Place::page)
        .findFirst()
        .orElse("");
  }
}
