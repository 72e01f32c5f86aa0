package ai.wikibuilder.pages.building;

import ai.wikibuilder.pages.Sentence;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One command to type. Immutable.
 *
 * @param says what it does or where it stands
 */
record Row(Aim aim, String command, Sentence says) {
  private static final Pattern INSTALL_WORDS = Pattern.compile(CommandWords.any("install"));

  private static final Pattern PREPARE_WORDS =
      Pattern.compile(".*" + CommandWords.any("prepare") + ".*");

  private static final Pattern TEST_WORDS = Pattern.compile(".*" + CommandWords.any("test") + ".*");

  private static final Pattern LINT_WORDS =
      Pattern.compile(".*" + CommandWords.any("check") + ".*");

  private static final Pattern RUN_WORDS = Pattern.compile(".*" + CommandWords.any("run") + ".*");

  private static final Pattern BUILD_WORDS =
      Pattern.compile(".*" + CommandWords.any("build") + ".*");

  /** What checks documents, and environments of a runner of tests named after something else. */
  private static final Pattern NO_TEST =
      Pattern.compile(
          "(?i)(?:\\./)?docs?/.*|docker (?:ps|rm|stop|kill|logs|images|inspect|pull|push|cp|tag|save|load)\\b.*|.*\\b(?:upload|download|report|merger|publish)\\b.*|.*\\b(?:tox|nox)\\b.* -(?:e|s|-session) ?\\S*(?:docs?|links?|update|release|publish|changelog|upload)\\b.*");

  /** Tools that run a tool: what they run has the aim. */
  private static final Pattern WRAPPER =
      Pattern.compile(
          "^(?:(?:uv|poetry|pipenv|hatch|pdm|rye|pixi) run (?:--?\\w[\\w-]* )*|bundle exec |pnpm"
              + " (?:exec|dlx) |npx (?:--yes |-y )?)(?=\\S)");

  /** The files a compose command reads are named after their use, not after its own. */
  private static final Pattern COMPOSE_FILE =
      Pattern.compile("^(docker[- ]compose) (?:(?:-f|--file|-p|--profile)[ =]\\S+ )+");

  /** Values set for the one command. */
  private static final Pattern ENVIRONMENT = Pattern.compile("^(?:[A-Z_][A-Z0-9_]*+=\\S*+ ++)++");

  /** Options about tests that run none: they are only built, or left out. */
  private static final Pattern NO_TEST_RUN =
      Pattern.compile(
          "\\s(?:-Dmaven\\.test\\.skip\\S*+|--(?:build|no|skip|without|exclude)-?tests?\\b\\S*+|-x test\\b)");

  /** What a reader wants; the order is the order of the table. */
  enum Aim {
    GET,
    INSTALL,
    PREPARE,
    RUN,
    BUILD,
    TEST,
    CHECK,
    USE;

    /** The aim of a command, told by its words. */
    static Aim of(String typed) {
      String plain = ENVIRONMENT.matcher(typed).replaceFirst("");
      String command =
          NO_TEST_RUN.matcher(COMPOSE_FILE.matcher(plain).replaceFirst("$1 ")).replaceAll("");
      if (command.startsWith("git clone")) {
        return GET;
      }
      if (INSTALL_WORDS.matcher(command).matches()) {
        return INSTALL;
      }
      if (PREPARE_WORDS.matcher(command).matches()) {
        return PREPARE;
      }
      String wrapped = WRAPPER.matcher(command).replaceFirst("");
      if (LINT_WORDS.matcher(command).matches()) {
        return CHECK;
      }
      if (NO_TEST.matcher(command).matches()) {
        return USE;
      }
      if (TEST_WORDS.matcher(command).matches()) {
        return TEST;
      }
      // "npm run build" builds, "make run" runs: what is asked for says more than who is asked
      String words =
          wrapped.replaceFirst(
              "^(?:(?:npm|pnpm|yarn|bun|composer|hatch|pdm|rye|pixi|lerna|turbo) run|make|just|task|poe|bundle"
                  + " exec rake|deno task) ",
              "");
      if (RUN_WORDS.matcher(words).matches() && !words.contains("build")) {
        return RUN;
      }
      if (BUILD_WORDS.matcher(wrapped).matches() && !wrapped.contains(":build-image")) {
        return BUILD;
      }
      // what is started by a runner of the project's own tools is run
      return command.matches("(?:uv|poetry|pipenv) run .*") ? RUN : USE;
    }

    /** Key of its words. */
    String key() {
      return "aim." + name().toLowerCase(Locale.ROOT);
    }
  }
}
