package ai.wikibuilder.graph.manifests;

import ai.wikibuilder.graph.manifests.Manifest.Scope;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Reads gem specifications and Gemfiles. */
final class RubyGems {
  private RubyGems() {}

  static void readSpecification(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.HASH);
    for (int i = 1; i < tokens.count(); i++) {
      if (!tokens.is(i - 1, '.') || !tokens.isWord(i)) {
        continue;
      }
      int value = i + 2;
      boolean assigned = tokens.is(i + 1, '=') && tokens.isString(value);
      int first = tokens.is(i + 1, '(') ? i + 2 : i + 1;
      switch (tokens.text(i)) {
        case "name" -> draft.name(assigned ? tokens.text(value) : "", tokens.line(i));
        case "version" -> draft.version(assigned ? tokens.text(value) : "", tokens.line(i));
        case "summary" -> draft.description(assigned ? tokens.text(value) : "", tokens.line(i));
        case "license" -> draft.license(assigned ? tokens.text(value) : "", tokens.line(i));
        case "required_ruby_version" -> {
          if (assigned) {
            draft.runtime("Ruby " + tokens.text(value), tokens.line(i));
          }
        }
        case "executables" -> programs(tokens, i + 2, draft);
        case "add_dependency", "add_runtime_dependency" ->
            dependency(tokens, first, draft, Scope.RUN);
        case "add_development_dependency" ->
            dependency(tokens, first, draft, Draft.scopeOfWork(tokens.text(first)));
        default -> {
          // nothing else is read
        }
      }
    }
  }

  /** {@code ["a", "b"]} or {@code %w(a b)}. */
  private static void programs(Tokens tokens, int from, Draft draft) {
    boolean words = tokens.is(from, '%');
    int open = words ? from + 2 : from;
    for (int i = open + 1; i < tokens.close(open) && tokens.close(open) < tokens.count(); i++) {
      if (words ? tokens.isWord(i) : tokens.isString(i)) {
        draft.program(tokens.text(i), tokens.line(i));
      }
    }
  }

  private static void dependency(Tokens tokens, int first, Draft draft, Scope scope) {
    if (!tokens.isString(first)) {
      return;
    }
    List<String> constraints = new ArrayList<>();
    int at = first + 1;
    while (tokens.is(at, ',') && (tokens.isString(at + 1) || tokens.is(at + 1, '['))) {
      at += tokens.isString(at + 1) ? 1 : 2;
      if (!tokens.isString(at) || tokens.is(at + 1, '=') || tokens.is(at + 1, ':')) {
        break;
      }
      constraints.add(tokens.text(at));
      at++;
    }
    draft.dependency(tokens.text(first), String.join(", ", constraints), scope, tokens.line(first));
  }

  /** Groups stand in {@code group :test do ... end} or behind the name. */
  static void readGemfile(SourceText text, Draft draft) {
    Tokens tokens = Tokens.of(text, Lexis.HASH);
    Scope group = Scope.RUN;
    for (int i = 0; i < tokens.count(); i++) {
      if (!tokens.startsLine(i)) {
        continue;
      }
      if (tokens.is(i, "group")) {
        group = scope(tokens, i);
      } else if (tokens.is(i, "end")) {
        group = Scope.RUN;
      } else if (tokens.is(i, "gem")) {
        int first = tokens.is(i + 1, '(') ? i + 2 : i + 1;
        Scope own = scope(tokens, i);
        dependency(tokens, first, draft, own == Scope.RUN ? group : own);
      } else if (tokens.is(i, "ruby") && tokens.isString(i + 1)) {
        draft.runtime("Ruby " + tokens.text(i + 1), tokens.line(i));
      }
    }
  }

  private static Scope scope(Tokens tokens, int from) {
    Scope result = Scope.RUN;
    for (int i = from + 1; i < from + 40 && tokens.line(i) == tokens.line(from); i++) {
      if (tokens.is(i, "test") || tokens.is(i, "spec")) {
        return Scope.TEST;
      }
      if (tokens.is(i, "development") && tokens.is(i - 1, ':')) {
        result = Scope.BUILD;
      }
    }
    return result;
  }
}
