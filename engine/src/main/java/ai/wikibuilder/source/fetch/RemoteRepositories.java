package ai.wikibuilder.source.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.generations.FolderTree;
import ai.wikibuilder.outbound.OutboundAddress;
import ai.wikibuilder.outbound.OutboundException;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundLimits;
import ai.wikibuilder.outbound.OutboundSession;
import ai.wikibuilder.source.git.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
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
        folder.removeIfMade();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private FetchException unusable(IOException cause) {
    return new FetchException(
        FetchException.Kind.STORAGE,
        "The folder %s for fetched repositories cannot be used: %s"
            .formatted(clones, cause.getClass().getSimpleName()),
        cause);
  }

  /**
   * Asks the host which commit is meant, and brings nothing here.
   *
   * @return id of the commit, or of the tag that names it
   * @throws FetchException of any kind
   */
  public String find(FetchRequest request) {
    OutboundAddress address = check(request.address());
    try {
      Files.createDirectories(clones);
      Path aside = Files.createTempDirectory(clones, "asked"); // git wants a repository to ask from
      try (Repository repository = git.open(aside)) {
        repository.create(true);
        return talk(
            address,
            request,
            (_, _, _) -> {},
            (trail, _) ->
                new CommitFetch(git, repository, address.toString(), limits.blobBytesMax())
                    .find(request.ref(), trail));
      } finally {
        FolderTree.delete(aside);
      }
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private FetchedCommit fetchInto(
      Repository repository,
      OutboundAddress address,
      FetchRequest request,
      FetchListener listener) {
    return talk(
        address,
        request,
        listener,
        (trail, monitor) ->
            new CommitFetch(git, repository, address.toString(), limits.blobBytesMax())
                .run(request.ref(), trail, monitor));
  }

  /** What is asked of a host once there is a way to it. */
  private interface Talk<T> {
    T with(HttpTrail trail, FetchMonitor monitor) throws IOException;
  }

  private <T> T talk(
      OutboundAddress address, FetchRequest request, FetchListener listener, Talk<T> talk) {
    FetchFailures failures =
        new FetchFailures(limits, address.toString(), request.token().isPresent());
    OutboundSession session =
        guard.open(
            address,
            request.token().map(RemoteRepositories::authorization),
            new OutboundLimits(limits.fetchTimeMax(), limits.silenceMax()));
    ReceivedBytes received = new ReceivedBytes(limits.packBytesMax());
    try (HttpTrail trail = new HttpTrail(session, received)) {
      FetchMonitor monitor = new FetchMonitor(limits, received, listener);
      try {
        return talk.with(trail, monitor);
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
