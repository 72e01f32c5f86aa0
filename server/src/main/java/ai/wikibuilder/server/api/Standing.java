package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether those whose streams are open may still see what they were let in for: the account is not
 * shut, the session, login or token is not ended, and they are in the tenant. One question to the
 * database for all streams of this process, every two seconds; none while none is open. Threads may
 * share it.
 */
@Component
public final class Standing {
  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);

  /** Between two questions: who was let out has seen the last of it so much later. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** Streams of one person that are open in this process: each holds a connection. */
  static final int STREAM_COUNT_MAX = 50;

  /** Until one of so many is over, more often than not. */
  private static final Duration STREAM_WAIT = Duration.ofSeconds(30);

  private static final String QUESTION =
      """
      SELECT w.number FROM unnest(CAST(:users AS uuid[]), CAST(:credentials AS uuid[]),
          CAST(:tenants AS uuid[]), CAST(:repositories AS uuid[]))
        WITH ORDINALITY AS w (user_id, credential, tenant_id, repository_id, number)
      JOIN users u ON u.id = w.user_id AND u.disabled_at IS NULL
      JOIN tenants t ON t.id = w.tenant_id AND t.disabled_at IS NULL
      WHERE (EXISTS (SELECT FROM browser_sessions s WHERE s.id = w.credential
              AND s.user_id = u.id AND s.expires_at > :now)
          OR EXISTS (SELECT FROM refresh_tokens f WHERE f.family = w.credential
              AND f.user_id = u.id AND f.revoked_at IS NULL AND f.family_expires_at > :now)
          OR EXISTS (SELECT FROM api_tokens a WHERE a.id = w.credential
              AND a.user_id = u.id AND a.expires_at > :now))
        AND (EXISTS (SELECT FROM memberships m
              WHERE m.tenant_id = t.id AND m.user_id = u.id)
          OR EXISTS (SELECT FROM repositories r WHERE r.id = w.repository_id
              AND r.tenant_id = t.id AND (r.visibility = :published OR t.kind = 'public')))
      """;

  private final SystemTransactions system;
  private final Clock clock;
  private final Set<Held> open = new HashSet<>();
  private @Nullable Thread thread;

  Standing(SystemTransactions system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  /** Somebody with a stream open, to be closed with it. Threads may share it. */
  public final class Held implements AutoCloseable {
    private final Caller caller;
    private final TenantId tenant;
    private final Optional<RepositoryId> repository;
    private volatile boolean stands = true;

    private Held(Caller caller, TenantId tenant, Optional<RepositoryId> repository) {
      this.caller = caller;
      this.tenant = tenant;
      this.repository = repository;
    }

    /** Whether the stream may go on; once it may not, it never may again. */
    public boolean stands() {
      return stands;
    }

    @Override
    public void close() {
      synchronized (Standing.this) {
        open.remove(this);
        Standing.this.notifyAll();
      }
    }
  }

  /**
   * Holds somebody who was just let in.
   *
   * @throws QuotaException STREAMS
   * @param repository what others than members may see while it is published
   */
  synchronized Held hold(Caller caller, TenantId tenant, Optional<RepositoryId> repository) {
    long already = open.stream().filter(one -> one.caller.user().equals(caller.user())).count();
    if (already >= STREAM_COUNT_MAX) {
      throw new QuotaException(
          QuotaException.Kind.STREAMS,
          "%d streams of yours are open, and so many may be. Close one first.".formatted(already),
          Optional.of(STREAM_WAIT));
    }
    Held held = new Held(caller, tenant, repository);
    open.add(held);
    if (thread == null) {
      thread = Thread.ofVirtual().name("standing of watchers").start(this::ask);
    }
    return held;
  }

  private void ask() {
    for (List<Held> asking = asking(); !asking.isEmpty(); asking = asking()) {
      try {
        Set<Integer> standing = standing(asking);
        for (int i = 0; i < asking.size(); i++) {
          if (!standing.contains(i + 1)) {
            asking.get(i).stands = false;
          }
        }
      } catch (RuntimeException e) {
        // Nothing comes over these streams either while there is no answer.
        LOG.warn("standing is not known kind={}", e.getClass().getSimpleName());
      }
    }
  }

  /** Those to ask for after a pause; none ends the thread. */
  private synchronized List<Held> asking() {
    long until = System.nanoTime() + PAUSE.toNanos();
    try {
      for (long left = PAUSE.toMillis();
          left > 0 && !open.isEmpty();
          left = (until - System.nanoTime()) / 1_000_000) {
        wait(left);
      }
    } catch (InterruptedException e) {
      open.clear();
    }
    if (open.isEmpty()) {
      thread = null;
    }
    return List.copyOf(open);
  }

  /** Numbers, from 1, of those who still may. */
  private Set<Integer> standing(List<Held> asking) {
    return system.run(rows ->
        new HashSet<>(
            rows.sql(QUESTION)
                .param("users", array(asking, held -> held.caller.user().value()))
                .param("credentials", array(asking, held -> held.caller.credential()))
                .param("tenants", array(asking, held -> held.tenant.value()))
                .param("repositories", array(asking, Standing::repository))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("published", Visibility.PUBLISHED.word())
                .query((row, _) -> row.getInt(1))
                .list()));
  }

  private static Object repository(Held held) {
    return held.repository.<Object>map(RepositoryId::value).orElse("NULL");
  }

  private static String array(List<Held> asking, Function<Held, Object> value) {
    return asking.stream()
        .map(value)
        .map(String::valueOf)
        .collect(Collectors.joining(",", "{", "}"));
  }
}
