package ai.wikibuilder.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.outbound.OutboundAddress;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import ai.wikibuilder.outbound.OutboundSession;
import ai.wikibuilder.source.git.IsolatedGit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.eclipse.jgit.lib.Repository;

/**
 * Fetches commits from git hosts: bare, one commit deep, no tags, no submodules. Keeps what it
 * fetched, so the next fetch brings only what is new. May be shared by threads; fetches of one
 * address wait for each other, also across processes.
 */
public final class RemoteRepositories {
  /**
   * User beside a lone token; hosts look at the token only, but some want a user that is not empty.
   */
  private static final String TOKEN_USER = "x-access-token";

  private final OutboundGuard guard;
  private final FetchLimits limits;
  private final Path clones;
  private final IsolatedGit git;

  /**
   * Repositories behind a guard.
   *
   * @param clones folder for what is fetched, made when needed; may be deleted at any time that
   *     nobody fetches or reads
   */
  public RemoteRepositories(OutboundGuard guard, FetchLimits limits, Path clones) {
    this.guard = guard;
    this.limits = limits;
    this.clones = clones;
    this.git = new IsolatedGit();
  }

  /**
   * Brings a commit here. After a failure nothing of it is left, and earlier fetches are as before.
   *
   * @throws FetchException of any kind
   */
  public FetchedCommit fetch(FetchRequest request, FetchListener listener) {
    OutboundAddress address = check(request.address());
    try (CloneFolder folder = CloneFolder.hold(clones, cacheKey(address), limits)) {
      Repository repository = folder.open(git, request.afresh());
      try {
        return fetchInto(repository, address, request, listener);
      } catch (RuntimeException | Error e) {
        repository.close();
        throw e;
      }
    } catch (IOException e) {
      throw new FetchException(
          FetchException.Kind.STORAGE,
          "The folder %s for fetched repositories cannot be used: %s"
              .formatted(clones, e.getClass().getSimpleName()),
          e);
    }
  }

  private FetchedCommit fetchInto(
      Repository repository,
      OutboundAddress address,
      FetchRequest request,
      FetchListener listener) {
    String shown = address.toString();
    FetchFailures failures = new FetchFailures(limits, shown, request.token().isPresent());
    OutboundSession session =
        guard.open(
            address,
            request.token().map(RemoteRepositories::authorization),
            new OutboundLimits(limits.fetchTimeMax(), limits.silenceMax()));
    ReceivedBytes received = new ReceivedBytes(limits.packBytesMax());
    try (HttpTrail trail = new HttpTrail(session, received)) {
      FetchMonitor monitor = new FetchMonitor(limits, received, listener);
      try {
        return new CommitFetch(git, repository, shown, limits.blobBytesMax())
            .run(request.ref(), trail, monitor);
      } catch (IOException
          | RuntimeException
          // A pack may announce so many objects that their list alone does not fit.
          | OutOfMemoryError e) {
        throw failures.explain(e, trail);
      }
    }
  }

  private OutboundAddress check(String text) {
    OutboundAddress address;
    try {
      address = guard.check(text.strip());
    } catch (OutboundException e) {
      throw new FetchException(FetchException.Kind.REFUSED, String.valueOf(e.getMessage()), e);
    }
    if (address.target().indexOf('?') >= 0) {
      throw new FetchException(
          FetchException.Kind.REFUSED,
          "The address is refused: it has a part after a question mark. Give the address of the repository alone.");
    }
    if (address.target().equals("/")) {
      throw new FetchException(
          FetchException.Kind.REFUSED,
          "The address %s names a host, but no repository.".formatted(address.origin()));
    }
    String target = address.target().replaceFirst("/+$", "");
    return new OutboundAddress(address.scheme(), address.host(), address.port(), target);
  }

  /** Two spellings of one repository share what was fetched. */
  private static String cacheKey(OutboundAddress address) {
    return address.origin() + address.target().replaceFirst("\\.git$", "");
  }

  private static String authorization(String token) {
    String pair = token.indexOf(':') >= 0 ? token : TOKEN_USER + ":" + token;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "repositories in " + clones;
  }
}
