package ai.wikibuilder.answers.maps;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the lines of a definition that show a step: its head, and each call that goes on. */
final class ShownLines {
  /** Lines of a definition that is shown as a whole. */
  private static final int WHOLE_COUNT_MAX = 10;

  /** Lines of a longer definition's head. */
  private static final int HEAD_COUNT = 3;

  /** Lines before and after a call. */
  private static final int AROUND_COUNT = 1;

  /** Lines left out at least; fewer are shown. */
  private static final int GAP_COUNT_MIN = 3;

  /** Excerpts of one step. */
  private static final int EXCERPT_COUNT_MAX = 4;

  private final Repository repository;

  ShownLines(Repository repository) {
    this.repository = repository;
  }

  /**
   * The excerpts, in the order of their lines.
   *
   * @param head line of the name
   * @param calls lines that lead on
   */
  List<Block.Excerpt> of(Evidence definition, int head, List<Integer> calls) {
    Optional<SourceText> text = repository.text(definition.path());
    if (text.isEmpty()) {
      return List.of();
    }
    List<Evidence> windows = new ArrayList<>();
    int length = definition.endLine() - definition.startLine() + 1;
    if (length <= WHOLE_COUNT_MAX) {
      windows.add(definition);
    } else {
      windows.add(window(definition, head, head + HEAD_COUNT - 1));
      for (int line : calls) {
        windows.add(window(definition, line - AROUND_COUNT, line + AROUND_COUNT));
      }
    }
    String language = graphLanguage(definition.path());
    return merged(windows).stream()
        .limit(EXCERPT_COUNT_MAX)
        .map(lines ->
            new Block.Excerpt(
                lines,
                language,
                text.get().lines(lines.startLine(), lines.endLine()).stripTrailing()))
        .toList();
  }

  private String graphLanguage(String path) {
    int file = repository.graph().file(path);
    return file < 0 ? "" : repository.graph().language(file);
  }

  /** Lines inside the definition. */
  private static Evidence window(Evidence whole, int first, int last) {
    int start = Math.clamp(first, whole.startLine(), whole.endLine());
    return new Evidence(whole.path(), start, Math.clamp(last, start, whole.endLine()));
  }

  private static List<Evidence> merged(List<Evidence> windows) {
    List<Evidence> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingInt(Evidence::startLine));
    List<Evidence> result = new ArrayList<>();
    for (Evidence window : sorted) {
      if (!result.isEmpty() && window.startLine() - result.getLast().endLine() <= GAP_COUNT_MIN) {
        Evidence before = result.removeLast();
        int last = Math.max(before.endLine(), window.endLine());
        result.add(new Evidence(before.path(), before.startLine(), last));
      } else {
        result.add(window);
      }
    }
    return result;
  }
}
