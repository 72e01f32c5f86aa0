package ai.wikibuilder.server.hooks;

import ai.wikibuilder.server.hooks.Webhooks.Opened;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.Tenants;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Hears what git hosts send, and has wikis built. Threads may share it. */
@Component
public final class Pushes {
  /** A secret that nobody has, so that an unknown hook takes as long as a wrong signature. */
  private static final String NOBODYS = "whk_";

  private final Webhooks hooks;
  private final Builds builds;
  private final Tenants tenants;
  private final TenantTransactions transactions;
  private final JsonMapper json;

  Pushes(
      Webhooks hooks,
      Builds builds,
      Tenants tenants,
      TenantTransactions transactions,
      JsonMapper json) {
    this.hooks = hooks;
    this.builds = builds;
    this.tenants = tenants;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * What a host says of what it sent.
   *
   * @param signature as its header says; empty without one
   * @param event as its header says
   */
  public record Delivery(HookHost host, UUID hook, String signature, String event) {}

  /** What came of it. */
  public sealed interface Heard {
    /** The wiki is built. */
    record Building(Build build) implements Heard {}

    /** It is signed, and nothing is to be done. */
    record Nothing(String why) implements Heard {}
  }

  /**
   * Hears a delivery.
   *
   * @param body as it was sent, byte for byte
   * @throws TenantException NOT_FOUND when there is no such hook or the signature is not its own;
   *     nothing says which
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS; it may be sent again then
   */
  public Heard hear(Delivery delivery, byte[] body) {
    Optional<Opened> opened =
        hooks.open(delivery.hook()).filter(one -> one.hook().host() == delivery.host());
    boolean signed =
        delivery
            .host()
            .isSigned(opened.map(Opened::secret).orElse(NOBODYS), body, delivery.signature());
    if (opened.isEmpty() || !signed || !mayBuild(opened.get())) {
      throw TenantException.notFound();
    }
    return hear(opened.get(), delivery, body);
  }

  /** Whoever made it and has left the tenant since asks for nothing there any more. */
  private boolean mayBuild(Opened opened) {
    return tenants
        .roleOf(opened.user(), opened.tenant())
        .filter(role -> role.mayAsMuchAs(Role.MEMBER))
        .isPresent();
  }

  private Heard hear(Opened opened, Delivery delivery, byte[] body) {
    if (!delivery.host().isPush(delivery.event())) {
      return new Heard.Nothing("no push");
    }
    BuildWish usual = builds.usualWish(opened.tenant(), opened.hook().repository());
    PushedBranches pushed = PushedBranches.read(delivery.host(), body, json);
    Optional<String> wanted = opened.hook().branch().or(usual::ref).or(pushed::usual);
    Optional<String> branch =
        pushed.branches().stream().filter(one -> wanted.map(one::equals).orElse(true)).findFirst();
    if (branch.isEmpty()) {
      return new Heard.Nothing("not the branch of the wiki");
    }
    byte[] digest = digest(body);
    if (isKnown(opened, digest)) {
      return new Heard.Nothing("heard already");
    }
    BuildWish wish = opened.hook().branch().isPresent() ? usual.at(branch.get()) : usual;
    Build build =
        builds
            .accept(
                new Builds.Asking(opened.tenant(), opened.user()),
                opened.hook().repository(),
                wish,
                Optional.empty())
            .build();
    remember(opened, digest);
    return new Heard.Building(build);
  }

  private boolean isKnown(Opened opened, byte[] digest) {
    return transactions.in(
        opened.tenant(),
        rows ->
            rows.sql(
                    """
                    SELECT true FROM webhook_deliveries
                    WHERE tenant_id = :tenant AND webhook_id = :hook AND digest = :digest
                    """)
                .param("hook", opened.hook().id())
                .param("digest", digest)
                .query((row, _) -> row.getBoolean(1))
                .optional()
                .isPresent());
  }

  /** Remembers what was sent for a month; whoever replays it later gets what is there anyway. */
  private void remember(Opened opened, byte[] digest) {
    transactions.in(
        opened.tenant(),
        rows -> {
          rows.sql(
                  """
                  DELETE FROM webhook_deliveries WHERE tenant_id = :tenant AND webhook_id = :hook
                    AND received_at < clock_timestamp() - interval '30 days'
                  """)
              .param("hook", opened.hook().id())
              .update();
          rows.sql(
                  """
                  INSERT INTO webhook_deliveries (tenant_id, webhook_id, digest)
                  VALUES (:tenant, :hook, :digest) ON CONFLICT DO NOTHING
                  """)
              .param("hook", opened.hook().id())
              .param("digest", digest)
              .update();
          return rows.sql(
                  """
                  UPDATE webhooks SET heard_at = clock_timestamp()
                  WHERE tenant_id = :tenant AND id = :hook
                  """)
              .param("hook", opened.hook().id())
              .update();
        });
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
