package ai.wikibuilder.answers.maps;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.models.prompts.PromptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Has a model choose the places. It only chooses: the way between them, its lines and its drawing
 * come from the code graph. A model that fails leaves it to the search.
 */
public final class ModelChooser implements PlaceChooser {
  private static final int OUTPUT_TOKENS_MAX = 200;

  /** Places taken of a reply. */
  private static final int PLACE_COUNT_MAX = 6;

  private static final JsonShape SHAPE =
      new JsonShape(
          "places",
          "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"places\"],"
              + "\"properties\":{\"places\":{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}}}");

  private final ChatModel model;

  public ModelChooser(ChatModel model) {
    this.model = model;
  }

  @Override
  public List<Integer> choose(String question, List<String> places) {
    StringBuilder prompt = new StringBuilder("QUESTION\n").append(question).append("\n\nPLACES\n");
    for (int i = 0; i < places.size(); i++) {
      prompt.append(i + 1).append(". ").append(places.get(i)).append('\n');
    }
    ChatRequest request =
        new ChatRequest(
            Purpose.CODE_MAP,
            question,
            Tier.CHEAP,
            List.of(
                new Message.Instruction(PromptText.of(ModelChooser.class, "places.txt"), false),
                new Message.User(prompt.toString())),
            List.of(),
            Optional.of(SHAPE),
            OUTPUT_TOKENS_MAX);
    try {
      return read(model.reply(request).text(), places.size());
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      return List.of();
    }
  }

  private static List<Integer> read(String reply, int placeCount) {
    List<Integer> chosen = new ArrayList<>();
    for (JsonTree one : JsonTree.find(reply).orElse(JsonTree.absent()).items("places")) {
      int number = one.number().map(Double::intValue).orElse(0) - 1;
      boolean known = number >= 0 && number < placeCount && !chosen.contains(number);
      if (known && chosen.size() < PLACE_COUNT_MAX) {
        chosen.add(number);
      }
    }
    return chosen;
  }
}
