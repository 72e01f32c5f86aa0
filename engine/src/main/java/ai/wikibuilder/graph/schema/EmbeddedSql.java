package ai.wikibuilder.graph.schema;

import ai.wikibuilder.facts.Symbol;
import ai.wikibuilder.graph.modules.FileRole;
import ai.wikibuilder.graph.tokens.CodeFile;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the SQL that makes tables out of the strings of a program. Every statement keeps the line
 * it stands on; what takes a migration back is left out. Stateless.
 */
final class EmbeddedSql {
  private static final Pattern CREATES =
      Pattern.compile(
          "(?i)\\bcreate\\s++(?:temp(?:orary)?\\s++)?table\\s++(?:if\\s++not\\s++exists\\s++)?[\\w.\"`\\[\\]]++\\s*+\\(");

  private static final Pattern ALTERS =
      Pattern.compile(
          "(?i)\\balter\\s++table\\s++(?:if\\s++exists\\s++)?[\\w.\"`]++\\s++(?:add|drop|rename|alter)\\b");

  /** What people call the function that takes a migration back. */
  private static final Set<String> BACK =
      Set.of("down", "downgrade", "rollback", "revert", "safedown", "backward", "undo");

  /** Signs between the pieces of one string. */
  private static final int JOIN_REACH = 2;

  private EmbeddedSql() {}

  /** The statements as a text of their own whose lines are those of the file; empty without any. */
  static Optional<Tokens> of(CodeFile file) {
    if (FileRole.of(file.path()) != FileRole.MAIN) {
      return Optional.empty();
    }
    Tokens tokens = file.tokens();
    StringBuilder sql = new StringBuilder();
    boolean creates = false;
    int line = 1;
    int i = 0;
    while (i < tokens.count()) {
      int first = i++;
      if (!tokens.isString(first) || !isStatement(tokens.text(first))) {
        continue;
      }
      String text = tokens.text(first);
      for (int next = joined(tokens, first); next > 0; next = joined(tokens, next)) {
        text += (tokens.line(next) > line + newlines(text) ? "\n" : " ") + tokens.text(next);
        i = next + 1;
      }
      if (isBack(file, tokens.line(first))) {
        continue;
      }
      creates |= CREATES.matcher(text).find();
      for (; line < tokens.line(first); line++) {
        sql.append('\n');
      }
      sql.append(text.replace("\\n", " ")).append(';');
      line += newlines(text);
    }
    return creates
        ? Optional.of(Tokens.of(SourceText.of(sql.toString()), Lexis.SQL))
        : Optional.empty();
  }

  private static boolean isStatement(String text) {
    return CREATES.matcher(text).find() || ALTERS.matcher(text).find();
  }

  private static int newlines(String text) {
    return (int) text.chars().filter(character -> character == '\n').count();
  }

  /** The string that goes on where another ends: beside it, or behind a sign that joins; else 0. */
  private static int joined(Tokens tokens, int string) {
    for (int next = string + 1; next <= string + JOIN_REACH; next++) {
      if (tokens.isString(next)) {
        return next;
      }
      if (!tokens.is(next, '+') && !tokens.is(next, '.')) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isBack(CodeFile file, int line) {
    List<Symbol> around = new ArrayList<>(file.facts().symbols());
    return around.stream()
        .filter(symbol -> symbol.kind().isCallable())
        .filter(symbol -> symbol.span().startLine() <= line && symbol.span().endLine() >= line)
        .anyMatch(symbol -> BACK.contains(symbol.name().toLowerCase(Locale.ROOT)));
  }
}
