package ai.wikibuilder.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonLineTest {
  @Test
  void valuesBecomeOneLine() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a \"quoted\"\nline");
    value.put("list", List.of(1, 2L, 0.5, true));
    value.put("none", Optional.empty());
    value.put("map", Map.of("k", "v"));

    assertThat(JsonLine.of(value))
        .isEqualTo(
            "{\"text\":\"a \\\"quoted\\\"\\nline\",\"list\":[1,2,0.5,true],\"none\":null,\"map\":{\"k\":\"v\"}}");
  }
}
