package ai.wikibuilder.answers;

import ai.wikibuilder.facts.SymbolKind;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.pages.material.KeySymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
  private final KeySymbols members;
  private final String asked;

  SubjectChoice(Question question, Wish wish, OpenWiki wiki, Sidelines sidelines) {
    this.question = question;
    this.wish = wish;
    this.wiki = wiki;
    this.graph = wiki.names().get().graph();
    this.sidelines = sidelines;
    this.members = new KeySymbols(graph);
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
    List<Set<String>> standing = standing(hits, telling);
    Map<String, Double> rarity = rarity(standing, telling, wish == Wish.SUPPORT);
    double total = rarity.values().stream().mapToDouble(one -> one).sum();
    double top = hits.isEmpty() ? 1 : Math.max(hits.getFirst().score(), Double.MIN_NORMAL);
    List<Weighed> all = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      double known =
          standing.get(i).stream().mapToDouble(word -> rarity.getOrDefault(word, 0.0)).sum();
      double cover = total == 0 ? 1 : known / total;
      Subject subject = Subject.of(hits.get(i), question.words(), wiki);
      double weight = hits.get(i).score() / top - loss(subject) + COVER_GAIN * cover;
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
                  Comparator.comparingDouble(one ->
                      AGAIN_LOSS * told.getOrDefault(one.subject().place().path(), 0)
                          - one.weight()))
              .orElseThrow();
      left.remove(best);
      String path = best.subject().place().path();
      if (seen.add(path + " " + best.subject().name())) {
        told.merge(path, 1, Integer::sum);
        chosen.add(best.subject());
      }
    }
    return chosen;
  }

  /** The words that stand in each place. */
  private List<Set<String>> standing(List<SearchHit> hits, List<String> telling) {
    List<Set<String>> standing = new ArrayList<>();
    for (SearchHit hit : hits) {
      Set<String> words = new HashSet<>(telling);
      WordCoverage.missing(telling, List.of(hit), wiki.texts()).forEach(words::remove);
      standing.add(words);
    }
    return standing;
  }

  /**
   * How much each word tells among these places. Where it is asked whether something is there, what
   * stands in all of them tells little; else it may well be the subject, and all words are equal.
   */
  private static Map<String, Double> rarity(
      List<Set<String>> standing, List<String> telling, boolean weighing) {
    Map<String, Double> rarity = new HashMap<>();
    for (String word : telling) {
      long places = standing.stream().filter(words -> words.contains(word)).count();
      if (places > 0) {
        rarity.put(word, weighing ? Math.log(1 + (double) standing.size() / places) : 1.0);
      }
    }
    return rarity;
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
    boolean beside = file >= 0 && sidelines.isBeside(file) && !(tests && asked.contains("test"));
    boolean little = LITTLE.contains(one.kind()) && !asked.contains(one.kind());
    return (beside ? BESIDE_LOSS : 0)
        + (little ? LITTLE_LOSS * littleShare(one) : 0)
        + (isHolder(one) && wish == Wish.DOING ? HOLDER_LOSS : 0)
        + (one.name().isEmpty() ? NAMELESS_LOSS : 0);
  }

  /** A field with the very words may be what is asked for, but does nothing. */
  private double littleShare(Subject one) {
    return isNamed(one) ? wish == Wish.DOING ? 0.5 : 0 : 1;
  }

  /** Whether it is a type that mostly names values, or lines of one where only they stand. */
  private boolean isHolder(Subject one) {
    if (one.symbol() < 0 || !graph.symbol(one.symbol()).kind().isType()) {
      return false;
    }
    GraphSymbol type = graph.symbol(one.symbol());
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
