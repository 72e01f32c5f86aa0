package ai.wikibuilder.source.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.TransportProtocol;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git as a library that reads objects and speaks http, and can do nothing else.
 *
 * <p>The library keeps its settings for the whole process, so the first instance changes them for
 * everybody: no configuration of the machine is read, and every transport but http is gone. May be
 * shared by threads.
 */
public final class IsolatedGit {
  /** Bytes of packs kept in memory; the packs of most repositories at depth 1 fit. */
  private static final int PACK_CACHE_BYTES = 64 << 20;

  /** Bytes of delta bases kept; trees and small files are read in order, so a few are enough. */
  private static final int DELTA_CACHE_BYTES = 32 << 20;

  private final PlainFileSystem fileSystem;

  public IsolatedGit() {
    install();
    this.fileSystem = new PlainFileSystem();
  }

  /** Puts the settings in place; again does nothing. */
  public static synchronized void install() {
    if (SystemReader.getInstance() instanceof IsolatedSystem) {
      return;
    }
    SystemReader.setInstance(new IsolatedSystem(SystemReader.getInstance()));
    for (TransportProtocol protocol : List.copyOf(Transport.getTransportProtocols())) {
      if (!protocol.getSchemes().contains("https")) {
        Transport.unregister(protocol);
      }
    }
    WindowCacheConfig cache = new WindowCacheConfig();
    cache.setPackedGitLimit(PACK_CACHE_BYTES);
    cache.setDeltaBaseCacheLimit(DELTA_CACHE_BYTES);
    cache.install();
  }

  /** Opens a git folder (of a bare repository, or the {@code .git} of another), new or not. */
  public Repository open(Path gitFolder) throws IOException {
    return new RepositoryBuilder()
        .setFS(fileSystem)
        .setGitDir(gitFolder.toFile())
        .setBare()
        .build();
  }

  /** A transport to an address that the guard has checked. */
  public TransportHttp transport(Repository repository, String address) throws IOException {
    try {
      Transport transport = Transport.open(repository, new URIish(address));
      if (transport instanceof TransportHttp http) {
        return http;
      }
      transport.close();
    } catch (java.net.URISyntaxException e) {
      throw new NotSupportedException(address, e);
    }
    throw new NotSupportedException(address);
  }
}
