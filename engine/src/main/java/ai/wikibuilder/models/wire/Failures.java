package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.json.JsonTree;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a provider says when it does not answer. May be shared by threads. */
final class Failures {
  /** How much of a provider's own words is shown. */
  private static final int WORDS_LENGTH_MAX = 300;

  /** What looks like a key in the words of a provider, which like to repeat it. */
  private static final Pattern KEY_LIKE =
      Pattern.compile(
          "(?i)\\b(?:(?:sk|pk|rk|gsk|key|api-key|AIza|AKIA|ASIA|ABSK)[-_]?[A-Za-z0-9*_-]{8,}|(?:Bearer|Basic)\\s+\\S{6,})");

  private static final List<String> TOO_LONG =
      List.of(
          "context length",
          "context_length",
          "context window",
          "maximum context",
          "too many tokens",
          "too many input tokens",
          "prompt is too long",
          "input is too long",
          "input token count",
          "exceeds the maximum number of tokens",
          "request_too_large");

  /** Not just "quota" or "billing": those words stand in ordinary limits of rates too. */
  private static final List<String> NO_CREDIT =
      List.of(
          "insufficient_quota",
          "insufficient credits",
          "credit balance",
          "billing_hard_limit",
          "billing_not_active");

  private static final List<String> NO_MODEL =
      List.of(
          "model_not_found",
          "not a valid model",
          "model identifier is invalid",
          "deploymentnotfound",
          "does not exist",
          "unknown model",
          "invalid model");

  private static final List<String> WRONG_KEY =
      List.of("api key not valid", "api_key_invalid", "invalid api key", "incorrect api key");

  /** OpenRouter says it with the status of a model that does not exist. */
  private static final List<String> NO_TOOLS =
      List.of("support tool use", "support tool call", "support tools", "support function call");

  private static final List<String> FILTERED =
      List.of("content_filter", "content management policy", "responsibleai");

  /** An error's code that is the status it would have had as a reply of its own. */
  private static final Pattern STATUS = Pattern.compile("[45]\\d\\d");

  private static final Pattern RETRY_DELAY = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?)s");

  private final Endpoint endpoint;
  private final Clock clock;

  Failures(Endpoint endpoint, Clock clock) {
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** A reply that is not in the provider's own format, or breaks off. */
  static ModelException broken(String what) {
    return new ModelException(
        Kind.BROKEN_REPLY,
        "expected a complete reply of the provider, got none: %s. If that goes on, check that model.provider names the format that model.base-url speaks"
            .formatted(what));
  }

  /** What a status other than 200 means. */
  ModelException ofStatus(int status, Optional<String> retryAfter, String body) {
    JsonTree json = JsonTree.find(body).orElseGet(JsonTree::absent);
    String words = words(json, body).toLowerCase(Locale.ROOT);
    Kind kind = kind(status, words);
    Optional<Duration> wait =
        retryAfter.flatMap(this::wait).or(() -> delay(json)).map(Failures::notNegative);
    return new ModelException(
        kind, message(kind, "status " + status, words(json, body), wait), wait);
  }

  /** What an error in the middle of a stream means. */
  ModelException ofEvent(String code, JsonTree error) {
    String words = words(error, "");
    String all = (code + " " + words).toLowerCase(Locale.ROOT);
    Kind kind =
        STATUS.matcher(code).matches() ? kind(Integer.parseInt(code), all) : kindOfEvent(all);
    return new ModelException(
        kind, message(kind, "an error in place of a reply", words, Optional.empty()));
  }

  private static Kind kindOfEvent(String words) {
    if (has(words, WRONG_KEY) || has(words, NO_CREDIT)) {
      return Kind.KEY_REFUSED;
    }
    if (has(words, List.of("rate_limit", "throttling", "too many requests", "429"))) {
      return Kind.RATE_LIMITED;
    }
    if (has(words, TOO_LONG)) {
      return Kind.CONTEXT_EXCEEDED;
    }
    return has(words, List.of("validation", "invalid_request")) ? Kind.FAILED : Kind.OVERLOADED;
  }

  private static Kind kind(int status, String words) {
    if (has(words, FILTERED)) {
      return Kind.REFUSED;
    }
    return switch (status) {
      case 401 -> Kind.KEY_REFUSED;
      case 402, 403 -> Kind.KEY_REFUSED;
      case 404 -> has(words, NO_TOOLS) ? Kind.FAILED : Kind.MODEL_UNKNOWN;
      case 408 -> Kind.SILENT;
      case 413 -> Kind.CONTEXT_EXCEEDED;
      case 429 -> has(words, NO_CREDIT) ? Kind.KEY_REFUSED : Kind.RATE_LIMITED;
      default -> status >= 500 ? Kind.OVERLOADED : kindOfWords(words);
    };
  }

  private static Kind kindOfWords(String words) {
    if (has(words, WRONG_KEY) || has(words, NO_CREDIT)) {
      return Kind.KEY_REFUSED;
    }
    if (has(words, TOO_LONG)) {
      return Kind.CONTEXT_EXCEEDED;
    }
    return has(words, NO_MODEL) ? Kind.MODEL_UNKNOWN : Kind.FAILED;
  }

  private static boolean has(String words, List<String> signs) {
    return signs.stream().anyMatch(words::contains);
  }

  private String message(Kind kind, String came, String words, Optional<Duration> wait) {
    String advice =
        switch (kind) {
          case KEY_REFUSED -> adviceOnKey(came, words);
          case MODEL_UNKNOWN ->
              "it has no such model; check its name and model.base-url" + adviceOnPath();
          case CONTEXT_EXCEEDED -> "the prompt is larger than the model takes; see model.facts";
          case RATE_LIMITED ->
              "too many requests%s; set model.requests-per-minute and model.tokens-per-minute to what the account allows"
                  .formatted(
                      wait.map(time -> ", the next one in " + time.toSeconds() + " s").orElse(""));
          case OVERLOADED -> "it is overloaded or broken; try again later";
          case REFUSED -> "its filter declines";
          case SILENT -> "it gave up waiting";
          default -> "it does not take the request; check model.provider and model.base-url";
        };
    String shown = shown(words);
    return "%s answers with %s: %s%s"
        .formatted(endpoint, came, advice, shown.isEmpty() ? "" : ". It says: " + shown);
  }

  /** Servers say the same of an address they do not have. */
  private String adviceOnPath() {
    return endpoint.provider().dialect() == Provider.Dialect.OPENAI
            && endpoint.baseUrl().matches("https?://[^/]*")
        ? ", which ends in /v1 with most"
        : "";
  }

  private String adviceOnKey(String came, String words) {
    if (endpoint.key().isEmpty()) {
      return "it wants a key; set AIWIKI_MODEL_API_KEY";
    }
    return came.endsWith(" 402") || has(words.toLowerCase(Locale.ROOT), NO_CREDIT)
        ? "the key's account has no credit left; add some, or set AIWIKI_MODEL_API_KEY to another key"
        : "it does not take the key; check AIWIKI_MODEL_API_KEY, and the rights of its account";
  }

  /** The provider's own words, short, without line breaks and without anything like a key. */
  private String shown(String words) {
    String plain = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    String masked = endpoint.key().map(key -> plain.replace(key, "***")).orElse(plain);
    String safe = KEY_LIKE.matcher(masked).replaceAll("***");
    return safe.length() <= WORDS_LENGTH_MAX ? safe : safe.substring(0, WORDS_LENGTH_MAX) + "...";
  }

  /** Code and message of an error, wherever a provider puts them. */
  private static String words(JsonTree json, String body) {
    JsonTree error = json.items().isEmpty() ? json : json.items().getFirst();
    JsonTree inner = error.at("error").isPresent() ? error.at("error") : error;
    StringBuilder words = new StringBuilder();
    for (String name :
        List.of("code", "type", "__type", "status", "message", "Message", "detail")) {
      inner.text(name).ifPresent(text -> words.append(text).append(' '));
    }
    inner.text().ifPresent(words::append);
    String found = words.toString().strip();
    return found.isEmpty() && !json.isPresent() && !body.contains("<") ? body.strip() : found;
  }

  private Optional<Duration> wait(String header) {
    String value = header.strip();
    if (value.matches("\\d{1,7}(\\.\\d+)?")) {
      return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1_000)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(clock.instant(), then));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Gemini says in the body how long to wait. */
  private static Optional<Duration> delay(JsonTree json) {
    return json.at("error").items("details").stream()
        .flatMap(detail -> detail.text("retryDelay").stream())
        .map(RETRY_DELAY::matcher)
        .filter(Matcher::matches)
        .map(found -> Duration.ofMillis((long) (Double.parseDouble(found.group(1)) * 1_000)))
        .findFirst();
  }

  private static Duration notNegative(Duration wait) {
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  /** No answer at all. */
  ModelException unreachable(String reason, Exception cause) {
    return new ModelException(
        Kind.UNAVAILABLE,
        "expected %s to answer, got no connection: %s. Check model.base-url, and whether it is up"
            .formatted(endpoint, reason.replaceFirst("\\.$", "")),
        cause);
  }

  ModelException silent(Duration silence, Exception cause) {
    return new ModelException(
        Kind.SILENT,
        "%s said nothing for %d s; a longer silence is allowed with model.silence"
            .formatted(endpoint, silence.toSeconds()),
        cause);
  }

  ModelException keyMissing() {
    return new ModelException(
        Kind.KEY_MISSING,
        "%s wants a key and none is configured; set AIWIKI_MODEL_API_KEY, or model.api-key in config.yaml"
            .formatted(endpoint));
  }
}
