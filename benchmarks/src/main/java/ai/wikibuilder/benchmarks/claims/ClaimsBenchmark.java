package ai.wikibuilder.benchmarks.claims;

import ai.wikibuilder.benchmarks.graph.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the checker of prose on repositories, and writes its figures into docs/claims.md. */
public final class ClaimsBenchmark {
  private static final int PAGE_COUNT = 60;
  private static final long SEED = 41;

  private ClaimsBenchmark() {}

  /** Arguments: the project's folder, then folders of repositories. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "claims-facts");
    Files.createDirectories(scratch);
    ClaimsDocument document = new ClaimsDocument();
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      Checkout checkout = new Checkout(Path.of(folder), scratch);
      RepositoryClaims claims = new RepositoryClaims(checkout.graph(), checkout, SEED);
      claims.run(PAGE_COUNT);
      claims.errors().forEach(System.out::println);
      document.add(checkout.name() + " " + checkout.commit().substring(0, 10), claims);
      System.err.println(checkout.name() + " | " + claims.all().cells());
    }
    document.write(root);
  }
}
