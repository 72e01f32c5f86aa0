package ai.wikibuilder.server.mcp;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.asking.AskListener;
import ai.wikibuilder.answers.tools.Arguments;
import ai.wikibuilder.answers.tools.ToolResult;
import ai.wikibuilder.answers.tools.WikiTools;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.Answering;
import ai.wikibuilder.server.answers.KeptResearch;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Problems;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.wikis.ReadWiki;
import ai.wikibuilder.server.wikis.Wikis;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls tools on the wikis of the tenant that a token is good for. Whatever a call brings is
 * answered, at worst with an error that says what to do. Threads may share it.
 */
@Component
final class TenantTools {
  /** Repositories that a name is looked for in, the newest ones. */
  private static final int REPOSITORY_COUNT_MAX = 1_000;

  private static final int NAMES_SHOWN_MAX = 20;
  private static final Duration RESEARCH_MAX = Duration.ofMinutes(10);
  private static final Duration RESEARCH_PAUSE = Duration.ofMillis(500);

  private final Admission admission;
  private final Library library;
  private final Talk talk;
  private final Problems problems;

  /** Where repositories and their wikis are. */
  @Component
  record Library(Repositories repositories, Wikis wikis) {}

  /** Who answers. */
  @Component
  record Talk(Answering answering, Researches researches, JsonMapper json) {}

  TenantTools(Admission admission, Library library, Talk talk, Problems problems) {
    this.admission = admission;
    this.library = library;
    this.talk = talk;
    this.problems = problems;
  }

  /** Answers a call. */
  ToolResult call(Caller caller, String tool, Map<String, Object> arguments) {
    try {
      TenantId tenant = admission.admit(caller, null, Role.READER, Scope.READ);
      Object named = arguments.getOrDefault(Arguments.REPOSITORY, "");
      Optional<Repository> repository = repository(tenant, String.valueOf(named));
      if (repository.isEmpty()) {
        return new ToolResult(which(tenant), true);
      }
      work(tool).ifPresent(kind -> admission.count(caller, tenant, kind));
      Map<String, Object> rest = new HashMap<>(arguments);
      rest.remove(Arguments.REPOSITORY);
      return call(caller, repository.get(), new Call(tool, rest));
    } catch (RuntimeException e) {
      return new ToolResult(problems.of(e).detail(), true);
    }
  }

  private static Optional<Work> work(String tool) {
    return switch (tool) {
      case "ask_question" -> Optional.of(Work.QUESTION);
      case "search_code" -> Optional.of(Work.SEARCH);
      case "deep_research" -> Optional.of(Work.RESEARCH);
      default -> Optional.empty();
    };
  }

  private record Call(String tool, Map<String, Object> arguments) {}

  private ToolResult call(Caller caller, Repository repository, Call call) {
    try (ReadWiki wiki = library.wikis().open(repository.tenant(), repository.id())) {
      Optional<Function<String, String>> research =
          talk.researches().isPossible(repository.tenant(), caller.user())
              ? Optional.of(question -> report(caller, repository, question))
              : Optional.empty();
      WikiTools tools =
          new WikiTools(wiki.served(question -> answer(caller, repository, question), research));
      return tools.call(call.tool(), call.arguments());
    }
  }

  /** Waits for a worker; an agent's own patience is shorter than ours. */
  private String report(Caller caller, Repository repository, String question) {
    KeptResearch now =
        talk.researches().begin(repository.tenant(), caller.user(), repository.id(), question);
    long end = System.nanoTime() + RESEARCH_MAX.toNanos();
    try (Standing.Held reader = admission.hold(caller, repository.tenant())) {
      while (!now.isOver() && System.nanoTime() < end) {
        LockSupport.parkNanos(RESEARCH_PAUSE.toNanos());
        if (!reader.stands()) {
          throw TenantException.notFound();
        }
        now = talk.researches().find(repository.tenant(), caller.user(), now.id());
      }
    }
    return now.isOver()
        ? now.text(talk.json())
        : "It goes on; read it later at /api/research/" + now.id();
  }

  private Answered answer(Caller caller, Repository repository, String question) {
    Answering.Wish wish =
        new Answering.Wish(
            repository.tenant(),
            Optional.of(caller.user()),
            repository.id(),
            question,
            false,
            Optional.empty(),
            false);
    return talk.answering().ask(wish, AskListener.silent()).answered();
  }

  /**
   * The one that is meant: by its id, its address or the end of it; the only one without a name.
   */
  private Optional<Repository> repository(TenantId tenant, String named) {
    List<Repository> all =
        library.repositories().list(tenant, Optional.empty(), REPOSITORY_COUNT_MAX);
    String low =
        named
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^https?://", "")
            .replaceFirst("(?:\\.git)?/*$", "");
    if (low.isEmpty()) {
      return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
    List<Repository> meant =
        all.stream()
            .filter(one -> {
              String known = one.address().normalizedId().toLowerCase(Locale.ROOT);
              return one.id().toString().equals(low)
                  || known.equals(low)
                  || known.endsWith("/" + low);
            })
            .toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private String which(TenantId tenant) {
    List<Repository> some = library.repositories().list(tenant, Optional.empty(), NAMES_SHOWN_MAX);
    String names =
        some.stream().map(one -> one.address().normalizedId()).collect(Collectors.joining(", "));
    return "%s: expected one of %s%s"
        .formatted(
            Arguments.REPOSITORY,
            names.isEmpty() ? "the tenant's repositories, and it has none yet" : names,
            some.size() == NAMES_SHOWN_MAX ? " and others" : "");
  }
}
