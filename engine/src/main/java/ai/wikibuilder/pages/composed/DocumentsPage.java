package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.words.English;
import ai.wikibuilder.plan.KeyDocument;
import ai.wikibuilder.plan.PlannedPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the page about the documents people of the repository wrote. */
final class DocumentsPage {
  private final Repository repository;
  private final Purposes purposes;

  DocumentsPage(Repository repository) {
    this.repository = repository;
    this.purposes = new Purposes(repository);
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
                        Sentence.of(
                            "%s of the repository %s listed here with %s own words."
                                .formatted(
                                    English.countAtStart(documents.size(), "document", "documents"),
                                    documents.size() == 1 ? "is" : "are",
                                    documents.size() == 1 ? "its" : "their")))))));
    for (KeyDocument.Kind kind : KeyDocument.Kind.values()) {
      List<List<Sentence>> items = new ArrayList<>();
      for (KeyDocument document : documents) {
        Optional<Evidence> whole = repository.lines(document.path(), 1, Integer.MAX_VALUE);
        if (document.kind() == kind && whole.isPresent()) {
          items.add(item(document, whole.get()));
        }
      }
      if (!items.isEmpty()) {
        sections.add(new Page.Section(heading(kind), List.of(new Block.Items(false, items))));
      }
    }
    return new Page(
        planned.slug(),
        planned.title(),
        planned.parent(),
        "What the repository's own documents are about.",
        sections);
  }

  private static String heading(KeyDocument.Kind kind) {
    return switch (kind) {
      case README -> "Read first";
      case GUIDE -> "Guides";
      case CONTRIBUTING -> "Taking part";
      case SECURITY -> "Security";
      case CHANGELOG -> "What changed";
      case LICENSE -> "Licence";
    };
  }

  private List<Sentence> item(KeyDocument document, Evidence whole) {
    List<Sentence> result = new ArrayList<>();
    Say say = new Say().code(document.path());
    if (document.kind() == KeyDocument.Kind.LICENSE) {
      return List.of(say.then(" holds the licence").by(whole).end("."));
    }
    String title = repository.document(document.path()).map(Document::title).orElse("");
    if (!title.isBlank() && title.length() <= 100) {
      say.then(" is titled ").quote(title.replace("`", "").strip());
    } else {
      say.then(" has " + English.count(whole.endLine(), "line", "lines"));
    }
    result.add(say.by(whole).end("."));
    if (document.kind() != KeyDocument.Kind.CHANGELOG) {
      purposes
          .lead(document.path(), 1)
          .ifPresent(words ->
              result.add(Say.text("It says: ").quote(words.text()).by(words.evidence()).end()));
    }
    return result;
  }
}
