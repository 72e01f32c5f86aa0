package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import java.time.Clock;
import java.util.List;

/**
 * One provider at one address: asks it once, without counting, waiting or trying again. May be
 * shared by threads. Called by {@code models.gate} alone.
 */
public final class Wire {
  private final Endpoint endpoint;
  private final Failures failures;
  private final WireFormat format;
  private final Transport transport;

  /**
   * @param guard dials, or refuses to
   * @param limits of one call: all of it, and a silence within it
   */
  public Wire(Endpoint endpoint, OutboundGuard guard, OutboundLimits limits, Clock clock) {
    this.endpoint = endpoint;
    this.failures = new Failures(endpoint, clock);
    this.transport = new Transport(guard, limits, failures);
    this.format =
        switch (endpoint.provider().dialect()) {
          case OPENAI -> new OpenAiFormat(endpoint, failures);
          case ANTHROPIC -> new AnthropicFormat(endpoint, failures);
          case GEMINI -> new GeminiFormat(endpoint, failures);
          case BEDROCK -> new BedrockFormat(endpoint, failures, new AwsSignature(clock));
        };
  }

  /**
   * Asks for a reply, and waits for it.
   *
   * @param pieces told of the text as it arrives, on this thread
   * @throws ModelException of any kind but OVER_BUDGET; CANCELLED within a second when this thread
   *     is interrupted
   */
  public WireReply chat(ModelCall call, PieceListener pieces) {
    checkKey();
    ReplyDraft draft = new ReplyDraft(pieces, call.request().outputTokensMax());
    try {
      transport.stream(
          format.chat(call),
          event -> {
            format.take(event, draft);
            return !draft.isFinished();
          });
    } catch (ModelException e) {
      if (!draft.isStopped() || !isOfTheConnection(e)) {
        throw e;
      }
      // The model was done; that its provider does not hang up properly costs nobody another call.
    }
    return draft.reply();
  }

  private static boolean isOfTheConnection(ModelException failure) {
    return failure.kind() == ModelException.Kind.SILENT
        || failure.kind() == ModelException.Kind.BROKEN_REPLY;
  }

  /**
   * Asks for vectors.
   *
   * @param texts at most {@link #embedTextsMax}
   * @return one vector for each text, in order, as the provider made them
   * @throws ModelException as {@link #chat}; BROKEN_REPLY when there are too few or too many, or
   *     one has no numbers
   */
  public List<float[]> embed(String model, List<String> texts) {
    checkKey();
    JsonTree body = transport.whole(format.embed(model, texts));
    List<float[]> vectors = format.vectors(body);
    if (vectors.size() != texts.size()) {
      throw Failures.broken("%d vectors for %d texts".formatted(vectors.size(), texts.size()));
    }
    if (vectors.stream().anyMatch(vector -> vector.length == 0)) {
      throw Failures.broken("a vector without a number");
    }
    return vectors;
  }

  /** Texts that fit into one request for vectors. */
  public int embedTextsMax(String model) {
    return format.embedTextsMax(model);
  }

  /** Whether the provider keeps beginnings of prompts without being told. */
  public boolean keepsUnasked() {
    return endpoint.provider().keepsUnasked();
  }

  /**
   * Goes on where a key is there, or none is needed.
   *
   * @throws ModelException KEY_MISSING
   */
  public void checkKey() {
    if (endpoint.provider().needsKey() && endpoint.key().isEmpty()) {
      throw failures.keyMissing();
    }
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
