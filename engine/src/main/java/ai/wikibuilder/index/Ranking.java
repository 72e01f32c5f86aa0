package ai.wikibuilder.index;

import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Puts candidates in order: what BM25 says about their text, and beyond it what people mean by a
 * question about code.
 *
 * <p>The rules, each a signal in the explanation: a definition of a name the question contains
 * beats its uses; a path that is asked for beats all; words that stand in the text in the same
 * order count together; several good chunks lift their file; tests, documents and examples come
 * after the thing itself unless they are asked for. All are relative to the best text score of the
 * search, so that long and short questions weigh them alike.
 */
final class Ranking {
  /** A definition that the question surely names, relative to the best text score. */
  private static final double DEFINITION = 1.0;

  /** The path asked for; more than a definition, since a path is never typed by chance. */
  private static final double PATH = 1.5;

  /** All words of the question in one run. */
  private static final double PHRASE = 0.6;

  /** Shorter runs of words happen by chance. */
  private static final int PHRASE_WORDS_MIN = 3;

  /** Candidates whose text is read for the phrase; it is seldom further down. */
  private static final int PHRASE_CANDIDATES_MAX = 30;

  /** The second best chunk of the file, as a share of its score. */
  private static final double FILE_LIFT = 0.12;

  /** Taken off when a file is not the thing itself. */
  private static final double TEST_LOSS = 0.35;

  private static final double DOCUMENT_LOSS = 0.2;
  private static final double EXAMPLE_LOSS = 0.2;

  /** Added to tests or documents when the question speaks of them. */
  private static final double WANTED = 0.3;

  /** Chunks of one file among ten hits; the rest of the file is one click away. */
  private static final double FILE_SHARE = 0.3;

  /** Best first; equal ones in the order of path and line, so that builds agree. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.path)
          .thenComparingInt(candidate -> candidate.startLine);

  private final QueryReading reading;
  private final TextReader texts;

  Ranking(QueryReading reading, TextReader texts) {
    this.reading = reading;
    this.texts = texts;
  }

  /** Adds all signals and returns the candidates best first. */
  List<Candidate> rank(List<Candidate> candidates) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    double best = ranked.stream().mapToDouble(Candidate::score).max().orElse(0);
    double scale = best > 0 ? best : 1;
    for (Candidate candidate : ranked) {
      addDefinition(candidate, scale);
      addPath(candidate, scale);
    }
    ranked.sort(ORDER);
    if (reading.words().size() >= PHRASE_WORDS_MIN) {
      for (int i = 0; i < Math.min(ranked.size(), PHRASE_CANDIDATES_MAX); i++) {
        addPhrase(ranked.get(i), scale);
      }
    }
    addFileLift(ranked);
    for (Candidate candidate : ranked) {
      addRole(candidate);
    }
    ranked.sort(ORDER);
    return ranked;
  }

  /** Leaves out what would make one file fill the list. */
  static List<Candidate> spread(List<Candidate> ranked, int limit) {
    int perFile = (int) Math.ceil(limit * FILE_SHARE);
    Map<String, Integer> counts = new HashMap<>();
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : ranked) {
      if (kept.size() < limit && counts.merge(candidate.path, 1, Integer::sum) <= perFile) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private void addDefinition(Candidate candidate, double scale) {
    double best = 0;
    for (DefinedSymbols.Entry symbol : candidate.about) {
      boolean here =
          symbol.nameLine() >= candidate.startLine && symbol.nameLine() <= candidate.endLine;
      double sure = here ? sureness(symbol) : 0;
      if (sure > best) {
        best = sure;
        candidate.askedFor(symbol);
      }
    }
    candidate.add("definition", DEFINITION * scale * best);
    if (best >= QueryReading.SURE_NAME) {
      candidate.named();
    }
  }

  private double sureness(DefinedSymbols.Entry symbol) {
    String name = symbol.qualified();
    int dot = name.lastIndexOf('.');
    double sure = reading.symbols().getOrDefault(ChunkDocument.exact(name.substring(dot + 1)), 0.0);
    if (dot > 0) {
      int before = name.lastIndexOf('.', dot - 1);
      String pair = ChunkDocument.exact(name.substring(before + 1));
      sure = Math.max(sure, reading.symbols().getOrDefault(pair, 0.0));
    }
    return sure;
  }

  private void addPath(Candidate candidate, double scale) {
    String path = candidate.path.toLowerCase(Locale.ROOT);
    double best = 0;
    for (String asked : reading.paths()) {
      if (path.equals(asked) || path.endsWith("/" + asked)) {
        best = 1;
      } else if (path.endsWith(asked.substring(asked.lastIndexOf('/') + 1))
          && path.substring(path.lastIndexOf('/') + 1)
              .equals(asked.substring(asked.lastIndexOf('/') + 1))) {
        best = Math.max(best, 0.4);
      }
    }
    if (best == 1) {
      candidate.named();
    }
    if (best > 0) {
      // the beginning of a file introduces it best
      candidate.add("path asked for", scale * best * (PATH + (candidate.startLine == 1 ? 0.3 : 0)));
    }
  }

  private void addPhrase(Candidate candidate, double scale) {
    String text = texts.text(candidate.path).map(source -> lines(source, candidate)).orElse("");
    int run = new WordRun(reading.words()).longestIn(text);
    if (run >= PHRASE_WORDS_MIN) {
      double share = (double) run / reading.words().size();
      candidate.add("words in order", PHRASE * scale * share * share);
    }
  }

  static String lines(SourceText text, Candidate candidate) {
    int last = Math.min(candidate.endLine, text.lineCount());
    return candidate.startLine <= last ? text.lines(candidate.startLine, last) : "";
  }

  private static void addFileLift(List<Candidate> ranked) {
    Map<String, List<Candidate>> files = new HashMap<>();
    for (Candidate candidate : ranked) {
      files.computeIfAbsent(candidate.path, path -> new ArrayList<>()).add(candidate);
    }
    for (List<Candidate> file : files.values()) {
      if (file.size() > 1) {
        double lift = FILE_LIFT * file.get(1).score();
        file.forEach(candidate -> candidate.add("more in this file", lift));
      }
    }
  }

  private void addRole(Candidate candidate) {
    double score = candidate.score();
    switch (FileRole.of(candidate.path)) {
      case TEST -> candidate.add("test file", score * (reading.wantsTests() ? WANTED : -TEST_LOSS));
      case DOCUMENT ->
          candidate.add("document", score * (reading.wantsDocuments() ? WANTED : -DOCUMENT_LOSS));
      case EXAMPLE -> candidate.add("example", -EXAMPLE_LOSS * score);
      case SOURCE -> {}
    }
  }

  /** Finds how many words of a question stand in a text one after another. One thread. */
  static final class WordRun {
    private final List<String> words;

    WordRun(List<String> words) {
      this.words = words;
    }

    /** The longest run, in words; 0 when no word is there. Punctuation and case do not count. */
    int longestIn(String text) {
      int longest = 0;
      int[] runs = new int[words.size() + 1];
      int at = 0;
      while (at < text.length()) {
        int start = at;
        while (start < text.length() && !isWordChar(text.charAt(start))) {
          start++;
        }
        int end = start;
        while (end < text.length() && isWordChar(text.charAt(end))) {
          end++;
        }
        at = end;
        if (end > start) {
          longest = Math.max(longest, extend(runs, text, start, end));
        }
      }
      return longest;
    }

    /** Moves every run on by one word of the text: {@code runs[i]} ends with question word i. */
    private int extend(int[] runs, String text, int start, int end) {
      int longest = 0;
      for (int i = words.size(); i > 0; i--) {
        String word = words.get(i - 1);
        boolean same =
            word.length() == end - start && text.regionMatches(true, start, word, 0, word.length());
        runs[i] = same ? runs[i - 1] + 1 : 0;
        longest = Math.max(longest, runs[i]);
      }
      return longest;
    }

    private static boolean isWordChar(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
  }
}
