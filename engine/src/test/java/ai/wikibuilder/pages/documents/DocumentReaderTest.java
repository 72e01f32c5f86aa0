package ai.wikibuilder.pages.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.SourceText;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
  private static Document read(String path, String text) {
    return DocumentReader.read(path, SourceText.of(text));
  }

  @Test
  void badgesPicturesAndFrontMatterAreNoWords() {
    Document document =
        read("a.md", "---\ntitle: x\n---\n# Name\n[![b](x.svg)](y)\n\nReal [words](z) here.\n");

    assertThat(document.title()).isEqualTo("Name");
    assertThat(document.parts())
        .containsExactly(
            new Document.Part(Document.Kind.PARAGRAPH, "Name", "Real words here.", 7, 7));
  }

  @Test
  void codeKeepsItsLinesAndItsHeading() {
    Document document = read("a.md", "## Build\n```sh\nmake\n```\n");

    assertThat(document.parts())
        .containsExactly(new Document.Part(Document.Kind.CODE, "Build", "make\n", "sh", 2, 4));
  }

  @Test
  void reStructuredTextHasHeadingsByTheirRules() {
    Document document = read("a.rst", "Title\n=====\n\n.. image:: x.png\n\nA first word.\n");

    assertThat(document.title()).isEqualTo("Title");
    assertThat(document.parts()).hasSize(1);
    assertThat(document.parts().getFirst().startLine()).isEqualTo(6);
  }

  @Test
  void aRemarkIsKeptApartFromTheTextAroundIt() {
    Document document =
        read("a.md", "# Ferry\n> [!TIP]\n>\n> Ferry now has a bridge.\n\n> Said by many.\n");

    assertThat(document.parts())
        .extracting(Document.Part::kind)
        .containsExactly(Document.Kind.REMARK, Document.Kind.REMARK, Document.Kind.PARAGRAPH);
  }

  /** Captions were cited by the line of the file name, which does not hold them. */
  @Test
  void aPictureOfReStructuredTextIsWhereItsWordsAre() {
    Document document = read("a.rst", "Title\n=====\n\n.. image:: x.png\n   :alt: Two quays\n");

    assertThat(document.images()).extracting(Document.Image::alt).containsExactly("Two quays");
    assertThat(document.images()).extracting(one -> one.link().line()).containsExactly(5);
  }

  @Test
  void linksMeanPathsSeenFromTheDocument() {
    Document document =
        read(
            "docs/guide.md",
            """
            See [one](../src/One.java#L3), [two](two%20words.md?raw=1) and [root](/README.md).

            Not [out](https://example.org/x), [place](#here), [above](../../x), [mail](mailto:a@b.c).
            """);

    assertThat(document.links()).hasSize(7).extracting(Document.Link::line).contains(1, 3);
    assertThat(document.links().stream().flatMap(link -> link.path("docs/guide.md").stream()))
        .containsExactly("src/One.java", "docs/two words.md", "README.md");
  }

  /** A wiki quoted {@code {ref}documented in the command <documenting>}. */
  @Test
  void aReferenceOfMystIsItsWordsOnHoweverManyLines() {
    String text = "# Gates\n\nA gate is\n{ref}`opened by its\n  keeper <keeper>`, see `a <b>`.\n";

    assertThat(read("docs/gates.md", text).parts().getLast().text().replaceAll("\\s+", " "))
        .isEqualTo("A gate is opened by its keeper, see a <b>.");
  }

  /** The titles of documents were shown with the marks of their format. */
  @Test
  void aTitleHasNoRolesOfItsFormat() {
    String text =
        """
        :mod:`gates` -- how :class:`~gates.Gate` opens
        ==============================================

        Words.

        ``open`` and `its friends`_
        ---------------------------

        More words.
        """;

    Document document = read("a.rst", text);

    assertThat(document.title()).isEqualTo("gates -- how Gate opens");
    assertThat(document.parts().getLast().heading()).isEqualTo("open and its friends");
  }
}
