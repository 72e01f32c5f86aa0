package ai.wikibuilder.pages;

import ai.wikibuilder.graph.TestRepository;

/** A small invented repository; nothing in it exists. */
public final class Fernpost {
  private Fernpost() {}

  public static TestRepository repository() {
    TestRepository repository = new TestRepository();
    documents(repository);
    tracking(repository);
    others(repository);
    return repository;
  }

  private static void documents(TestRepository repository) {
    repository
        .file(
            "README.md",
            """
            # Fernpost
            [![build](https://ci.example.org/badge.svg)](https://ci.example.org)

            Fernpost follows parcels for small [web shops](https://shops.example.org). It keeps one
            timeline per parcel. Label printing is out of scope.

            ## Quick start
            ```sh
            $ make run   # starts the server
            mvn verify
            ```
            """)
        .file("LICENSE", "MIT\n")
        .file(
            "CONTRIBUTING.md", "# Taking part\n\nEvery change needs a test that fails before it.\n")
        .file("Makefile", "run: db\n\tjava -jar server.jar\n\ntest:\n\t@mvn -q verify\n")
        .file(
            "pom.xml",
            """
            <project>
              <artifactId>fernpost</artifactId>
              <description>Parcels, followed</description>
              <properties>
                <maven.compiler.release>21</maven.compiler.release>
              </properties>
            </project>
            """);
  }

  private static void tracking(TestRepository repository) {
    String folder = "src/main/java/dev/fernpost/tracking/";
    repository
        .file(
            folder + "package-info.java",
            """
            /**
             * The life of a parcel: which state it is in, and what may come next.
             */
            package dev.fernpost.tracking;
            """)
        .file(
            folder + "ParcelState.java",
            """
            package dev.fernpost.tracking;
            /** Where a parcel is in its life, in the shop's words. */
            public enum ParcelState {
              REGISTERED, DELIVERED;
            }
            """)
        .file(
            folder + "ParcelStore.java",
            """
            package dev.fernpost.tracking;
            /** Where parcels are kept. */
            public interface ParcelStore {
              ParcelState find(String number);
            }
            """)
        .file(
            folder + "ParcelTracker.java",
            """
            package dev.fernpost.tracking;
            /**
             * Moves a parcel from {@link ParcelState} to state. The only writer.
             */
            public class ParcelTracker {
              private final ParcelStore store;
              /** Applies one scan. */
              public ParcelState apply(String number) {
                return store.find(number);
              }
            }
            """);
  }

  private static void others(TestRepository repository) {
    repository
        .file(
            "src/main/java/dev/fernpost/store/JdbcParcelStore.java",
            """
            package dev.fernpost.store;
            import dev.fernpost.tracking.ParcelState;
            import dev.fernpost.tracking.ParcelStore;
            public class JdbcParcelStore implements ParcelStore {
              public ParcelState find(String number) {
                return null;
              }
            }
            """)
        .file(
            "src/main/java/dev/fernpost/api/Server.java",
            """
            package dev.fernpost.api;
            import dev.fernpost.store.JdbcParcelStore;
            import dev.fernpost.tracking.ParcelTracker;
            public class Server {
              private final ParcelTracker tracker;
              public static void main(String[] args) {
                new JdbcParcelStore();
              }
              void answer() {
                tracker.apply("1");
              }
            }
            """)
        .file(
            "src/test/java/dev/fernpost/tracking/ParcelTrackerTest.java",
            """
            package dev.fernpost.tracking;
            class ParcelTrackerTest {
              void aScanMovesTheParcel() {
                ParcelTracker tracker = null;
                tracker.apply("1");
              }
            }
            """);
  }
}
