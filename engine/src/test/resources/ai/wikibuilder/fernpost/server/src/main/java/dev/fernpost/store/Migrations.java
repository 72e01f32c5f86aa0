package dev.fernpost.store;

import java.util.Map;
import org.flywaydb.core.Flyway;
@@14 public final class Migrations {

  private Migrations() {}
  public static void run(Map<String, String> environment) {
    Flyway.configure()
        .dataSource(
            environment.get("FERNPOST_DB_URL"),
            environment.get("FERNPOST_DB_USER"),
            environment.get("FERNPOST_DB_PASSWORD"))
        .load()
        .migrate();
@@41   }


}
