package ai.wikibuilder.pages.building;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows a line that somebody may type by its look. Stateless. */
final class CommandLine {
  /** Longer commands do not fit a table and are left to the document. */
  private static final int COMMAND_LENGTH_MAX = 100;

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:[A-Z_][A-Z0-9_]*+=\\S*+ ++)*+(?:"
              + CommandWords.any("programs")
              + "\\s+\\S.*|"
              + CommandWords.any("alone")
              + ")");

  /** Typed on the way, to nobody's aim. */
  private static final Pattern BESIDE = Pattern.compile(CommandWords.any("beside"));

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
      Pattern.compile("(?i).*" + CommandWords.any("placeholders") + ".*");

  private CommandLine() {}

  /** Whether people show what they type in code blocks of a language. */
  static boolean isShell(String language) {
    return SHELLS.contains(language);
  }

  /** Whether a recipe or a command is short enough for a table. */
  static boolean fits(String command) {
    return command.length() <= COMMAND_LENGTH_MAX;
  }

  /** Whether a command is typed on the way, to nobody's aim. */
  static boolean isBeside(String command) {
    return BESIDE.matcher(command).matches();
  }

  /** Notes a command; false when it was there, {@code pnpm build} being {@code pnpm run build}. */
  static boolean isNew(String typed, Set<String> seen) {
    String shorter = typed.replaceFirst("^(npm|pnpm|yarn|bun) run ", "$1 ");
    String longer = shorter.replaceFirst("^(npm|pnpm|yarn) ", "$1 run ");
    return !seen.contains(shorter) && !seen.contains(longer) && seen.add(typed);
  }

  /** Whether a line of a document is a whole command to take over as it is. */
  static boolean isWhole(String command) {
    return fits(command)
        && !command.endsWith("\\")
        && COMMAND.matcher(command).matches()
        && !isBeside(command)
        && !isFilledIn(command);
  }

  /** Whether a command holds what others fill in otherwise. */
  static boolean isFilledIn(String command) {
    return PLACEHOLDER.matcher(command).matches();
  }
}
