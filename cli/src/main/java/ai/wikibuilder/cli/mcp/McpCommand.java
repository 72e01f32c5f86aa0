package ai.wikibuilder.cli.mcp;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.research.ReportPage;
import ai.wikibuilder.answers.research.ReportText;
import ai.wikibuilder.answers.research.ResearchListener;
import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchSettings;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.answers.research.Researcher;
import ai.wikibuilder.answers.tools.ServedWiki;
import ai.wikibuilder.answers.tools.WikiTools;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.cli.arguments.ModelOptions;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.WikiPages;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.checking.ProseChecker;
import ai.wikibuilder.source.SnapshotId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aiwiki mcp}: a wiki as a server for agents, until its input ends. */
@Command(
    name = "mcp",
    description = {
      "Lets agents read and ask a wiki, by the Model Context Protocol over standard input and",
      "output. Tools: read_wiki_structure, read_wiki_contents, ask_question, search_code,",
      "read_source, deep_research."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "An agent starts it; docs/mcp.md shows how usual ones are told to.",
      "",
      "Examples:",
      "  aiwiki mcp",
      "  aiwiki mcp --wiki flask-wiki"
    })
public final class McpCommand implements Callable<Integer> {
  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(
      names = "--wiki",
      paramLabel = "DIR",
      description = "Folder of a wiki; the last one that was built otherwise.")
  private @Nullable Path wiki;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Option(names = "--no-rerank", description = "Lexical order of what is found; no model for it.")
  private boolean noRerank;

  public McpCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  @Override
  public Integer call() {
    Workbench workbench = workbenches.get();
    Path folder = workbench.wikiFolder(wiki);
    Generation generation = workbench.generation(folder);
    Optional<Adviser> adviser =
        models.isModelAllowed()
            ? workbench.adviser(AskSettings.standard(), models.budget(), models.allowedHosts())
            : Optional.empty();
    try (WikiReading searching = workbench.reading(generation, noRerank, models.hosts())) {
      WikiTools tools = new WikiTools(open(generation, folder, searching, adviser));
      console.say("serving %s to agents; ends with its input".formatted(folder));
      new StdioServer(tools).serve(System.in, console.out());
      return 0;
    }
  }

  private ServedWiki open(
      Generation generation, Path folder, WikiReading searching, Optional<Adviser> adviser) {
    SnapshotId snapshot = StoredVersion.snapshotOf(generation);
    OpenWiki open = searching.wiki(folder);
    Asker asker = new Asker(open, adviser);
    return new ServedWiki(
        snapshot,
        open.pages().get().map(Wiki::pages).orElse(List.of()),
        new WikiPages(folder)::text,
        open.paths(),
        searching.texts(),
        request -> searching.search(request.query(), request.limit()),
        question ->
            asker
                .ask(new AskRequest(question, false, Conversation.begin()), AskListener.silent())
                .answered(),
        adviser.map(one -> question -> researched(question, open, snapshot.treeId(), one)));
  }

  /** The report of a new research, which becomes a page of the wiki with the next build. */
  private String researched(String question, OpenWiki open, String snapshot, Adviser adviser) {
    Workbench workbench = workbenches.get();
    ResearchStore store = workbench.researches(workbench.wikiFolder(wiki), new SecureRandom());
    ResearchRun run =
        new Researcher(open, adviser, ResearchSettings.standard(), store::keep)
            .research(
                ResearchRun.begin(store.newId(), question, open, snapshot),
                ResearchListener.silent());
    ReportPage reports =
        new ReportPage(new ProseChecker(open.names().get(), open.texts()), open.texts());
    return ReportText.of(run, reports.of(run));
  }
}
