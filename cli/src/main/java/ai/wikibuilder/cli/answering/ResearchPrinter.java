package ai.wikibuilder.cli.answering;

import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.answers.research.ReportLines;
import ai.wikibuilder.answers.research.ResearchListener;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.console.JsonLine;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints a research: its trail on standard error while it goes on, the report on standard output
 * when it has ended. One research.
 */
public final class ResearchPrinter implements ResearchListener {
  private final Console console;
  private final boolean json;

  public ResearchPrinter(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  @Override
  public void planned(List<String> questions) {
    say("plan:");
    questions.forEach(one -> say("  - " + one));
  }

  @Override
  public void began(String question) {
    say("> " + question);
  }

  @Override
  public void looked(String what, int found) {
    say("    %s: %d new".formatted(what, found));
  }

  @Override
  public void learned(String sentence) {
    say("    learned: " + sentence);
  }

  @Override
  public void stepped(ResearchRun run) {
    say(String.format(Locale.ROOT, "    %,d tokens so far", run.usage().tokens()));
  }

  @Override
  public void writing() {
    say("writing the report");
  }

  private void say(String text) {
    if (!json) {
      console.say(Console.printable(text));
    }
  }

  /**
   * Prints the report.
   *
   * @param page the report as a page, when there is one
   * @param published whether it is a page of the wiki now
   */
  public void end(ResearchRun run, Optional<Page> page, boolean published, TextReader texts) {
    if (json) {
      console.out().println(JsonLine.of(ResearchJson.of(run, page, published)));
      return;
    }
    AnswerPrinter printer = new AnswerPrinter(console, texts);
    page.map(ReportLines::of).orElse(List.of()).forEach(printer::said);
    printer.sources();
    if (page.isEmpty()) {
      console.out().println("Nothing was found for it.");
      run.missing().forEach(one -> console.out().println(Console.printable("- " + one)));
    }
    switch (run.state()) {
      case CAPPED -> say("the budget ended the research; this is what was learned until then");
      case FAILED -> say("the model failed; this is what was learned until then");
      case DONE, NOT_FOUND, RUNNING -> {}
    }
    if (published && page.isPresent()) {
      say("the report is the page %s of the wiki".formatted(page.get().slug()));
    }
  }

  /** Prints the researches about a wiki, the last one first. */
  public void list(ResearchStore store) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String id : store.ids()) {
      store
          .find(id)
          .ifPresent(run -> {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("id", id);
            map.put("state", run.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            map.put("steps", run.steps().size());
            map.put("question", run.question());
            all.add(map);
          });
    }
    if (json) {
      console.out().println(JsonLine.of(all));
    } else if (all.isEmpty()) {
      console.out().println("no research about this wiki yet");
    } else {
      all.forEach(one ->
          console
              .out()
              .println(
                  Console.printable(
                      "%s  %s, %s steps  %s"
                          .formatted(
                              one.get("id"),
                              one.get("state"),
                              one.get("steps"),
                              one.get("question")))));
    }
  }
}
