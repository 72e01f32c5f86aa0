package ai.wikibuilder.pages.material;

import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.words.Quotation;
import ai.wikibuilder.pages.words.Quotations;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.source.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the documents say of folders in their lists and tables. For one thread. */
final class FolderWords {
  /** Lines of one document that are looked at. */
  private static final int LINE_COUNT_MAX = 3000;

  /** Documents that are looked at, the most important first. */
  private static final int DOCUMENT_COUNT_MAX = 24;

  /** Fewer characters are a label. */
  private static final int LENGTH_MIN = 20;

  /** What a folder can be: “web client” speaks of one, “web clipper” of something else. */
  private static final Pattern NOUN =
      Pattern.compile(
          "(?i)(?:client|server|app|application|package|module|library|folder|directory|crate"
              + "|service|api|frontend|backend|ui|tools?|cli|site|plugins?|scripts?)");

  /** A list item or row that begins with a name in code letters, strong or linked. */
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s{0,8}(?:[-*+]|\\|)\\s+(?:\\*\\*|`|\\[`?)+([\\w@./-]{2,60})(?:`|\\*\\*|\\](?:\\([^)\\s]*\\))?)+"
              + "\\s*(?:[:|–—]|-{1,2})\\s*(\\S.*)");

  /** Guides about how the repository is laid out. */
  private static final Pattern LAYOUT =
      Pattern.compile("(?i)(?:architect|structur|layout|overview|develop|hacking|internals)");

  private final Repository repository;
  private final Map<String, Repository.Quoted> byName = new HashMap<>();

  /** By the first word of the heading; only for folders at the root. */
  private final Map<String, Repository.Quoted> byHeading = new HashMap<>();

  /** First parts of paths. */
  private final Set<String> roots = new HashSet<>();

  FolderWords(Repository repository) {
    this.repository = repository;
    for (int file = 0; file < repository.graph().fileCount(); file++) {
      String path = repository.graph().path(file);
      roots.add(path.substring(0, Math.max(0, path.indexOf('/'))));
    }
    repository.plan().documents().stream()
        .filter(document ->
            document.kind() != KeyDocument.Kind.CHANGELOG
                && document.kind() != KeyDocument.Kind.LICENSE)
        .limit(DOCUMENT_COUNT_MAX)
        .forEach(this::read);
  }

  private void read(KeyDocument document) {
    String path = document.path();
    boolean ofLayout = document.kind() != KeyDocument.Kind.GUIDE || LAYOUT.matcher(path).find();
    if (document.kind() == KeyDocument.Kind.README) {
      headings(path);
    }
    SourceText text = repository.text(path).orElse(SourceText.of(""));
    int last = Math.min(text.lineCount(), LINE_COUNT_MAX);
    for (int line = 1; line <= last; line++) {
      String words = text.lines(line, line).stripTrailing();
      Matcher matcher = words.length() > 600 ? ITEM.matcher("") : ITEM.matcher(words);
      boolean folder = words.length() <= 600 && matcher.matches();
      // a bare word in a guide is an option or a term more often than a folder
      if (folder && (ofLayout || matcher.group(1).indexOf('/') > 0)) {
        put(path, line, matcher);
      }
    }
  }

  /** The first words below a heading of a folder's name and what it is. */
  private void headings(String path) {
    Document read = repository.document(path).orElse(new Document("", List.of()));
    Set<String> seen = new HashSet<>();
    for (Document.Part part : read.parts()) {
      String[] words = part.heading().strip().split("\\s+", -1);
      boolean wanted =
          part.kind() == Document.Kind.PARAGRAPH
              && words.length == 2
              && NOUN.matcher(words[1]).matches()
              && seen.add(part.heading());
      Optional<Quotation> said =
          wanted ? Quotations.ofProse(part.text(), 1) : Optional.<Quotation>empty();
      said.filter(found -> found.text().length() >= LENGTH_MIN)
          .flatMap(found -> repository.quoted(path, part.startLine(), found))
          .ifPresent(quoted -> byHeading.putIfAbsent(words[0].toLowerCase(Locale.ROOT), quoted));
    }
  }

  private void put(String path, int line, Matcher matcher) {
    String name = folder(matcher.group(1));
    String said = matcher.group(2).replaceFirst("\\s*\\|.*$", "");
    Optional<Quotation> quotation = Quotations.ofProse(said, 2);
    if (quotation.isPresent() && quotation.get().text().length() >= LENGTH_MIN) {
      repository
          .quoted(path, line, quotation.get())
          .ifPresent(quoted -> byName.putIfAbsent(name, quoted));
    }
  }

  private static String folder(String written) {
    String name = written.replaceFirst("^\\./", "");
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * What a document says of a folder, by its path or by its last part. A folder at the root that is
   * called like the last part is meant before all others.
   */
  Optional<Repository.Quoted> of(String folder) {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Optional<Repository.Quoted> whole = Optional.ofNullable(byName.get(folder));
    String last = Repository.fileName(folder);
    return whole
        .or(() -> roots.contains(last) ? Optional.empty() : Optional.ofNullable(byName.get(last)))
        .or(() ->
            folder.indexOf('/') < 0
                ? Optional.ofNullable(byHeading.get(folder.toLowerCase(Locale.ROOT)))
                : Optional.empty());
  }
}
