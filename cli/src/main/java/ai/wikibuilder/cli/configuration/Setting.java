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
      "Hosts beside the public internet, as HOST:PORT, that may be connected to: a company's GitLab, a test server."),
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
      "The tree-sitter library to use; found by itself when not given. `aiwiki doctor` says which one runs."),
  PARSER_THREADS(
      "parser.threads", Kind.COUNT, "0", "Threads of the parser; 0 is one for each processor."),
  CHUNKS_TOKENS("chunks.tokens", Kind.COUNT, "400", "Most tokens in one chunk of the index."),
  SEARCH_RERANK(
      "search.rerank",
      Kind.SWITCH,
      "on",
      "Whether a small model in the process re-orders the best results: on or off."),
  SITE_LANGUAGE("site.language", Kind.WORD, "en", "Language of the site's own words: en or tr.");

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
    WORD
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
