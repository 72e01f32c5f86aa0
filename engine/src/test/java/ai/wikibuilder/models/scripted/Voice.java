package ai.wikibuilder.models.scripted;

import ai.wikibuilder.models.json.JsonTree;
import java.util.List;

/** How one format writes requests, replies and errors, seen from the provider. */
interface Voice {
  /** What the request asks, and the ordinal it has. */
  ReceivedPrompt prompt(HttpExchange exchange, JsonTree body, int ordinal);

  /** Type of a streamed answer. */
  String contentType();

  /**
   * The events of a reply: those before the text, one for each piece of it, and those after it.
   *
   * @param unknown whether to add what no format has
   */
  Events events(ReceivedPrompt prompt, ScriptedReply reply, boolean unknown);

  /** Events as bytes. */
  record Events(List<byte[]> before, List<byte[]> pieces, List<byte[]> after) {}

  /** The whole reply as one JSON text. */
  String whole(ReceivedPrompt prompt, ScriptedReply reply);

  /** An error as the body of an answer. */
  String error(String code, String message);

  /** An error as an event of a stream. */
  byte[] errorEvent();

  /** Vectors as the body of an answer. */
  String vectors(JsonTree body, List<float[]> vectors);

  /** Texts to embed. */
  List<String> texts(JsonTree body);
}
