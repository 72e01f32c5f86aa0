package ai.wikibuilder.cli.mcp;

import ai.wikibuilder.answers.Answering;
import ai.wikibuilder.answers.tools.OpenWiki;
import ai.wikibuilder.answers.tools.WikiTools;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.builds.stored.WikiCheck;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.Searching;
import ai.wikibuilder.cli.workbench.WikiPages;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.pages.Wiki;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aiwiki mcp}: a wiki as a server for agents, until its input ends. */
@Command(
    name = "mcp",
    description = {
      "Lets agents read and ask a wiki, by the Model Context Protocol over standard input and",
      "output. Tools: read_wiki_structure, read_wiki_contents, ask_question, search_code,",
      "read_source."
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
  /** Places that an answer is made of. */
  private static final int HIT_COUNT = 10;

  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(
      names = "--wiki",
      paramLabel = "DIR",
      description = "Folder of a wiki; the last one that was built otherwise.")
  private @Nullable Path wiki;

  @Option(names = "--no-rerank", description = "Lexical order; no model.")
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
    try (Searching searching =
        new Searching(generation, noRerank ? Optional.empty() : workbench.embedder())) {
      WikiTools tools = new WikiTools(open(generation, folder, searching));
      console.say("serving %s to agents; ends with its input".formatted(folder));
      new StdioServer(tools).serve(System.in, console.out());
      return 0;
    }
  }

  private static OpenWiki open(Generation generation, Path folder, Searching searching) {
    Version version = StoredVersion.of(generation);
    WikiPages written = new WikiPages(folder);
    Optional<Wiki> pages = WikiCheck.pages(folder);
    List<String> paths =
        generation.files().stream()
            .filter(file -> file.text().isPresent())
            .map(StoredFile::path)
            .sorted()
            .toList();
    return new OpenWiki(
        version.snapshot(),
        pages.map(Wiki::pages).orElse(List.of()),
        written::text,
        paths,
        searching.texts(),
        request -> searching.search(request.query(), request.limit()),
        question ->
            new Answering(
                    asked -> searching.searchWords(asked, HIT_COUNT).hits(),
                    searching.texts(),
                    version.graph(),
                    pages)
                .answer(question));
  }
}
