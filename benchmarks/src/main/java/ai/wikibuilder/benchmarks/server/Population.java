package ai.wikibuilder.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tenants with people and repositories, put into the database of a running server. Every repository
 * shows the one wiki that was really built: its folders are links to that one's. All people have
 * the password of the first account.
 */
final class Population {
  /** The first tenant has more, to be searched together. */
  static final int REPOSITORIES_OF_THE_FIRST = 100;

  private final DataSource database;
  private final Path storage;
  private final Size size;

  /**
   * Makes one.
   *
   * @param database connections that may take on the role {@code aiwiki_system}
   */
  Population(DataSource database, Path storage, Size size) {
    this.database = database;
    this.storage = storage;
    this.size = size;
  }

  /** How many tenants, and how many people and repositories in each. */
  record Size(int tenants, int users, int repositories) {}

  /** One who asks: what identifies each, and what the person shows to prove who it is. */
  record Visitor(UUID tenant, UUID repository, String email, String token, String session) {}

  /** A repository that was built. */
  record Built(UUID tenant, UUID repository) {}

  /** A tenant that has one build that never begins, for streams that stay open. */
  record Waiting(UUID build, String token) {}

  private static final String TENANTS =
      """
      INSERT INTO tenants (id, kind, name, plan)
      SELECT md5('tenant ' || t)::uuid, 'organisation', 'Tenant ' || t, 'enterprise'
      FROM generate_series(1, %1$d) t;
      """;

  private static final String PEOPLE =
      """
      INSERT INTO users (id, email, email_key, hashed_password, personal_tenant_of, verified_at)
      SELECT md5('user ' || t || ' ' || u)::uuid, mail, mail, first.hashed_password,
        md5('tenant ' || t)::uuid, now()
      FROM generate_series(1, %1$d) t, generate_series(1, %2$d) u,
        LATERAL (SELECT 'p' || t || '-' || u || '@example.org' AS mail),
        (SELECT hashed_password FROM users WHERE hashed_password IS NOT NULL LIMIT 1) first;
      INSERT INTO memberships (tenant_id, user_id, role)
      SELECT md5('tenant ' || t)::uuid, md5('user ' || t || ' ' || u)::uuid,
        CASE u WHEN 1 THEN 'owner' ELSE 'member' END
      FROM generate_series(1, %1$d) t, generate_series(1, %2$d) u;
      INSERT INTO api_tokens
        (id, tenant_id, user_id, name, hashed_secret, scopes, created_at, expires_at)
      SELECT md5('token ' || t || ' ' || u)::uuid, md5('tenant ' || t)::uuid,
        md5('user ' || t || ' ' || u)::uuid, 'load',
        sha256(convert_to('aiw_' || t || '-' || u, 'UTF8')), '{read}', now(), now() + interval '1 day'
      FROM generate_series(1, %1$d) t, generate_series(1, %2$d) u;
      INSERT INTO browser_sessions (id, user_id, hashed_secret, device, address, expires_at)
      SELECT md5('session ' || t || ' ' || u)::uuid, md5('user ' || t || ' ' || u)::uuid,
        sha256(convert_to('ses_' || t || '-' || u, 'UTF8')), 'load', '127.0.0.1', now() + interval '1 day'
      FROM generate_series(1, %1$d) t, generate_series(1, %2$d) u;
      """;

  private static final String REPOSITORIES =
      """
      INSERT INTO repositories
        (id, tenant_id, repo_url, normalized_repo_id, current_generation, published_token)
      SELECT md5('repository ' || t || ' ' || r)::uuid, md5('tenant ' || t)::uuid, url, url,
        md5('generation ' || t || ' ' || r)::uuid, 1
      FROM generate_series(1, %1$d) t,
        LATERAL generate_series(1, CASE t WHEN 1 THEN %5$d ELSE %3$d END) r,
        LATERAL (SELECT 'https://git.example.org/t' || t || '/r' || r AS url);
      INSERT INTO generations
        (id, tenant_id, repository_id, lease_token, commit_id, digest, page_count, byte_count)
      SELECT md5('generation ' || t || ' ' || r)::uuid, md5('tenant ' || t)::uuid,
        md5('repository ' || t || ' ' || r)::uuid, 1, real.commit_id, real.digest, real.page_count, real.byte_count
      FROM generate_series(1, %1$d) t,
        LATERAL generate_series(1, CASE t WHEN 1 THEN %5$d ELSE %3$d END) r,
        (SELECT * FROM generations WHERE repository_id = '%4$s' LIMIT 1) real;
      """;

  private static final String WAITING =
      """
      INSERT INTO builds (id, tenant_id, repository_id, request_key, not_before)
      SELECT md5('build ' || t)::uuid, md5('tenant ' || t)::uuid, md5('repository ' || t || ' 1')::uuid,
        'load', now() + interval '1 day'
      FROM generate_series(1, %1$d) t;
      ANALYZE;
      """;

  /** Puts them there. */
  void settle(Built real) throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("SET LOCAL ROLE aiwiki_system");
        for (String text : List.of(TENANTS, PEOPLE, REPOSITORIES, WAITING)) {
          statement.execute(
              text.formatted(
                  size.tenants(),
                  size.users(),
                  size.repositories(),
                  real.repository(),
                  REPOSITORIES_OF_THE_FIRST));
        }
      }
      link(connection, real);
      connection.commit();
    }
  }

  /** Everybody who may ask, one per person, in a fixed order. */
  List<Visitor> visitors() {
    List<Visitor> all = new ArrayList<>();
    for (int user = 1; user <= size.users(); user++) {
      for (int tenant = 1; tenant <= size.tenants(); tenant++) {
        all.add(visitor(tenant, user));
      }
    }
    return all;
  }

  private Visitor visitor(int tenant, int user) {
    int repository = 1 + (tenant + user) % size.repositories();
    return new Visitor(
        id("tenant " + tenant),
        id("repository %d %d".formatted(tenant, repository)),
        "p%d-%d@example.org".formatted(tenant, user),
        "aiw_%d-%d".formatted(tenant, user),
        "ses_%d-%d".formatted(tenant, user));
  }

  /** Builds that wait, of the first tenants. */
  List<Waiting> waiting(int count) {
    List<Waiting> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int tenant = 1 + i % size.tenants();
      all.add(new Waiting(id("build " + tenant), "aiw_%d-1".formatted(tenant)));
    }
    return all;
  }

  private void link(Connection connection, Built real) throws SQLException, IOException {
    String newest =
        one(
            connection,
            "SELECT id FROM generations WHERE repository_id = '%s'".formatted(real.repository()));
    for (String kind : List.of("index", "wiki")) {
      Path target = folder(kind, real.tenant(), real.repository()).resolve(newest).toRealPath();
      for (int tenant = 1; tenant <= size.tenants(); tenant++) {
        int last = tenant == 1 ? REPOSITORIES_OF_THE_FIRST : size.repositories();
        for (int repository = 1; repository <= last; repository++) {
          String of = " %d %d".formatted(tenant, repository);
          Path folder = folder(kind, id("tenant " + tenant), id("repository" + of));
          Files.createDirectories(folder);
          Files.createSymbolicLink(folder.resolve(id("generation" + of).toString()), target);
        }
      }
    }
  }

  private static String one(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Path folder(String kind, UUID tenant, UUID repository) {
    return storage.resolve(kind).resolve(tenant.toString()).resolve(repository.toString());
  }

  /** The id that PostgreSQL makes of the same text. */
  private static UUID id(String text) {
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      ByteBuffer hash = ByteBuffer.wrap(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
