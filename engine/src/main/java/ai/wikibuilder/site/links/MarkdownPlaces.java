package ai.wikibuilder.site.links;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * What a Markdown file links to, and the places in it that can be linked to, as git hosts name
 * them. One thread.
 */
final class MarkdownPlaces extends AbstractVisitor {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Set<String> links = new LinkedHashSet<>();
  private final HeadingNames names = new HeadingNames();
  private final Set<String> places = new LinkedHashSet<>();

  private MarkdownPlaces() {}

  static MarkdownPlaces of(String text) {
    MarkdownPlaces file = new MarkdownPlaces();
    PARSER.parse(text).accept(file);
    return file;
  }

  /** Addresses of links and images, each once, in the order of the text. */
  Set<String> links() {
    return links;
  }

  /** The names of the headings. */
  Set<String> places() {
    return places;
  }

  @Override
  public void visit(Link link) {
    links.add(link.getDestination());
    visitChildren(link);
  }

  @Override
  public void visit(Image image) {
    links.add(image.getDestination());
  }

  @Override
  public void visit(Heading heading) {
    StringBuilder words = new StringBuilder();
    words(heading, words);
    places.add(names.next(words.toString()));
    visitChildren(heading);
  }

  private static void words(Node parent, StringBuilder words) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        default -> words(node, words);
      }
    }
  }
}
