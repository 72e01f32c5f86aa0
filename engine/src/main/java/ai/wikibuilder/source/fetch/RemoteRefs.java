package ai.wikibuilder.source.fetch;

import ai.wikibuilder.source.patterns.EditDistance;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.TransportHttp;

/** Finds what a name means at the host. */
final class RemoteRefs {
  /** Names offered when one is unknown. */
  private static final int SUGGESTION_COUNT_MAX = 5;

  private final TransportHttp transport;

  RemoteRefs(TransportHttp transport) {
    this.transport = transport;
  }

  /** An open connection and what to ask it for. */
  record Found(FetchConnection connection, Ref wanted) {}

  /**
   * Asks the host.
   *
   * @throws FetchException of kind {@code NOT_FOUND}, with names that come near, or {@code EMPTY}
   */
  Found find(Optional<String> name) throws IOException {
    if (name.isPresent() && isCommitId(name.get())) {
      // Also brings up the connection; the host need not list anything.
      FetchConnection connection = open(List.of(Constants.HEAD));
      ObjectId id = ObjectId.fromString(name.get().toLowerCase(Locale.ROOT));
      return new Found(connection, new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id));
    }
    List<String> candidates = name.map(RemoteRefs::candidates).orElse(List.of(Constants.HEAD));
    FetchConnection connection = open(candidates);
    Map<String, Ref> refs = connection.getRefsMap();
    for (String candidate : candidates) {
      Ref ref = refs.get(candidate);
      if (ref != null && ref.getObjectId() != null) {
        return new Found(connection, ref);
      }
    }
    connection.close();
    throw unknown(name);
  }

  /** Whether a name is the full id of a commit. */
  static boolean isCommitId(String name) {
    return name.matches("[0-9a-fA-F]{40}");
  }

  private static List<String> candidates(String name) {
    List<String> full =
        name.startsWith(Constants.R_REFS)
            ? List.of(name)
            : List.of(Constants.R_HEADS + name, Constants.R_TAGS + name);
    if (!Repository.isValidRefName(full.getFirst())) {
      throw new FetchException(
          FetchException.Kind.NOT_FOUND,
          "This is no name of a branch or tag, and no full commit id. Names have no spaces or signs such as : ~ ^.");
    }
    return full;
  }

  private FetchConnection open(List<String> prefixes) throws IOException {
    return transport.openFetch(List.of(), prefixes.toArray(String[]::new));
  }

  private FetchException unknown(Optional<String> name) throws IOException {
    Collection<Ref> all;
    try (FetchConnection connection = open(List.of(Constants.R_HEADS, Constants.R_TAGS))) {
      all = connection.getRefs();
    }
    List<String> names =
        all.stream().map(Ref::getName).map(Repository::shortenRefName).distinct().toList();
    if (names.isEmpty()) {
      return new FetchException(
          FetchException.Kind.EMPTY,
          "The repository has no commit yet, so there is nothing to read.");
    }
    String near =
        String.join(", ", EditDistance.nearest(names, name.orElse("main"), SUGGESTION_COUNT_MAX));
    if (name.isEmpty()) {
      return new FetchException(
          FetchException.Kind.NOT_FOUND,
          "The repository's default branch does not exist. Name a branch, such as: " + near + ".");
    }
    String abbreviated =
        name.get().matches("[0-9a-fA-F]{4,39}") ? " A commit needs its full id of 40 digits." : "";
    return new FetchException(
        FetchException.Kind.NOT_FOUND,
        "There is no branch or tag %s.%s There is: %s.".formatted(name.get(), abbreviated, near));
  }
}
