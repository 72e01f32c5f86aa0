package ai.wikibuilder.site;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.site.markup.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What a repository can try by its names and texts, and what becomes of it in every written file.
 */
class HostileTextTest {
  private static final Pattern MERMAID_LINE =
      Pattern.compile(
          "flowchart (TB|BT)"
              + "|  n\\d+\\[\"([^\"<>&`%\\\\(){}\\[\\]|;#]++|#\\d+;)*+\"\\]"
              + "|  n\\d+ --> (\\|\"([^\"<>&`%\\\\(){}\\[\\]|;#]++|#\\d+;)*+\"\\| )?n\\d+");

  @TempDir static Path temp;

  @BeforeAll
  static void write() {
    new SiteWriter(SiteSettings.standard())
        .write(
            HostileWiki.wiki(),
            HostileWiki.TEXT,
            Optional.of(HostileWiki.LINKS),
            temp.resolve("site"));
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(temp.resolve("site"))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  @Test
  void thereAreSixtyAttacksAndMore() {
    assertThat(HostileWiki.PAYLOADS).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
  }

  @Test
  void noAttackBecomesAnElementAnAttributeOrAnAddress() throws Exception {
    assertThat(files(".html"))
        .filteredOn(file -> !file.toString().endsWith(".lines.html"))
        .hasSize(HostileWiki.PAYLOADS.size());
    for (Path file : files(".html")) {
      String html = Files.readString(file);
      StrictHtml page = StrictHtml.read(html);
      boolean isLines = file.toString().endsWith(".lines.html");
      boolean isLean = html.contains(" data-more") && !html.contains("/first.js");

      assertThat(page.elements)
          .filteredOn(element -> element.name().equals("script"))
          .as("scripts of %s", file)
          .allMatch(element -> element.attributes().getOrDefault("src", "").contains("assets/"))
          .hasSize(isLines ? 2 : isLean ? 3 : 4);
      assertThat(page.elements)
          .filteredOn(element -> element.attributes().getOrDefault("href", "").startsWith("http"))
          .as("addresses of %s", file)
          .allMatch(element ->
              element
                  .attributes()
                  .getOrDefault("href", "")
                  .matches(
                      "https?://(ok|git|evil)\\.example(\\.org)?[/?].*|https://evil\\.example"));
      assertThat(page.ids()).contains("content", "evidence");
    }
  }

  @Test
  void everyAttackCanBeReadAsTheTextItIs() throws Exception {
    for (int i = 1; i < HostileWiki.PAYLOADS.size(); i++) {
      String payload = HostileWiki.PAYLOADS.get(i);
      String html = Files.readString(temp.resolve("site/pages/p" + i + ".html"));

      assertThat(StrictHtml.read(html).text.toString()).contains(VisibleText.of(payload));
    }
  }

  @Test
  void charactersThatReorderOrHideAreShownByNumberInHtmlAndMarkdown() throws Exception {
    List<Path> written = new ArrayList<>(files(".html"));
    written.addAll(files(".md"));
    written.addAll(files(".txt"));
    for (Path file : written) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContainPattern(
              "[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\uFEFF\\u0000-\\u0008\\u001B]");
    }
    assertThat(Files.readString(temp.resolve("site/pages/p52.html"))).contains("[U+202E]");
  }

  @Test
  void markdownHoldsNoHtmlNoPictureAndNoLinkButItsOwn() throws Exception {
    Parser parser = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    for (Path file : files(".md")) {
      int[] titles = new int[1];
      parser
          .parse(Files.readString(file))
          .accept(
              new AbstractVisitor() {
                @Override
                public void visit(HtmlBlock html) {
                  throw new AssertionError(file + " holds HTML: " + html.getLiteral());
                }

                @Override
                public void visit(HtmlInline html) {
                  throw new AssertionError(file + " holds HTML: " + html.getLiteral());
                }

                @Override
                public void visit(Image image) {
                  throw new AssertionError(file + " holds a picture: " + image.getDestination());
                }

                @Override
                public void visit(IndentedCodeBlock code) {
                  throw new AssertionError(file + " holds a block: " + code.getLiteral());
                }

                @Override
                public void visit(ThematicBreak rule) {
                  throw new AssertionError(file + " holds a rule");
                }

                @Override
                public void visit(Link link) {
                  assertThat(link.getDestination())
                      .as(file.toString())
                      .matches(
                          "(?:markdown/|pages/|\\.\\./)?(?:p\\d+|index)\\.md|#[\\p{L}\\p{N}_-]+|https?://[a-z]+\\.example.*");
                  visitChildren(link);
                }

                @Override
                public void visit(Heading heading) {
                  titles[0] += heading.getLevel() == 1 ? 1 : 0;
                  visitChildren(heading);
                }

                @Override
                public void visit(FencedCodeBlock code) {
                  if ("mermaid".equals(code.getInfo()) && code.getLiteral().startsWith("flow")) {
                    assertThat(code.getLiteral().lines()).allMatch(MERMAID_LINE.asMatchPredicate());
                  }
                }
              });
      assertThat(titles[0]).as("titles of %s", file).isEqualTo(1);
    }
  }

  @Test
  void theSearchIndexIsOneAssignmentOfDataWithoutMarkup() throws Exception {
    String script = Files.readString(temp.resolve("site/assets/search-index.js"));
    String start = "self.aiwikiSearch=";

    assertThat(script).startsWith(start).endsWith(";\n");
    assertThat(script).doesNotContainPattern("[<>&\\u2028\\u2029]");
    List<String> texts = strings(script.substring(start.length(), script.length() - 2));
    assertThat(texts).contains("<script>alert(1)</script>");
  }

  @Test
  void theDataHoldsEveryTextAsItWas() throws Exception {
    List<String> texts = strings(Files.readString(temp.resolve("site/wiki.json")));

    for (String payload : HostileWiki.PAYLOADS) {
      if (!payload.contains("\uD800")) {
        assertThat(texts).contains(payload);
      }
    }
  }

  private static List<String> strings(String json) {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser =
        JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          texts.add(parser.getString());
        }
      }
    }
    return texts;
  }
}
