package ai.wikibuilder.server.web.research;

import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.server.answers.KeptResearch;
import ai.wikibuilder.server.web.library.CitedPlace;
import ai.wikibuilder.server.web.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a research what its page shows. Threads may share it. */
@Component
final class ResearchViews {
  private static final Pattern NUMBERS = Pattern.compile("\\s*\\[\\d+(?:, ?\\d+)*\\]");

  private final JsonMapper json;

  ResearchViews(JsonMapper json) {
    this.json = json;
  }

  ResearchView of(Words words, KeptResearch research, boolean isMember) {
    UUID repository = research.repository().value();
    Optional<ResearchJson> found = research.json(json);
    List<ResearchView.Part> report =
        parts(repository, found.map(ResearchJson::sentences).orElse(List.of()));
    boolean shown = research.isShown();
    return new ResearchView(
        research.id().value(),
        repository,
        research.question(),
        words.word("state", research.state()),
        !research.isOver(),
        steps(words, found),
        now(words, research),
        report,
        found.map(ResearchJson::missing).orElse(List.of()),
        research.failure().map(words::retell),
        found
            .map(ResearchViews::tokens)
            .filter(tokens -> tokens > 0)
            .map(words::count)
            .map(tokens -> words.say("research.used", tokens))
            .orElse(""),
        shown
            ? Optional.of(
                "/wikis/%s/pages/research-%s.html"
                    .formatted(repository, research.id().toString().replace("-", "")))
            : Optional.empty(),
        isMember && !shown && !report.isEmpty(),
        isMember);
  }

  private static long tokens(ResearchJson research) {
    return research.usage().tokensIn() + research.usage().tokensOut();
  }

  private static List<ResearchView.StepView> steps(Words words, Optional<ResearchJson> found) {
    return found.map(ResearchJson::steps).orElse(List.of()).stream()
        .map(step ->
            new ResearchView.StepView(
                step.question(),
                step.looked().stream().map(looked -> words.noted("step", looked)).toList(),
                step.found(),
                step.learned().stream().map(ResearchViews::plain).toList()))
        .toList();
  }

  /** Notes of the model hold Markdown, and numbers of evidence that only its prompts had. */
  private static String plain(String note) {
    return NUMBERS.matcher(note).replaceAll("").replace("`", "").strip();
  }

  /** What comes next, as far as it is known. */
  private static String now(Words words, KeptResearch research) {
    if (research.isOver()) {
      return "";
    }
    return research
        .run()
        .map(run ->
            run.open().isEmpty()
                ? words.say("research.now.report")
                : words.say("research.now.into", run.open().getFirst().text()))
        .orElseGet(() ->
            words.say(
                research.state().equals("queued")
                    ? "research.now.queued"
                    : "research.now.planning"));
  }

  /** Cells of a table stand one below the other, as items do. */
  private static List<ResearchView.Part> parts(
      UUID repository, List<ResearchJson.ReportedJson> report) {
    List<ResearchView.Part> parts = new ArrayList<>();
    for (ResearchJson.ReportedJson sentence : report) {
      if (parts.isEmpty() || !sentence.place().equals("next")) {
        String kind = sentence.place().equals("cell") ? "item" : sentence.place();
        parts.add(new ResearchView.Part(kind, new ArrayList<>()));
      }
      parts.getLast().sentences().add(sentence(repository, sentence));
    }
    return parts;
  }

  private static ResearchView.Sentence sentence(
      UUID repository, ResearchJson.ReportedJson sentence) {
    return new ResearchView.Sentence(
        sentence.text(),
        sentence.evidence().stream()
            .map(place ->
                CitedPlace.of(repository, place.path(), place.startLine(), place.endLine()))
            .toList());
  }
}
