package ai.wikibuilder.pages.pictures;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Picture;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.documents.Document;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.snapshots.HostForms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes blocks of the images that a document shows. For one thread. */
public final class DocumentPictures {
  /** An icon says nothing at the size it has. */
  private static final int SIDE_MIN = 48;

  /** The project's sign is to be known again, no more. */
  private static final int LOGO_HEIGHT_MAX = 120;

  /** Images from elsewhere that are named. */
  private static final int LINK_COUNT_MAX = 4;

  private static final int NAME_LENGTH_MAX = 80;

  /** An address of a file at the usual hosts: owner, repository, branch, path. */
  private static final Pattern HOSTED =
      Pattern.compile(
          "https://(?:raw\\.githubusercontent\\.com/[^/]+/([^/]+)|(?:github\\.com|gitlab\\.com)"
              + "/[^/]+/([^/]+)/(?:-/)?(?:blob|raw))/(?:refs/heads/)?[^/]+/([^?#]+).*");

  private final Repository repository;
  private final Optional<HostLinks> links;

  public DocumentPictures(Repository repository) {
    this.repository = repository;
    this.links = HostForms.of(repository.composition().snapshot());
  }

  /** An image as a document names it, and the path it means where that is in the repository. */
  private record Named(Document.Image image, Optional<String> path) {}

  /**
   * The images of a document, and one sentence of those that are elsewhere or of a format that is
   * not copied.
   *
   * @param countMax images shown; the others are left out
   */
  public List<Block> of(String document, int countMax) {
    Optional<Document> read = repository.document(document);
    List<Block> blocks = new ArrayList<>();
    List<Named> elsewhere = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Document.Image image : read.map(Document::images).orElse(List.of())) {
      if (Ornament.is(image) || !seen.add(image.link().target())) {
        continue;
      }
      Optional<String> path = path(image.link(), document);
      Optional<Picture> picture = path.flatMap(repository.composition().pictures()::picture);
      if (picture.isEmpty()) {
        elsewhere.add(new Named(image, path));
      } else if (blocks.size() < countMax && isSeen(picture.get()) && seen.add(file(picture))) {
        blocks.add(block(document, image, picture.get()));
      }
    }
    linked(document, elsewhere)
        .ifPresent(sentence -> blocks.add(new Block.Paragraph(List.of(sentence))));
    return blocks;
  }

  private static String file(Optional<Picture> picture) {
    return picture.map(Picture::file).orElse("");
  }

  private static boolean isSeen(Picture picture) {
    return picture.width() >= SIDE_MIN && picture.height() >= SIDE_MIN;
  }

  /** The path an image means: beside the document, from the root, or by its address at the host. */
  private Optional<String> path(Document.Link link, String document) {
    Matcher hosted = HOSTED.matcher(link.target());
    if (hosted.matches()) {
      String name = hosted.group(1) == null ? hosted.group(2) : hosted.group(1);
      return name.equalsIgnoreCase(repository.name())
          ? new Document.Link("/" + hosted.group(3), link.line()).path(document)
          : Optional.empty();
    }
    return new Document.Link(link.target().replace('\\', '/'), link.line()).path(document);
  }

  private Block block(String document, Document.Image image, Picture picture) {
    boolean named = !isEmptyName(image.alt());
    Phrase caption =
        repository
            .say(named ? "picture.named" : "picture")
            .code("document", document)
            .by(repository.lines(document, image.link().line(), image.link().line()));
    if (named) {
      caption.quote("name", image.alt());
    }
    if (!image.heading().isBlank() && image.heading().length() <= NAME_LENGTH_MAX) {
      caption.text("heading", image.heading());
    }
    int wished = image.width() > 0 ? image.width() : picture.width();
    if (Ornament.isLogo(image, picture.path()) && picture.height() > LOGO_HEIGHT_MAX) {
      wished = Math.min(wished, picture.width() * LOGO_HEIGHT_MAX / picture.height());
    }
    String alt = named ? image.alt() : Repository.fileName(picture.path());
    return new Block.Image(picture, alt, Math.max(1, wished), caption.end());
  }

  /** Words that every image could be called by. */
  private static boolean isEmptyName(String alt) {
    String word = alt.toLowerCase(Locale.ROOT).strip();
    return word.length() < 3
        || word.length() > NAME_LENGTH_MAX
        || Set.of("image", "img", "screenshot", "picture", "alt text", "logo").contains(word);
  }

  /** Images of formats that can hold more than a picture, and those of other hosts. */
  private Optional<Sentence> linked(String document, List<Named> elsewhere) {
    List<Inline> shown = new ArrayList<>();
    Phrase phrase = repository.say("picture.linked").code("document", document);
    for (Named named : elsewhere) {
      Optional<Inline> link = link(named);
      if (link.isPresent() && shown.size() < LINK_COUNT_MAX && !shown.contains(link.get())) {
        shown.add(link.get());
        int line = named.image().link().line();
        phrase.by(repository.lines(document, line, line));
      }
    }
    return shown.isEmpty() ? Optional.empty() : Optional.of(phrase.list("pictures", shown).end());
  }

  private Optional<Inline> link(Named named) {
    Document.Image image = named.image();
    String target = image.link().target();
    String file = named.path().orElse(target.replaceFirst("[?#].*$", ""));
    if (Ornament.isLogo(image, file)) {
      return Optional.empty();
    }
    String name = isEmptyName(image.alt()) ? Repository.fileName(file) : image.alt();
    if (named.path().isEmpty()) {
      boolean web = target.startsWith("https://") || target.startsWith("http://");
      // from elsewhere come signs of companies, too: one word is a name, more describe something
      return web && name.strip().indexOf(' ') > 0
          ? Optional.of(new Inline.ExternalLink(target, name))
          : Optional.empty();
    }
    return links
        .filter(_ -> repository.composition().pictures().has(file))
        .map(host -> new Inline.ExternalLink(host.file(file), name));
  }
}
