package ai.wikibuilder.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A small repository in three languages, made by native git as users make theirs. */
final class SampleRepository {
  private final Path folder;

  private SampleRepository(Path folder) {
    this.folder = folder;
  }

  /** The files alone, without git. */
  static SampleRepository files(Path folder) {
    SampleRepository repository = new SampleRepository(folder);
    texts().forEach(repository::write);
    return repository;
  }

  /** The files in one commit. */
  static SampleRepository committed(Path folder) {
    SampleRepository repository = files(folder);
    repository.git("init", "-q", "-b", "main");
    repository.commit("first");
    return repository;
  }

  /** Adds packages with enough to say of each that the wiki has more pages than the first. */
  SampleRepository withParts() {
    List<String> words =
        List.of("berth", "crane", "derrick", "ferry", "gangway", "hawser", "jetty", "keel");
    for (int part = 0; part < words.size(); part++) {
      for (String word : words) {
        String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        write(
            "src/main/java/harbour/%s/%s%d.java".formatted(words.get(part), name, part),
            """
            package harbour.%1$s;
            import harbour.%6$s.%3$s%5$d;
            /** Keeps every %2$s that stands beside a %1$s, and who asked for it in which week. */
            public class %3$s%4$d {
              private %3$s%5$d before;
              /** Moves one %2$s of the %1$s to where the tide leaves the most room for it. */
              public int move%4$d() {
                return before.move%5$d();
              }
            }
            """
                .formatted(
                    words.get(part),
                    word,
                    name,
                    part,
                    Math.max(0, part - 1),
                    words.get(Math.max(0, part - 1))));
      }
    }
    return this;
  }

  Path folder() {
    return folder;
  }

  SampleRepository write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleRepository commit(String message) {
    git("add", "-A");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", message);
    return this;
  }

  /** Changes a text in a file that is there. */
  SampleRepository replace(String path, String from, String to) {
    try {
      String text = Files.readString(folder.resolve(path));
      if (!text.contains(from)) {
        throw new IllegalArgumentException("expected " + from + " in " + path);
      }
      return write(path, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The full id of the commit that is checked out. */
  String head() {
    try {
      String branch =
          Files.readString(folder.resolve(".git/HEAD")).strip().substring("ref: ".length());
      return Files.readString(folder.resolve(".git").resolve(branch)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleRepository git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(command + ": " + said);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    texts.put(
        "README.md",
        """
        # Ferry

        Ferry carries parcels between shops and keeps one timeline for each. It is meant for small shops.

        ## Build

        ```sh
        mvn package
        ```
        """);
    texts.put(
        "pom.xml",
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>ferry</artifactId>
          <version>1</version>
        </project>
        """);
    texts.put(
        "src/main/java/org/example/ferry/tracking/ParcelTracker.java",
        """
        package org.example.ferry.tracking;

        import org.example.ferry.store.ParcelStore;

        /** Moves a parcel from scan to scan. The only writer of parcel state. */
        public final class ParcelTracker {
          private final ParcelStore store;

          public ParcelTracker(ParcelStore store) {
            this.store = store;
          }

          /** Applies one scan; a scan that the table forbids moves nothing. */
          public void apply(String number) {
            store.save(number);
          }

          public static void main(String[] args) {
            new ParcelTracker(new ParcelStore()).apply("A1");
          }
        }
        """);
    texts.put(
        "src/main/java/org/example/ferry/store/ParcelStore.java",
        """
        package org.example.ferry.store;

        /** Where parcels are kept. */
        public class ParcelStore {
          /** Keeps a parcel under its number. */
          public void save(String number) {
            System.out.println(number);
          }
        }
        """);
    texts.put(
        "tools/estimate.py",
        """
        \"\"\"Estimates when a parcel arrives.\"\"\"

        class DeliveryEstimator:
            \"\"\"Knows how long carriers take.\"\"\"

            def estimate_days(self, carrier):
                \"\"\"Median days of a carrier.\"\"\"
                return median_days(carrier)


        def median_days(carrier):
            return 3
        """);
    texts.put(
        "web/src/client.ts",
        """
        import { show } from './view';

        /** Fetches one parcel from the server. */
        export async function loadParcel(id: string): Promise<void> {
          show(id);
        }
        """);
    texts.put("web/src/view.ts", "export function show(text: string) {\n  console.log(text);\n}\n");
    return texts;
  }
}
