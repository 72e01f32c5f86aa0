package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.pictures.DocumentPictures;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the page about the repository's own documents. */
final class DocumentsPage {
  /** Headings of one document named. */
  private static final int HEADING_COUNT_MAX = 5;

  /** Targets of links of one document named. */
  private static final int LINK_COUNT_MAX = 4;

  /** Images shown of all documents. */
  private static final int PICTURE_COUNT_MAX = 8;

  private static final int TITLE_LENGTH_MAX = 100;

  /** What stands below each version of a list of changes. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "(?i)(?:added|changed|fixed|removed|deprecated|improved|updated|breaking changes|bug ?fixes)"
              + "(?: \\(.*\\))?");

  private final Material material;
  private final Repository repository;

  DocumentsPage(Material material) {
    this.material = material;
    this.repository = material.repository();
  }

  Page page(PlannedPage planned) {
    List<KeyDocument> documents = repository.plan().documents();
    List<Page.Section> sections = new ArrayList<>();
    sections.add(
        new Page.Section(
            "",
            List.of(
                new Block.Paragraph(
                    List.of(
                        repository.say("documents").count("documents", documents.size()).end())))));
    for (KeyDocument.Kind kind : KeyDocument.Kind.values()) {
      List<List<Sentence>> items = new ArrayList<>();
      for (KeyDocument document : documents) {
        Optional<Evidence> whole = repository.lines(document.path(), 1, Integer.MAX_VALUE);
        if (document.kind() == kind && whole.isPresent()) {
          items.add(item(document, whole.get()));
        }
      }
      if (!items.isEmpty()) {
        String heading = "heading.documents." + kind.name().toLowerCase(Locale.ROOT);
        sections.add(
            new Page.Section(
                repository.words().text(heading), List.of(new Block.Items(false, items))));
      }
    }
    pictures(documents).ifPresent(sections::add);
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        repository.words().text("summary.documents"),
        sections);
  }

  /** What the guides show; the README's images stand on the first page. */
  private Optional<Page.Section> pictures(List<KeyDocument> documents) {
    DocumentPictures pictures = new DocumentPictures(repository);
    List<Block> blocks = new ArrayList<>();
    for (KeyDocument document : documents) {
      boolean told =
          document.kind() == KeyDocument.Kind.GUIDE
              || document.kind() == KeyDocument.Kind.CONTRIBUTING;
      if (told && blocks.size() < PICTURE_COUNT_MAX) {
        blocks.addAll(pictures.of(document.path(), PICTURE_COUNT_MAX - blocks.size()));
      }
    }
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(new Page.Section(repository.words().text("heading.pictures"), blocks));
  }

  private List<Sentence> item(KeyDocument document, Evidence whole) {
    if (document.kind() == KeyDocument.Kind.LICENSE) {
      return List.of(
          repository.say("document.licence").code("document", document.path()).by(whole).end());
    }
    Document read = repository.document(document.path()).orElse(new Document("", List.of()));
    String title = read.title().replace("`", "").replaceAll("[\\s\\u00a0]+", " ").strip();
    boolean titled = !title.isBlank() && title.length() <= TITLE_LENGTH_MAX;
    Phrase phrase =
        repository
            .say("document")
            .code("document", document.path())
            .count("lines", whole.endLine())
            .by(whole);
    if (titled) {
      phrase.quote("title", title);
    }
    List<Sentence> result = new ArrayList<>(List.of(phrase.end()));
    if (document.kind() != KeyDocument.Kind.CHANGELOG) {
      material
          .purposes()
          .lead(document.path(), 1)
          .ifPresent(words ->
              result.add(
                  repository
                      .say("document.says")
                      .quote("quote", words.text())
                      .by(words.evidence())
                      .end()));
    }
    headings(read, title, whole).ifPresent(result::add);
    links(read, document.path()).ifPresent(result::add);
    return result;
  }

  /**
   * Where its links lead inside the repository: to the page that tells of a file where there is
   * one, else to the file. Links to nothing are dropped.
   */
  private Optional<Sentence> links(Document read, String path) {
    Phrase phrase = repository.say("document.links");
    Map<Inline, Optional<Evidence>> targets = new LinkedHashMap<>();
    for (Document.Link link : read.links()) {
      Optional<String> target = link.path(path).filter(one -> !one.equals(path));
      int file = target.map(repository.graph()::file).orElse(-1);
      if (file >= 0 && targets.size() < LINK_COUNT_MAX) {
        phrase.by(repository.lines(path, link.line(), link.line()));
        Optional<PlannedPage> page = repository.pageOfFile(file).filter(one -> isCode(file));
        Inline shown =
            page.<Inline>map(one -> new Inline.PageLink(one.slug(), one.title()))
                .orElseGet(() -> new Inline.Code(repository.graph().path(file)));
        targets.putIfAbsent(
            shown, page.isPresent() ? Optional.empty() : linked(link, target.get()));
      }
    }
    targets.values().forEach(phrase::by);
    return targets.isEmpty()
        ? Optional.empty()
        : Optional.of(phrase.list("targets", List.copyOf(targets.keySet())).end());
  }

  /** The lines of the section that a link means, else where its document begins. */
  private Optional<Evidence> linked(Document.Link link, String path) {
    return repository
        .document(path)
        .flatMap(link::section)
        .flatMap(part -> repository.lines(path, part.startLine(), part.startLine()))
        .or(() -> repository.lines(path, 1, 1));
  }

  private boolean isCode(int file) {
    return repository.graph().firstSymbol(file) < repository.graph().endSymbol(file);
  }

  /** What a document is about in its own headings; its parts say where each begins. */
  private Optional<Sentence> headings(Document read, String title, Evidence whole) {
    Set<String> names = new LinkedHashSet<>();
    Phrase phrase = repository.say("document.headings");
    for (Document.Part part : read.parts()) {
      String heading = part.heading().replace("`", "").strip();
      boolean wanted =
          !heading.isBlank()
              && !heading.equals(title)
              && heading.length() <= 60
              && !CHANGES.matcher(heading).matches();
      if (wanted && names.size() < HEADING_COUNT_MAX && names.add(heading)) {
        phrase.by(repository.lines(whole.path(), part.startLine(), part.endLine()));
      }
    }
    return names.size() < 2
        ? Optional.empty()
        : Optional.of(phrase.text("headings", repository.words().list(List.copyOf(names))).end());
  }
}
