package ai.wikibuilder.pages.prose.packing;

import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * What changed in the evidence of a page since it was written: which files, and which lines of them
 * are gone and new. Stateless.
 *
 * <p>Evidence is kept beside a page as {@link #kept}: for each piece a line {@code @ PATH}, without
 * a path for a fact, and its lines, each behind a blank. Lines are compared as sets by file, where
 * they stand does not matter: moved lines are no change.
 */
public final class EvidenceChange {
  private static final String PIECE = "@ ";

  /** Longer lines are cut. */
  private static final int LINE_LENGTH_MAX = 160;

  /** Where a caller stands, as cards say it; lines that moved are no change. */
  private static final Pattern PLACE = Pattern.compile("\\(([^()\\s]+):\\d+\\)");

  private EvidenceChange() {}

  /** The text of a pack that is kept with the page. */
  public static String kept(EvidencePack pack) {
    StringBuilder text = new StringBuilder();
    for (EvidencePiece piece : pack.pieces()) {
      text.append(PIECE).append(piece.path()).append('\n');
      String words = PLACE.matcher(piece.text()).replaceAll("($1)");
      words.lines().forEach(line -> text.append(' ').append(line).append('\n'));
    }
    return text.toString();
  }

  /**
   * The change as a model is told it.
   *
   * @param before what was kept, empty when nothing was
   * @return a line for each file and, indented behind {@code -} and {@code +}, each line that is
   *     gone or new; empty when nothing is known or nothing changed
   */
  public static String between(
      String before, EvidencePack now, int tokensMax, ToIntFunction<String> tokens) {
    if (before.isEmpty()) {
      return "";
    }
    Map<String, Set<String>> old = lines(before);
    Map<String, Set<String>> current = lines(kept(now));
    List<String> told = new ArrayList<>();
    Set<String> paths = new LinkedHashSet<>(current.keySet());
    paths.addAll(old.keySet());
    for (String path : paths) {
      String name = path.isEmpty() ? "facts" : path;
      if (!old.containsKey(path)) {
        told.add(name + ": new among the evidence");
      } else if (!current.containsKey(path)) {
        told.add(name + ": not among the evidence any more");
      } else {
        lines(name, old.getOrDefault(path, Set.of()), current.getOrDefault(path, Set.of()), told);
      }
    }
    return fitted(told, tokensMax, tokens);
  }

  private static Map<String, Set<String>> lines(String kept) {
    Map<String, Set<String>> lines = new LinkedHashMap<>();
    Set<String> current = new LinkedHashSet<>();
    for (String line : kept.split("\n", -1)) {
      if (line.startsWith(PIECE)) {
        current = lines.computeIfAbsent(line.substring(PIECE.length()), _ -> new LinkedHashSet<>());
      } else if (!line.isBlank()) {
        current.add(line.substring(1));
      }
    }
    return lines;
  }

  private static void lines(String name, Set<String> before, Set<String> now, List<String> told) {
    List<String> changed = new ArrayList<>();
    before.stream().filter(line -> !now.contains(line)).forEach(one -> changed.add("- " + one));
    now.stream().filter(line -> !before.contains(line)).forEach(one -> changed.add("+ " + one));
    if (!changed.isEmpty()) {
      told.add(name + ":");
      changed.forEach(
          one -> told.add("  " + one.substring(0, Math.min(one.length(), LINE_LENGTH_MAX))));
    }
  }

  private static String fitted(List<String> told, int tokensMax, ToIntFunction<String> tokens) {
    StringBuilder text = new StringBuilder();
    int left = tokensMax - tokens.applyAsInt("and 1,000 more lines\n");
    for (int i = 0; i < told.size(); i++) {
      String line = told.get(i) + "\n";
      left -= tokens.applyAsInt(line);
      if (left < 0) {
        return text.append("and %,d more lines\n".formatted(told.size() - i)).toString();
      }
      text.append(line);
    }
    return text.toString();
  }
}
