package ai.wikibuilder.site.drawing;

import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.site.markup.VisibleText;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a diagram as Mermaid text, for Markdown. Names of the repository stand only inside quotes,
 * and there every character that could end the quotes or mean something is written as its number.
 * Thread-safe: no state.
 */
public final class MermaidText {
  private MermaidText() {}

  /** A sequence as {@code sequenceDiagram}, everything else as {@code flowchart}. */
  public static String of(Diagram diagram) {
    if (diagram.kind() == Diagram.Kind.SEQUENCE) {
      return sequence(diagram);
    }
    String direction = diagram.kind() == Diagram.Kind.CLASSES ? "BT" : "TB";
    StringBuilder out = new StringBuilder("flowchart " + direction + "\n");
    Map<String, String> names = new HashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      String name = "n" + names.size();
      if (names.putIfAbsent(node.id(), name) != null) {
        continue;
      }
      String detail = node.detail().isEmpty() ? "" : ", " + node.detail();
      out.append("  ").append(name).append("[\"").append(quoted(node.label() + detail));
      out.append("\"]\n");
    }
    for (Diagram.Edge edge : diagram.edges()) {
      String from = names.get(edge.from());
      String to = names.get(edge.to());
      if (from == null || to == null) {
        continue;
      }
      out.append("  ").append(from).append(" --> ");
      if (!edge.label().isBlank()) {
        out.append("|\"").append(quoted(edge.label())).append("\"| ");
      }
      out.append(to).append('\n');
    }
    return out.toString();
  }

  private static String sequence(Diagram diagram) {
    StringBuilder out = new StringBuilder("sequenceDiagram\n");
    Map<String, String> names = new HashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      String name = "n" + names.size();
      if (names.putIfAbsent(node.id(), name) == null) {
        out.append("  participant ").append(name).append(" as ").append(quoted(node.label()));
        out.append('\n');
      }
    }
    for (Diagram.Edge edge : diagram.edges()) {
      String from = names.get(edge.from());
      String to = names.get(edge.to());
      if (from != null && to != null) {
        out.append("  ").append(from).append("->>").append(to).append(": ");
        out.append(quoted(edge.label())).append('\n');
      }
    }
    return out.toString();
  }

  private static String quoted(String text) {
    String line = VisibleText.of(text).replace('\n', ' ').replace('\t', ' ');
    StringBuilder out = new StringBuilder();
    line.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || " .,-_/:".indexOf(c) >= 0) {
            out.appendCodePoint(c);
          } else {
            out.append('#').append(c).append(';');
          }
        });
    return out.isEmpty() || out.toString().isBlank() ? "-" : out.toString();
  }
}
