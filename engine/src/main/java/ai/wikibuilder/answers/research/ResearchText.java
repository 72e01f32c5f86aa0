package ai.wikibuilder.answers.research;

import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.json.JsonText;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A run as JSON, to be kept. Stateless.
 *
 * <p>{@code {"question","language","commit","snapshot","state","open":[{"text","words"}],
 * "unfound":[],"steps":[{"question","looked":[],"found","learned":[],"missing":[],"tokens"}],
 * "pieces":[{"number","kind","path","startLine","endLine","text"}],"tokensIn","tokensCached",
 * "tokensOut","usd","report":{"markdown","model","repaired"}}}; {@code usd} is left out where
 * prices are not known, {@code report} while there is none.
 */
public final class ResearchText {
  private ResearchText() {}

  /** The run as one line of JSON. */
  public static String json(ResearchRun run) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("question", run.question());
    map.put("language", run.language().code());
    map.put("commit", run.commit());
    map.put("snapshot", run.snapshot());
    map.put("state", run.state().name().toLowerCase(Locale.ROOT));
    map.put(
        "open",
        run.open().stream().map(one -> Map.of("text", one.text(), "words", one.words())).toList());
    map.put("unfound", run.unfound());
    map.put("steps", run.steps().stream().map(ResearchText::asMap).toList());
    map.put("pieces", run.pieces().stream().map(ResearchText::asMap).toList());
    map.put("tokensIn", run.usage().tokensIn());
    map.put("tokensCached", run.usage().tokensCached());
    map.put("tokensOut", run.usage().tokensOut());
    run.usage().cost().ifPresent(cost -> map.put("usd", cost.dollars().toPlainString()));
    run.report()
        .ifPresent(report -> {
          Map<String, Object> written = new LinkedHashMap<>();
          written.put("markdown", report.markdown());
          written.put("model", report.model());
          written.put("repaired", report.repaired());
          map.put("report", written);
        });
    return JsonText.of(map);
  }

  private static Map<String, Object> asMap(Step step) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("question", step.question());
    map.put("looked", step.looked());
    map.put("found", step.found());
    map.put("learned", step.learned());
    map.put("missing", step.missing());
    map.put("tokens", step.tokens());
    return map;
  }

  private static Map<String, Object> asMap(EvidencePiece piece) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("number", piece.number());
    map.put("kind", piece.kind().label());
    map.put("path", piece.path());
    map.put("startLine", piece.startLine());
    map.put("endLine", piece.endLine());
    map.put("text", piece.text());
    return map;
  }

  /** Reads it back; empty when it is none. */
  public static Optional<ResearchRun> read(String id, String json) {
    try {
      JsonTree tree = JsonTree.read(json).orElse(JsonTree.absent());
      List<SubQuestion> open = new ArrayList<>();
      for (JsonTree one : tree.items("open")) {
        open.add(new SubQuestion(one.text("text").orElse(""), one.text("words").orElse("")));
      }
      JsonTree report = tree.at("report");
      return Optional.of(
          new ResearchRun(
              id,
              tree.text("question").orElseThrow(IllegalArgumentException::new),
              PageLanguage.ofCode(tree.text("language").orElse("en")).orElse(PageLanguage.EN),
              tree.text("commit").orElse(""),
              tree.text("snapshot").orElse(""),
              ResearchRun.State.valueOf(tree.text("state").orElse("").toUpperCase(Locale.ROOT)),
              open,
              texts(tree, "unfound"),
              tree.items("steps").stream().map(ResearchText::step).toList(),
              tree.items("pieces").stream().map(ResearchText::piece).toList(),
              usage(tree),
              report
                  .text("markdown")
                  .map(text ->
                      new Report(
                          text,
                          report.text("model").orElse(""),
                          report.count("repaired").orElse(0)))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Usage usage(JsonTree tree) {
    return new Usage(
        tree.count("tokensIn").orElse(0),
        tree.count("tokensCached").orElse(0),
        tree.count("tokensOut").orElse(0),
        tree.text("usd").map(BigDecimal::new).map(Money::ofDollars));
  }

  private static List<String> texts(JsonTree tree, String name) {
    return tree.items(name).stream().flatMap(one -> one.text().stream()).toList();
  }

  private static Step step(JsonTree tree) {
    return new Step(
        tree.text("question").orElse(""),
        texts(tree, "looked"),
        tree.count("found").orElse(0),
        texts(tree, "learned"),
        texts(tree, "missing"),
        tree.count("tokens").orElse(0));
  }

  private static EvidencePiece piece(JsonTree tree) {
    return new EvidencePiece(
        tree.count("number").orElse(0),
        EvidencePiece.Kind.valueOf(tree.text("kind").orElse("").toUpperCase(Locale.ROOT)),
        tree.text("path").orElse(""),
        tree.count("startLine").orElse(0),
        tree.count("endLine").orElse(0),
        tree.text("text").orElse(""));
  }
}
