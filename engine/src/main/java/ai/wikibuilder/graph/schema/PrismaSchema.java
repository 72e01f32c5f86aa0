package ai.wikibuilder.graph.schema;

import ai.wikibuilder.graph.schema.Table.Column;
import ai.wikibuilder.graph.schema.Table.ForeignKey;
import ai.wikibuilder.graph.tokens.Lexis;
import ai.wikibuilder.graph.tokens.Tokens;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the models of a Prisma schema. A field whose type is a model is a relation, no column. */
final class PrismaSchema {
  private PrismaSchema() {}

  static void apply(String path, SourceText text, Tables tables) {
    Tokens tokens = Tokens.of(text, Lexis.CURLY);
    Set<String> models = new HashSet<>();
    for (int i = 0; i < tokens.count(); i++) {
      if (isModel(tokens, i)) {
        models.add(tokens.text(i + 1));
      }
    }
    for (int i = 0; i < tokens.count(); i++) {
      if (isModel(tokens, i)) {
        Draft draft = new Draft(tokens.text(i + 1), Table.Source.PRISMA, path, tokens.line(i));
        model(tokens, i + 2, draft, models);
        tables.create(draft);
      }
    }
  }

  private static boolean isModel(Tokens tokens, int at) {
    return tokens.startsLine(at) && tokens.is(at, "model") && tokens.is(at + 2, '{');
  }

  private static void model(Tokens tokens, int open, Draft draft, Set<String> models) {
    int end = Math.min(tokens.close(open), tokens.count());
    for (int i = open + 1; i < end; i++) {
      if (!tokens.startsLine(i)) {
        continue;
      }
      if (tokens.is(i, '@') && tokens.is(i + 2, "map")) {
        draft.name = tokens.text(tokens.firstString(i + 3));
      } else if (tokens.is(i, '@') && tokens.is(i + 2, "id")) {
        draft.primaryKey(words(tokens, i + 4));
      } else if (tokens.isWord(i) && tokens.isWord(i + 1)) {
        field(tokens, i, draft, models);
      }
    }
  }

  private static void field(Tokens tokens, int at, Draft draft, Set<String> models) {
    String type = tokens.text(at + 1);
    int line = tokens.line(at);
    boolean optional = tokens.is(at + 2, '?');
    boolean model = models.contains(type);
    for (int i = at + 2; tokens.line(i) == line; i++) {
      if (tokens.is(i, '@') && tokens.is(i + 1, "id")) {
        draft.primaryKey(List.of(tokens.text(at)));
      } else if (tokens.is(i, "fields") && tokens.is(i + 1, ':') && model) {
        List<String> fields = words(tokens, i + 2);
        int references = tokens.close(i + 2) + 2;
        List<String> targets =
            tokens.is(references, "references") ? words(tokens, references + 2) : List.of();
        draft.foreignKey(new ForeignKey(fields, type, targets, draft.path, line));
      }
    }
    if (!model) {
      boolean list = tokens.is(at + 2, '[');
      draft.column(
          new Column(tokens.text(at), list ? type + "[]" : type, !optional, draft.path, line));
    }
  }

  private static List<String> words(Tokens tokens, int open) {
    List<String> result = new ArrayList<>();
    for (int i = open + 1; i < Math.min(tokens.close(open), open + 40); i++) {
      if (tokens.isWord(i)) {
        result.add(tokens.text(i));
      }
    }
    return result;
  }
}
