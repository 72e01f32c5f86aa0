package ai.wikibuilder.pages.walks;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.GraphEdge;
import ai.wikibuilder.graph.GraphSymbol;
import ai.wikibuilder.graph.schema.Table;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Material;
import ai.wikibuilder.pages.material.Repository;
import ai.wikibuilder.pages.material.StatusAnswers;
import ai.wikibuilder.pages.material.TableUses;
import ai.wikibuilder.pages.wording.Phrase;
import ai.wikibuilder.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a step's own lines say beside its calls: failures answered, transactions, unique rows. */
final class StepMarks {
  /** Lines of a table's statement that are looked at. */
  private static final int TABLE_LINE_COUNT_MAX = 60;

  private static final Pattern TRANSACTION =
      Pattern.compile(
          "\\s*@(?:\\w+\\.)*(Transactional|Retryable|Async|Lock|atomic|Retry|Synchronized)\\b.*");

  private static final Pattern UNIQUE = Pattern.compile("(?i).*\\bUNIQUE\\b\\s*\\(([^)]*)\\).*");

  private final Material material;
  private final Repository repository;
  private final CodeGraph graph;

  private StepMarks(Material material) {
    this.material = material;
    this.repository = material.repository();
    this.graph = repository.graph();
  }

  static List<Sentence> of(Material material, Walk.Step step) {
    StepMarks marks = new StepMarks(material);
    List<Sentence> result = new ArrayList<>();
    marks.annotated(step.function()).ifPresent(result::add);
    marks.answers(step.function()).ifPresent(result::add);
    marks.unique(step).ifPresent(result::add);
    return result;
  }

  /** The mark above the function that wraps all of it. */
  private Optional<Sentence> annotated(GraphSymbol function) {
    SourceText text = repository.text(function.path()).orElse(SourceText.of(""));
    for (int line = function.startLine();
        line < Math.min(function.nameLine(), text.lineCount() + 1);
        line++) {
      Matcher matcher = TRANSACTION.matcher(text.lines(line, line).stripTrailing());
      if (matcher.matches()) {
        boolean together = matcher.group(1).matches("Transactional|atomic");
        return Optional.of(
            repository
                .say(together ? "walk.transaction" : "walk.marked")
                .code("mark", "@" + matcher.group(1))
                .by(repository.line(function.file(), line))
                .end());
      }
    }
    return Optional.empty();
  }

  /** Failures that the function answers itself. */
  private Optional<Sentence> answers(GraphSymbol function) {
    Map<Integer, Integer> failures = new TreeMap<>();
    new StatusAnswers(repository)
        .of(function)
        .forEach((code, line) -> {
          if (code >= 400) {
            failures.put(line, code);
          }
        });
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    Phrase phrase =
        repository
            .say("walk.answers")
            .count("count", failures.size())
            .codes("codes", failures.values().stream().map(String::valueOf).toList(), 5);
    failures.keySet().forEach(line -> phrase.by(repository.line(function.file(), line)));
    return Optional.of(phrase.end());
  }

  /** A unique key of a table that a called function writes. */
  private Optional<Sentence> unique(Walk.Step step) {
    Set<String> written = new HashSet<>();
    for (GraphEdge call : step.calls()) {
      for (TableUses.Use use : material.tables().all()) {
        boolean same =
            use.function().id() == call.target()
                || material.tables().declared(use.function()).contains(call.target());
        if (same && use.writes() && written.add(use.table())) {
          Optional<Sentence> found = unique(use.table(), call);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Sentence> unique(String name, GraphEdge call) {
    for (Table table : graph.tables()) {
      SourceText text = repository.text(table.path()).orElse(SourceText.of(""));
      int last = Math.min(text.lineCount(), table.line() + TABLE_LINE_COUNT_MAX);
      for (int line = table.line(); table.name().equals(name) && line <= last; line++) {
        String words = text.lines(line, line);
        Matcher matcher = UNIQUE.matcher(words.stripTrailing());
        if (matcher.matches()) {
          Optional<Evidence> place = repository.lines(table.path(), line, line);
          return Optional.of(
              repository
                  .say("walk.unique")
                  .code("callee", graph.qualifiedName(call.target()))
                  .code("table", name)
                  .codes("columns", List.of(matcher.group(1).split("\\s*,\\s*")))
                  .by(place)
                  .by(repository.line(call.sourceFile(), call.line()))
                  .end());
        }
        if (line > table.line() && words.strip().startsWith(")")) {
          break;
        }
      }
    }
    return Optional.empty();
  }
}
