package ai.wikibuilder.pages.surface;

import ai.wikibuilder.graph.configuration.Setting;
import ai.wikibuilder.graph.entrypoints.EntryPoint;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.source.SourceText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells which options are given to the variable that holds a command, as programs on Cobra do:
 * {@code var openCmd = &cobra.Command{…}}, then {@code openCmd.Flags().Bool("wide", …)} in another
 * function. For one command.
 */
final class CommandOptions {
  /** {@code var openCmd = &cobra.Command{}}. */
  private static final Pattern HELD =
      Pattern.compile("\\s*+(?:var\\s++)?(\\w++)\\s*+:?=\\s*+&?\\w*+\\.?Command\\{.*+");

  /** {@code openCmd.PersistentFlags().BoolVar(}; the rest names the option. */
  private static final Pattern GIVEN =
      Pattern.compile("\\s*+(\\w++)\\.(?:Persistent|Local)?Flags\\(\\)\\..*+");

  /** {@code flags := openCmd.Flags()}. */
  private static final Pattern RENAMED =
      Pattern.compile("\\s*+(\\w++)\\s*+:?=\\s*+(\\w++)\\.(?:Persistent|Local)?Flags\\(\\)\\s*+");

  private static final Pattern CALLED = Pattern.compile("\\s*+(\\w++)\\.\\w++\\(.*+");

  /** Lines above an option in which its variable is looked for. */
  private static final int LINE_COUNT_MAX = 60;

  private final Optional<SourceText> text;
  private final String variable;

  CommandOptions(Repository repository, EntryPoint command) {
    this.text = repository.text(command.path());
    Matcher held = HELD.matcher(line(command.line()));
    this.variable = held.matches() ? held.group(1) : "";
  }

  private String line(int number) {
    boolean there = text.isPresent() && number >= 1 && number <= text.get().lineCount();
    return there ? text.get().lines(number, number).stripTrailing() : "";
  }

  /** Whether an option of the same file is given to the command. */
  boolean isGiven(Setting option) {
    if (variable.isEmpty()) {
      return false;
    }
    Matcher given = GIVEN.matcher(line(option.line()));
    if (given.matches()) {
      return given.group(1).equals(variable);
    }
    Matcher called = CALLED.matcher(line(option.line()));
    return called.matches() && isFlagsOf(called.group(1), option.line());
  }

  /** Whether a variable is, where an option is stated, another name for the command's flags. */
  private boolean isFlagsOf(String name, int below) {
    for (int at = below - 1; at >= Math.max(1, below - LINE_COUNT_MAX); at--) {
      Matcher renamed = RENAMED.matcher(line(at));
      if (renamed.matches() && renamed.group(1).equals(name)) {
        return renamed.group(2).equals(variable);
      }
    }
    return false;
  }
}
