package ai.wikibuilder.pages.building;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows a line that somebody may type by its look. Stateless. */
final class CommandLine {
  /** Longer commands do not fit a table and are left to the document. */
  private static final int COMMAND_LENGTH_MAX = 100;

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:git"
              + " clone|mvn|\\./mvnw|gradle|\\./gradlew|npm|pnpm|yarn|npx|bun|deno|pip|pip3|pipx|poetry|uv"
              + "|python3?|tox|nox|pytest|make|cmake|docker|docker-compose|cargo|go|flask|brew|bazel"
              + "|sbt|dotnet|bundle|gem|composer|php|java|just|task|rake|mix|zig|dart|flutter|swift|stack|cabal|hatch|poe|pdm|ruby|rails"
              + "|terraform|ansible-galaxy|ansible-playbook|helm|kubectl|sh|bash|ctest|meson|ninja|xcodebuild|mage|nx|turbo|lerna|scons|lein|clojure|dune|opam|nimble|shards|crystal|(?:bin|scripts?)/[\\w.-]+|\\./[\\w./-]+)\\s+\\S.*"
              + "|(?:pytest|make|tox|nox|just|rake|mix|ctest|ninja|nimble|(?:bin|scripts?)/[\\w.-]+|\\./[\\w./-]+)");

  /** Typed on the way, to nobody's aim. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?:pip3?|npm|yarn|brew|gem) (?:un\\w+|remove|tap|update|services)\\b.*|(?:python3? -m )?pip3?"
              + " install (?:-U|--upgrade) (?:pip|wheel|setuptools)\\b.*|make"
              + " (?:help|\\w*html|docs?|linkcheck|pdf|man|\\w*clean|uninstall)|(?:sh|bash)"
              + " -c\\b.*|\\S*-h(?:elp)?|.*\\s--(?:help|version)");

  /** Languages of code blocks in which people show what they type. */
  private static final Set<String> SHELLS =
      Set.of(
          "",
          "sh",
          "bash",
          "zsh",
          "fish",
          "shell",
          "console",
          "shell-session",
          "shellsession",
          "terminal",
          "cmd",
          "bat",
          "batch",
          "powershell",
          "ps",
          "ps1",
          "pwsh",
          "text",
          "txt",
          "plaintext",
          "none",
          "cli");

  /** What readers are to fill in is no command of the repository. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i).*(?:\\{\\{|<[a-z][\\w -]*>|your[-_ ]?(?:user|name|fork|org|account|github)|[/:](?:user|username|me|you|myname)/|\\s{3}| \\* \\*"
              + "|/path/to/).*");

  private CommandLine() {}

  /** Whether people show what they type in code blocks of a language. */
  static boolean isShell(String language) {
    return SHELLS.contains(language);
  }

  /** Whether a recipe or a command is short enough for a table. */
  static boolean fits(String command) {
    return command.length() <= COMMAND_LENGTH_MAX;
  }

  /** Whether a line of a document is a whole command to take over as it is. */
  static boolean isWhole(String command) {
    return fits(command)
        && !command.endsWith("\\")
        && COMMAND.matcher(command).matches()
        && !BESIDE.matcher(command).matches()
        && !PLACEHOLDER.matcher(command).matches();
  }
}
