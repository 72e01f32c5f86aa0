package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.json.JsonTree;
import java.util.List;

/** How one family of providers writes requests and replies. May be shared by threads. */
interface WireFormat {
  /** The request for a chat, its reply to be streamed. */
  HttpCall chat(ModelCall call);

  /** Takes what an event says into the draft of the reply. Unknown events say nothing. */
  void take(WireEvent event, ReplyDraft draft);

  /**
   * The request for vectors.
   *
   * @throws ai.wikibuilder.models.ModelException UNAVAILABLE where the provider has none
   */
  HttpCall embed(String model, List<String> texts);

  /** The vectors of a reply, in the order of the texts; those that are missing are missing. */
  List<float[]> vectors(JsonTree body);

  /** Texts that fit into one request for vectors. */
  int embedTextsMax(String model);
}
