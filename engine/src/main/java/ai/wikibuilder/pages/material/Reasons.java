package ai.wikibuilder.pages.material;

import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.plan.KeyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of the documents that give a reason, to be found by what they name. */
public final class Reasons {
  /** Documents that are read, the most important first. */
  private static final int DOCUMENT_COUNT_MAX = 40;

  /** Sentences kept. */
  private static final int SENTENCE_COUNT_MAX = 400;

  private static final int LENGTH_MIN = 30;
  private static final int LENGTH_MAX = 300;

  private static final Pattern REASON =
      Pattern.compile("(?i)\\b(?:because|so that|so the|which is why|in order to)\\b");

  /** Documents in which people write down why: there a plain word is enough. */
  private static final Pattern OF_DECISIONS =
      Pattern.compile("(?i).*(?:decision|design|architect|adr|rationale|why|internals).*");

  private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?](?=\\s|$)");

  /** Words of function names that say nothing about the subject. */
  private static final Set<String> EVERYDAY =
      Set.of(
          "call", "close", "create", "execute", "find", "handle", "init", "list", "load", "main",
          "open", "process", "read", "start", "stop", "test", "update", "write", "build", "check",
          "apply", "parse", "accept", "send", "with", "from", "make", "name", "type", "value");

  private final List<Reason> reasons = new ArrayList<>();

  /**
   * A sentence with its reason.
   *
   * @param around the paragraph it stands in
   */
  private record Reason(Repository.Quoted quoted, String around, boolean decision) {}

  Reasons(Repository repository) {
    repository.plan().documents().stream()
        .filter(document ->
            document.kind() == KeyDocument.Kind.GUIDE || document.kind() == KeyDocument.Kind.README)
        .limit(DOCUMENT_COUNT_MAX)
        .forEach(document -> read(repository, document.path()));
  }

  private void read(Repository repository, String path) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    boolean decision = OF_DECISIONS.matcher(path).matches();
    for (Document.Part part : document.parts()) {
      boolean prose = part.kind() == Document.Kind.PARAGRAPH && REASON.matcher(part.text()).find();
      Matcher matcher = SENTENCE.matcher(part.text());
      while (prose && matcher.find() && reasons.size() < SENTENCE_COUNT_MAX) {
        int start = matcher.start() + leading(matcher.group());
        String raw = part.text().substring(start, matcher.end());
        int skipped = (int) part.text().substring(0, start).chars().filter(c -> c == '\n').count();
        Optional<Quotation> quotation = Quotations.ofProse(raw, 1);
        quotation
            .filter(Reasons::isTelling)
            .flatMap(found -> repository.quoted(path, part.startLine() + skipped, found))
            .ifPresent(quoted -> reasons.add(new Reason(quoted, part.text(), decision)));
      }
    }
  }

  private static int leading(String raw) {
    return raw.length() - raw.stripLeading().length();
  }

  private static boolean isTelling(Quotation quotation) {
    String text = quotation.text();
    return text.length() >= LENGTH_MIN
        && text.length() <= LENGTH_MAX
        && REASON.matcher(text).find()
        && text.matches("[\\p{Lu}`“\"].*[.!]");
  }

  /** A sentence that names a type as the code writes it. */
  public Optional<Repository.Quoted> ofType(String name) {
    boolean telling = name.length() >= 5 && name.chars().skip(1).anyMatch(Character::isUpperCase);
    return telling ? first(name, false) : Optional.empty();
  }

  /** A sentence about what a function does, by its name, from a document of decisions. */
  public Optional<Repository.Quoted> ofFunction(String name) {
    boolean telling = name.length() >= 4 && !EVERYDAY.contains(name.toLowerCase(Locale.ROOT));
    return telling ? first(name, true) : Optional.empty();
  }

  private Optional<Repository.Quoted> first(String name, boolean decisionsOnly) {
    Pattern word = Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)");
    return reasons.stream()
        .filter(reason -> !decisionsOnly || reason.decision())
        .filter(reason -> word.matcher(reason.quoted().text()).find())
        .map(Reason::quoted)
        .findFirst();
  }

  /** A sentence of a paragraph that names a constant in capital letters. */
  public Optional<Repository.Quoted> ofConstant(String name) {
    Pattern word = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
    return reasons.stream()
        .filter(reason -> name.equals(name.toUpperCase(Locale.ROOT)))
        .filter(reason -> word.matcher(reason.around()).find())
        .map(Reason::quoted)
        .findFirst();
  }
}
