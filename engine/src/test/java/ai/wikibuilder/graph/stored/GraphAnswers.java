package ai.wikibuilder.graph.stored;

import ai.wikibuilder.graph.CodeGraph;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything that can be asked of a graph, asked. A question nobody classified fails the test. */
final class GraphAnswers {
  private static final Set<String> OF_FILES =
      Set.of(
          "path",
          "language",
          "outcome",
          "lineCount",
          "byteCount",
          "role",
          "imports",
          "firstSymbol",
          "endSymbol",
          "moduleOf");

  private static final Set<String> OF_SYMBOLS =
      Set.of(
          "symbol", "parent", "importance", "isTest", "qualifiedName", "incoming", "incomingCount");

  private static final Set<String> NO_QUESTIONS = Set.of("write", "read");

  private GraphAnswers() {}

  /** For each question its answers, of every file, symbol or edge where it is about one. */
  static Map<String, List<Object>> of(CodeGraph graph) {
    Map<String, List<Object>> answers = new TreeMap<>();
    for (Method question : questions()) {
      List<Object> given = new ArrayList<>();
      if (question.getParameterCount() == 0) {
        given.add(ask(question, graph));
      } else if (question.getParameterTypes()[0] == String.class) {
        for (int file = 0; file < graph.fileCount(); file++) {
          given.add(ask(question, graph, graph.path(file)));
        }
        given.add(ask(question, graph, "no/such.file"));
      } else {
        for (int number = 0; number < count(question.getName(), graph); number++) {
          given.add(ask(question, graph, number));
        }
      }
      answers.put(question.getName(), given);
    }
    return answers;
  }

  private static int count(String question, CodeGraph graph) {
    if (OF_FILES.contains(question)) {
      return graph.fileCount();
    }
    if (OF_SYMBOLS.contains(question)) {
      return graph.symbolCount();
    }
    if (question.equals("edge")) {
      return graph.edgeCount();
    }
    throw new AssertionError("expected a question about files, symbols or edges: " + question);
  }

  private static List<Method> questions() {
    return Arrays.stream(CodeGraph.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !NO_QUESTIONS.contains(method.getName()))
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static Object ask(Method question, CodeGraph graph, Object... about) {
    try {
      return question.invoke(graph, about);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("expected an answer to " + question.getName(), e);
    }
  }
}
