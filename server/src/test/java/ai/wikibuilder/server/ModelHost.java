package ai.wikibuilder.server;

import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The central model of the shared server: writes pages that hold. A test may have it behave
 * otherwise for a repository of its own, named by a word in the prompts.
 */
public final class ModelHost implements AutoCloseable {
  /** As it is configured. */
  public static final String MODEL = "scripted-large";

  private final ScriptedModelServer server;
  private final AtomicReference<Optional<Script>> otherwise;

  private ModelHost(ScriptedModelServer server, AtomicReference<Optional<Script>> otherwise) {
    this.server = server;
    this.otherwise = otherwise;
  }

  /** One that writes pages that hold. */
  public static ModelHost start() {
    AtomicReference<Optional<Script>> otherwise = new AtomicReference<>(Optional.empty());
    Script honest = honest();
    return new ModelHost(
        new ScriptedModelServer(
            (prompt, random) -> otherwise.get().orElse(honest).reply(prompt, random)),
        otherwise);
  }

  /** Writes pages that hold. */
  public static Script honest() {
    PageWriter pages = new PageWriter();
    return (prompt, random) -> {
      String asked = prompt.everything();
      if (asked.contains("Answer with one word")) {
        return ScriptedReply.text("ready");
      }
      if (asked.contains("table of contents")) {
        return ScriptedReply.text("{\"rename\": [], \"move\": []}");
      }
      if (asked.contains("A check of your page")) {
        return ScriptedReply.text("1. REMOVE\n2. REMOVE\n3. REMOVE");
      }
      return pages.reply(prompt, random);
    };
  }

  ModelSettings settings() {
    return settings(baseUrl());
  }

  /** Where it speaks as OpenAI's models do. */
  public String baseUrl() {
    return server.baseUrl(Provider.OPENAI);
  }

  /** The settings of one that another process runs. */
  static ModelSettings settings(String baseUrl) {
    return new ModelSettings(
        new Endpoint(Provider.OPENAI, baseUrl, Optional.of("sk-central-0123456789")),
        MODEL,
        MODEL,
        Optional.empty(),
        Optional.empty(),
        new RateLimits(0, 0, 4),
        Duration.ofSeconds(20),
        Duration.ofMinutes(2),
        List.of(MODEL + " 64000 8000 1 0 2.00 0.20 2.50 8.00"));
  }

  /** The server itself: what it was asked so far. */
  public ScriptedModelServer server() {
    return server;
  }

  /** Answers as the script says until the returned is closed. */
  public AutoCloseable behaving(Script script) {
    otherwise.set(Optional.of(script));
    return () -> otherwise.set(Optional.empty());
  }

  /** As it is written in a list of allowed hosts. */
  public String hostPort() {
    return server.hostPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
