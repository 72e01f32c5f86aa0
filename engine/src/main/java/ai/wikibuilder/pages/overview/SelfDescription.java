package ai.wikibuilder.pages.overview;

import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Purposes;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.words.Quotations;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a README says the repository is. Sentences of the form “Name is …” come first, then what
 * stands right below the title, then prose further down. For one thread.
 */
final class SelfDescription {
  /** Fewer characters are a badge or a caption, not a description. */
  private static final int PROSE_LENGTH_MIN = 40;

  /** Shorter words below the title are a link or a greeting. */
  private static final int TAGLINE_LENGTH_MIN = 20;

  /** Words without a full stop are a description up to this length, beyond it a list. */
  private static final int TAGLINE_LENGTH_MAX = 160;

  /** Fewer words below the title name something and do not describe it. */
  private static final int TAGLINE_WORD_COUNT_MIN = 4;

  /** Parts of a README in which it says what it is. */
  private static final int PART_COUNT_MAX = 40;

  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?:The )?([A-Z\\w][\\w.+#-]*(?: [A-Z][\\w.]*){0,3})(?:,| \\([^)]*\\))?"
              + " (?:is|are|provides|lets|allows|makes|helps|implements|offers)\\b");

  /** Beginnings of paragraphs about licences, people and other documents. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:And|But|In order to|To (?:build|compile|install|run|test|use|start)|There|While|Although|Though|Since|When|Because|Once|Before|After|Unlike|Until|Q&A|Ask|Try|Learn|Update|Click|Make sure|Follow|Help|Support|For|Our|We|You|Your|Thank|Welcome|If|Please|Note|See|Read|Check|Visit|Join|Documentation|Download|Contributors|Maintained|Built"
              + " by|Licen[cs]ed?|Copyright|Warning|Important)\\b");

  /** Words of paragraphs that speak of something else than the repository does. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)\\b(?:readme|sponsor|sponsors|sponsoring|backers|donations?|(?:only|officially)"
              + " supported|supported versions?|prerequisites?|copyright notice|deprecated in"
              + " favou?r|all copyright|public domain|without any warranty|(?:must|needs? to|has to) be"
              + " installed)\\b");

  /** Links side by side, addresses, and beginnings in lower case are no description. */
  private static final Pattern NO_TAGLINE =
      Pattern.compile("(?s).* [|·•] .*|.*https?://.*|\\P{Lu}.*|[\\p{Lu}\\W]{12,}.*");

  private final Material material;
  private final Repository repository;

  SelfDescription(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  /**
   * Where it names itself and says what it is. A definition further down counts only when nothing
   * below the title describes it: it may be one of a part.
   */
  Optional<Repository.Quoted> defined(String path) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    Optional<Repository.Quoted> first =
        material.purposes().lead(path, 2, SelfDescription::isAboutTheRepository);
    if (first.filter(words -> beginsWithName(words.text(), document)).isPresent()) {
      return first;
    }
    Optional<Repository.Quoted> near = definition(path, document, true);
    if (near.isPresent() || tagline(path, document).isPresent()) {
      return near;
    }
    return definition(path, document, false);
  }

  /** The words below its title, else its first prose that is not about something beside. */
  Optional<Repository.Quoted> described(String path) {
    Document document = repository.document(path).orElse(new Document("", List.of()));
    return tagline(path, document)
        .or(() -> material.purposes().lead(path, 2, SelfDescription::isAboutTheRepository));
  }

  /** What stands right below the title: often no whole sentence. */
  private Optional<Repository.Quoted> tagline(String path, Document document) {
    for (Document.Part part : document.parts()) {
      if (!isBelowTitle(part, document)) {
        return Optional.empty();
      }
      if (isTagline(part)) {
        return Quotations.ofProse(part.text(), 2)
            .filter(quotation -> Quotations.lengthOf(quotation.text()) >= TAGLINE_LENGTH_MIN)
            .flatMap(quotation -> repository.quoted(path, part.startLine(), quotation))
            .map(SelfDescription::withoutColon);
      }
    }
    return Optional.empty();
  }

  private static boolean isTagline(Document.Part part) {
    String words = part.text().strip();
    boolean spoken =
        words.length() >= TAGLINE_LENGTH_MIN
            && words.length() <= TAGLINE_LENGTH_MAX
            && words.split("\\s+", -1).length >= TAGLINE_WORD_COUNT_MIN
            && !NO_TAGLINE.matcher(words).matches();
    return part.kind() == Document.Kind.PARAGRAPH
        && (spoken || Purposes.isProse(words))
        && !BESIDE.matcher(part.heading().strip()).lookingAt()
        && isAboutTheRepository(words);
  }

  private static boolean isBelowTitle(Document.Part part, Document document) {
    return part.heading().isEmpty() || part.heading().equals(document.title());
  }

  /** Whether words begin with what the repository or the document is called. */
  private boolean beginsWithName(String words, Document document) {
    String lower = words.toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
    return names(document).stream()
        .map(name -> name.toLowerCase(Locale.ROOT).strip())
        .flatMap(name -> Stream.of(name, name.replaceAll("[-_]", " ")))
        .anyMatch(name -> name.length() >= 2 && lower.matches(Pattern.quote(name) + "\\b.*"));
  }

  private Set<String> names(Document document) {
    Set<String> names = new HashSet<>(repository.names());
    names.add(document.title());
    return names;
  }

  private static boolean isAboutTheRepository(String text) {
    return !BESIDE.matcher(text.strip()).lookingAt() && !ASIDE.matcher(text).find();
  }

  private Optional<Repository.Quoted> definition(String path, Document document, boolean near) {
    int looked = 0;
    for (Document.Part part : document.parts()) {
      if (looked++ > PART_COUNT_MAX || (near && !isBelowTitle(part, document))) {
        break;
      }
      if (defines(part, document)) {
        return Quotations.ofProse(part.text(), 2)
            .filter(quotation -> quotation.text().length() >= PROSE_LENGTH_MIN)
            .flatMap(quotation -> repository.quoted(path, part.startLine(), quotation))
            .map(SelfDescription::withoutColon);
      }
    }
    return Optional.empty();
  }

  private boolean defines(Document.Part part, Document document) {
    String words = part.text().strip();
    return part.kind() == Document.Kind.PARAGRAPH
        && (Purposes.isProse(words) || words.endsWith(":"))
        && isDefinition(words, document)
        && !BESIDE.matcher(part.heading().strip()).lookingAt()
        && isAboutTheRepository(words);
  }

  /** “A server that includes:” says that it is a server. */
  private static final Pattern LEADS_TO_LIST =
      Pattern.compile(
          " (?:that|which) (?:includes?|provides?|offers?|supports?|has|comes with|consists of)(?:"
              + " the following)?$");

  /** What introduces a list is told without it. */
  private static Repository.Quoted withoutColon(Repository.Quoted quoted) {
    String text = quoted.text();
    return text.endsWith(":")
        ? new Repository.Quoted(
            LEADS_TO_LIST.matcher(text.substring(0, text.length() - 1)).replaceFirst(""),
            quoted.evidence())
        : quoted;
  }

  /** A few words before the first sentence: “Fast, simple, reliable.” */
  private static final Pattern SLOGAN =
      Pattern.compile("(?![^.!]* (?:is|are|has|have|was) )[^.!\\n]{3,48}[.!]\\s+(?=\\p{Lu})");

  /** Whether a paragraph begins with a name of the repository and what it is. */
  private boolean isDefinition(String paragraph, Document document) {
    String words =
        paragraph.replaceFirst("^[\"“'](?=[^\"”']{2,40}[\"”'] )", "").replaceFirst("[\"”'] ", " ");
    Matcher slogan = SLOGAN.matcher(words);
    Matcher matcher =
        DEFINITION.matcher(slogan.lookingAt() ? words.substring(slogan.end()) : words);
    if (!matcher.lookingAt()) {
      return false;
    }
    String subject = matcher.group(1).strip();
    return names(document).stream().anyMatch(name -> !name.isBlank() && isNamed(name, subject));
  }

  /** Whether one is the other or a whole word of it. */
  private static boolean isNamed(String name, String subject) {
    return List.of(name.split("[^\\w.+#-]+", -1)).contains(subject)
        || name.equalsIgnoreCase(subject)
        || List.of(subject.split(" ", -1)).stream().anyMatch(name::equalsIgnoreCase)
        || name.startsWith(subject + " ")
        || letters(name).equals(letters(subject));
  }

  /** {@code firefly-iii} is written “Firefly III”. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
