package ai.wikibuilder.models.endpoints;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who can be asked, and how they want to be asked. */
public enum Provider {
  OPENAI(Dialect.OPENAI, "https://api.openai.com/v1", Needs.KEY),
  OPENROUTER(Dialect.OPENAI, "https://openrouter.ai/api/v1", Needs.KEY),
  /** The base URL is {@code https://NAME.openai.azure.com/openai/v1}; models are deployments. */
  AZURE(Dialect.OPENAI, "", Needs.KEY_AND_ADDRESS),
  MISTRAL(Dialect.OPENAI, "https://api.mistral.ai/v1", Needs.KEY),
  OLLAMA(Dialect.OPENAI, "http://localhost:11434/v1", Needs.NOTHING),
  VLLM(Dialect.OPENAI, "http://localhost:8000/v1", Needs.NOTHING),
  LM_STUDIO(Dialect.OPENAI, "http://localhost:1234/v1", Needs.NOTHING),
  LITELLM(Dialect.OPENAI, "http://localhost:4000/v1", Needs.NOTHING),
  /** Any other server that copies OpenAI's format. */
  OPENAI_COMPATIBLE(Dialect.OPENAI, "", Needs.ADDRESS),
  ANTHROPIC(Dialect.ANTHROPIC, "https://api.anthropic.com", Needs.KEY),
  GEMINI(Dialect.GEMINI, "https://generativelanguage.googleapis.com", Needs.KEY),
  /** The base URL is {@code https://bedrock-runtime.REGION.amazonaws.com}. */
  BEDROCK(Dialect.BEDROCK, "", Needs.KEY_AND_ADDRESS);

  /** The format on the wire. */
  public enum Dialect {
    OPENAI("/chat/completions /embeddings"),
    ANTHROPIC("/v1/messages /v1"),
    GEMINI("/v1beta/models /v1beta"),
    BEDROCK("/model");

    private final String added;

    /**
     * @param added ends of addresses, with blanks between them
     */
    Dialect(String added) {
      this.added = added;
    }

    /** What requests add to the base URL, the longest first. */
    List<String> added() {
      return List.of(added.split(" ", -1));
    }
  }

  private enum Needs {
    NOTHING,
    KEY,
    ADDRESS,
    KEY_AND_ADDRESS
  }

  private final Dialect dialect;
  private final String baseUrl;
  private final Needs needs;

  Provider(Dialect dialect, String baseUrl, Needs needs) {
    this.dialect = dialect;
    this.baseUrl = baseUrl;
    this.needs = needs;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** Where it is asked when nothing else is said; empty where that must be said. */
  public Optional<String> baseUrl() {
    return Optional.of(baseUrl).filter(url -> !url.isEmpty());
  }

  /** Whether an address must be said. */
  public boolean needsAddress() {
    return needs == Needs.ADDRESS || needs == Needs.KEY_AND_ADDRESS;
  }

  public boolean needsKey() {
    return needs == Needs.KEY || needs == Needs.KEY_AND_ADDRESS;
  }

  /** Whether its models run on machines of whoever uses them, so that tokens cost nothing. */
  public boolean isOwnMachine() {
    return this == OLLAMA || this == VLLM || this == LM_STUDIO;
  }

  /** Whether it keeps beginnings of prompts by itself; the others keep what is marked. */
  public boolean keepsUnasked() {
    return dialect == Dialect.OPENAI || dialect == Dialect.GEMINI;
  }

  /** Whether the limit of a reply has the name that reasoning models insist on. */
  public boolean namesCompletionTokens() {
    return this == OPENAI || this == AZURE;
  }

  /** Whether usage must be asked for; who sends it anyway may refuse the question. */
  public boolean wantsUsageAsked() {
    return this != MISTRAL;
  }

  /** Name in a configuration: {@code lm-studio}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Provider> ofKey(String key) {
    return Arrays.stream(values()).filter(provider -> provider.key().equals(key)).findFirst();
  }
}
