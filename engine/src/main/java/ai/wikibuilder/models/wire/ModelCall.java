package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatRequest;

/**
 * One request, and the model that is to answer it. Immutable.
 *
 * @param outputTokensMax the limit to send, thoughts included
 */
public record ModelCall(String model, ChatRequest request, int outputTokensMax) {}
