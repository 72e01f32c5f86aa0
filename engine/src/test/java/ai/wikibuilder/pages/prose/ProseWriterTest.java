package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.graph.TestRepository;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseWriterTest {
  private static final ProseListener SILENT =
      new ProseListener() {
        @Override
        public void wrote(int pageCount, int pageTotal) {}

        @Override
        public void noted(String sentence) {}
      };

  /** A statement that no repository bears out, long enough to fill a prompt. */
  private static final String FALSE =
      "\nEach `OrdersB` calls `OrdersA.move0` and 4711 others in the order of their names [1].\n";

  private final Composition composition = Warehouse.composition(Warehouse.repository());
  private final Wiki composed = Warehouse.composed(composition);
  private final Shelf shelf = new Shelf();

  /** Texts kept in memory. */
  private static final class Shelf implements WrittenTexts {
    private final Map<String, WrittenText> texts = new ConcurrentHashMap<>();

    @Override
    public Optional<WrittenText> find(String name) {
      return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void keep(WrittenText text) {
      texts.put(text.name(), text);
    }
  }

  private static int tokens(String text) {
    return text.length() / 4;
  }

  private ProseWriter writer(ScriptedAuthor author) {
    return new ProseWriter(
        author, ProseWriterTest::tokens, shelf, ProseSettings.standard(PageLanguage.EN));
  }

  private ProseResult written(ScriptedAuthor author) {
    return writer(author).write(composed, composition, SILENT);
  }

  private static Page page(Wiki wiki, String slug) {
    return wiki.pages().stream().filter(page -> page.slug().equals(slug)).findFirst().orElseThrow();
  }

  private static String text(Page page) {
    return page.sections().toString();
  }

  @Test
  void everyPageIsWrittenFromEvidenceAndItsStatementsHold() {
    ProseResult result = written(ScriptedAuthor.honest());

    assertThat(result.state()).isEqualTo(ProseResult.State.DONE);
    assertThat(result.wiki().authorship().pageCount()).isGreaterThanOrEqualTo(7);
    for (Page page : result.wiki().pages()) {
      page.checking()
          .ifPresent(checking -> {
            assertThat(checking.removed()).as(page.slug()).isEmpty();
            assertThat(checking.verified()).as(page.slug()).isPositive();
          });
    }
  }

  @Test
  void exhibitsStandWhereTheTextPlacesThemAndTheOthersBelow() {
    Wiki wiki = written(ScriptedAuthor.honest()).wiki();

    Page before = page(composed, "orders");
    Page after = page(wiki, "orders");
    assertThat(exhibits(after)).containsExactlyInAnyOrderElementsOf(exhibits(before));
    assertThat(after.sections().getFirst().blocks()).anyMatch(block -> isExhibit(block));
  }

  private static List<Block> exhibits(Page page) {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .filter(ProseWriterTest::isExhibit)
        .toList();
  }

  private static boolean isExhibit(Block block) {
    return !(block instanceof Block.Paragraph) && !(block instanceof Block.Items);
  }

  @Test
  void aFalseStatementIsMendedOnce() {
    ScriptedAuthor author =
        new ScriptedAuthor(request ->
            request.purpose() == Purpose.REPAIR
                ? "1. `OrdersA` calls `OrdersB.sort1` [" + mark(request, "OrdersA") + "].\n"
                : ScriptedAuthor.page(request)
                    + "\nEach `OrdersB` calls `OrdersA.move0` ["
                    + mark(request, "OrdersB")
                    + "].\n");

    Page page = page(written(author).wiki(), "orders");

    assertThat(page.checking().orElseThrow().repaired()).isEqualTo(1);
    assertThat(page.checking().orElseThrow().removed()).isEmpty();
  }

  /** The number of the piece of code that defines a type. */
  private static String mark(ChatRequest request, String type) {
    for (Message message : request.messages()) {
      Matcher piece =
          Pattern.compile("\\[(\\d+)] code \\S*/" + type + "\\.java").matcher(message.text());
      if (piece.find()) {
        return piece.group(1);
      }
    }
    return "1";
  }

  @Test
  void whatStaysFalseIsTakenOutAndTold() {
    ScriptedAuthor author =
        new ScriptedAuthor(
            request -> ScriptedAuthor.page(request) + "\nIt has 4711 classes [1].\n");

    Page page = page(written(author).wiki(), "orders");

    assertThat(text(page)).doesNotContain("4711");
    assertThat(page.checking().orElseThrow().removed().toString()).contains("4711");
  }

  @Test
  void aPageThatIsPaidForStaysWhenItsRepairFails() {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          if (request.purpose() == Purpose.REPAIR) {
            throw new ModelException(Kind.SILENT, "nothing came for 60 s");
          }
          return ScriptedAuthor.page(request) + "\nIt has 4711 classes [1].\n";
        });

    Page page = page(written(author).wiki(), "orders");

    assertThat(text(page)).doesNotContain("4711");
    assertThat(page.checking().orElseThrow().verified()).isPositive();
  }

  @Test
  void whatDidNotChangeIsNotAskedForAgain() {
    Wiki first = written(ScriptedAuthor.honest()).wiki();
    ScriptedAuthor again = ScriptedAuthor.honest();

    Wiki second = written(again).wiki();

    assertThat(again.requests()).isEmpty();
    assertThat(second.pages()).isEqualTo(first.pages());
  }

  @Test
  void onlyPagesWhoseEvidenceChangedAreAskedForAgainAndSeeWhatTheySaid() {
    written(ScriptedAuthor.honest());
    TestRepository changed =
        Warehouse.repository()
            .file(Warehouse.path(2, 3), Warehouse.type(2, 3, "\n    OrdersA.count0();"));
    Composition next = Warehouse.composition(changed);
    ScriptedAuthor again = ScriptedAuthor.honest();

    writer(again).write(Warehouse.composed(next), next, SILENT);

    assertThat(again.pages()).contains("orders").doesNotContain("carts", "loading", "goods");
    ChatRequest orders =
        again.requests().stream()
            .filter(one -> one.subject().equals("orders"))
            .findFirst()
            .orElseThrow();
    assertThat(orders.messages().getLast().text())
        .contains("EARLIER PAGE")
        .containsPattern("CHANGE of the evidence.*\\n")
        .contains(Warehouse.path(2, 3) + ":\n", "  +     OrdersA.count0();");
  }

  /** The same prompt was sent and paid a second time. */
  @Test
  void anOverviewOfNoUseIsAskedForOnceWhereNoOtherPageHasAnythingToSay() {
    ScriptedAuthor author = new ScriptedAuthor(_ -> "Nothing of this can be verified.");

    ProseResult result = written(author);

    String overview = composed.pages().getFirst().slug();
    assertThat(author.pages()).filteredOn(overview::equals).hasSize(1);
    assertThat(result.wiki().authorship().degraded()).containsKey(overview);
  }

  @Test
  void theOverviewOfAnUpdateIsAskedForOnceFromTheEarlierOne() {
    String overview = composed.pages().getFirst().slug();
    ScriptedAuthor first = ScriptedAuthor.honest();
    written(first);
    assertThat(first.pages())
        .as("a draft and the last word")
        .filteredOn(overview::equals)
        .hasSize(2);
    Composition next =
        Warehouse.composition(
            changed().file("README.md", "# Warehouse\n\nKeeps goods where people find them.\n"));
    Wiki nextComposed = Warehouse.composed(next);
    ScriptedAuthor again = ScriptedAuthor.honest();
    long quoted =
        writer(again).quote(nextComposed, next).calls().stream()
            .filter(call -> call.purpose() == Purpose.PAGE && call.subject().equals(overview))
            .count();

    ProseResult result = writer(again).write(nextComposed, next, SILENT);

    assertThat(again.pages()).filteredOn(overview::equals).hasSize(1);
    assertThat(again.pages().getLast()).isEqualTo(overview);
    assertThat(quoted).isEqualTo(1);
    assertThat(page(result.wiki(), overview).checking()).isPresent();
  }

  private static TestRepository changed() {
    return Warehouse.repository()
        .file(Warehouse.path(2, 3), Warehouse.type(2, 3, "\n    OrdersA.count0();"));
  }

  @Test
  void thePromptOfAnUpdateReadsAsWrittenDown() throws IOException {
    written(ScriptedAuthor.honest());
    Composition next = Warehouse.composition(changed());
    ScriptedAuthor again = ScriptedAuthor.honest();
    writer(again).write(Warehouse.composed(next), next, SILENT);

    isAsWrittenDown(again, Purpose.PAGE, "update-prompt.txt");
  }

  @Test
  void thePromptOfARepairReadsAsWrittenDown() throws IOException {
    ScriptedAuthor author = new ScriptedAuthor(request -> ScriptedAuthor.page(request) + FALSE);
    written(author);

    isAsWrittenDown(author, Purpose.REPAIR, "repair-prompt.txt");
  }

  /** That about the orders, whole and readable by itself. */
  private static void isAsWrittenDown(ScriptedAuthor author, Purpose purpose, String file)
      throws IOException {
    ChatRequest request =
        author.requests().stream()
            .filter(one -> one.subject().equals("orders") && one.purpose() == purpose)
            .findFirst()
            .orElseThrow();
    StringBuilder prompt = new StringBuilder();
    request.messages().forEach(message -> prompt.append(message.text()).append("\n=====\n"));

    Path golden = Path.of("src/test/resources/ai/wikibuilder/pages/prose", file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, prompt);
    }
    assertThat(prompt.toString()).isEqualTo(Files.readString(golden));
  }

  @Test
  void whenTheBudgetEndsFinishedPagesAreKeptAndTheRestIsComposed() {
    AtomicInteger calls = new AtomicInteger();
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          if (calls.incrementAndGet() > 3) {
            throw new ModelException(Kind.OVER_BUDGET, "the budget is used up");
          }
          return ScriptedAuthor.page(request);
        });

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.CAPPED);
    assertThat(result.wiki().pages()).hasSameSizeAs(composed.pages());
    assertThat(result.wiki().authorship().pageCount()).isBetween(1, 3);
    assertThat(result.wiki().authorship().degraded()).containsValue("the budget is used up");
    assertThat(calls.get())
        .isLessThanOrEqualTo(3 + ProseSettings.standard(PageLanguage.EN).parallelMax());
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"KEY_REFUSED", "KEY_MISSING", "MODEL_UNKNOWN"})
  void aKeyOrNameThatIsWrongIsNotTriedForEveryPage(Kind kind) {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          throw new ModelException(kind, "the provider does not take it");
        });

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.MODEL_FAILED);
    assertThat(author.requests()).hasSize(1);
    assertThat(result.wiki().pages()).isEqualTo(composed.pages());
  }

  @Test
  void aModelThatIsGoneIsNotTriedForEveryPage() {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          throw new ModelException(Kind.SILENT, "nothing came for 60 s");
        });

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.MODEL_FAILED);
    assertThat(author.requests()).hasSizeLessThan(8);
    assertThat(result.note()).isEqualTo("nothing came for 60 s");
  }

  /** What a user saw: a build that ended with 0, with no page by the model and no reason. */
  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"FAILED", "CONTEXT_EXCEEDED", "REFUSED", "BROKEN_REPLY"})
  void aModelThatTakesNoRequestCannotBeUsed(Kind kind) {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          throw new ModelException(kind, "max_tokens is too large");
        });

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.MODEL_FAILED);
    assertThat(result.note()).isEqualTo("max_tokens is too large");
    assertThat(result.wiki().pages()).isEqualTo(composed.pages());
  }

  @Test
  void uselessAnswersLeaveTheComposedPageWithTheReason() {
    Map<String, String> answers =
        Map.of(
            "",
            "no text",
            "I am sorry, I cannot help with that.",
            "words of the model's text could be verified",
            "<script>alert(1)</script>",
            "",
            "Die Ware und der Wagen: das ist nicht die Lösung. ".repeat(20),
            "did not write in English",
            "货架上的货物由推车取走。".repeat(40),
            "did not write in English");

    answers.forEach((answer, reason) -> {
      ProseResult result =
          new ProseWriter(
                  new ScriptedAuthor(request -> answer),
                  ProseWriterTest::tokens,
                  WrittenTexts.none(),
                  ProseSettings.standard(PageLanguage.EN))
              .write(composed, composition, SILENT);

      assertThat(result.wiki().pages()).as(answer).isEqualTo(composed.pages());
      assertThat(result.wiki().authorship().degraded().values())
          .as(answer)
          .allMatch(why -> why.contains(reason));
      assertThat(result.state()).as(answer).isEqualTo(ProseResult.State.MODEL_FAILED);
      assertThat(result.note()).contains("nothing the model wrote could be used", reason);
    });
  }

  @Test
  void noAnswerOpensAWayOut() {
    String hostile =
        """

        ## <img src=x onerror=alert(1)>

        See [the docs](https://evil.example/x) and ![](https://evil.example/y.png) <b>now</b> [1].
        <iframe src="https://evil.example"></iframe>
        [1]: https://evil.example/z
        """;
    Wiki wiki =
        written(new ScriptedAuthor(request -> ScriptedAuthor.page(request) + hostile)).wiki();

    for (Page page : wiki.pages()) {
      if (page.checking().isPresent()) {
        assertThat(text(page)).doesNotContain("ExternalLink", "iframe", "onerror");
      }
    }
  }

  @Test
  void everyPromptBeginsWithTheSameBytesAndIsMostlyEvidence() {
    ScriptedAuthor author = ScriptedAuthor.honest();
    written(author);

    long prefix = 0;
    long all = 0;
    for (ChatRequest request : author.requests()) {
      assertThat(request.messages().getFirst())
          .isEqualTo(author.requests().getFirst().messages().getFirst());
      prefix += tokens(request.messages().getFirst().text());
      all += request.messages().stream().mapToLong(message -> tokens(message.text())).sum();
    }
    assertThat(tokens(author.requests().getFirst().messages().getFirst().text())).isLessThan(8_000);
    assertThat(prefix).isLessThan(all * 4 / 10);
  }

  /** What a provider keeps is never shorter than a thousand tokens; a small wiki fills them. */
  @Test
  void whatAllPromptsBeginWithSaysMoreOfThePartsWhereThereAreFew() {
    ScriptedAuthor author = ScriptedAuthor.honest();
    written(author);
    String few = author.requests().getFirst().messages().getFirst().text();
    Wiki many =
        composed.written(
            IntStream.range(0, 40).boxed().flatMap(_ -> composed.pages().stream()).toList(),
            composed.authorship());
    String full = new PagePrompts(many, "English", ProseWriterTest::tokens, 1_600).prefix().text();

    assertThat(few)
        .contains("KNOWN OF THE PARTS", "- orders: The module has six files with 138 lines");
    assertThat(full).contains("- and others").doesNotContain("KNOWN OF THE PARTS");
    assertThat(tokens(few)).isLessThan(tokens(PagePrompts.rules()) + 1_600 + 30);
  }

  @Test
  void thePromptOfAPageReadsAsWrittenDown() throws IOException {
    ScriptedAuthor author = ScriptedAuthor.honest();
    written(author);

    isAsWrittenDown(author, Purpose.PAGE, "page-prompt.txt");
  }

  @Test
  void theQuoteMakesThePromptsThatAreSent() {
    ScriptedAuthor author = ScriptedAuthor.honest();
    ProseQuote quote = writer(author).quote(composed, composition);
    assertThat(author.requests()).isEmpty();

    written(author);

    long quoted =
        quote.calls().stream()
            .filter(call -> call.purpose() == Purpose.PAGE)
            .mapToLong(ProseQuote.Expected::tokensIn)
            .sum();
    long sent =
        author.requests().stream()
            .filter(request -> request.purpose() == Purpose.PAGE)
            .flatMap(request -> request.messages().stream())
            .mapToLong(message -> tokens(message.text()))
            .sum();
    assertThat((double) quoted / sent).isBetween(0.85, 1.15);
    assertThat(writer(author).quote(composed, composition).calls()).isEmpty();
  }

  /** What a user saw: the quote named seven pages, one was written and nothing was said. */
  @ParameterizedTest
  @ValueSource(ints = {5_500, 8_000, 16_000, 100_000})
  void everyPromptFitsTheWindowAndTheQuoteCountsThePagesThatAreWritten(int promptTokensMax) {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> ScriptedAuthor.page(request) + FALSE.repeat(30))
            .taking(promptTokensMax);
    ProseQuote quote = writer(author).quote(composed, composition);

    ProseResult result = written(author);

    assertThat(author.requests()).anyMatch(one -> one.purpose() == Purpose.REPAIR);
    for (ChatRequest request : author.requests()) {
      assertThat(request.messages().stream().mapToInt(one -> tokens(one.text())).sum())
          .as("%s %s", request.purpose(), request.subject())
          .isLessThanOrEqualTo(promptTokensMax);
    }
    assertThat(result.wiki().authorship().pageCount()).isEqualTo(quote.pageCount()).isPositive();
  }

  @Test
  void pagesWithoutRoomAreComposedAndCounted() {
    int room = 4_000;
    while (writer(ScriptedAuthor.honest().taking(room)).quote(composed, composition).pageCount()
        < 2) {
      room += 50;
    }
    String told = "the model has room for %,d".formatted(room);
    ScriptedAuthor author = ScriptedAuthor.honest().taking(room);

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.DONE);
    assertThat(author.pages()).isNotEmpty();
    assertThat(result.causes()).containsOnlyKeys(ProseResult.Cause.CONTEXT);
    assertThat(result.wiki().authorship().degraded().values())
        .hasSize(Optional.ofNullable(result.causes().get(ProseResult.Cause.CONTEXT)).orElse(0))
        .allSatisfy(why -> assertThat(why).contains(told));
  }

  /** What a user saw: the context was said to be large enough, and no page was written. */
  @Test
  void theLeastWindowHoldsEveryPageWithNothingBelowItWhateverItsExhibits() {
    int least = ProseWriter.smallestPrompt(PageLanguage.EN, ProseWriterTest::tokens).promptTokens();
    ScriptedAuthor author = ScriptedAuthor.honest().taking(least);
    Set<String> parents = new HashSet<>();
    composed.pages().forEach(page -> page.parent().ifPresent(parents::add));

    Wiki wiki = written(author).wiki();

    assertThat(wiki.pages())
        .filteredOn(page -> !parents.contains(page.slug()) && !page.slug().equals("glossary"))
        .allSatisfy(page -> assertThat(page.checking()).as(page.slug()).isPresent())
        .anySatisfy(page -> assertThat(exhibits(page)).as(page.slug()).isNotEmpty());
    for (ChatRequest request : author.requests()) {
      assertThat(request.messages().stream().mapToInt(one -> tokens(one.text())).sum())
          .as(request.subject())
          .isLessThanOrEqualTo(least);
    }
  }

  @Test
  void aModelWithoutRoomForAnyPageCannotBeUsed() {
    ScriptedAuthor author = ScriptedAuthor.honest().taking(2_000);

    ProseResult result = written(author);

    assertThat(result.state()).isEqualTo(ProseResult.State.MODEL_FAILED);
    assertThat(result.note()).contains("room for 2,000");
    assertThat(author.requests()).isEmpty();
  }

  @Test
  void thePromptOfAPageIsMarkedWhereItsRepairPaysForKeepingIt() {
    Function<ChatRequest, String> wrong = request -> ScriptedAuthor.page(request) + FALSE;
    ScriptedAuthor cheap = new ScriptedAuthor(wrong).wantingMarks(0.05);
    ScriptedAuthor dear = new ScriptedAuthor(wrong).wantingMarks(0.28);

    ProseQuote marked = writer(cheap).quote(composed, composition);
    ProseQuote plain = writer(dear).quote(composed, composition);
    written(cheap);
    shelf.texts.clear();
    written(dear);

    assertThat(cheap.requests()).allSatisfy(one -> assertThat(isMarked(one)).isTrue());
    assertThat(dear.requests()).noneSatisfy(one -> assertThat(isMarked(one)).isTrue());
    assertThat(cheap.requests()).anyMatch(one -> one.purpose() == Purpose.REPAIR);
    assertThat(writtenTokens(plain)).isLessThan(cachedTokens(marked));
    assertThat(writtenTokens(marked)).isGreaterThan(10 * writtenTokens(plain) + 1);
    assertThat(cachedTokens(plain)).isLessThan(cachedTokens(marked));
    assertThat(writtenTokens(writer(ScriptedAuthor.honest()).quote(composed, composition)))
        .as("who keeps unasked takes nothing for it")
        .isZero();
  }

  /** What a user saw: a wiki of three pages was quoted a fifth dearer than it could become. */
  @Test
  void theSecondOverviewIsQuotedAsReadBeforeWhereTheProviderKeepsUnasked() {
    ProseQuote.Expected unasked = lastOverview(ScriptedAuthor.honest());
    ProseQuote.Expected marked = lastOverview(ScriptedAuthor.honest().wantingMarks(0.05));

    assertThat(unasked.tokensCached()).isEqualTo(unasked.tokensIn() - unasked.tokensOut());
    assertThat(marked.tokensCached()).isLessThan(marked.tokensIn() / 2);
  }

  private ProseQuote.Expected lastOverview(ScriptedAuthor author) {
    return writer(author).quote(composed, composition).calls().stream()
        .filter(call -> call.purpose() == Purpose.PAGE)
        .filter(call -> call.subject().equals(composed.pages().getFirst().slug()))
        .reduce((draft, last) -> last)
        .orElseThrow();
  }

  private static boolean isMarked(ChatRequest request) {
    return request.messages().get(1) instanceof Message.User page && page.cacheBreakpoint();
  }

  private static long writtenTokens(ProseQuote quote) {
    return quote.calls().stream().mapToLong(ProseQuote.Expected::tokensWritten).sum();
  }

  private static long cachedTokens(ProseQuote quote) {
    return quote.calls().stream().mapToLong(ProseQuote.Expected::tokensCached).sum();
  }

  @Test
  void composedPagesAreCountedByTheirReasons() {
    AtomicInteger calls = new AtomicInteger();
    ScriptedAuthor author =
        new ScriptedAuthor(request ->
            switch (calls.incrementAndGet() % 4) {
              case 0 -> "";
              case 1 -> "I am sorry, I cannot help with that.";
              case 2 -> throw new ModelException(Kind.REFUSED, "it declines");
              default -> throw new ModelException(Kind.CONTEXT_EXCEEDED, "too long");
            });

    Map<ProseResult.Cause, Integer> causes = written(author).causes();

    assertThat(causes)
        .containsOnlyKeys(
            ProseResult.Cause.EMPTY,
            ProseResult.Cause.CHECK,
            ProseResult.Cause.REFUSED,
            ProseResult.Cause.CONTEXT);
    assertThat(causes.values().stream().mapToInt(count -> count).sum())
        .isEqualTo(
            composed.pages().stream()
                .filter(page -> !page.slug().equals("glossary")) // is nobody's to write
                .mapToInt(_ -> 1)
                .sum());
  }

  @Test
  void whateverTheModelDoesNoPageIsLostAndNoneIsEmpty() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Function<ChatRequest, String>> moods = moods(random);
      ProseResult result =
          new ProseWriter(
                  new ScriptedAuthor(request -> {
                    synchronized (moods) {
                      return moods.get(random.nextInt(moods.size())).apply(request);
                    }
                  }),
                  ProseWriterTest::tokens,
                  WrittenTexts.none(),
                  ProseSettings.standard(PageLanguage.EN))
              .write(composed, composition, SILENT);

      assertThat(result.wiki().pages().stream().map(Page::slug))
          .as("seed %d", seed)
          .isEqualTo(composed.pages().stream().map(Page::slug).toList());
      assertThat(result.wiki().pages())
          .as("seed %d", seed)
          .noneMatch(page -> page.sections().isEmpty());
    }
  }

  private static List<Function<ChatRequest, String>> moods(Random random) {
    List<Function<ChatRequest, String>> moods = new ArrayList<>();
    moods.add(ScriptedAuthor::page);
    moods.add(ScriptedAuthor::page);
    moods.add(request -> "");
    moods.add(request -> ScriptedAuthor.page(request).replaceAll("(?s)\\n.*", ""));
    moods.add(request -> ScriptedAuthor.page(request).repeat(10));
    moods.add(request -> "[99] ``` {{X9}} ![]( [F0] | | |\n|-|\n".repeat(30));
    moods.add(request ->
        ScriptedAuthor.page(request).replaceAll("\\[(\\d+)]", "[" + random.nextInt(50) + "]"));
    for (Kind kind :
        List.of(Kind.SILENT, Kind.REFUSED, Kind.BROKEN_REPLY, Kind.FAILED, Kind.CONTEXT_EXCEEDED)) {
      moods.add(request -> {
        throw new ModelException(kind, "expected a page, got nothing");
      });
    }
    return moods;
  }

  @Test
  void whoeverInterruptsTheWriterInterruptsItsCalls() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    AtomicInteger interrupted = new AtomicInteger();
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          asked.countDown();
          try {
            new CountDownLatch(1).await();
            return "";
          } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw new ModelException(Kind.CANCELLED, "cancelled");
          }
        });
    AtomicReference<Optional<Throwable>> thrown = new AtomicReference<>(Optional.empty());
    Thread writing =
        Thread.ofPlatform()
            .start(() -> {
              try {
                written(author);
              } catch (RuntimeException e) {
                thrown.set(Optional.of(e));
              }
            });

    asked.await();
    writing.interrupt();
    writing.join(10_000);

    assertThat(writing.isAlive()).isFalse();
    assertThat(interrupted.get()).isPositive();
    assertThat(thrown.get().orElseThrow()).isInstanceOf(CompletionException.class);
  }

  @Test
  void aCancelledCallEndsTheWriting() {
    ScriptedAuthor author =
        new ScriptedAuthor(request -> {
          throw new ModelException(Kind.CANCELLED, "cancelled");
        });

    assertThatThrownBy(() -> written(author)).isInstanceOf(ModelException.class);
  }
}
