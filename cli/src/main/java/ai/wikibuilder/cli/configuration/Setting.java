package ai.wikibuilder.cli.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every key of the configuration, in the order of the documentation. A value comes from a flag, the
 * environment, {@code config.yaml} or the default, whichever is found first.
 */
public enum Setting {
  DATA_DIR(
      "data.dir",
      Kind.FOLDER,
      "~/.aiwiki",
      "Where clones, caches, keys and config.yaml are kept. Only from the environment."),
  CONFIG("config", Kind.FILE, "", "Another place for config.yaml. Only from the environment."),
  GIT_TOKEN(
      "git.token",
      Kind.SECRET,
      "",
      "Access token for private repositories; sent to the host of the address and to no other."),
  ALLOWED_HOSTS(
      "allowed.hosts",
      Kind.LIST,
      "",
      "Hosts beside the public internet, as HOST:PORT, that may be connected to: a company's"
          + " GitLab, a test server."),
  CA_FILE(
      "ca.file", Kind.FILE, "", "PEM file of certificate authorities to trust beside the JDK's."),
  LIMITS_FETCH_TIME("limits.fetch-time", Kind.DURATION, "30m", "Longest time for one fetch."),
  LIMITS_SILENCE(
      "limits.silence",
      Kind.DURATION,
      "60s",
      "A fetch ends when the host sends nothing for so long."),
  LIMITS_PACK_SIZE("limits.pack-size", Kind.SIZE, "8GB", "Most bytes received in one fetch."),
  LIMITS_OBJECTS("limits.objects", Kind.COUNT, "10000000", "Most git objects in one fetch."),
  LIMITS_TREE_ENTRIES(
      "limits.tree-entries",
      Kind.COUNT,
      "3000000",
      "Most files and folders visited in one commit."),
  LIMITS_TREE_DEPTH("limits.tree-depth", Kind.COUNT, "128", "Most folders inside folders."),
  LIMITS_FILE_SIZE(
      "limits.file-size", Kind.SIZE, "2MB", "Larger files are left out, with a count of them."),
  LIMITS_TEXT_SIZE("limits.text-size", Kind.SIZE, "4GB", "Most text of all selected files."),
  PARSER_CORE(
      "parser.core",
      Kind.FILE,
      "",
      "The tree-sitter library to use; found by itself when not given. `aiwiki doctor` says which"
          + " one runs."),
  PARSER_THREADS(
      "parser.threads", Kind.COUNT, "0", "Threads of the parser; 0 is one for each processor."),
  CHUNKS_TOKENS("chunks.tokens", Kind.COUNT, "400", "Most tokens in one chunk of the index."),
  SEARCH_RERANK(
      "search.rerank",
      Kind.SWITCH,
      "on",
      "Whether a small model in the process re-orders the best results: on or off."),
  MODEL_PROVIDER(
      "model.provider",
      Kind.PROVIDER,
      "",
      "Who is asked for prose: openai, openrouter, azure, mistral, ollama, vllm, lm-studio,"
          + " litellm, openai-compatible, anthropic, gemini or bedrock. Without one, pages are"
          + " composed."),
  MODEL_BASE_URL(
      "model.base-url",
      Kind.TEXT,
      "",
      "Address of the provider, when it is not the usual one. A host on this machine or in the own"
          + " network must be among `allowed.hosts`."),
  MODEL_API_KEY(
      "model.api-key",
      Kind.SECRET,
      "",
      "Key of the provider; sent to the host of `model.base-url` and to no other. For Bedrock also"
          + " ID:SECRET or ID:SECRET:SESSION."),
  MODEL_STRONG(
      "model.strong", Kind.TEXT, "", "Model that writes what people read: pages and answers."),
  MODEL_CHEAP(
      "model.cheap",
      Kind.TEXT,
      "",
      "Model for names, plans and short questions; the strong one when not given."),
  MODEL_FALLBACK(
      "model.fallback",
      Kind.TEXT,
      "",
      "Model of the same provider that stands in when one of the others goes on failing."),
  MODEL_EMBEDDING_MODEL(
      "model.embedding-model",
      Kind.TEXT,
      "",
      "Model that makes vectors of all chunks in a build, and of questions in a search."),
  MODEL_EMBEDDING_PROVIDER(
      "model.embedding-provider",
      Kind.PROVIDER,
      "",
      "Who makes vectors; the provider above when not given."),
  MODEL_EMBEDDING_BASE_URL(
      "model.embedding-base-url", Kind.TEXT, "", "Its address, when it is not the usual one."),
  MODEL_EMBEDDING_API_KEY(
      "model.embedding-api-key", Kind.SECRET, "", "Its key, when it is another provider."),
  MODEL_BUDGET(
      "model.budget",
      Kind.BUDGET,
      "",
      "Most that one build may spend, such as 2.00usd, 500k-tokens, or both with a comma between"
          + " them."),
  MODEL_REQUESTS_PER_MINUTE(
      "model.requests-per-minute", Kind.COUNT, "0", "Most requests with one key; 0 is no limit."),
  MODEL_TOKENS_PER_MINUTE(
      "model.tokens-per-minute",
      Kind.COUNT,
      "0",
      "Most tokens, in and out, with one key; 0 is no limit."),
  MODEL_CALLS_AT_ONCE(
      "model.calls-at-once", Kind.COUNT, "4", "Most calls of models at the same time."),
  MODEL_SILENCE(
      "model.silence",
      Kind.DURATION,
      "3m",
      "A call ends when the provider sends nothing for so long; models that think are silent."),
  MODEL_REPLY_TIME("model.reply-time", Kind.DURATION, "20m", "Longest time for one reply."),
  MODEL_CACHE_SIZE(
      "model.cache-size", Kind.SIZE, "512MB", "Most bytes of replies kept for the same questions."),
  MODEL_FACTS(
      "model.facts",
      Kind.LIST,
      "",
      "Limits and prices of models that are not known or have changed: NAME CONTEXT OUTPUT FACTOR"
          + " THOUGHTS [IN CACHED WRITTEN OUT], prices in dollars a million tokens."),
  SITE_LANGUAGE(
      "site.language",
      Kind.WORD,
      "",
      "Language of the site's own words: en or tr; that of composed pages otherwise."),
  SERVER_HOST(
      "server.host",
      Kind.TEXT,
      "127.0.0.1",
      "Address that `aiwiki serve` listens on; 0.0.0.0 is every one of this machine."),
  SERVER_PORT("server.port", Kind.COUNT, "8080", "Port of its pages and of /api."),
  SERVER_MANAGEMENT_PORT(
      "server.management-port",
      Kind.COUNT,
      "8081",
      "Port of its health and metrics, which are not for the internet."),
  SERVER_ROLES(
      "server.roles",
      Kind.TEXT,
      "ui,api,worker",
      "What this process does: some of ui, api and worker, with commas between them."),
  DATABASE_URL(
      "database.url",
      Kind.SECRET,
      "",
      "PostgreSQL 15 or newer, as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, the user being the"
          + " owner of the tables. Without one, the server starts a PostgreSQL of its own in the"
          + " data folder."),
  DATABASE_APPLICATION_URL(
      "database.application-url",
      Kind.SECRET,
      "",
      "Login of another role there, for everything that answers requests; it must not own the"
          + " tables. Without one, sessions of the owner are lowered to the role aiwiki_app."),
  ACCOUNTS_REGISTRATION(
      "accounts.registration",
      Kind.REGISTRATION,
      "invite",
      "Who may make an account: closed is nobody after the first, invite whoever is invited to a"
          + " tenant, open everybody who receives mail at the address."),
  LOGIN_GITHUB_CLIENT_ID(
      "login.github.client-id",
      Kind.TEXT,
      "",
      "Id of an OAuth app on GitHub; with it, people may log in with GitHub and pick their"
          + " repositories. See docs/operating/logins.md."),
  LOGIN_GITHUB_CLIENT_SECRET("login.github.client-secret", Kind.SECRET, "", "Secret of that app."),
  LOGIN_GITHUB_URL(
      "login.github.url",
      Kind.TEXT,
      "https://github.com",
      "Address of that GitHub; another one for GitHub Enterprise."),
  LOGIN_GITLAB_CLIENT_ID(
      "login.gitlab.client-id", Kind.TEXT, "", "Id of an application on GitLab, for the same."),
  LOGIN_GITLAB_CLIENT_SECRET(
      "login.gitlab.client-secret", Kind.SECRET, "", "Secret of that application."),
  LOGIN_GITLAB_URL(
      "login.gitlab.url",
      Kind.TEXT,
      "https://gitlab.com",
      "Address of that GitLab; another one for a GitLab of one's own."),
  LOGIN_OIDC(
      "login.oidc",
      Kind.LIST,
      "",
      "Providers that speak OpenID Connect, each NAME ISSUER CLIENT-ID [LABEL]; the label is what"
          + " the button says."),
  LOGIN_OIDC_SECRETS(
      "login.oidc-secrets",
      Kind.SECRET,
      "",
      "Secrets of those clients, each NAME=SECRET with commas between them."),
  UI_URL(
      "ui.url",
      Kind.TEXT,
      "",
      "Address that people reach the pages by, such as https://wiki.example.org, for links in"
          + " letters; the one that is listened on when not given."),
  MAIL_HOST(
      "mail.host",
      Kind.TEXT,
      "",
      "Mail server that letters of the server go out by; without one they are written to the log."),
  MAIL_PORT("mail.port", Kind.COUNT, "587", "Its port; 465 is usual with mail.tls: tls."),
  MAIL_USER("mail.user", Kind.TEXT, "", "User there, when it asks for one."),
  MAIL_PASSWORD("mail.password", Kind.SECRET, "", "That user's password."),
  MAIL_FROM(
      "mail.from",
      Kind.TEXT,
      "",
      "Address that letters come from, alone or in angle brackets behind a name."),
  MAIL_TLS(
      "mail.tls",
      Kind.TEXT,
      "starttls",
      "starttls turns to TLS before anything is said, tls begins with it, none is for a mail server"
          + " on this machine."),
  SERVER_TRUSTED_PROXIES(
      "server.trusted-proxies",
      Kind.LIST,
      "",
      "Addresses of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed; everybody"
          + " else's are not."),
  SERVER_ENTERING_PER_MINUTE(
      "server.entering-per-minute",
      Kind.COUNT,
      "30",
      "Most logins, registrations and the like from one address in a minute."),
  SERVER_REQUESTS_PER_MINUTE(
      "server.requests-per-minute",
      Kind.COUNT,
      "600",
      "Most requests of one person in a minute; from one address where nobody is signed in."),
  SERVER_WORK_PER_MINUTE(
      "server.work-per-minute",
      Kind.COUNT,
      "300",
      "Most builds of one tenant in a minute, and as many questions, searches, exports and the like."),
  STORAGE_SHARES_PUBLIC(
      "storage.shares-public",
      Kind.SWITCH,
      "off",
      "Whether the composed wiki of a repository that needs no token is built once for all tenants: on or off."),
  RETENTION_GENERATIONS(
      "retention.generations",
      Kind.COUNT,
      "5",
      "Wikis of one repository that the server keeps however old they are, the one that is shown included."),
  RETENTION_GENERATION_DAYS(
      "retention.generation-days",
      Kind.COUNT,
      "30",
      "Days that a wiki which is shown no more is kept at least; shared repositories that nobody is shown go then too."),
  RETENTION_BUILD_DAYS(
      "retention.build-days", Kind.COUNT, "180", "Days that builds are kept after their end."),
  RETENTION_EVENT_DAYS(
      "retention.event-days", Kind.COUNT, "30", "Days that events of builds are kept."),
  RETENTION_AUDIT_DAYS(
      "retention.audit-days",
      Kind.COUNT,
      "365",
      "Days that entries of the audit are kept, 30 at least."),
  RETENTION_CLONE_DAYS(
      "retention.clone-days",
      Kind.COUNT,
      "30",
      "Days after the last build of a repository that what was fetched of it is kept; it is fetched anew when it is built again."),
  SECRETS_MASTER_KEY(
      "secrets.master-key",
      Kind.SECRET,
      "",
      "Key that seals the keys and tokens people leave here, a Tink keyset in JSON. Without one it"
          + " is in the file below."),
  SECRETS_MASTER_KEY_FILE(
      "secrets.master-key-file",
      Kind.TEXT,
      "",
      "File with that key, such as a mounted secret; keys/master.json of the data folder when not"
          + " given, made at the first start. Keep a copy: without it nothing that was sealed opens"
          + " again.");

  /** How a value is written. */
  public enum Kind {
    FOLDER,
    FILE,
    SECRET,
    LIST,
    DURATION,
    SIZE,
    COUNT,
    SWITCH,
    WORD,
    TEXT,
    PROVIDER,
    BUDGET,
    REGISTRATION
  }

  private final String key;
  private final Kind kind;
  private final String byDefault;
  private final String meaning;

  Setting(String key, Kind kind, String byDefault, String meaning) {
    this.key = key;
    this.kind = kind;
    this.byDefault = byDefault;
    this.meaning = meaning;
  }

  /**
   * Name in {@code config.yaml}: {@code limits.fetch-time} is {@code fetch-time} below {@code
   * limits}.
   */
  public String key() {
    return key;
  }

  public Kind kind() {
    return kind;
  }

  public String byDefault() {
    return byDefault;
  }

  public String meaning() {
    return meaning;
  }

  /** Name in the environment. */
  public String variable() {
    return "AIWIKI_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Whether only the environment can set it, since it says where the file is. */
  public boolean isEnvironmentOnly() {
    return this == DATA_DIR || this == CONFIG;
  }

  public static Optional<Setting> ofKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
