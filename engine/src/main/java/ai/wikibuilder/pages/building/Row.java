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
  private static final Pattern INSTALL_WORDS =
      Pattern.compile(
          "(?:npm|pnpm|yarn|bun) (?:install|add|i|ci)\\b.*|(?:python3? -m )?pip3?"
              + " install.*|python3? -m venv.*|virtualenv.*|pipx install.*|uv (?:sync|add|pip|tool"
              + " install).*|poetry (?:install|add).*|gem install.*|bundle(?: install| update)?|composer"
              + " (?:install|require|create).*|cargo (?:add|install).*|go"
              + " (?:get|install|mod).*|brew install.*|dotnet add.*|mix deps\\..*|dart pub get|flutter pub"
              + " get|yarn|.*\\bapt(?:-get)?"
              + " install.*|.*setup\\b.*");

  private static final Pattern PREPARE_WORDS =
      Pattern.compile(
          ".*(?:\\bmigrate\\b|\\bdb:\\w+|\\balembic upgrade|\\bdb"
              + " upgrade|\\bseed\\b|\\bcreatedb\\b|\\bcreatesuperuser|\\bloaddata|\\bprisma"
              + " generate|collectstatic).*");

  private static final Pattern TEST_WORDS =
      Pattern.compile(
          ".*(?:\\btests?\\b|\\bpytest|\\btox\\b|\\bnox\\b|(?<!-)\\bcheck\\b|\\bverify\\b|make"
              + " ci\\b|vitest|jest|phpunit|rspec|\\bspec\\b).*");

  private static final Pattern LINT_WORDS =
      Pattern.compile(
          ".*(?:\\blint|\\bfmt\\b|format|pre-commit|ruff|eslint|prettier|mypy|typecheck|type-check|clippy).*");

  private static final Pattern RUN_WORDS =
      Pattern.compile(
          ".*(?:\\brun\\b|\\bstart\\b|\\bserve\\b|\\bdev\\b|\\bup\\b|:run\\b|bootRun|php -S .*|java"
              + " -jar|\\bserver\\b|runserver|uvicorn|gunicorn).*");

  private static final Pattern BUILD_WORDS =
      Pattern.compile(
          ".*(?:\\bbuild\\b|\\bpackage\\b|\\bcompile\\b|\\bmake\\b|\\bcmake\\b|\\bassemble\\b|\\bbundle\\b|docker"
              + " build|\\binstall\\b).*");

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
    static Aim of(String command) {
      if (command.startsWith("git clone")) {
        return GET;
      }
      if (INSTALL_WORDS.matcher(command).matches()) {
        return INSTALL;
      }
      if (PREPARE_WORDS.matcher(command).matches()) {
        return PREPARE;
      }
      if (LINT_WORDS.matcher(command).matches()) {
        return CHECK;
      }
      if (TEST_WORDS.matcher(command).matches()) {
        return TEST;
      }
      // "npm run build" builds, "make run" runs: what is asked for says more than who is asked
      String words =
          command.replaceFirst(
              "^(?:(?:npm|pnpm|yarn|bun|composer|hatch|pdm|rye|pixi) run|make|just|task|poe|bundle"
                  + " exec rake|deno task) ",
              "");
      if (RUN_WORDS.matcher(words).matches() && !words.contains("build")) {
        return RUN;
      }
      return BUILD_WORDS.matcher(command).matches() ? BUILD : USE;
    }

    /** Key of its words. */
    String key() {
      return "aim." + name().toLowerCase(Locale.ROOT);
    }
  }
}
