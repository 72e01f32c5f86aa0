package ai.wikibuilder.pages.prose.reading;

import ai.wikibuilder.models.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what was read of a model's answer as Markdown again, which is read as the same. Stateless.
 */
public final class ProseText {
  private ProseText() {}

  /** All of it. */
  public static String of(Prose prose) {
    StringBuilder text = new StringBuilder();
    prose.parts().forEach(part -> append(part, text));
    return text.toString();
  }

  private static void append(ProsePart part, StringBuilder text) {
    switch (part) {
      case ProsePart.Heading(var words) -> text.append("## ").append(words.written());
      case ProsePart.Paragraph(var statements) -> text.append(joined(statements));
      case ProsePart.Items(var numbered, var items) -> {
        for (int i = 0; i < items.size(); i++) {
          text.append(numbered ? (i + 1) + ". " : "- ").append(joined(items.get(i))).append('\n');
        }
      }
      case ProsePart.Table(var columns, var rows) -> {
        text.append(row(columns)).append(row(columns).replaceAll("[^|\n]+", " --- "));
        rows.forEach(cells -> text.append(row(cells)));
      }
      case ProsePart.Code(var language, var code) ->
          text.append("```")
              .append(language)
              .append('\n')
              .append(code.stripTrailing())
              .append("\n```");
      case ProsePart.Drawing(var request) ->
          text.append("```diagram\n").append(json(request)).append("\n```");
    }
    text.append("\n\n");
  }

  private static String joined(List<Statement> statements) {
    return statements.stream().map(Statement::written).collect(Collectors.joining(" "));
  }

  private static String row(List<Statement> cells) {
    return cells.stream()
        .map(cell -> cell.written().replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String json(DiagramRequest request) {
    List<Map<String, Object>> arrows = new ArrayList<>();
    for (DiagramRequest.Arrow arrow : request.arrows()) {
      Map<String, Object> edge = new LinkedHashMap<>();
      edge.put("from", arrow.from());
      edge.put("to", arrow.to());
      edge.put("label", arrow.call());
      edge.put("evidence", arrow.marks());
      arrows.add(edge);
    }
    Map<String, Object> diagram = new LinkedHashMap<>();
    diagram.put("kind", request.kind());
    diagram.put("title", request.title());
    diagram.put("edges", arrows);
    return JsonText.of(diagram);
  }
}
