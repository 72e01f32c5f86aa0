package ai.wikibuilder.answers.tools;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import ai.wikibuilder.source.SnapshotId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WikiToolsTest {
  private static final String FERRY = "src/Ferry.java";

  private final TestRepository files =
      new TestRepository()
          .file(FERRY, "class Ferry {\n  void cross() {}\n}\n")
          .file("docs/long.md", "a line of a long text\n".repeat(3_000))
          .file("lines.txt", (".".repeat(1_000) + "y".repeat(20) + "\n").repeat(400))
          .file("wide.txt", "x".repeat(100_000) + "\nend\n")
          .file("empty.txt", "");

  private final WikiTools tools =
      new WikiTools(wiki(Optional.of("https://h.example/sea/ferry.git")));

  private ServedWiki wiki(Optional<String> address) {
    return new ServedWiki(
        new SnapshotId("ferry", address, Optional.of("1234567890abcdef"), "aa", "", false),
        List.of(
            page("overview", "Overview", Optional.empty()),
            page("boats", "Boats", Optional.of("overview"))),
        slug -> Optional.of("# " + slug + "\n" + ("Boats sail. ".repeat(20) + "\n").repeat(120)),
        List.of("docs/long.md", "empty.txt", FERRY, "lines.txt", "wide.txt"),
        files,
        WikiToolsTest::search,
        question ->
            new Answered(
                Answered.State.COMPOSED,
                "en",
                question,
                List.of(
                    new Answered.Line(
                        Place.PARAGRAPH,
                        Sentence.of("Ferry crosses.", new Evidence(FERRY, 2, 2)),
                        Answered.Standing.VERIFIED,
                        "")),
                List.of("ferry"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Usage.none()),
        Optional.empty());
  }

  private static Page page(String slug, String title, Optional<String> parent) {
    return new Page(slug, title, parent, "What " + title + " are", List.of());
  }

  private static SearchResult search(SearchRequest request) {
    Query.parse(request.query());
    SearchHit hit = new SearchHit(1, FERRY, 1, 3, "Ferry", "class", 1, List.of());
    List<SearchHit> hits = request.query().contains("ferry") ? List.of(hit) : List.of();
    if (request.query().contains("many")) {
      hits =
          IntStream.rangeClosed(1, Math.min(request.limit(), 7))
              .mapToObj(
                  rank -> new SearchHit(rank, FERRY, 1, 3, "Ferry" + rank, "class", 1, List.of()))
              .toList();
    }
    return new SearchResult(hits, SearchResult.Order.LEXICAL, "");
  }

  private String answer(String tool, Map<String, Object> arguments) {
    ToolResult result = tools.call(tool, arguments);
    assertThat(result.isError()).as(result.text()).isFalse();
    return result.text();
  }

  private String error(String tool, Map<String, Object> arguments) {
    ToolResult result = tools.call(tool, arguments);
    assertThat(result.isError()).as(result.text()).isTrue();
    return result.text();
  }

  @Test
  void theToolsAreNamedAsAgentsKnowThem() {
    assertThat(tools.all().stream().map(Tool::name))
        .containsExactly(
            "read_wiki_structure",
            "read_wiki_contents",
            "ask_question",
            "search_code",
            "read_source",
            "deep_research");
    for (Tool tool : tools.all()) {
      assertThat(tool.schema()).containsEntry("type", "object").containsKey("properties");
      assertThat(tool.description()).isNotBlank();
    }
  }

  @Test
  void theStructureIsATreeOfNamesThatCanBeRead() {
    String structure = answer("read_wiki_structure", Map.of("repoName", "sea/ferry"));

    assertThat(structure)
        .contains("sea/ferry at 1234567890")
        .contains("\n- overview: Overview. What Overview are\n  - boats: Boats.");
    assertThat(answer("read_wiki_contents", Map.of("page", "boats"))).startsWith("# boats\n");
  }

  @Test
  void aLongTextComesInPartsThatJoin() {
    String whole = answerInParts("read_wiki_contents", new HashMap<>());

    assertThat(whole).contains("# overview\n").contains("# boats\n");
    assertThat(whole.length()).isGreaterThan(Excess.ANSWER_CHAR_COUNT_MAX);
    assertThat(error("read_wiki_contents", Map.of("cursor", 90_000_000))).contains("cursor");
  }

  private String answerInParts(String tool, Map<String, Object> arguments) {
    StringBuilder whole = new StringBuilder();
    while (true) {
      String part = answer(tool, arguments);
      assertThat(part.length()).isLessThanOrEqualTo(Excess.ANSWER_CHAR_COUNT_MAX);
      int note = part.lastIndexOf("\n\n[");
      if (note < 0) {
        return whole.append(part).toString();
      }
      whole.append(part, 0, note);
      arguments.put("cursor", part.replaceAll("(?s).*cursor: (\\d+)]$", "$1"));
    }
  }

  /** Places behind the first could not be had but by asking for all of them again. */
  @Test
  void placesAreReadOnFromTheOneThatWasLast() {
    String first = answer("search_code", Map.of("query", "many", "limit", 3));
    String second = answer("search_code", Map.of("query", "many", "limit", 3, "cursor", 3));
    String third = answer("search_code", Map.of("query", "many", "limit", 3, "cursor", 6));

    assertThat(first)
        .contains("3. ", "Ferry3")
        .endsWith("[call again with cursor: 3 for further places]");
    assertThat(second).startsWith("4. ").contains("Ferry6").doesNotContain("Ferry3", "Ferry7");
    assertThat(third).startsWith("7. ").contains("Ferry7").doesNotContain("cursor");
    assertThat(answer("search_code", Map.of("query", "many", "cursor", 50)))
        .isEqualTo("There are no more than 50 places.");
    assertThat(error("search_code", Map.of("query", "many", "cursor", 100))).contains("0 to 99");
  }

  @Test
  void aQuestionIsAnsweredWithItsLines() {
    assertThat(answer("ask_question", Map.of("question", "what crosses?")))
        .contains("Ferry crosses. [src/Ferry.java:2]");
    assertThat(error("ask_question", Map.of())).contains("expected the argument \"question\"");
    assertThat(error("ask_question", Map.of("question", "  "))).contains("question");
    assertThat(error("ask_question", Map.of("question", "x".repeat(100_000))))
        .contains("at most 20,000 characters");
  }

  @Test
  void placesAreShownWithNumberedLines() {
    assertThat(answer("search_code", Map.of("query", "ferry")))
        .contains("1. src/Ferry.java:1-3  Ferry (class)")
        .contains("2\t  void cross() {}");
    assertThat(answer("search_code", Map.of("query", "zeppelin"))).contains("Nothing was found");
    assertThat(error("search_code", Map.of("query", "/(/"))).startsWith("query: ");
    assertThat(error("search_code", Map.of("query", "ferry", "limit", 1_000)))
        .contains("limit: expected a whole number of 1 to 50, got 1000");
  }

  @Test
  void linesAreReadAsTheyStand() {
    assertThat(answer("read_source", Map.of("path", FERRY, "startLine", 2, "endLine", 2)))
        .isEqualTo(
            "src/Ferry.java, lines 2-2 of 3\n2\t  void cross() {}\n\n[read on with startLine: 3]");
    assertThat(answer("read_source", Map.of("path", "/" + FERRY, "startLine", "2.0", "endLine", 9)))
        .startsWith("src/Ferry.java, lines 2-3 of 3\n");
    assertThat(answer("read_source", Map.of("path", "empty.txt"))).isEqualTo("empty.txt is empty.");
  }

  @Test
  void whatIsTooMuchIsReadInParts() {
    assertThat(answer("read_source", Map.of("path", "docs/long.md")))
        .contains("lines 1-500 of 3000")
        .endsWith("[read on with startLine: 501]");
    assertThat(answer("read_source", Map.of("path", "wide.txt")).length())
        .isLessThanOrEqualTo(Excess.ANSWER_CHAR_COUNT_MAX);
    assertThat(answer("read_source", Map.of("path", "lines.txt")))
        .contains("lines 1-38 of 400")
        .endsWith("y".repeat(20) + "\n\n[read on with startLine: 39]");
    assertThat(error("read_source", Map.of("path", "docs/long.md", "startLine", 1, "endLine", 900)))
        .contains("expected at most 500 lines, got 1-900");
    assertThat(error("read_source", Map.of("path", FERRY, "startLine", 7)))
        .contains("startLine: expected a whole number of 1 to 3, got 7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc/passwd", "/etc/passwd", "src", "src/Ferry.java\u0000", "C:\\x"})
  void nothingOutsideOfTheSnapshotIsRead(String path) {
    assertThat(error("read_source", Map.of("path", path))).startsWith("path: expected a file of");
  }

  @Test
  void aWrongPathIsToldWhatThereIs() {
    assertThat(error("read_source", Map.of("path", "Ferry.java")))
        .contains("there is src/Ferry.java");
    assertThat(error("read_wiki_contents", Map.of("page", "ships")))
        .contains("expected one of overview, boats; got ships");
  }

  @Test
  void anotherRepositoryIsRefusedAndTheOwnIsKnownByAllItsNames() {
    for (Object name :
        List.of(
            "sea/ferry",
            "Sea/Ferry",
            "ferry",
            "https://h.example/sea/ferry",
            List.of("sea/ferry"))) {
      answer("read_wiki_structure", Map.of("repoName", name));
    }
    assertThat(error("read_wiki_structure", Map.of("repoName", "land/tram")))
        .contains("this is the wiki of sea/ferry; got land/tram");
    ToolResult local =
        new WikiTools(wiki(Optional.empty()))
            .call("read_wiki_structure", Map.of("repoName", "me/ferry"));
    assertThat(local.isError()).isFalse();
  }

  @Test
  void anUnknownToolOrArgumentIsAnError() {
    assertThat(error("delete_everything", Map.of())).contains("read_wiki_structure");
    assertThat(error("ask_question", Map.of("question", "x", "shell", "ls")))
        .contains("takes repoName, question; got shell");
    assertThat(error("ask_question", Map.of("question", List.of(1)))).contains("expected a text");
  }

  @Test
  void aResearchNeedsAModelAndGivesItsReport() {
    assertThat(error("deep_research", Map.of("question", "how do boats sail")))
        .contains("needs a model")
        .contains("ask_question");

    ServedWiki bare = wiki(Optional.empty());
    WikiTools withModel =
        new WikiTools(
            new ServedWiki(
                bare.snapshot(),
                bare.pages(),
                bare.markdown(),
                bare.paths(),
                bare.texts(),
                bare.search(),
                bare.ask(),
                Optional.of(question -> "# " + question)));
    assertThat(withModel.call("deep_research", Map.of("question", "how do boats sail")).text())
        .isEqualTo("# how do boats sail");
  }
}
