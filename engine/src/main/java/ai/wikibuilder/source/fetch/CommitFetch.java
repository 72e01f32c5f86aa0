package ai.wikibuilder.source.fetch;

import ai.wikibuilder.source.git.IsolatedGit;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.TransportHttp;

/**
 * One fetch of one commit into a clone folder. For one thread.
 *
 * <p>A ref below {@code refs/fetched/} is written last and says that its commit is here in full, so
 * a fetch that dies in between leaves nothing that is believed. Before it the folder's
 * configuration names the packs that are here: what a later pack does not repeat stands in an
 * earlier one. The host is told of those commits and sends what is new, as differences to what they
 * hold. A difference to a large file that was left out cannot be resolved; that fetch fails as
 * damaged, and the caller fetches afresh.
 */
final class CommitFetch {
  private static final String FETCHED = "refs/fetched/";

  /** Section of the folder's configuration where a fetch says what it left there. */
  static final String SECTION = "fetched";

  /** File name of a pack; one for each. */
  static final String PACK = "pack";

  /** That large files were left out. */
  private static final String LARGE_FILES_LEFT = "largeFilesLeft";

  /** Commits the folder remembers; older ones are no help for what comes next. */
  private static final int REMEMBERED_MAX = 16;

  private final IsolatedGit git;
  private final Repository repository;
  private final String address;
  private final long blobBytesMax;

  CommitFetch(IsolatedGit git, Repository repository, String address, long blobBytesMax) {
    this.git = git;
    this.repository = repository;
    this.address = address;
    this.blobBytesMax = blobBytesMax;
  }

  FetchedCommit run(Optional<String> name, HttpTrail trail, FetchMonitor monitor)
      throws IOException {
    Optional<ObjectId> known = name.filter(RemoteRefs::isCommitId).flatMap(this::known);
    if (known.isPresent()) {
      return fetched(known.get());
    }
    try {
      return run(name, trail, monitor, FilterSpec.fromFilterLine("blob:limit=" + blobBytesMax));
    } catch (TransportException e) {
      if (!lacksFilter(e)) {
        throw e;
      }
      return run(name, trail, monitor, FilterSpec.NO_FILTER);
    }
  }

  /** What a name means at the host; nothing is fetched. */
  String find(Optional<String> name, HttpTrail trail) throws IOException {
    try (TransportHttp transport = git.transport(repository, address)) {
      transport.setHttpConnectionFactory(trail);
      RemoteRefs.Found found = new RemoteRefs(transport).find(name);
      try (FetchConnection _ = found.connection()) {
        return objectId(found.wanted()).name();
      }
    }
  }

  private FetchedCommit run(
      Optional<String> name, HttpTrail trail, FetchMonitor monitor, FilterSpec filter)
      throws IOException {
    try (TransportHttp transport = git.transport(repository, address)) {
      transport.setHttpConnectionFactory(trail);
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setDepth(1);
      transport.setFilterSpec(filter);
      RemoteRefs.Found found = new RemoteRefs(transport).find(name);
      try (FetchConnection connection = found.connection()) {
        ObjectId wanted = objectId(found.wanted());
        Optional<ObjectId> known = known(wanted.name());
        if (known.isPresent()) {
          return fetched(known.get());
        }
        connection.fetch(monitor, List.of(found.wanted()), remembered());
        ObjectId commit = peel(wanted);
        note(!filter.isNoOp());
        remember(wanted, commit);
        return fetched(commit);
      }
    }
  }

  private FetchedCommit fetched(ObjectId commit) {
    boolean largeFilesLeft = repository.getConfig().getBoolean(SECTION, LARGE_FILES_LEFT, false);
    return new FetchedCommit(repository, commit, address, largeFilesLeft);
  }

  /** The commit of an object that an earlier fetch brought in full. */
  private Optional<ObjectId> known(String wanted) {
    try {
      Ref ref = repository.exactRef(FETCHED + wanted.toLowerCase(Locale.ROOT));
      return ref == null ? Optional.empty() : Optional.of(peel(objectId(ref)));
    } catch (IOException e) {
      // What cannot be read is fetched again.
      return Optional.empty();
    }
  }

  private Set<ObjectId> remembered() throws IOException {
    Set<ObjectId> commits = new HashSet<>();
    for (Ref ref : repository.getRefDatabase().getRefsByPrefix(FETCHED)) {
      commits.add(objectId(ref));
    }
    return commits;
  }

  private static ObjectId objectId(Ref ref) throws TransportException {
    ObjectId id = ref.getObjectId();
    if (id == null) {
      throw new TransportException("a name without an object");
    }
    return id.copy();
  }

  /** The commit behind an annotated tag, or the commit itself. */
  private ObjectId peel(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevObject object = walk.peel(walk.parseAny(id));
      if (object instanceof RevCommit commit) {
        return commit.getId();
      }
    }
    throw new FetchException(
        FetchException.Kind.NOT_FOUND, "This name stands for something that is not a commit.");
  }

  private void note(boolean largeFilesLeft) throws IOException {
    StoredConfig config = repository.getConfig();
    if (largeFilesLeft) {
      config.setBoolean(SECTION, null, LARGE_FILES_LEFT, true);
    }
    config.setStringList(
        SECTION, null, PACK, PackFiles.in(repository.getDirectory().toPath()).names());
    config.save();
  }

  private void remember(ObjectId wanted, ObjectId commit) throws IOException {
    List<Ref> earlier = repository.getRefDatabase().getRefsByPrefix(FETCHED);
    for (Ref ref : earlier.subList(0, Math.max(0, earlier.size() - REMEMBERED_MAX + 1))) {
      RefUpdate forget = repository.updateRef(ref.getName());
      forget.setForceUpdate(true);
      forget.delete();
    }
    RefUpdate update = repository.updateRef(FETCHED + wanted.name());
    update.setNewObjectId(commit);
    update.disableRefLog();
    update.setForceUpdate(true);
    RefUpdate.Result result = update.update();
    if (result != RefUpdate.Result.NEW
        && result != RefUpdate.Result.FORCED
        && result != RefUpdate.Result.NO_CHANGE
        && result != RefUpdate.Result.FAST_FORWARD) {
      throw new IOException("the ref of the fetched commit was not written: " + result);
    }
    Set<ObjectId> shallow = remembered();
    repository.getObjectDatabase().setShallowCommits(shallow);
  }

  private static boolean lacksFilter(TransportException failure) {
    return String.valueOf(failure.getMessage()).contains(JGitText.get().filterRequiresCapability);
  }
}
