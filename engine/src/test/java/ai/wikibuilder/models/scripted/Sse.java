package ai.wikibuilder.models.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the voices share. */
final class Sse {
  private static final Pattern PIECE = Pattern.compile("\\S{1,12}\\s*|\\s+");

  private Sse() {}

  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return map;
  }

  static byte[] data(Map<String, Object> json) {
    return ("data: " + JsonText.of(json) + "\n\n").getBytes(UTF_8);
  }

  static byte[] event(String name, Map<String, Object> json) {
    return ("event: " + name + "\ndata: " + JsonText.of(json) + "\n\n").getBytes(UTF_8);
  }

  /** A text as a model writes it, piece by piece. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      pieces.add(piece.group());
    }
    return pieces;
  }

  static int tokens(String text) {
    return Math.max(1, text.length() / 4);
  }

  static int tokensOut(ScriptedReply reply) {
    int calls = reply.calls().stream().mapToInt(call -> tokens(call.arguments())).sum();
    return (reply.text().isEmpty() ? 0 : tokens(reply.text())) + calls;
  }

  static Object json(String text) {
    return JsonTree.read(text).<Object>map(tree -> tree).orElseGet(() -> map("raw", text));
  }

  static List<Double> numbers(float[] vector) {
    List<Double> numbers = new ArrayList<>();
    for (float value : vector) {
      numbers.add((double) value);
    }
    return numbers;
  }

  /** All texts below a value, in order. */
  static String texts(JsonTree tree, String... names) {
    StringBuilder all = new StringBuilder();
    for (JsonTree block : tree.items()) {
      for (String name : names) {
        block.text(name).ifPresent(text -> all.append(all.isEmpty() ? "" : "\n").append(text));
      }
    }
    return all.toString();
  }

  static int count(String text, String word) {
    return text.split(Pattern.quote(word), -1).length - 1;
  }

  static Optional<String> schema(JsonTree tree) {
    return tree.isPresent() ? Optional.of(tree.toString()) : Optional.empty();
  }
}
