package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.MeasuredProcess;
import ai.wikibuilder.benchmarks.ranking.questions.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What people do by hand: ripgrep for every word of the question. A file gets a vote for each word
 * it has; equal votes are ordered by the number of matches. Its place is the 60 lines with most
 * different words.
 */
final class TermVotes implements SearchSystem {
  private static final int WINDOW_LINES = 60;

  /** Shorter words are in every file. */
  private static final int WORD_CHARS_MIN = 3;

  /** Matching lines of one file that are looked at. */
  private static final int LINES_MAX = 400;

  /** Words that nobody would search for. */
  private static final Set<String> STOP_WORDS =
      Set.of(
          "the", "and", "for", "with", "that", "this", "from", "are", "was", "were", "has", "have",
          "had", "not", "but", "when", "which", "will", "would", "should", "can", "could", "may",
          "its", "into", "all", "any", "one", "then", "than", "also", "other", "use", "used",
          "using", "new", "now", "out", "our", "you", "your", "they", "them", "there", "their",
          "what", "does", "did", "been", "being", "because", "only", "instead", "more", "some");

  private final Path folder;

  /** {@code folder} holds the texts as files. */
  TermVotes(Path folder) {
    this.folder = folder;
    if (!MeasuredProcess.isInstalled("rg", "--version")) {
      throw new IllegalStateException(
          "rg is not on the PATH; Debian, Ubuntu: apt-get install ripgrep");
    }
  }

  @Override
  public List<Place> search(String question, int limit) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_$]+", -1)) {
      if (word.length() >= WORD_CHARS_MIN && !STOP_WORDS.contains(word)) {
        words.add(word);
      }
    }
    if (words.isEmpty()) {
      return List.of();
    }
    return matches(words).values().stream()
        .sorted(
            Comparator.comparingInt(Matches::votes)
                .thenComparingInt(Matches::count)
                .reversed()
                .thenComparing(Matches::path))
        .limit(limit)
        .map(Matches::place)
        .toList();
  }

  private Map<String, Matches> matches(Set<String> words) {
    List<String> command = new ArrayList<>(List.of("rg", "--no-config", "-uu", "-i", "-o", "-n"));
    command.addAll(List.of("-F", "-w", "--no-heading", "--color=never", "--null"));
    command.add("--max-count=" + LINES_MAX);
    words.forEach(word -> command.addAll(List.of("-e", word)));
    command.add(".");
    Map<String, Matches> files = new HashMap<>();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          int zero = line.indexOf(0);
          int colon = line.indexOf(':', zero + 1);
          if (zero > 2 && colon > zero) {
            files
                .computeIfAbsent(line.substring(2, zero), Matches::new)
                .add(Integer.parseInt(line, zero + 1, colon, 10), line.substring(colon + 1));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** The matches of one file. */
  private static final class Matches {
    private final String path;
    private final Map<Integer, Set<String>> wordsOfWindow = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private int count;

    Matches(String path) {
      this.path = path;
    }

    void add(int line, String match) {
      String word = match.toLowerCase(Locale.ROOT);
      words.add(word);
      wordsOfWindow.computeIfAbsent((line - 1) / WINDOW_LINES, window -> new HashSet<>()).add(word);
      count++;
    }

    String path() {
      return path;
    }

    int votes() {
      return words.size();
    }

    int count() {
      return count;
    }

    Place place() {
      int best =
          wordsOfWindow.entrySet().stream()
              .max(
                  Comparator.comparingInt(
                          (Map.Entry<Integer, Set<String>> entry) -> entry.getValue().size())
                      .thenComparing(Map.Entry.<Integer, Set<String>>comparingByKey().reversed()))
              .map(Map.Entry::getKey)
              .orElse(0);
      return new Place(path, best * WINDOW_LINES + 1, (best + 1) * WINDOW_LINES);
    }
  }

  @Override
  public void close() {}
}
