package ai.wikibuilder.models.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTreeTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a \"quoted\" line\nand ü 漢 🙂 \u0001");
    value.put("list", List.of(1, 2L, 0.5, true, "x", List.of(), Map.of()));
    value.put("deep", Map.of("member", Map.of("n", -7)));

    String json = JsonText.of(value);

    assertThat(JsonTree.read(json)).map(JsonTree::toString).hasValue(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":7}}",
        "```json\n{\"a\":{\"b\":7}}\n```",
        "Sure! Here it is:\n{\"a\":{\"b\":\"7\"}} I hope that helps {really}.",
        "In {curly} braces: {\"novel\":[1],\"a\":{\"b\":7.0,\"c\":null}}"
      })
  void theObjectInAReplyIsFoundWhateverStandsAroundIt(String reply) {
    assertThat(JsonTree.find(reply).flatMap(json -> json.at("a").count("b"))).hasValue(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no braces",
        "{\"pages\":[{\"title\":\"One\"},{\"ti",
        "```json\n{\"pages\":[{\"title\":\"One\"}",
        "{\"pages\":[{\"title\":\"One\"} and so on]}",
        "[1, 2]"
      })
  void aPieceIsNeverTakenForTheWhole(String reply) {
    assertThat(JsonTree.find(reply)).isEmpty();
  }

  @Test
  void askingForWhatIsNotThereGivesNothing() {
    JsonTree json = JsonTree.read("{\"n\":null,\"t\":\"x\",\"l\":[1]}").orElseThrow();

    assertThat(json.at("n").isPresent()).isFalse();
    assertThat(json.at("t", "deeper").text()).isEqualTo(Optional.empty());
    assertThat(json.at("l").text()).isEmpty();
    assertThat(json.items("t")).isEmpty();
    assertThat(json.count("t")).isEmpty();
    assertThat(json.at("l").members()).isEmpty();
  }

  @Test
  void depthWithoutEndIsNoJson() {
    assertThat(JsonTree.read("[".repeat(100_000))).isEmpty();
    assertThat(JsonTree.find("{\"a\":".repeat(100_000))).isEmpty();
  }
}
