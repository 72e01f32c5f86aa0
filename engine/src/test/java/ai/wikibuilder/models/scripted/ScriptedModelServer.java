package ai.wikibuilder.models.scripted;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model server on loopback that speaks all four formats, each under a path of its own. Replies
 * and faults come from a {@link Script}; vectors are made of the words of a text. May be shared by
 * threads; {@link #close} drops all connections.
 */
public final class ScriptedModelServer implements AutoCloseable {
  /** Length of its vectors. */
  public static final int DIMENSION = 16;

  /** Longest text it embeds, in characters; a longer one gets the error providers give. */
  public static final int EMBED_CHARACTERS_MAX = 8_000;

  /** A text with this word in it is never embedded: the request gets a 500. */
  public static final String POISON = "poisonous";

  private static final Map<String, Voice> VOICES =
      Map.of(
          "openai",
          new OpenAiVoice(),
          "anthropic",
          new AnthropicVoice(),
          "gemini",
          new GeminiVoice(),
          "bedrock",
          new BedrockVoice());

  private final Script script;
  private final Speed speed;
  private final long seed;
  private final ServerSocket listening;
  private final Thread listener;
  private final AtomicInteger ordinals = new AtomicInteger();
  private final List<ReceivedPrompt> received = new CopyOnWriteArrayList<>();
  private final List<List<String>> embedded = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> keyWanted = Optional.empty();
  private volatile Set<String> modelsKnown = Set.of();

  public ScriptedModelServer(Script script, Speed speed, long seed) {
    this.script = script;
    this.speed = speed;
    this.seed = seed;
    try {
      listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    listener = Thread.ofVirtual().name("scripted-model").start(this::listen);
  }

  /** As fast as it can, seeded with 1. */
  public ScriptedModelServer(Script script) {
    this(script, Speed.fast(), 1);
  }

  /** From now on only this key is taken. */
  public ScriptedModelServer wantingKey(String key) {
    keyWanted = Optional.of(key);
    return this;
  }

  /** From now on only these models are known. */
  public ScriptedModelServer knowing(String... models) {
    modelsKnown = Set.of(models);
    return this;
  }

  /** {@code 127.0.0.1:PORT}. */
  public String hostPort() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Where a provider's format is spoken; what goes into {@code model.base-url}. */
  public String baseUrl(Provider provider) {
    String root = "http://" + hostPort();
    return switch (provider) {
      case ANTHROPIC, GEMINI, BEDROCK -> root;
      default -> root + "/v1";
    };
  }

  public Endpoint endpoint(Provider provider, String key) {
    return new Endpoint(provider, baseUrl(provider), Optional.of(key));
  }

  /** A guard that lets nobody but this server be reached. */
  public OutboundGuard guard() {
    return new OutboundGuard(
        new OutboundSettings(
            AllowedHosts.of(List.of(hostPort())), Optional.empty(), Optional.empty()),
        HostResolver.ofThisMachine());
  }

  /** Every prompt so far, in the order of arrival. */
  public List<ReceivedPrompt> received() {
    return List.copyOf(received);
  }

  /** Every batch of texts to embed so far. */
  public List<List<String>> embedded() {
    return List.copyOf(embedded);
  }

  /** Connections under way. */
  public int openCount() {
    return open.size();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().name("scripted-reply").start(() -> serve(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Optional<HttpExchange> exchange = HttpExchange.read(socket);
      if (exchange.isPresent()) {
        answer(exchange.get());
      }
    } catch (IOException e) {
      // The other side went away, which is its right.
      return;
    } finally {
      open.remove(socket);
    }
  }

  private static Optional<Voice> voice(String path) {
    String name =
        path.contains("/chat/completions") || path.endsWith("/embeddings")
            ? "openai"
            : path.endsWith("/v1/messages")
                ? "anthropic"
                : path.contains("/v1beta/models/")
                    ? "gemini"
                    : path.startsWith("/model/") ? "bedrock" : "";
    return Optional.ofNullable(VOICES.get(name));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Optional<Voice> voice = voice(exchange.path());
    Optional<JsonTree> body = JsonTree.read(exchange.body());
    if (voice.isEmpty() || body.isEmpty()) {
      exchange.answer(404, Map.of("Content-Type", "text/html"), "<h1>Not found</h1>");
      return;
    }
    ReceivedPrompt prompt = voice.get().prompt(exchange, body.get(), ordinals.getAndIncrement());
    Optional<String> key = keyWanted;
    if (key.isPresent() && !prompt.credential().orElse("").contains(key.get())) {
      String said = "Incorrect API key provided: " + prompt.credential().orElse("none");
      json(exchange, 401, Map.of(), voice.get().error("invalid_api_key", said));
      return;
    }
    if (!modelsKnown.isEmpty() && !modelsKnown.contains(prompt.model())) {
      String said = "The model " + prompt.model() + " does not exist";
      json(exchange, 404, Map.of(), voice.get().error("model_not_found", said));
      return;
    }
    if (exchange.path().matches(".*(/embeddings|:batchEmbedContents|/invoke)$")) {
      embed(exchange, voice.get(), body.get());
    } else {
      received.add(prompt);
      Random random = new Random(seed * 1_000_003 + prompt.ordinal());
      chat(exchange, voice.get(), prompt, script.reply(prompt, random));
    }
  }

  private static void json(HttpExchange exchange, int status, Map<String, String> more, String body)
      throws IOException {
    Map<String, String> headers = new java.util.LinkedHashMap<>(more);
    headers.put("Content-Type", "application/json");
    exchange.answer(status, headers, body);
  }

  private void chat(HttpExchange exchange, Voice voice, ReceivedPrompt prompt, ScriptedReply reply)
      throws IOException {
    Fault fault = reply.fault().orElse(new Fault.UnknownFields());
    boolean unknown = reply.fault().isPresent();
    switch (fault) {
      case Fault.Status status -> {
        Map<String, String> more =
            status.retryAfter().map(wait -> Map.of("Retry-After", wait)).orElse(Map.of());
        json(exchange, status.status(), more, voice.error(status.code(), status.message()));
      }
      case Fault.HangBefore() -> exchange.waitForTheEnd();
      case Fault.Redirect(String location) ->
          exchange.answer(307, Map.of("Location", location), "");
      case Fault.NoStream() -> json(exchange, 200, Map.of(), voice.whole(prompt, reply));
      case Fault.Garbage() -> {
        exchange.begin(voice.contentType());
        exchange.piece("data: {\"choi\n\nand then some bytes that are nothing".getBytes(UTF_8));
        exchange.end();
      }
      case Fault.HangWithin() -> {
        half(exchange, voice.contentType(), voice.events(prompt, reply, false));
        exchange.waitForTheEnd();
      }
      case Fault.HangAfter() -> {
        Voice.Events events = voice.events(prompt, reply, false);
        exchange.begin(voice.contentType());
        for (byte[] event : events.before()) {
          exchange.piece(event);
        }
        for (byte[] event : events.pieces()) {
          exchange.piece(event);
        }
        exchange.piece(events.after().getFirst());
        exchange.waitForTheEnd();
      }
      case Fault.DropWithin() ->
          half(exchange, voice.contentType(), voice.events(prompt, reply, false));
      case Fault.EndWithin() -> {
        half(exchange, voice.contentType(), voice.events(prompt, reply, false));
        exchange.end();
      }
      case Fault.ErrorWithin() -> {
        half(exchange, voice.contentType(), voice.events(prompt, reply, false));
        exchange.piece(voice.errorEvent());
        exchange.end();
      }
      case Fault.UnknownFields() ->
          whole(exchange, voice.contentType(), voice.events(prompt, reply, unknown));
    }
  }

  private void half(HttpExchange exchange, String type, Voice.Events events) throws IOException {
    pause(speed.firstToken());
    exchange.begin(type);
    for (byte[] event : events.before()) {
      exchange.piece(event);
    }
    for (byte[] event : events.pieces().subList(0, events.pieces().size() / 2)) {
      exchange.piece(event);
      pause(speed.pause());
    }
  }

  private void whole(HttpExchange exchange, String type, Voice.Events events) throws IOException {
    pause(speed.firstToken());
    exchange.begin(type);
    List<byte[]> all = new ArrayList<>(events.before());
    all.addAll(events.pieces());
    all.addAll(events.after());
    for (byte[] event : all) {
      exchange.piece(event);
      pause(speed.pause());
    }
    exchange.end();
  }

  /** Time is what is measured here, so it is real. */
  private static void pause(java.time.Duration time) throws IOException {
    if (time.isPositive()) {
      try {
        Thread.sleep(time);
      } catch (InterruptedException e) {
        throw new IOException("stopped", e);
      }
    }
  }

  private void embed(HttpExchange exchange, Voice voice, JsonTree body) throws IOException {
    List<String> texts = voice.texts(body);
    embedded.add(texts);
    if (texts.stream().anyMatch(text -> text.length() > EMBED_CHARACTERS_MAX)) {
      json(
          exchange,
          400,
          Map.of(),
          voice.error("invalid_request", "This model's maximum context length is 2000 tokens"));
    } else if (texts.stream().anyMatch(text -> text.contains(POISON))) {
      json(exchange, 500, Map.of(), voice.error("server_error", "Something went wrong"));
    } else {
      List<float[]> vectors = texts.stream().map(ScriptedModelServer::vector).toList();
      json(exchange, 200, Map.of(), voice.vectors(body, vectors));
    }
  }

  /** A vector in which texts with the same words lie close together; of none, one of no length. */
  private static float[] vector(String text) {
    if (text.isBlank()) {
      return new float[0];
    }
    float[] vector = new float[DIMENSION];
    for (String word : text.split("\\W+", -1)) {
      vector[Math.floorMod(word.hashCode(), DIMENSION)] += 1;
    }
    return vector;
  }

  @Override
  public void close() {
    try {
      listening.close();
      listener.join(); // until then a connection may still be taken
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
