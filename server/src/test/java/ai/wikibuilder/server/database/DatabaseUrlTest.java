package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://wiki:s%40f%3Ae+1@db.example.org:5433/aiwiki?sslmode=require",
        "postgres://wiki:s%40f%3Ae+1@db.example.org:5433/aiwiki?sslmode=require",
        "jdbc:postgresql://db.example.org:5433/aiwiki?user=wiki&password=s%40f%3Ae+1&sslmode=require"
      })
  void theUsualSpellingsMeanTheSame(String address) {
    Login login = DatabaseUrl.parse("database.url", address);

    assertThat(login.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example.org:5433/aiwiki?sslmode=require");
    assertThat(login.user()).isEqualTo("wiki");
    assertThat(login.password()).isEqualTo("s@f:e+1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://wiki:hidden@db/aiwiki",
        "postgresql://wiki:hid#den@db/aiwiki",
        "postgresql://wiki:hid den@db/aiwiki",
        "postgresql://wiki:hidden@db",
        "postgresql://:hidden@db/aiwiki",
        "db.example.org"
      })
  void whatIsNoAddressIsRefusedWithoutShowingIt(String address) {
    assertThatThrownBy(() -> DatabaseUrl.parse("database.url", address))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.ADDRESS))
        .hasMessageContaining("database.url")
        .hasMessageContaining("postgresql://USER:PASSWORD@HOST:PORT/DATABASE")
        .satisfies(e -> assertThat(String.valueOf(e.getCause())).doesNotContain("hid"))
        .message()
        .doesNotContain("hid");
  }

  @Test
  void aLoginNeverShowsItsPassword() {
    assertThat(DatabaseUrl.parse("database.url", "postgresql://wiki:hidden@db/aiwiki"))
        .asString()
        .contains("wiki")
        .doesNotContain("hidden");
  }
}
