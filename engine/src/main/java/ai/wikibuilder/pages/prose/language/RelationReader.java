package ai.wikibuilder.pages.prose.language;

import static ai.wikibuilder.pages.prose.language.StatedRelation.CONTEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who is said to do what to whom. Immutable.
 *
 * <p>Verbs are found first; each has the words up to the verb before it and those up to the next.
 * Where the object follows the verb, the subject is the name that opens the verb's clause, the name
 * before a relative pronoun, or the subject of the verb before. Where the verb comes last, case
 * endings and particles tell the names apart, else their order does.
 */
final class RelationReader {
  private static final Pattern PLACE = Pattern.compile("⟦(\\d+)⟧");

  /** What may stand between the names of one list, in all languages. */
  private static final Pattern GLUE =
      Pattern.compile(
          "(?iu)(?:\\(\\)|'s?)?\\s*(?:,|;|、|，)?\\s*(?:and|or|as well as|und|oder|sowie|ve|veya|ile|et|ou|y|e|o|и|или|和|或|以及|と|や|및|와|과)?\\s*(?:then |the |also |both |die |der |das |la |le |el |o |a )?");

  /** A name right before the verb that comes after a conjunction opens a clause of its own. */
  private static final Pattern OWN_CLAUSE =
      Pattern.compile(
          "(?iu)(?:[,;:–—]|\\b(?:and|but|while|whereas|und|aber|während|ve|ama|et|mais|y|pero|e|mas|и|а|но)\\b)\\s*(?:then |the |\\p{L}+ ){0,3}⟦(\\d+)⟧(?:\\(\\))?['’]?s?\\s*(?:(?!and\\b|or\\b|und\\b|ve\\b|et\\b|y\\b|e\\b|и\\b)\\p{L}+\\s+){0,2}$");

  /** Verbs that say no in their ending, in Turkish, Japanese and Korean. */
  private static final Pattern NEGATED_VERB =
      Pattern.compile("(?iu)(?:m[ae]z|mıyor|miyor|しない|ません|하지)");

  private static final Pattern NEGATED_AFTER =
      Pattern.compile("(?iu)^\\s*(?:neither|not|nicht|pas|jamais|keinen?)\\b");

  private static final Pattern NEGATED_ENDING = Pattern.compile("^(?:않|지 않|ない)");

  private static final Pattern PRONOUN_BEHIND =
      Pattern.compile("^\\s*(?:it|them|ihn|sie|es|le|la|lo|его|её|их)\\b");

  /** What something is there to do is no statement that it does. */
  private static final Pattern PURPOSE =
      Pattern.compile("(?iu)(?<!\\b(?:on|has|have|continues|proceeds)\\s)\\bto\\s+$");

  /** Words between a verb and the name it acts on. */
  private static final int GAP_CHAR_COUNT_MAX = 60;

  private final ProseLanguage language;
  private final List<Verb> verbs = new ArrayList<>();
  private final Pattern stop;
  private final Pattern which;
  private final Pattern negation;
  private final Pattern only;
  private final Pattern agent;
  private final Pattern object;
  private final Pattern located;
  private final Pattern onlyBeforeName;
  private final Pattern onlyFirst;
  private final Pattern onlyLast;

  private record Verb(RelationKind kind, boolean passive, Pattern pattern) {}

  private record Hit(RelationKind kind, boolean passive, int start, int end) {}

  RelationReader(ProseLanguage language) {
    this.language = language;
    for (RelationKind kind : RelationKind.values()) {
      String key = kind.name().toLowerCase(Locale.ROOT);
      verbs.add(new Verb(kind, true, Pattern.compile(language.bounded(key + ".passive"))));
      verbs.add(new Verb(kind, false, Pattern.compile(language.bounded(key + ".active"))));
    }
    stop = Pattern.compile(language.bounded("stop"));
    which =
        Pattern.compile(
            "⟦(\\d+)⟧(?:\\(\\))?,?\\s+" + language.bounded("which") + "\\s*(?:\\p{L}+\\s+){0,2}$");
    negation = Pattern.compile(language.bounded("negation"));
    only = Pattern.compile(language.bounded("only"));
    onlyBeforeName = Pattern.compile(language.bounded("only") + "\\s*(?:the\\s+)?⟦");
    onlyFirst = Pattern.compile("^\\s*" + language.bounded("only"));
    onlyLast = Pattern.compile(language.bounded("only") + "\\s*(?:\\p{L}+\\s+)?$");
    agent = Pattern.compile(language.bounded("agent"));
    located =
        Pattern.compile(
            "^\\s*"
                + language.bounded("located")
                + "\\s+(?:\\p{L}+\\s+){0,2}⟦(\\d+)⟧(?:\\(\\))?,?(?=.*⟦)");
    object =
        language.text("object").isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile("(?iu)" + language.text("object"));
  }

  List<StatedRelation> in(String sentence) {
    List<Hit> hits = hits(sentence);
    List<StatedRelation> result = new ArrayList<>();
    List<Integer> subject = List.of();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      int from = i == 0 ? 0 : hits.get(i - 1).end();
      int to = i + 1 < hits.size() ? hits.get(i + 1).start() : sentence.length();
      Clause clause =
          new Clause(
              sentence.substring(from, hit.start()),
              sentence.substring(hit.start(), hit.end()),
              sentence.substring(hit.end(), to),
              i == 0);
      Sides sides = sides(clause, hit, subject, nextOwn(sentence, hits, i));
      if (!sides.before().isEmpty()) {
        subject = sides.before();
      }
      if (!sides.before().isEmpty() && !sides.after().isEmpty()) {
        result.add(relation(hit, clause, sides));
      }
    }
    return result;
  }

  /** The words before a verb, the verb itself, and the words up to the next. */
  private record Clause(String before, String verb, String after, boolean first) {}

  /** Names before the verb and names it acts on, or by which it is done. */
  private record Sides(List<Integer> before, List<Integer> after) {}

  private List<Hit> hits(String sentence) {
    List<Hit> all = new ArrayList<>();
    for (Verb verb : verbs) {
      Matcher matcher = verb.pattern().matcher(sentence);
      while (matcher.find()) {
        if (PURPOSE.matcher(sentence).region(0, matcher.start()).find()) {
          continue;
        }
        all.add(new Hit(verb.kind(), verb.passive(), matcher.start(), matcher.end()));
      }
    }
    all.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
    List<Hit> kept = new ArrayList<>();
    for (Hit hit : all) {
      if (kept.isEmpty() || hit.start() >= kept.getLast().end()) {
        kept.add(hit);
      } else if (hit.end() > kept.getLast().end() && hit.passive() && !kept.getLast().passive()) {
        kept.set(kept.size() - 1, hit);
      }
    }
    return kept;
  }

  /** The name that opens the next verb's own clause, so that it is nobody's object; else -2. */
  private int nextOwn(String sentence, List<Hit> hits, int hit) {
    if (hit + 1 >= hits.size()) {
      return -2;
    }
    String between = sentence.substring(hits.get(hit).end(), hits.get(hit + 1).start());
    Matcher own = OWN_CLAUSE.matcher(between);
    return own.find() ? Integer.parseInt(own.group(1)) : -2;
  }

  private Sides sides(Clause clause, Hit hit, List<Integer> subject, int nextOwn) {
    List<Integer> enclosed = places(clause.verb());
    List<Integer> before = places(clause.before());
    boolean last = language.text("order").equals("sov");
    boolean mayEnd = last || language.text("order").equals("both");
    List<Integer> after = last ? List.of() : objects(clause.after(), nextOwn);
    if (!enclosed.isEmpty()) {
      return inside(clause, hit, enclosed, subject);
    }
    Matcher inside = located.matcher(clause.before());
    if (after.isEmpty() && hit.passive() && inside.find()) {
      List<Integer> called = places(clause.before().substring(inside.end()));
      return new Sides(called, List.of(Integer.parseInt(inside.group(1))));
    }
    if (after.isEmpty() && before.size() >= 2 && mayEnd) {
      return verbLast(clause.before(), hit.passive());
    }
    if (after.isEmpty() && last && before.size() == 1) {
      return verbLastAlone(clause.before(), before, hit.passive());
    }
    if (after.isEmpty() && pronounFollows(clause.after())) {
      after = List.of(CONTEXT);
    }
    return new Sides(subjectOf(clause, before, subject), after);
  }

  /** Passives that close around their agent, and nouns such as {@code callers of ⟦0⟧ are}. */
  private Sides inside(Clause clause, Hit hit, List<Integer> inside, List<Integer> subject) {
    List<Integer> after = objects(clause.after(), -2);
    if (!after.isEmpty()) {
      return new Sides(inside, after);
    }
    List<Integer> agents = new ArrayList<>();
    for (int place : inside) {
      int at = clause.verb().indexOf("⟦" + place + "⟧");
      String ahead = clause.verb().substring(Math.max(0, at - 24), at);
      boolean list =
          !agents.isEmpty() && GLUE.matcher(ahead.substring(ahead.lastIndexOf('⟧') + 1)).matches();
      if (agent.matcher(ahead.substring(ahead.lastIndexOf('⟧') + 1)).find() || list) {
        agents.add(place);
      }
    }
    List<Integer> before = places(clause.before());
    return hit.passive() && !agents.isEmpty()
        ? new Sides(subjectOf(clause, before, subject), agents)
        : new Sides(List.of(), List.of());
  }

  private Sides verbLast(String clause, boolean passive) {
    List<Integer> marked = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    Matcher place = PLACE.matcher(clause);
    while (place.find()) {
      String behind = clause.substring(place.end());
      boolean isMarked =
          passive
              ? agent.matcher(behind).find() && agentIsNext(behind)
              : object.matcher(behind).lookingAt();
      (isMarked ? marked : others).add(Integer.parseInt(place.group(1)));
    }
    if (marked.isEmpty() && !passive && !others.isEmpty()) {
      marked.add(others.removeLast());
    }
    return others.isEmpty() || marked.isEmpty()
        ? new Sides(List.of(), List.of())
        : new Sides(List.of(others.getFirst()), marked);
  }

  private boolean agentIsNext(String behind) {
    Matcher matcher = agent.matcher(behind);
    return matcher.find() && places(behind.substring(0, matcher.start())).isEmpty();
  }

  /** One name before a verb that comes last: its ending says whether it is what is acted on. */
  private Sides verbLastAlone(String clause, List<Integer> before, boolean passive) {
    Matcher place = PLACE.matcher(clause);
    boolean acted = false;
    if (place.find()) {
      String behind = clause.substring(place.end());
      acted = passive ? agentIsNext(behind) : object.matcher(behind).lookingAt();
    }
    return acted ? new Sides(List.of(CONTEXT), before) : new Sides(before, List.of());
  }

  private boolean pronounFollows(String after) {
    return PRONOUN_BEHIND.matcher(after).find();
  }

  private List<Integer> subjectOf(Clause clause, List<Integer> before, List<Integer> subject) {
    Matcher relative = which.matcher(clause.before());
    if (relative.find()) {
      return List.of(Integer.parseInt(relative.group(1)));
    }
    if (!clause.first()) {
      Matcher own = OWN_CLAUSE.matcher(clause.before());
      if (own.find()) {
        return List.of(Integer.parseInt(own.group(1)));
      }
      return subject;
    }
    String tail = lastTopic(clause.before());
    if (!tail.isBlank() && places(tail).isEmpty() && tail.length() < clause.before().length()) {
      return language.startsWithPronoun(tail) ? List.of(CONTEXT) : List.of();
    }
    if (before.isEmpty()) {
      boolean open =
          clause.before().isBlank()
              ? !language.text("object").isEmpty()
              : language.startsWithPronoun(lastPart(clause.before()));
      return open ? List.of(CONTEXT) : List.of();
    }
    String opening = lastPart(clause.before());
    List<Integer> here = places(opening);
    return here.isEmpty() ? firstList(clause.before()) : firstList(opening);
  }

  /** What stands behind a colon or a dash, where a sentence turns to its own subject. */
  private static String lastTopic(String before) {
    int colon = Math.max(before.lastIndexOf(": "), before.lastIndexOf("– "));
    return before.substring(Math.max(colon, before.lastIndexOf("— ")) + 1);
  }

  /** What stands behind the last comma, where that opens a new clause. */
  private static String lastPart(String before) {
    int comma = Math.max(before.lastIndexOf(", "), before.lastIndexOf("; "));
    return comma < 0 ? before : before.substring(comma + 2);
  }

  /** The names a clause opens with: one, or a list of them. */
  private static List<Integer> firstList(String clause) {
    return list(clause, PLACE.matcher(clause), -2);
  }

  private List<Integer> objects(String after, int notThis) {
    Matcher place = PLACE.matcher(after);
    if (!place.find() || place.start() > GAP_CHAR_COUNT_MAX) {
      return List.of();
    }
    String gap = after.substring(0, place.start());
    boolean cut = stop.matcher(gap).find() || gap.matches(".*[.;:–—(].*");
    return cut ? List.of() : list(after, place.reset(), notThis);
  }

  /** The first name and those that follow it in one list. */
  private static List<Integer> list(String text, Matcher place, int notThis) {
    List<Integer> result = new ArrayList<>();
    int end = -1;
    while (place.find()) {
      int number = Integer.parseInt(place.group(1));
      boolean glued = end < 0 || GLUE.matcher(text.substring(end, place.start())).matches();
      if (!glued || number == notThis) {
        break;
      }
      result.add(number);
      end = place.end();
    }
    return result;
  }

  private static List<Integer> places(String text) {
    List<Integer> result = new ArrayList<>();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      result.add(Integer.parseInt(place.group(1)));
    }
    return result;
  }

  private StatedRelation relation(Hit hit, Clause clause, Sides sides) {
    List<Integer> from = hit.passive() ? sides.after() : sides.before();
    List<Integer> to = hit.passive() ? sides.before() : sides.after();
    return new StatedRelation(
        hit.kind(), from, to, isNegated(clause), isAlone(hit, clause), hit.start());
  }

  private boolean isNegated(Clause clause) {
    boolean before =
        negation.matcher(near(clause)).find() || negation.matcher(clause.verb()).find();
    boolean after =
        NEGATED_AFTER.matcher(clause.after()).find()
            || (!language.text("order").equals("svo")
                && NEGATED_ENDING.matcher(clause.after()).find());
    return before || after || NEGATED_VERB.matcher(clause.verb()).find();
  }

  /** The words between the last name before a verb and the verb. */
  private static String near(Clause clause) {
    return clause.before().substring(clause.before().lastIndexOf('⟧') + 1);
  }

  /** Whether nobody else is said to do it: {@code only ⟦0⟧ calls}, {@code called only by ⟦1⟧}. */
  private boolean isAlone(Hit hit, Clause clause) {
    String near = near(clause);
    boolean alone =
        only.matcher(clause.verb()).find()
            || onlyBeforeName.matcher(clause.before()).find()
            || onlyFirst.matcher(clause.after()).find()
            || onlyLast.matcher(near).find();
    return alone && (hit.passive() || !onlyLast.matcher(near).find());
  }
}
