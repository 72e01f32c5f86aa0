package ai.wikibuilder.answers;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.queries.RelatedWords;
import ai.wikibuilder.pages.material.KeySymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chooses of the places found those that are told, or shown to a model: the program itself before
 * tests, examples and bare names, and nothing that has far fewer words of the question than the
 * best. One question, one thread.
 */
public final class SubjectChoice {
  /** A place with a smaller share of what the best one has is there by chance. */
  private static final double COVER_MIN = 0.3;

  /** The same where the question is whether something is there: what else fits does not answer. */
  private static final double ASKED_COVER_MIN = 0.7;

  /** What is lost by standing beside the program, unless the question asks for that. */
  private static final double BESIDE_LOSS = 0.6;

  /** Fields and constants seldom answer anything. */
  private static final double LITTLE_LOSS = 0.5;

  /** A type that holds values says little to somebody who asks how or when something is done. */
  private static final double HOLDER_LOSS = 0.4;

  /** A type with fewer of its lines in functions holds values. */
  private static final double RUNNING_SHARE_MIN = 0.3;

  /** Gained by a place that has all of the question's words that any has; less by its share. */
  private static final double COVER_GAIN = 0.2;

  /** Lost by what runs in a browser, where the question does not speak of what is seen. */
  private static final double FRONT_LOSS = 0.35;

  /** Gained by a place that reads or states a setting with words of a question for one. */
  private static final double SETTING_GAIN = 0.2;

  /** How much a word counts that code uses for one of the question's. */
  private static final double RELATED_SHARE = 0.5;

  /** Gained by a file whose name is a word of the question that few other places have. */
  private static final double NAMED_GAIN = 0.2;

  /** A word in a larger share of the places is what all of them are about. */
  private static final double RARE_SHARE_MAX = 0.34;

  /** A place of a document, or lines that belong to no definition. */
  private static final double NAMELESS_LOSS = 0.3;

  /** A second place of a file. */
  private static final double AGAIN_LOSS = 0.2;

  /** Kinds of symbols that are hardly more than a name. */
  static final Set<String> LITTLE = Set.of("field", "constant", "variable", "enum member");

  private final Question question;
  private final Wish wish;
  private final OpenWiki wiki;
  private final CodeGraph graph;
  private final Sidelines sidelines;
  private final Frontends frontends;
  private final KeySymbols members;
  private final String asked;

  SubjectChoice(Question question, Wish wish, OpenWiki wiki, Sidelines sidelines) {
    this.question = question;
    this.wish = wish;
    this.wiki = wiki;
    this.graph = wiki.names().get().graph();
    this.sidelines = sidelines;
    this.frontends = new Frontends(graph, sidelines);
    this.members = wiki.keys().get();
    this.asked = String.join(" ", question.words()).toLowerCase(Locale.ROOT);
  }

  /** For a question to a wiki. */
  public SubjectChoice(Question question, Wish wish, OpenWiki wiki) {
    this(question, wish, wiki, new Sidelines(wiki.names().get().graph()));
  }

  private record Weighed(SearchHit hit, Subject subject, double cover, double weight) {}

  /**
   * The subjects of places, the best first, no symbol twice.
   *
   * @param telling words that say what is asked
   */
  List<Subject> of(List<SearchHit> hits, List<String> telling) {
    return spread(weighed(hits, telling));
  }

  /**
   * The places themselves, the best first, without those that are there by chance; all as they were
   * where none has a word of the question.
   *
   * @param telling words that say what is asked
   */
  public List<SearchHit> places(List<SearchHit> hits, List<String> telling) {
    List<SearchHit> places =
        weighed(hits, telling).stream()
            .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
            .map(Weighed::hit)
            .toList();
    return places.isEmpty() ? hits : places;
  }

  private List<Weighed> weighed(List<SearchHit> hits, List<String> telling) {
    List<Map<String, Double>> standing = standing(hits, telling);
    Map<String, Double> rarity = rarity(standing, telling, wish == Wish.SUPPORT);
    double total = rarity.values().stream().mapToDouble(one -> one).sum();
    Set<String> rare = rare(standing, telling);
    double top = hits.isEmpty() ? 1 : Math.max(hits.getFirst().score(), Double.MIN_NORMAL);
    List<Weighed> all = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      double known =
          standing.get(i).entrySet().stream()
              .mapToDouble(word -> word.getValue() * rarity.getOrDefault(word.getKey(), 0.0))
              .sum();
      double cover = total == 0 ? 1 : known / total;
      Subject subject = Subject.of(hits.get(i), question.words(), wiki);
      double weight =
          hits.get(i).score() / top
              - loss(subject)
              + COVER_GAIN * cover
              + NAMED_GAIN * namedShare(hits.get(i).path(), rare);
      all.add(new Weighed(hits.get(i), subject, cover, weight));
    }
    double most = all.stream().mapToDouble(Weighed::cover).max().orElse(0);
    double least = most * (wish == Wish.SUPPORT ? ASKED_COVER_MIN : COVER_MIN);
    all.removeIf(one -> one.cover() < least);
    return all;
  }

  /** A place of a file that was told before counts less; equal ones stay in their order. */
  private static List<Subject> spread(List<Weighed> all) {
    List<Weighed> left = new ArrayList<>(all);
    List<Subject> chosen = new ArrayList<>();
    Map<String, Integer> told = new HashMap<>();
    Set<String> seen = new HashSet<>();
    while (!left.isEmpty()) {
      Weighed best =
          left.stream()
              .min(
                  Comparator.comparingDouble(
                      one -> AGAIN_LOSS * told.getOrDefault(file(one.subject()), 0) - one.weight()))
              .orElseThrow();
      left.remove(best);
      Subject subject = best.subject();
      if (seen.add(subject.place().path() + " " + subject.name())) {
        told.merge(file(subject), 1, Integer::sum);
        chosen.add(subject);
      }
    }
    return chosen;
  }

  /** What is told again by another place: a document or an example may lie in several folders. */
  private static String file(Subject one) {
    String path = one.place().path();
    return one.name().isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : path;
  }

  /** The words that stand in each place, and how surely: one that code uses for it counts less. */
  private List<Map<String, Double>> standing(List<SearchHit> hits, List<String> telling) {
    List<Map<String, Double>> standing = new ArrayList<>();
    for (SearchHit hit : hits) {
      Map<String, Double> words = new HashMap<>();
      telling.forEach(word -> words.put(word, 1.0));
      for (String word : WordCoverage.missing(telling, List.of(hit), wiki.texts())) {
        List<String> related = RelatedWords.inCode(word);
        List<String> missing = WordCoverage.missing(related, List.of(hit), wiki.texts());
        words.put(word, missing.size() < related.size() ? RELATED_SHARE : 0);
      }
      standing.add(words);
    }
    return standing;
  }

  /**
   * How much each word tells among these places. Where it is asked whether something is there, what
   * stands in all of them tells little; else it may well be the subject, and all words are equal.
   */
  private static Map<String, Double> rarity(
      List<Map<String, Double>> standing, List<String> telling, boolean weighing) {
    Map<String, Double> rarity = new HashMap<>();
    for (String word : telling) {
      long places = places(standing, word);
      if (places > 0) {
        rarity.put(word, weighing ? Math.log(1 + (double) standing.size() / places) : 1.0);
      }
    }
    return rarity;
  }

  private static long places(List<Map<String, Double>> standing, String word) {
    return standing.stream().filter(words -> words.getOrDefault(word, 0.0) == 1).count();
  }

  /** The stems of words that stand in few of the places: a file that is called so is meant. */
  private static Set<String> rare(List<Map<String, Double>> standing, List<String> telling) {
    return telling.stream()
        .filter(word -> places(standing, word) <= standing.size() * RARE_SHARE_MAX)
        .map(WordParts::stem)
        .collect(Collectors.toSet());
  }

  /** Share of a file's name that is rare words of the question. */
  private static double namedShare(String path, Set<String> rare) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.indexOf('.', 1);
    Set<String> parts = WordParts.of(dot < 0 ? name : name.substring(0, dot));
    return parts.isEmpty()
        ? 0
        : (double) parts.stream().filter(rare::contains).count() / parts.size();
  }

  /** Whether a place is of the program itself, and no document. */
  boolean isOfProgram(Subject one) {
    int file = graph.file(one.place().path());
    return file >= 0
        && graph.endSymbol(file) > graph.firstSymbol(file)
        && !sidelines.isBeside(file);
  }

  private double loss(Subject one) {
    int file = graph.file(one.place().path());
    boolean tests = file >= 0 && sidelines.isOfTests(file);
    boolean wanted = tests ? asked.contains("test") : asked.contains("migrat");
    boolean beside = file >= 0 && sidelines.isBeside(file) && !wanted;
    boolean front = file >= 0 && frontends.isFront(file) && !Frontends.isMeant(asked);
    boolean little =
        LITTLE.contains(one.kind()) && wish != Wish.SETTING && !asked.contains(one.kind());
    return (beside ? BESIDE_LOSS : 0)
        + (front ? FRONT_LOSS : 0)
        + (little ? LITTLE_LOSS * littleShare(one) : 0)
        + (isHolder(one) && wish == Wish.DOING ? HOLDER_LOSS : 0)
        + (one.name().isEmpty() ? NAMELESS_LOSS : 0)
        - (wish == Wish.SETTING && isOfSetting(one) ? SETTING_GAIN : 0);
  }

  /** Whether a setting stands in its lines whose name has a word of the question. */
  private boolean isOfSetting(Subject one) {
    return graph.settings().stream()
        .anyMatch(setting ->
            setting.path().equals(one.place().path())
                && setting.line() >= one.place().startLine()
                && setting.line() <= one.place().endLine()
                && isAsked(setting.name()));
  }

  private boolean isAsked(String name) {
    Set<String> parts = WordParts.of(name);
    parts.retainAll(WordParts.of(asked));
    return !parts.isEmpty();
  }

  /** A field with the very words may be what is asked for, but does nothing. */
  private double littleShare(Subject one) {
    return isNamed(one) ? wish == Wish.DOING ? 0.5 : 0 : 1;
  }

  /**
   * Whether it is a type that mostly names values, or lines of one where only they stand, or how it
   * is made.
   */
  private boolean isHolder(Subject one) {
    int id = one.symbol();
    if (id >= 0 && graph.symbol(id).kind() == SymbolKind.CONSTRUCTOR) {
      id = graph.symbol(id).parent();
    }
    if (id < 0 || !graph.symbol(id).kind().isType()) {
      return false;
    }
    GraphSymbol type = graph.symbol(id);
    int running = 0;
    boolean runsHere = type.kind() == SymbolKind.CLASS;
    for (GraphSymbol member : members.members(type)) {
      if (member.kind().isCallable() && member.kind() != SymbolKind.CONSTRUCTOR) {
        running += member.endLine() - member.startLine();
        runsHere |=
            member.startLine() <= one.place().endLine()
                && member.endLine() >= one.place().startLine();
      }
    }
    return !runsHere || running < RUNNING_SHARE_MIN * (type.endLine() - type.startLine());
  }

  /** Whether the question has each of the several words its name is made of. */
  private boolean isNamed(Subject one) {
    Set<String> name = WordParts.of(one.name().substring(one.name().lastIndexOf('.') + 1));
    return name.size() > 1 && WordParts.of(asked).containsAll(name);
  }
}
