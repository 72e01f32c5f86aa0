package ai.wikibuilder.benchmarks.ranking.questions;

import ai.wikibuilder.facts.FileFacts;
import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.source.SourceSpan;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes questions of doc comments: which symbol does this first sentence describe? And cuts the
 * comments out of the texts in which the answer is looked for. Add all files, then ask; not to be
 * shared by threads.
 */
public final class DocMiner {
  private static final int WORDS_MIN = 6;

  /** A longer one is a list or a table that has no full stop. */
  private static final int WORDS_MAX = 60;

  private static final Pattern MARKS =
      Pattern.compile(
          "^\\s*(/\\*+!?|\\*+/|\\*+|//+!?|#+:?|--+\\s?[|^]?|\\{-\\s?[|^]?|[rRuUbBfF]{0,2}(\"\"\"|'''))?\\s?"
              + "|\\s*(\\*+/|-\\}|\"\"\"|''')\\s*$");

  /** {@code {@link Type#member label}} and its like: what a reader sees of it. */
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+\\s+([^}]*)}");

  private static final Pattern MARKUP = Pattern.compile("</?[A-Za-z][^>]*>|[`*]+");
  private static final Pattern TAG = Pattern.compile("^\\s*([@\\\\]\\w+|:\\w+.*:)(\\s.*)?$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?](\\s|$)");
  private static final Pattern LICENCE =
      Pattern.compile("(?i)copyright|licen[sc]e|all rights reserved");

  private final Map<String, List<Question>> bySentence = new HashMap<>();
  private final List<String> order = new ArrayList<>();

  /** Takes the documented symbols of one file. */
  public void add(String path, SourceText text, FileFacts facts) {
    for (Symbol symbol : facts.symbols()) {
      Optional<String> sentence = symbol.doc().flatMap(doc -> sentence(text.slice(doc)));
      sentence.ifPresent(words -> {
        order.add(words);
        bySentence
            .computeIfAbsent(words, key -> new ArrayList<>())
            .add(new Question.About(words, path, symbol.nameLine()));
      });
    }
  }

  /** One question for each sentence that describes one symbol only, in the order of adding. */
  public List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (String sentence : order) {
      List<Question> same = bySentence.getOrDefault(sentence, List.of());
      if (same.size() == 1) {
        questions.addAll(same);
      }
    }
    return questions;
  }

  /** The first sentence of a comment in plain words, if it is long enough to be a question. */
  static Optional<String> sentence(String comment) {
    StringBuilder text = new StringBuilder();
    for (String line : comment.split("\n", -1)) {
      String bare = MARKS.matcher(line.stripTrailing()).replaceAll("");
      String words = MARKUP.matcher(inlineTags(bare)).replaceAll("").strip();
      boolean ends = words.isEmpty() || TAG.matcher(words).matches();
      if (ends && !text.isEmpty()) {
        break;
      }
      if (!ends) {
        text.append(words).append(' ');
      }
    }
    Matcher end = SENTENCE_END.matcher(text);
    String sentence = (end.find() ? text.substring(0, end.start()) : text.toString()).strip();
    int words = sentence.isEmpty() ? 0 : sentence.split("\\s+", -1).length;
    boolean usable = words >= WORDS_MIN && words <= WORDS_MAX;
    return usable && !LICENCE.matcher(sentence).find() ? Optional.of(sentence) : Optional.empty();
  }

  private static String inlineTags(String line) {
    return INLINE_TAG
        .matcher(line)
        .replaceAll(tag -> {
          String inside = tag.group(1);
          int label = inside.indexOf(' ');
          boolean link = tag.group().startsWith("{@link");
          return Matcher.quoteReplacement(
              (link && label > 0 ? inside.substring(label + 1) : inside).replace('#', ' '));
        });
  }

  /**
   * The text without its doc comments: blanks in their place, so that every line keeps its number.
   * The quotes of doc strings stay, or the code around them would no longer parse.
   *
   * @return as many bytes as the text has
   */
  public static byte[] withoutDocs(SourceText text, FileFacts facts) {
    byte[] cut = text.utf8().clone();
    for (Symbol symbol : facts.symbols()) {
      symbol.doc().ifPresent(doc -> blank(cut, doc));
    }
    return cut;
  }

  private static void blank(byte[] text, SourceSpan span) {
    byte quote = text[Math.max(span.startByte(), span.endByte() - 1)];
    boolean quoted = quote == '"' || quote == '\'';
    for (int i = span.startByte(); i < span.endByte(); i++) {
      boolean kept = text[i] == '\n' || text[i] == '\r' || (quoted && text[i] == quote);
      text[i] = kept ? text[i] : (byte) ' ';
    }
  }
}
