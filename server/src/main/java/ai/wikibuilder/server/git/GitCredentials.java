package ai.wikibuilder.server.git;

import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.secrets.SecretsException;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The git tokens of users, one for each host and tenant. Threads may share it. */
@Component
public final class GitCredentials {
  /** A token that ends so soon is renewed before it is used. */
  private static final Duration RENEWED_BEFORE_END = Duration.ofMinutes(2);

  /** Shown of a token. */
  private static final int SHOWN_COUNT = 4;

  private final TenantTransactions transactions;
  private final SecretBox box;
  private final ObjectProvider<GrantRenewal> renewals;
  private final Clock clock;

  GitCredentials(
      TenantTransactions transactions,
      SecretBox box,
      ObjectProvider<GrantRenewal> renewals,
      Clock clock) {
    this.transactions = transactions;
    this.box = box;
    this.renewals = renewals;
    this.clock = clock;
  }

  /** Whose token it is. */
  private record Place(TenantId tenant, UserId user, GitHost host) {
    /** Bound to the host too, so that no other host's row opens in its place. */
    SecretOwner owner(String what) {
      return new SecretOwner(tenant.toString(), user.toString(), "git %s %s".formatted(what, host));
    }
  }

  private record Kept(GrantedToken token, boolean granted) {}

  /** Keeps a token that somebody typed, in place of the one before. */
  public void put(TenantId tenant, UserId user, GitHost host, String token) {
    put(
        new Place(tenant, user, host),
        new Kept(new GrantedToken("", token, Optional.empty(), Optional.empty()), false));
  }

  /** Keeps what a provider gave, in place of the one before. */
  public void putGranted(TenantId tenant, UserId user, GitHost host, GrantedToken granted) {
    put(new Place(tenant, user, host), new Kept(granted, true));
  }

  private void put(Place place, Kept kept) {
    transactions.in(
        place.tenant(),
        rows -> {
          rows.record(new AuditEntry(AuditAction.GIT_TOKEN_SET, place.host().text()));
          return write(rows, place, kept);
        });
  }

  private int write(TenantRows rows, Place place, Kept kept) {
    GrantedToken token = kept.token();
    byte @Nullable [] refresh =
        token.refresh().map(secret -> sealed(place, "refresh", secret)).orElse(null);
    return rows.sql(
            """
            INSERT INTO git_credentials (id, tenant_id, user_id, host, last_four, sealed_token, kind,
              provider, sealed_refresh, expires_at, updated_at)
            VALUES (:id, :tenant, :user, :host, :last, :sealed, :kind, CAST(:provider AS text),
              CAST(:refresh AS bytea), CAST(:expires AS timestamptz), :now)
            ON CONFLICT (tenant_id, user_id, host) DO UPDATE SET last_four = excluded.last_four,
              sealed_token = excluded.sealed_token, kind = excluded.kind,
              provider = excluded.provider, sealed_refresh = excluded.sealed_refresh,
              expires_at = excluded.expires_at, updated_at = excluded.updated_at
            """)
        .param("id", UUID.randomUUID())
        .param("user", place.user().value())
        .param("host", place.host().text())
        .param("last", lastFour(token.token()))
        .param("sealed", sealed(place, "token", token.token()))
        .param("kind", kept.granted() ? "provider" : "personal")
        .param("provider", kept.granted() ? token.provider() : null)
        .param("refresh", refresh)
        .param("expires", token.expiresAt().map(GitCredentials::at).orElse(null))
        .param("now", at(clock.instant()))
        .update();
  }

  private static String lastFour(String token) {
    return token.substring(Math.max(0, token.length() - SHOWN_COUNT));
  }

  /** What is shown of the user's tokens in the tenant, by host. */
  public List<GitCredential> of(TenantId tenant, UserId user) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT host, last_four, provider, expires_at, updated_at FROM git_credentials
                    WHERE tenant_id = :tenant AND user_id = :user ORDER BY host
                    """)
                .param("user", user.value())
                .query((row, _) ->
                    new GitCredential(
                        new GitHost(row.getString("host")),
                        row.getString("last_four"),
                        Optional.ofNullable(row.getString("provider")),
                        instant(row, "expires_at"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  /**
   * The token itself, for a fetch that is about to begin; one that ends soon is renewed first.
   *
   * @return none when the user left none for the host in the tenant, or the provider that gave it
   *     has taken it back
   * @throws ai.wikibuilder.server.secrets.SecretsException when what is stored was changed
   */
  public Optional<String> tokenFor(TenantId tenant, UserId user, GitHost host) {
    Place place = new Place(tenant, user, host);
    Optional<Kept> kept = transactions.in(tenant, rows -> read(rows, place));
    if (kept.isEmpty() || !endsSoon(kept.get())) {
      return kept.map(found -> found.token().token());
    }
    return renewed(place);
  }

  private boolean endsSoon(Kept kept) {
    return kept.token()
        .expiresAt()
        .filter(end -> end.isBefore(clock.instant().plus(RENEWED_BEFORE_END)))
        .isPresent();
  }

  /**
   * A refresh works once, so of several that come at the same time one asks and the others find
   * what it got: the row is locked meanwhile.
   */
  private Optional<String> renewed(Place place) {
    return transactions.in(
        place.tenant(),
        rows -> {
          lock(rows, place);
          Optional<Kept> kept = read(rows, place);
          if (kept.isEmpty() || !endsSoon(kept.get())) {
            return kept.map(found -> found.token().token());
          }
          GrantedToken old = kept.get().token();
          GrantRenewal renewal = renewals.getIfAvailable();
          Optional<GrantedToken> next =
              renewal == null
                  ? Optional.empty()
                  : old.refresh().flatMap(refresh -> renewal.renew(old.provider(), refresh));
          next.ifPresent(granted -> write(rows, place, new Kept(granted, true)));
          return next.map(GrantedToken::token);
        });
  }

  private static void lock(TenantRows rows, Place place) {
    rows.sql(
            """
            SELECT id FROM git_credentials
            WHERE tenant_id = :tenant AND user_id = :user AND host = :host FOR UPDATE
            """)
        .param("user", place.user().value())
        .param("host", place.host().text())
        .query((row, _) -> row.getString(1))
        .optional();
  }

  private Optional<Kept> read(TenantRows rows, Place place) {
    return rows.sql(
            """
            SELECT sealed_token, sealed_refresh, provider, expires_at FROM git_credentials
            WHERE tenant_id = :tenant AND user_id = :user AND host = :host
            """)
        .param("user", place.user().value())
        .param("host", place.host().text())
        .query((row, _) -> kept(row, place))
        .optional();
  }

  private Kept kept(ResultSet row, Place place) throws SQLException {
    Optional<String> provider = Optional.ofNullable(row.getString("provider"));
    Optional<String> refresh =
        Optional.ofNullable(row.getBytes("sealed_refresh"))
            .map(sealed -> opened(place, "refresh", sealed));
    return new Kept(
        new GrantedToken(
            provider.orElse(""),
            opened(place, "token", row.getBytes("sealed_token")),
            refresh,
            instant(row, "expires_at")),
        provider.isPresent());
  }

  /**
   * Forgets the token; nothing happens when there is none.
   *
   * @return what was there, if a provider gave it and should be told
   */
  public Optional<GrantedToken> remove(TenantId tenant, UserId user, GitHost host) {
    Place place = new Place(tenant, user, host);
    return transactions.in(
        tenant,
        rows -> {
          Optional<GrantedToken> granted = granted(rows, place);
          int gone =
              rows.sql(
                      """
                      DELETE FROM git_credentials
                      WHERE tenant_id = :tenant AND user_id = :user AND host = :host
                      """)
                  .param("user", user.value())
                  .param("host", host.text())
                  .update();
          if (gone > 0) {
            rows.record(new AuditEntry(AuditAction.GIT_TOKEN_REMOVED, host.text()));
          }
          return granted;
        });
  }

  /** None also for one that does not open: it can be forgotten all the same. */
  private Optional<GrantedToken> granted(TenantRows rows, Place place) {
    try {
      return read(rows, place).filter(Kept::granted).map(Kept::token);
    } catch (SecretsException e) {
      return Optional.empty();
    }
  }

  private byte[] sealed(Place place, String what, String secret) {
    return box.seal(place.owner(what), secret.getBytes(StandardCharsets.UTF_8));
  }

  private String opened(Place place, String what, byte[] sealed) {
    return new String(box.open(place.owner(what), sealed), StandardCharsets.UTF_8);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
