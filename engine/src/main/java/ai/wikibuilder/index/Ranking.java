package ai.wikibuilder.index;

import ai.wikibuilder.index.queries.CodeCondition;
import ai.wikibuilder.index.queries.FileRole;
import ai.wikibuilder.index.queries.MessageText;
import ai.wikibuilder.index.queries.NameFit;
import ai.wikibuilder.index.queries.PathFit;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.index.queries.QueryFilter;
import ai.wikibuilder.index.queries.QueryReading;
import ai.wikibuilder.index.queries.QueryShape;
import ai.wikibuilder.index.queries.RoleShare;
import ai.wikibuilder.index.queries.WordRun;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts candidates in order: what BM25 says about their text, and beyond it what people mean by a
 * question about code.
 *
 * <p>The rules, each a signal in the explanation: a definition of a name the question contains
 * beats its uses; a path that is asked for beats all; words that stand in the text in the same
 * order count together; a file that has the words all over lifts its chunks, a second chunk of a
 * file comes after other files; tests, documents and examples come after the thing itself unless
 * they are asked for. All are relative to the best text score of the search, so that long and short
 * questions weigh them alike. For one search, one thread.
 */
final class Ranking {
  /** A definition that the question surely names, relative to the best text score. */
  private static final double DEFINITION = 0.7;

  /** That name in the very letters of the question: {@code DELAY} is not {@code delay}. */
  private static final double AS_WRITTEN = 0.3;

  /** A name that is made of words of the question, relative to the best text score. */
  private static final double NAME_FIT = 1.0;

  /** The same of the name of the file. */
  private static final double FILE_NAME_FIT = 0.5;

  /** A question is seldom answered by what only holds a value, though forms are full of them. */
  private static final double VALUE_SHARE = 0.5;

  private static final Set<String> VALUES = Set.of("field", "constant", "variable", "enum member");

  /** The path asked for; more than a definition, since a path is never typed by chance. */
  private static final double PATH = 1.5;

  /** The beginning of the file that is asked for: it introduces the rest. */
  private static final double BEGINNING = 1.5;

  /** The part of the repository that the question begins with. */
  private static final double SCOPE = 0.5;

  /** All words of the question in one run. */
  private static final double PHRASE = 0.3;

  /** So many words in one run are no chance: a message that somebody pasted. */
  private static final int MESSAGE_WORDS_MIN = 4;

  /** A run of so many, by the share of the question's words that it has. */
  private static final double MESSAGE = 1.2;

  /** An error message that stands here as it was printed, by the share of it that does. */
  private static final double PRINTED = 2.0;

  /** A phrase that the question quotes. */
  private static final double QUOTED = 0.5;

  /** Shorter runs of words happen by chance. */
  private static final int PHRASE_WORDS_MIN = 3;

  /** Candidates whose text is read for the phrase; it is seldom further down. */
  private static final int PHRASE_CANDIDATES_MAX = 30;

  /** The second best chunk of the file, as a share of its score. */
  private static final double FILE_LIFT = 0.2;

  /** The best file as a whole, relative to the best text score. */
  private static final double WHOLE_FILE = 1.0;

  /** Many lines that match an expression or phrase, relative to the best text score. */
  private static final double MATCHES = 0.5;

  /** An expression that matches where something is defined. */
  private static final double MATCH_OF_DEFINITION = 0.3;

  /** The same where it takes no more than a line: in C it says that it is somewhere else. */
  private static final double MATCH_OF_DECLARATION = 0.25;

  /** Questions about the whole are answered by files, and by the documents of a repository. */
  private static final double ARCHITECTURE_SHARE = 1.5;

  /** What each further chunk of a file loses, as a share of its score. */
  private static final double REPEAT_LOSS = 0.25;

  /** Further down the limit of chunks a file takes over. */
  private static final double REPEAT_LOSS_MAX = 0.6;

  /** Chunks of one file among ten hits; the rest of the file is one click away. */
  private static final double FILE_SHARE = 0.3;

  /** Best first; equal ones in the order of path and line, so that builds agree. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparing(candidate -> candidate.path)
          .thenComparingInt(candidate -> candidate.startLine);

  private final Query query;
  private final QueryReading reading;
  private final TextReader texts;
  private final NameFit nameFit;
  private final Optional<MessageText> message;

  /** By path: candidates share files, and both cost more than all else. */
  private final Map<String, Optional<SourceText>> read = new HashMap<>();

  private final Map<String, FileRole> roles = new HashMap<>();

  Ranking(Query query, QueryReading reading, NameFit nameFit, TextReader texts) {
    this.query = query;
    this.reading = reading;
    this.nameFit = nameFit;
    this.texts = texts;
    this.message =
        reading.shape() == QueryShape.ERROR_MESSAGE
            ? Optional.of(new MessageText(query.words()))
            : Optional.empty();
  }

  /** Adds all signals and returns the candidates best first. */
  List<Candidate> rank(List<Candidate> candidates, Map<String, Double> fileScores) {
    List<Candidate> ranked = new ArrayList<>(candidates);
    ranked.removeIf(candidate -> !chooseSymbol(candidate));
    double best = ranked.stream().mapToDouble(Candidate::score).max().orElse(0);
    double scale = best > 0 ? best : 1;
    for (Candidate candidate : ranked) {
      addMatches(candidate, scale);
      addDefinition(candidate, scale);
      addKind(candidate, scale);
      addNameFit(candidate, scale);
      addPath(candidate, scale);
      candidate.add("scope", SCOPE * scale * reading.scope().share(candidate.path));
    }
    ranked.sort(ORDER);
    if (reading.words().size() >= PHRASE_WORDS_MIN) {
      int limit =
          message.isPresent() ? ranked.size() : Math.min(ranked.size(), PHRASE_CANDIDATES_MAX);
      ranked.subList(0, limit).forEach(candidate -> addPhrase(candidate, scale));
    }
    double fileShare = reading.shape() == QueryShape.ARCHITECTURE ? ARCHITECTURE_SHARE : 1;
    for (Candidate candidate : ranked) {
      double file = fileScores.getOrDefault(candidate.path, 0.0);
      candidate.add("whole file", WHOLE_FILE * fileShare * scale * file);
    }
    addFileLift(ranked);
    boolean namedInSource = ranked.stream().anyMatch(this::isNamedInSource);
    for (Candidate candidate : ranked) {
      if (!candidate.isNamed() || (namedInSource && isNamedInTest(candidate))) {
        addRole(candidate);
      }
    }
    ranked.sort(ORDER);
    return ranked;
  }

  /**
   * Holds back the second and later chunks of a file, so that a list shows more than one place, and
   * puts all in order again. What the question names stays where it is.
   */
  static void holdBackRepeats(List<Candidate> ranked) {
    Map<String, Integer> counts = new HashMap<>();
    for (Candidate candidate : ranked) {
      int before = counts.merge(candidate.path, 1, Integer::sum) - 1;
      if (before > 0 && !candidate.isNamed()) {
        double share = Math.min(REPEAT_LOSS_MAX, REPEAT_LOSS * before);
        candidate.add("again this file", -share * Math.abs(candidate.score()));
      }
    }
    ranked.sort(ORDER);
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

  /** More matching lines are better, each counting less; the line that defines counts most. */
  private static void addMatches(Candidate candidate, double scale) {
    if (candidate.matches().isEmpty()) {
      return;
    }
    int count = candidate.matches().size();
    candidate.add("matching lines", MATCHES * scale * count / (count + 1.0));
    for (DefinedSymbols.Entry symbol : candidate.about) {
      if (candidate.matches().contains(symbol.nameLine() - candidate.startLine)) {
        candidate.askedFor(symbol);
        boolean hasBody = symbol.endLine() > symbol.nameLine();
        double share = hasBody ? MATCH_OF_DEFINITION : MATCH_OF_DECLARATION;
        candidate.add("match in a definition", share * scale);
        return;
      }
    }
  }

  /** A filter for symbols or kinds says which symbol is meant; false when the chunk has none. */
  private boolean chooseSymbol(Candidate candidate) {
    if (query.filters().stream().noneMatch(Ranking::isAboutSymbols)) {
      return true;
    }
    for (DefinedSymbols.Entry symbol : candidate.about) {
      if (symbol.isNamedWithin(candidate.startLine, candidate.endLine) && passes(symbol)) {
        candidate.askedFor(symbol);
        return true;
      }
    }
    return false;
  }

  /** Who filters by a name means the type or function rather than a field of the same name. */
  private void addKind(Candidate candidate, double scale) {
    boolean byName =
        query.filters().stream()
            .anyMatch(each -> isAboutSymbols(each) && each.field() == QueryFilter.Field.SYMBOL);
    if (byName
        && candidate.symbol().filter(symbol -> !VALUES.contains(symbol.kind())).isPresent()) {
      candidate.add("no mere value", AS_WRITTEN * scale);
    }
  }

  private static boolean isAboutSymbols(QueryFilter filter) {
    return !filter.negated()
        && (filter.field() == QueryFilter.Field.KIND || filter.field() == QueryFilter.Field.SYMBOL);
  }

  private boolean passes(DefinedSymbols.Entry symbol) {
    boolean asksKind = false;
    boolean asksName = false;
    boolean kind = false;
    boolean name = false;
    for (QueryFilter filter : query.filters()) {
      if (isAboutSymbols(filter)) {
        boolean isKind = filter.field() == QueryFilter.Field.KIND;
        asksKind |= isKind;
        asksName |= !isKind;
        kind |= isKind && symbol.kind().equals(filter.value());
        name |= !isKind && filter.isName(symbol.qualified());
      }
    }
    return (kind || !asksKind) && (name || !asksName);
  }

  private void addDefinition(Candidate candidate, double scale) {
    double best = 0;
    for (DefinedSymbols.Entry symbol : candidate.about) {
      boolean here = symbol.isNamedWithin(candidate.startLine, candidate.endLine);
      double sure = here ? sureness(symbol) : 0;
      if (sure > best) {
        best = sure;
        candidate.askedFor(symbol);
      }
    }
    candidate.add("definition", DEFINITION * scale * best);
    if (best >= QueryReading.SURE_NAME) {
      candidate.named();
      if (candidate.symbol().filter(symbol -> isAsWritten(symbol.qualified())).isPresent()) {
        candidate.add("as written", AS_WRITTEN * scale);
      }
    }
  }

  private boolean isAsWritten(String qualified) {
    String name = qualified.substring(qualified.lastIndexOf('.') + 1);
    return List.of(query.words().split("\\W+", -1)).contains(name);
  }

  private void addNameFit(Candidate candidate, double scale) {
    if (reading.shape() == QueryShape.PATH) {
      return;
    }
    double best = 0;
    for (DefinedSymbols.Entry symbol : candidate.about) {
      if (symbol.isNamedWithin(candidate.startLine, candidate.endLine)) {
        double share = reading.asks() && VALUES.contains(symbol.kind()) ? VALUE_SHARE : 1;
        best = Math.max(best, share * nameFit.of(symbol.qualified()));
      }
    }
    candidate.add("words of a name", NAME_FIT * scale * best);
    candidate.add("words of the file name", FILE_NAME_FIT * scale * fileNameFit(candidate.path));
  }

  private double fileNameFit(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return nameFit.of(dot > 0 ? name.substring(0, dot).replace('.', '_') : name);
  }

  private double sureness(DefinedSymbols.Entry symbol) {
    String name = symbol.qualified();
    int dot = name.lastIndexOf('.');
    double sure =
        reading.symbols().getOrDefault(QueryReading.plainName(name.substring(dot + 1)), 0.0);
    if (dot > 0) {
      int before = name.lastIndexOf('.', dot - 1);
      String pair = QueryReading.plainName(name.substring(before + 1));
      sure = Math.max(sure, reading.symbols().getOrDefault(pair, 0.0));
    }
    return sure;
  }

  private void addPath(Candidate candidate, double scale) {
    double best = 0;
    for (String asked : reading.paths()) {
      best = Math.max(best, PathFit.of(candidate.path, asked));
    }
    if (best == 1) {
      candidate.named();
    }
    if (best > 0) {
      double first = candidate.startLine == 1 ? BEGINNING : 0;
      candidate.add("path asked for", scale * best * (PATH + first));
    }
  }

  private void addPhrase(Candidate candidate, double scale) {
    String text =
        read.computeIfAbsent(candidate.path, texts::text)
            .map(source -> lines(source, candidate))
            .orElse("");
    int run = new WordRun(reading.words()).longestIn(text);
    double said = message.map(asked -> asked.share(text)).orElse(0.0);
    if (said > 0) {
      candidate.add("words of the message", PRINTED * said * scale);
    } else if (run >= PHRASE_WORDS_MIN) {
      double share = (double) run / reading.words().size();
      double worth = run >= MESSAGE_WORDS_MIN ? MESSAGE * share : PHRASE * share * share;
      candidate.add("words in order", worth * scale);
    }
    for (CodeCondition.Phrase quoted : query.preferences()) {
      if (quoted.isIn(text)) {
        candidate.add("quoted words", QUOTED * scale);
      }
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

  private boolean isNamedInSource(Candidate candidate) {
    return candidate.isNamed() && role(candidate) == FileRole.SOURCE;
  }

  /** Tests define what they test again, as variables; who wants a test file says so by its path. */
  private boolean isNamedInTest(Candidate candidate) {
    return reading.paths().isEmpty() && role(candidate) == FileRole.TEST;
  }

  private FileRole role(Candidate candidate) {
    return roles.computeIfAbsent(candidate.path, FileRole::of);
  }

  private void addRole(Candidate candidate) {
    RoleShare share = RoleShare.of(role(candidate), reading);
    candidate.add(share.name(), share.value() * candidate.score());
  }
}
