package ai.wikibuilder.answers.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.evidence.EvidenceTray;
import ai.wikibuilder.answers.evidence.SymbolText;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.pages.prose.EvidencePiece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolboxTest {
  private final OpenWiki wiki = TestWiki.warehouse();
  private final EvidenceTray tray = new EvidenceTray(text -> text.length() / 4, 20_000);
  private final Toolbox toolbox = new Toolbox(wiki, tray, new SymbolText(wiki));

  private ToolResult run(String name, String arguments) {
    return toolbox.run(new ToolCall("1", name, arguments, ""));
  }

  @Test
  void aModelIsToldOfSixToolsInProperSchemas() {
    assertThat(Toolbox.specs()).hasSize(6);
    Toolbox.specs()
        .forEach(spec -> assertThat(JsonTree.read(spec.parameters())).as(spec.name()).isPresent());
  }

  @Test
  void aSearchNumbersWhatItFinds() {
    ToolResult result = run("search", "{\"query\":\"sorts row weight\"}");

    assertThat(result.found()).isNotEmpty();
    assertThat(result.text()).startsWith("[1] code src/").contains("public void sort");
    assertThat(tray.pack().pieces()).isEqualTo(result.found());
  }

  @Test
  void whatWasShownIsNotShownAgain() {
    run("search", "{\"query\":\"sorts row weight\"}");

    ToolResult again = run("search", "{\"query\":\"sorts row weight\"}");

    assertThat(again.found()).isEmpty();
    assertThat(again.nothing()).isFalse();
    assertThat(again.text()).startsWith("shown before: [1]");
  }

  @Test
  void readShowsLinesAndFindsAFileByTheEndOfItsPath() {
    ToolResult result = run("read", "{\"path\":\"GoodsA.java\",\"startLine\":3,\"endLine\":5}");

    assertThat(result.text()).startsWith("[1] code src/goods/GoodsA.java:3-5\n/** Keeps the goods");
  }

  @Test
  void readNeverShowsMoreThanItsLimit() {
    ToolResult result =
        run("read", "{\"path\":\"src/goods/GoodsA.java\",\"startLine\":1,\"endLine\":2000000000}");

    EvidencePiece piece = result.found().getFirst();
    assertThat(piece.endLine() - piece.startLine()).isLessThan(200);
  }

  @Test
  void aSymbolComesWithWhoNamesIt() {
    ToolResult result = run("symbol", "{\"name\":\"GoodsB.sort1\"}");

    assertThat(result.text()).contains("public void sort1").contains("named by 1: GoodsA.move0");
  }

  @Test
  void callersShowsBothSidesOfACall() {
    ToolResult result = run("callers", "{\"name\":\"GoodsA.move0\"}");

    assertThat(result.text()).contains("public void sort1").contains("calls: GoodsB.sort1");
  }

  @Test
  void filesListsPathsAndIsNoEvidence() {
    ToolResult result = run("files", "{\"path\":\"src/carts\"}");

    assertThat(result.text().lines()).hasSize(6);
    assertThat(result.found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"path\":\"../../etc/passwd\",\"startLine\":1,\"endLine\":9}",
        "{\"path\":\"/etc/passwd\",\"startLine\":1,\"endLine\":9}",
        "{\"path\":\"\",\"startLine\":-4,\"endLine\":-9}",
        "{\"path\":7}",
        "[]",
        "{\"path\":\"src"
      })
  void aCallThatMakesNoSenseIsAnsweredAndReadsNothing(String arguments) {
    ToolResult result = run("read", arguments);

    assertThat(result.nothing()).isTrue();
    assertThat(result.text()).startsWith("there is no file");
    assertThat(tray.isEmpty()).isTrue();
  }

  @Test
  void aFullTraySaysSo() {
    EvidenceTray small = new EvidenceTray(text -> text.length() / 4, 60);
    Toolbox full = new Toolbox(wiki, small, new SymbolText(wiki));

    ToolResult result = full.run(new ToolCall("1", "symbol", "{\"name\":\"GoodsA\"}", ""));

    assertThat(result.text()).contains("had no room");
    assertThat(small.leftOut()).isNotEmpty();
  }
}
