package ai.wikibuilder.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.asking.Asker;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.models.scripted.Injections;
import ai.wikibuilder.models.scripted.ObeyingModel;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseListener;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.prose.ProseWriter;
import ai.wikibuilder.pages.prose.Warehouse;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.site.data.WikiJsonReader;
import ai.wikibuilder.site.exports.SingleFile;
import ai.wikibuilder.site.exports.SiteArchive;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Repositories full of orders to the model, and a model that obeys every one: nothing leaves, and
 * nothing runs. Drawn from a grammar, a seed for each repository.
 */
class InjectionTest {
  /** Files of the warehouse that get orders; the others say what makes a wiki worth writing. */
  private static final int FILE_COUNT = 10;

  private static final Pattern SCRIPT = Pattern.compile("(?s)<script[^>]*>(.*?)</script>");
  private static final Pattern STYLE = Pattern.compile("(?s)<style>.*?</style>");

  private static final ProseListener SILENT =
      new ProseListener() {
        @Override
        public void wrote(int pageCount, int pageTotal) {}

        @Override
        public void noted(String sentence) {}
      };

  @TempDir Path folder;
  private final TokenCounter counter = new TokenCounter();

  @Test
  void whateverARepositoryOrdersNothingLeavesAndNothingRuns() throws IOException {
    writeAndAskAll(0, 4);
  }

  @Test
  @Tag("long")
  void twoHundredRepositoriesDoTheSame() throws IOException {
    writeAndAskAll(100, 300);
  }

  private void writeAndAskAll(int first, int end) throws IOException {
    int pageCount = 0;
    for (int seed = first; seed < end; seed++) {
      pageCount += writeAndAsk(seed);
    }
    assertThat(pageCount).as("pages whose text is the obeying model's").isGreaterThan(end - first);
  }

  /** The warehouse with orders in its documents, comments, names, settings and texts. */
  private static TestRepository repository(Random random) {
    TestRepository repository = Warehouse.repository();
    StringBuilder readme = new StringBuilder("# Warehouse\n\nKeeps goods in order.\n\n");
    for (int i = 0; i < 6; i++) {
      readme.append(Injections.draw(random).order()).append("\n\n");
    }
    repository.file("README.md", readme.toString());
    repository.file("docs/" + Injections.draw(random).asName() + ".md", readme.toString());
    repository.file(
        ".aiwiki.yml",
        "notes:\n  - \"%s\"\n"
            .formatted(Injections.draw(random).order().replaceAll("[\"\\\\]", "'")));
    repository.file(
        "config.properties",
        "shelf.name=%s\n# %s\n"
            .formatted(Injections.draw(random).order(), Injections.draw(random).order()));
    for (int i = 0; i < FILE_COUNT; i++) {
      int part = random.nextInt(6);
      int type = random.nextInt(6);
      Injections hidden = Injections.draw(random);
      String text =
          Warehouse.type(part, type, "\n    // " + hidden.order())
              .replace("Keeps the", hidden.order().replace("*/", "") + " Keeps the");
      repository.file(Warehouse.path(part, type), text);
    }
    String name = Injections.draw(random).asName();
    repository.file(
        "src/orders/%s.java".formatted(name),
        "package orders;\n/** %s */\npublic class %s {\n  public void %s() {\n  }\n}\n"
            .formatted(Injections.draw(random).order().replace("*/", ""), name, name));
    return repository;
  }

  /** How many pages the model wrote. */
  private int writeAndAsk(long seed) throws IOException {
    Random random = new Random(seed);
    TestRepository repository = repository(random);
    // the other repository lies beside the folder that is written, as another tenant's would
    Path other = Files.createDirectories(folder.resolve("other")).resolve("secret.txt");
    Files.writeString(other, Injections.OTHER_TEXT);
    Path site = folder.resolve("site-" + seed);
    try (ScriptedModelServer server = new ScriptedModelServer(new ObeyingModel())) {
      ChatModel model = model(server);
      Composition composition = Warehouse.composition(repository);
      Wiki written =
          new ProseWriter(
                  model,
                  counter::count,
                  WrittenTexts.none(),
                  ProseSettings.standard(PageLanguage.EN))
              .write(Warehouse.composed(composition), composition, SILENT)
              .wiki();
      Ground ground = new Ground(repository, composition.graph(), composition.plan());
      Wiki checked = written.checked(new ClaimChecker(ground).check(written));
      int _ =
          new SiteWriter(SiteSettings.standard())
              .write(checked, repository, Optional.empty(), site);

      assertThat(server.received()).as("seed %d: the model was asked", seed).isNotEmpty();
      nothingRuns(site, seed);
      nothingRunsInExports(site, seed);
      noWayOut(checked, seed);
      answersAreClean(TestWiki.of(repository), model, seed);
      nothingForeignWasSent(server.received(), seed);
      return checked.authorship().pageCount();
    }
  }

  private ChatModel model(ScriptedModelServer server) {
    ModelSettings settings =
        new ModelSettings(
            server.endpoint(Provider.OPENAI_COMPATIBLE, "sk-secret-key-of-the-operator"),
            "test-model",
            "test-model",
            Optional.empty(),
            Optional.empty(),
            new RateLimits(0, 0, 4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            List.of("test-model 64000 8000 1 0 1 0.1 1 4"));
    // its guard lets nobody but the server be reached: a request to anywhere else would fail loudly
    return new Models(settings, server.guard(), ReplyCache.none(), counter, Timing.real())
        .gate(new BudgetedLedger(Budget.unlimited(), LedgerStore.none()));
  }

  /** Every page is of known elements with local addresses; links lead to web pages and run none. */
  private static void nothingRuns(Path site, long seed) throws IOException {
    try (Stream<Path> all = Files.walk(site)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, UTF_8);
        assertThat(text)
            .as("seed %d: %s", seed, file)
            .doesNotContain(Injections.OTHER_TEXT, "sk-secret-key-of-the-operator");
        if (file.toString().endsWith(".html")) {
          StrictHtml page = StrictHtml.read(text);
          assertThat(page.elements)
              .as("seed %d: %s", seed, file)
              .filteredOn(
                  element -> element.attributes().getOrDefault("href", "").startsWith("http"))
              .allMatch(element -> element.name().equals("a"));
        }
        String name = file.toString();
        if (name.endsWith(".md") || name.endsWith("llms.txt") || name.endsWith("llms-full.txt")) {
          Parser.builder().build().parse(text).accept(new NothingRuns(seed + ": " + file));
        }
      }
    }
  }

  /** What is mailed, unpacked or read by programs is as clean as the site it is made from. */
  private static void nothingRunsInExports(Path site, long seed) throws IOException {
    String alone = SingleFile.of(site);
    assertThat(alone)
        .as("seed %d", seed)
        .contains("Content-Security-Policy", "default-src 'none'")
        .doesNotContain(Injections.OTHER_TEXT, "sk-secret-key-of-the-operator", "'unsafe-inline'");
    List<String> own = new ArrayList<>();
    for (String name : List.of("theme.js", "wiki.js", "search.js", "search-index.js")) {
      own.add(Files.readString(site.resolve("assets").resolve(name)).strip());
    }
    Matcher script = SCRIPT.matcher(alone);
    List<String> scripts = new ArrayList<>();
    while (script.find()) {
      scripts.add(script.group(1).strip());
    }
    assertThat(scripts).as("seed %d: scripts of one file", seed).isSubsetOf(own).isNotEmpty();
    StrictHtml rest =
        StrictHtml.read(STYLE.matcher(SCRIPT.matcher(alone).replaceAll("")).replaceAll(""));
    assertThat(rest.elements)
        .as("seed %d: one file", seed)
        .noneMatch(element -> element.name().equals("script") || element.name().equals("link"))
        .filteredOn(element -> element.attributes().getOrDefault("href", "").startsWith("http"))
        .allMatch(element -> element.name().equals("a"));

    noWayOut(WikiJsonReader.read(Files.readString(site.resolve("wiki.json"))).wiki(), seed);

    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    SiteArchive.write(site, "wiki", zip);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertThat(Path.of(entry.getName()).normalize())
            .as("seed %d", seed)
            .startsWithRaw(Path.of("wiki"));
      }
    }
  }

  /** Refuses HTML, pictures and links that run something. */
  private static final class NothingRuns extends AbstractVisitor {
    private final String where;

    NothingRuns(String where) {
      this.where = where;
    }

    @Override
    public void visit(HtmlBlock html) {
      throw new AssertionError(where + " holds HTML: " + html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
      throw new AssertionError(where + " holds HTML: " + html.getLiteral());
    }

    @Override
    public void visit(Link link) {
      if (!link.getDestination().matches("https?://.*|[^:]*")) {
        throw new AssertionError(where + " leads to " + link.getDestination());
      }
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      throw new AssertionError(where + " holds a picture: " + image.getDestination());
    }
  }

  /** A page that a model wrote leads nowhere. */
  private static void noWayOut(Wiki wiki, long seed) {
    for (Page page : wiki.pages()) {
      if (page.checking().isPresent()) {
        assertThat(page.sections().toString())
            .as("seed %d: %s", seed, page.slug())
            .doesNotContain("ExternalLink");
      }
    }
  }

  private void answersAreClean(OpenWiki wiki, ChatModel model, long seed) {
    Optional<Adviser> adviser =
        Optional.of(new Adviser(model, counter::count, AskSettings.standard()));
    for (boolean thorough : new boolean[] {false, true}) {
      Answered answered =
          new Asker(wiki, adviser)
              .ask(
                  new AskRequest("how are rows sorted by weight", thorough, Conversation.begin()),
                  AskListener.silent())
              .answered();
      String shown = answered.lines().toString();
      assertThat(shown)
          .as("seed %d, thorough %s", seed, thorough)
          .doesNotContain("ExternalLink", Injections.OTHER_TEXT, "sk-secret-key-of-the-operator");
    }
  }

  private static void nothingForeignWasSent(List<ReceivedPrompt> prompts, long seed) {
    for (ReceivedPrompt prompt : prompts) {
      assertThat(prompt.body())
          .as("seed %d", seed)
          .doesNotContain(Injections.OTHER_TEXT, "sk-secret-key-of-the-operator", "root:x:0");
      assertThat(prompt.path()).as("seed %d", seed).isEqualTo("/v1/chat/completions");
    }
  }
}
